import { TAG } from './asn1.ts';

// Writes DER (ITU-T X.690): each function answers with one whole element.

/** An element of any tag around content or other elements. */
export function tagged(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content]);
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 + octets.length, ...octets);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => tagged(TAG.sequence, ...parts);
/** Of one element, whose order is no question. */
export const setOf = (part: Uint8Array): Buffer => tagged(TAG.set, part);
export const octetString = (...parts: readonly Uint8Array[]): Buffer =>
  tagged(TAG.octetString, ...parts);
export const bitString = (bytes: Uint8Array, unusedBits = 0): Buffer =>
  tagged(TAG.bitString, Uint8Array.of(unusedBits), bytes);
export const nothing = (): Buffer => tagged(TAG.null);
export const yes = (): Buffer => tagged(TAG.boolean, Uint8Array.of(0xff));
export const utf8String = (text: string): Buffer =>
  tagged(TAG.utf8String, Buffer.from(text, 'utf8'));

/** A number that is not negative, in as few octets as DER wants. */
export function integer(value: number | Uint8Array): Buffer {
  const octets =
    typeof value === 'number' ? Buffer.from(evenHex(value.toString(16)), 'hex') : value;
  let start = 0;
  while (start < octets.length - 1 && octets[start] === 0) start += 1;
  const significant = octets.subarray(start);
  const isSignSet = (significant[0] ?? 0) >= 0x80;
  return tagged(TAG.integer, isSignSet ? Uint8Array.of(0) : Uint8Array.of(), significant);
}

const evenHex = (hex: string): string => (hex.length % 2 === 0 ? hex : `0${hex}`);

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...others] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...others].flatMap((arc) => {
    const groups = [arc % 128];
    for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) {
      groups.unshift((rest % 128) + 0x80);
    }
    return groups;
  });
  return tagged(TAG.oid, Uint8Array.from(octets));
}

/** As RFC 5280 wants it: UTCTime before the year 2050, GeneralizedTime from then on. */
export function time(atMs: number): Buffer {
  const digits = new Date(atMs).toISOString().replace(/\.\d+Z$|[-:T]/g, '');
  return digits < '2050'
    ? tagged(TAG.utcTime, Buffer.from(`${digits.slice(2)}Z`))
    : tagged(TAG.generalizedTime, Buffer.from(`${digits}Z`));
}
