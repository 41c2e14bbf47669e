import type { BaseBlock } from 'asn1js';
import {
  BaseStringBlock,
  Boolean as Asn1Boolean,
  Constructed,
  fromBER,
  GeneralizedTime,
  Integer,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as Asn1Set,
  UTCTime,
} from 'asn1js';

/** What ASN.1 is not, or more of it than any key file or certificate holds. */
export class Asn1Error extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Asn1Error';
  }
}

/** One element, over the bytes that it was read from: clearing those clears it. */
export type Asn1 = BaseBlock;

const CONTEXT_CLASS = 3;

/** The first element, in DER or BER; what follows it is left alone, as after certificates padded by old tools. */
export function readAsn1(bytes: Uint8Array): Asn1 {
  const { offset, result } = fromBER(bytes, {
    copyInput: false,
    parseEmbedded: false,
  });
  if (offset === -1) throw new Asn1Error(result.error);
  return result;
}

/** With its header. */
export const bytesOf = (element: Asn1): Uint8Array => element.valueBeforeDecodeView;

/** Whether it is [number] of the context. */
export const isContext = (element: Asn1 | undefined, number: number): boolean =>
  element?.idBlock.tagClass === CONTEXT_CLASS && element.idBlock.tagNumber === number;

/** The elements of a sequence, a set or a tag around others. */
export function childrenOf(element: Asn1 | undefined): readonly Asn1[] {
  if (!(element instanceof Constructed)) throw new Asn1Error('has no elements');
  return element.valueBlock.value;
}

export function sequenceOf(element: Asn1 | undefined): readonly Asn1[] {
  if (!(element instanceof Sequence)) throw new Asn1Error('no sequence');
  return childrenOf(element);
}

export function setOf(element: Asn1 | undefined): readonly Asn1[] {
  if (!(element instanceof Asn1Set)) throw new Asn1Error('no set');
  return childrenOf(element);
}

export const isSequence = (element: Asn1 | undefined): boolean => element instanceof Sequence;

/** What the explicit tag [number] is around. */
export function inside(element: Asn1 | undefined, number: number): Asn1 {
  if (!isContext(element, number)) throw new Asn1Error(`no tag ${number}`);
  const [child] = childrenOf(element);
  if (child === undefined) throw new Asn1Error('empty tag');
  return child;
}

interface HexView {
  readonly valueHexView: Uint8Array;
}
const hasHexView = (block: object): block is HexView => 'valueHexView' in block;

/** What stands between header and end of an element that holds no others. */
export function contentOf(element: Asn1 | undefined): Uint8Array {
  const block: object | undefined = element?.valueBlock;
  if (block === undefined || !hasHexView(block)) throw new Asn1Error('no content');
  return block.valueHexView;
}

/** The octets of an OCTET STRING, or of an implicit tag in its place, also where in pieces (BER). */
export function octetsOf(element: Asn1 | undefined): Uint8Array {
  if (element instanceof OctetString && element.idBlock.isConstructed) {
    return Buffer.concat(element.valueBlock.value.map((piece) => octetsOf(piece)));
  }
  if (element instanceof Constructed) {
    return Buffer.concat(childrenOf(element).map((piece) => octetsOf(piece)));
  }
  return contentOf(element);
}

/** A small whole number, such as a count of iterations. */
export function smallInteger(element: Asn1 | undefined): number {
  if (!(element instanceof Integer)) throw new Asn1Error('no number');
  const value = element.toBigInt();
  if (value < 0n || value > 0xff_ffff_ffffn) throw new Asn1Error('number out of range');
  return Number(value);
}

/** As its octets, a sign among them. */
export function integerOf(element: Asn1 | undefined): Uint8Array {
  if (!(element instanceof Integer)) throw new Asn1Error('no number');
  return contentOf(element);
}

/** In dots: "1.2.840.113549". */
export function oidOf(element: Asn1 | undefined): string {
  if (!(element instanceof ObjectIdentifier)) throw new Asn1Error('no identifier');
  return element.getValue();
}

/** null where it is no truth value. */
export const truthOf = (element: Asn1 | undefined): boolean | null =>
  element instanceof Asn1Boolean ? element.getValue() : null;

/** null where it is no text. */
export const textOf = (element: Asn1 | undefined): string | null =>
  element instanceof BaseStringBlock ? element.getValue() : null;

/** UTC milliseconds. */
export function timeOf(element: Asn1 | undefined): number {
  if (!(element instanceof UTCTime) && !(element instanceof GeneralizedTime)) {
    throw new Asn1Error('no time');
  }
  const atMs = element.toDate().getTime();
  if (Number.isNaN(atMs)) throw new Asn1Error('no time');
  return atMs;
}
