import { singleLineText } from '../minutes/input-text.ts';
import { DEFAULT_FILE_NAME_PATTERN } from './office-settings.ts';

export const FILE_NAME_TOKENS = [
  'dokumen',
  'jenis',
  'tanggal',
  'judul',
  'nomor',
  'lembaga',
] as const;
export type FileNameToken = (typeof FILE_NAME_TOKENS)[number];

/** What the tokens stand for; "" where not known. */
export type FileNameFacts = Readonly<Record<FileNameToken, string>>;

export type FileNamePatternProblem =
  | { readonly type: 'unknown-token'; readonly token: string }
  | { readonly type: 'brace' }
  /** Without any token all documents would have one name. */
  | { readonly type: 'no-token' };

/** Together with a folder this stays within the 260 letters that Windows programs can open. */
const MAX_NAME_LETTERS = 120;
/** File systems count bytes, and a letter may have four: 255 less room for a temporary name. */
const MAX_NAME_BYTES = 220;

/** Forbidden in names on Windows, and marks that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- safe: it only finds control characters, which no file name may hold
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Names that Windows keeps for devices, whatever follows their first dot. */
const DEVICE =
  /^(?:con|prn|aux|nul|com[\d\u00b9\u00b2\u00b3]|lpt[\d\u00b9\u00b2\u00b3])(?: *\.|$)/i;

const TOKEN = /\{([^{}]*)\}/g;

const tokenNamed = (name: string): FileNameToken | undefined =>
  FILE_NAME_TOKENS.find((token) => token === name.trim().toLowerCase());

/** What is wrong with a pattern such as "{dokumen} {tanggal} {judul}"; null where nothing is. */
export function fileNamePatternProblem(pattern: string): FileNamePatternProblem | null {
  const names = [...pattern.matchAll(TOKEN)].map(([, name = '']) => name);
  const unknown = names.find((name) => tokenNamed(name) === undefined);
  if (unknown !== undefined) return { type: 'unknown-token', token: unknown.trim() };
  if (/[{}]/.test(pattern.replace(TOKEN, ''))) return { type: 'brace' };
  return names.length === 0 ? { type: 'no-token' } : null;
}

/** How many bytes a character takes in UTF-8, as file systems keep names. */
function byteCountOf(text: string): number {
  let count = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return count;
}

/** The beginning of a name that fits together with its extension, ending with a whole word. */
function fitting(name: string, extension: string): string {
  const letters = new Intl.Segmenter('id', { granularity: 'grapheme' });
  let kept = '';
  let byteCount = extension.length;
  for (const { segment } of letters.segment(name.slice(0, MAX_NAME_LETTERS))) {
    byteCount += byteCountOf(segment);
    if (byteCount > MAX_NAME_BYTES) return kept;
    if (kept.length + segment.length + extension.length > MAX_NAME_LETTERS) {
      // Better no half word at the end, unless that would cost most of the name.
      const lastSpace = kept.lastIndexOf(' ');
      return lastSpace > MAX_NAME_LETTERS / 2 ? kept.slice(0, lastSpace) : kept;
    }
    kept += segment;
  }
  return kept;
}

/** Separators between parts of which one is not known: one is enough, and at an end none. */
const REPEATED_SEPARATORS = /([_-])(?:\s*[_-])+/g;
const LOOSE_SEPARATORS = /^[\s_,-]+|[\s_,-]+$/g;

/**
 * A name for the exported file, made from the office's pattern: valid on Windows, macOS and Linux,
 * at most 120 letters with its extension (".docx"). A pattern that cannot be used gives the name of
 * the pattern that the app comes with.
 */
export function documentFileName(pattern: string, facts: FileNameFacts, extension: string): string {
  const usable = fileNamePatternProblem(pattern) === null ? pattern : DEFAULT_FILE_NAME_PATTERN;
  const filled = usable.replace(TOKEN, (_, name: string) => {
    const token = tokenNamed(name);
    return token === undefined ? '' : singleLineText(facts[token]);
  });
  const clean = filled
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(REPEATED_SEPARATORS, '$1')
    .replace(LOOSE_SEPARATORS, '');
  // A dot in front would hide the file.
  const visible = clean.replace(/^[. ]+/, '');
  const safe = fitting(visible, extension).replace(/[. ]+$/, '');
  const named = safe === '' ? singleLineText(facts.dokumen) || 'Dokumen' : safe;
  return `${DEVICE.test(named) ? `Dokumen ${named}` : named}${extension}`;
}
