import type { Asn1 } from './asn1.ts';
import { bytesOf, oidOf, sequenceOf, setOf, textOf } from './asn1.ts';

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

/** Those that every reader of RFC 4514 must know (§3); others stand by their number where programs read it. */
const REQUIRED_NAMES = new Set(['CN', 'L', 'ST', 'O', 'OU', 'C', 'STREET', 'DC', 'UID']);

interface NameAttribute {
  readonly type: string;
  /** null: of a type that is no text. */
  readonly text: string | null;
  readonly der: Uint8Array;
}

/** A distinguished name, its most general part first. */
export type DistinguishedName = readonly (readonly NameAttribute[])[];

/** Reads the `Name` of a certificate. Throws Asn1Error. */
export function readName(element: Asn1 | undefined): DistinguishedName {
  return sequenceOf(element).map((relative) =>
    setOf(relative).map((attribute): NameAttribute => {
      const [type, value] = sequenceOf(attribute);
      const der = value === undefined ? new Uint8Array() : bytesOf(value);
      return { type: oidOf(type), text: textOf(value), der };
    }),
  );
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

const written =
  (isForPrograms: boolean) =>
  ({ type, text, der }: NameAttribute): string => {
    const name = ATTRIBUTE_NAMES[type];
    const isNamed = name !== undefined && (!isForPrograms || REQUIRED_NAMES.has(name));
    // §2.4: what has no name or is no text stands as its DER form. Programs that compare names read
    // the text of numbered attributes too.
    const value = text !== null && (isNamed || isForPrograms) ? escaped(text) : `#${hexOf(der)}`;
    return `${isNamed ? name : type}=${value}`;
  };

const joined = (name: DistinguishedName, isForPrograms: boolean, separator: string): string =>
  name
    .toReversed()
    .map((relative) => relative.map(written(isForPrograms)).join('+'))
    .join(separator);

/** For people, as RFC 4514 writes it: the most particular part first. */
export const nameText = (name: DistinguishedName): string => joined(name, false, ',');

/** As signatures state the issuer's name, which other programs compare (XML Signature §4.5.4.1). */
export const comparedName = (name: DistinguishedName): string => joined(name, true, ', ');

/** All values of one attribute, such as "O". */
export const valuesIn = (name: DistinguishedName, attribute: string): readonly string[] =>
  name
    .flat()
    .flatMap(({ type, text }) =>
      ATTRIBUTE_NAMES[type] === attribute && text !== null ? [text] : [],
    );

/** The common name, the most particular one; the whole name where it has none. */
export const commonName = (name: DistinguishedName): string =>
  valuesIn(name, 'CN')
    .findLast((value) => value.trim() !== '')
    ?.trim() ?? nameText(name);
