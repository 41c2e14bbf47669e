/**
 * Text in UTF-8 or UTF-16 where it says or proves to be so; anything else is Windows-1252. `isStart`: more
 * bytes would follow, so that the last character may be cut.
 */
export function decodeText(bytes: Uint8Array, isStart = false): string {
  const [first, second] = bytes;
  const options = { stream: isStart };
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes, options);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes, options);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, options);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes, options);
  }
}
