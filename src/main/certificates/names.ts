import type { Asn1 } from './asn1.ts';
import { Asn1Error, childrenOf, oidOf, sequenceOf, TAG } from './asn1.ts';

/** Names of attributes by RFC 4519 and, where that has none, by what programs show. */
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

interface NameAttribute {
  readonly name: string;
  /** null: of a type that is no text. */
  readonly text: string | null;
  readonly der: Uint8Array;
}

/** A distinguished name, its most general part first. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

function textOf({ tag, content }: Asn1): string | null {
  const bytes = Buffer.from(content);
  switch (tag) {
    case TAG.utf8String:
    case TAG.printableString:
    case TAG.ia5String:
      return bytes.toString('utf8');
    case TAG.teletexString:
      return bytes.toString('latin1');
    case TAG.bmpString:
      return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : null;
    case TAG.universalString:
      return utf32Text(bytes);
    default:
      return null;
  }
}

function utf32Text(bytes: Buffer): string | null {
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = bytes.readUInt32BE(at);
    if (point > 0x10_ffff) return null;
    text += String.fromCodePoint(point);
  }
  return text;
}

/** Reads the `Name` of a certificate. Throws Asn1Error. */
export function readName(element: Asn1 | undefined): DistinguishedName {
  return sequenceOf(element).map((relative) => {
    if (relative.tag !== TAG.set) throw new Asn1Error('no set of attributes');
    return childrenOf(relative).map((attribute): NameAttribute => {
      const [type, value] = sequenceOf(attribute);
      if (value === undefined) throw new Asn1Error('attribute without value');
      const dotted = oidOf(type);
      return { name: ATTRIBUTE_NAMES[dotted] ?? dotted, text: textOf(value), der: value.bytes };
    });
  });
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

/** RFC 4514 §2.4 */
function escaped(text: string): string {
  return text
    .replace(/["+,;<>\\]/g, String.raw`\$&`)
    .replace(/^[ #]/, String.raw`\$&`)
    .replace(/ $/, String.raw`\ `)
    .replace(/\p{Cc}/gu, (control) =>
      Buffer.from(control)
        .toString('hex')
        .replace(/../g, String.raw`\$&`),
    );
}

function attributeText({ name, text, der }: NameAttribute): string {
  // §2.4: what has no name or is no text stands as its DER form.
  const isNamed = !/^\d/.test(name);
  return `${name}=${isNamed && text !== null ? escaped(text) : `#${hexOf(der)}`}`;
}

/** As RFC 4514 writes it: the most particular part first. */
export const nameText = (name: DistinguishedName): string =>
  name
    .toReversed()
    .map((relative) => relative.map(attributeText).join('+'))
    .join(',');

/** All values of one attribute, such as "O". */
export const valuesIn = (name: DistinguishedName, attribute: string): readonly string[] =>
  name.flat().flatMap((one) => (one.name === attribute && one.text !== null ? [one.text] : []));

/** The common name, the most particular one; the whole name where it has none. */
export const commonName = (name: DistinguishedName): string =>
  valuesIn(name, 'CN')
    .findLast((value) => value.trim() !== '')
    ?.trim() ?? nameText(name);
