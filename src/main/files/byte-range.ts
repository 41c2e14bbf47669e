/** The bytes from `start` up to and including `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a request for a part of a file asks for (RFC 9110, section 14), cut to `longestBytes`: who asked
 * for more asks again. Null where no such part is there, or several are asked for.
 */
export function byteRange(
  header: string,
  { sizeBytes, longestBytes }: { readonly sizeBytes: number; readonly longestBytes: number },
): ByteRange | null {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (asked === null) return null;
  const [, first = '', last = ''] = asked;
  if (first === '' && last === '') return null;
  // "bytes=-500": the last five hundred.
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const wanted = first === '' || last === '' ? sizeBytes - 1 : Number(last);
  if (start >= sizeBytes || wanted < start) return null;
  return { start, end: Math.min(wanted, sizeBytes - 1, start + longestBytes - 1) };
}
