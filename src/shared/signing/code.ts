/**
 * The short code under printed pages of final sessions: "NTL-2-9F86D081884C7D65" names version 2 by
 * the first letters of its hash. See docs/signing.md.
 */
import type { FinalVersion } from '../minutes/record.ts';

export const CODE_HASH_LETTERS = 16;
const PREFIX = 'NTL';
/** Nobody writes so many addenda; more digits are no version but a slip of typing. */
const MOST_VERSION_DIGITS = 4;
const GROUP_LETTERS = 4;

export interface DocumentCode {
  readonly version: number;
  /** The first CODE_HASH_LETTERS of the hash, in lower case as hashes are kept. */
  readonly hashStart: string;
}

const hashStartOf = ({ sha256 }: FinalVersion): string =>
  sha256.slice(0, CODE_HASH_LETTERS).toUpperCase();

/** What a version is called on paper: the final session itself, or with how many corrections. */
export const versionName = (version: number): string =>
  version === 0 ? 'Final' : `Final + Adendum ${version}`;

/** As it stands in the QR code. */
export const documentCode = (final: FinalVersion): string =>
  `${PREFIX}-${final.version}-${hashStartOf(final)}`;

/** As it is printed: in groups, which are easier to type and to compare. */
export function printedCode(final: FinalVersion): string {
  const groups = hashStartOf(final).match(new RegExp(`.{${GROUP_LETTERS}}`, 'g')) ?? [];
  return `${PREFIX}-${final.version}-${groups.join(' ')}`;
}

const VERSION = new RegExp(`^\\d{1,${MOST_VERSION_DIGITS}}$`);
const HASH_START = new RegExp(`^[0-9A-F]{${CODE_HASH_LETTERS}}$`);

/**
 * Reads a code as people type it: in small letters, with or without dashes and spaces, the letters
 * O, I and L where digits are meant. null where it is none.
 */
export function parseDocumentCode(typed: string): DocumentCode | null {
  const words = typed
    .toUpperCase()
    .replace(PREFIX, '')
    .split(/[^0-9A-Z]+/);
  const [first = '', ...others] = words
    .filter((word) => word !== '')
    .map((word) => word.replaceAll('O', '0').replace(/[IL]/g, '1'));
  const rest = others.join('');
  // Where nothing divides version and hash, the hash is what stands at the end.
  const isDivided = VERSION.test(first) && rest.length >= CODE_HASH_LETTERS;
  const version = isDivided ? first : (first + rest).slice(0, -CODE_HASH_LETTERS);
  const hashStart = isDivided ? rest : (first + rest).slice(-CODE_HASH_LETTERS);
  if (!VERSION.test(version) || !HASH_START.test(hashStart)) return null;
  return { version: Number(version), hashStart: hashStart.toLowerCase() };
}
