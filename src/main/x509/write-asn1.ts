import type { AsnType } from 'asn1js';
import {
  BitString,
  Boolean as Asn1Boolean,
  BmpString,
  Constructed,
  GeneralizedTime,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as Asn1Set,
  UTCTime,
  Utf8String,
} from 'asn1js';

import type { Asn1 } from './asn1.ts';

// Elements to be written in DER; `derOf` gives the bytes.

/** Asn1 of what is read is the same as what is written. */
const value = (elements: readonly Asn1[]): AsnType[] => [...elements];
/** The library wants its bytes in a buffer that no other thread shares. */
const octets = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);

export const sequence = (...elements: readonly Asn1[]): Asn1 =>
  new Sequence({ value: value(elements) });
/** Of elements that stand in the order DER wants. */
export const set = (...elements: readonly Asn1[]): Asn1 => new Asn1Set({ value: value(elements) });
/** [number] of the context around others. */
export const tagged = (number: number, ...elements: readonly Asn1[]): Asn1 =>
  new Constructed({ idBlock: { tagClass: 3, tagNumber: number }, value: value(elements) });
export const octetString = (bytes: Uint8Array): Asn1 =>
  new OctetString({ valueHex: octets(bytes) });
export const bitString = (bytes: Uint8Array, unusedBits = 0): Asn1 =>
  new BitString({ valueHex: octets(bytes), unusedBits });
export const oid = (dotted: string): Asn1 => new ObjectIdentifier({ value: dotted });
export const yes = (): Asn1 => new Asn1Boolean({ value: true });
export const nothing = (): Asn1 => new Null();
export const utf8String = (text: string): Asn1 => new Utf8String({ value: text });
export const bmpString = (text: string): Asn1 => new BmpString({ value: text });

/** A number that is not negative. */
export const integer = (number: number | Uint8Array): Asn1 =>
  Integer.fromBigInt(
    typeof number === 'number' ? number : BigInt(`0x0${Buffer.from(number).toString('hex')}`),
  );

/** RFC 5280 §4.1.2.5: UTCTime before the year 2050, GeneralizedTime from then on; to the second. */
export function time(atMs: number): Asn1 {
  const valueDate = new Date(Math.floor(atMs / 1000) * 1000);
  return valueDate.getUTCFullYear() < 2050
    ? new UTCTime({ valueDate })
    : new GeneralizedTime({ valueDate });
}

export const derOf = (element: Asn1): Buffer => Buffer.from(element.toBER());
