/** What ASN.1 is not, or more of it than any key file or certificate holds. */
export class Asn1Error extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Asn1Error';
  }
}

/** One element, as views into the bytes it was read from: clearing those clears it. */
export interface Asn1 {
  /** The identifier octet: class, constructed bit and number. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** With its header. */
  readonly bytes: Uint8Array;
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const;

const CONSTRUCTED = 0x20;
/** [0], [1] … of the context, constructed. */
export const context = (number: number): number => 0xa0 + number;

const DEEPEST = 40;
const LONGEST_LENGTH_OCTETS = 4;

interface Header {
  readonly tag: number;
  readonly contentAt: number;
  /** null: of the indefinite form, which some programs write key files in (BER). */
  readonly length: number | null;
}

function headerAt(bytes: Uint8Array, at: number): Header {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined) throw new Asn1Error('ends too early');
  if ((tag & 0x1f) === 0x1f) throw new Asn1Error('long tag');
  if (first < 0x80) return { tag, contentAt: at + 2, length: first };
  if (first === 0x80) {
    if ((tag & CONSTRUCTED) === 0) throw new Asn1Error('indefinite primitive');
    return { tag, contentAt: at + 2, length: null };
  }
  const octets = first & 0x7f;
  if (octets > LONGEST_LENGTH_OCTETS) throw new Asn1Error('too long');
  let length = 0;
  for (let index = 0; index < octets; index += 1) {
    const octet = bytes[at + 2 + index];
    if (octet === undefined) throw new Asn1Error('ends too early');
    length = length * 256 + octet;
  }
  return { tag, contentAt: at + 2 + octets, length };
}

/** The element at `at` and where the next one begins. */
function elementAt(
  bytes: Uint8Array,
  at: number,
  depth: number,
): { readonly element: Asn1; readonly end: number } {
  if (depth > DEEPEST) throw new Asn1Error('too deep');
  const { tag, contentAt, length } = headerAt(bytes, at);
  if (length !== null) {
    const end = contentAt + length;
    if (end > bytes.length) throw new Asn1Error('ends too early');
    const content = bytes.subarray(contentAt, end);
    return { element: { tag, content, bytes: bytes.subarray(at, end) }, end };
  }
  let next = contentAt;
  while (bytes[next] !== 0 || bytes[next + 1] !== 0) {
    next = elementAt(bytes, next, depth + 1).end;
  }
  const end = next + 2;
  const content = bytes.subarray(contentAt, next);
  return { element: { tag, content, bytes: bytes.subarray(at, end) }, end };
}

/** The first element; what follows it is left alone, as after certificates padded by old tools. */
export const readAsn1 = (bytes: Uint8Array): Asn1 => elementAt(bytes, 0, 0).element;

/** The elements of a sequence, a set or a tag around others. */
export function childrenOf({ tag, content }: Asn1): readonly Asn1[] {
  if ((tag & CONSTRUCTED) === 0) throw new Asn1Error('has no elements');
  const children: Asn1[] = [];
  for (let at = 0; at < content.length;) {
    const { element, end } = elementAt(content, at, 0);
    children.push(element);
    at = end;
  }
  return children;
}

/** The element, if it is of this tag. Throws Asn1Error otherwise. */
export function expectTag(element: Asn1 | undefined, tag: number): Asn1 {
  if (element?.tag !== tag) throw new Asn1Error(`no element of tag ${tag}`);
  return element;
}

export const sequenceOf = (element: Asn1 | undefined): readonly Asn1[] =>
  childrenOf(expectTag(element, TAG.sequence));

/** What an explicit tag is around. */
export function inside(element: Asn1 | undefined, tag: number): Asn1 {
  const [child] = childrenOf(expectTag(element, tag));
  if (child === undefined) throw new Asn1Error('empty tag');
  return child;
}

/** The octets of an OCTET STRING, or of an implicit tag in its place, also where in pieces (BER). */
export function octetsOf(element: Asn1 | undefined): Uint8Array {
  if (element === undefined) throw new Asn1Error('no octets');
  if ((element.tag & CONSTRUCTED) === 0) return element.content;
  return Buffer.concat(childrenOf(element).map((piece) => octetsOf(piece)));
}

/** A small whole number, such as a count of iterations. */
export function smallInteger(element: Asn1 | undefined): number {
  const { content } = expectTag(element, TAG.integer);
  if (content.length === 0 || content.length > 5 || (content[0] ?? 0) >= 0x80) {
    throw new Asn1Error('number out of range');
  }
  return content.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** In dots: "1.2.840.113549". */
export function oidOf(element: Asn1 | undefined): string {
  const { content } = expectTag(element, TAG.oid);
  const arcs: number[] = [];
  let arc = 0;
  for (const octet of content) {
    arc = arc * 128 + (octet & 0x7f);
    if (arc > Number.MAX_SAFE_INTEGER / 128) throw new Asn1Error('arc too long');
    if (octet < 0x80) {
      arcs.push(arc);
      arc = 0;
    }
  }
  const [first = 0, ...others] = arcs;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...others].join('.');
}
