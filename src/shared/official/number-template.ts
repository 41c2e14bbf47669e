import type { DocumentKind } from './document-kinds.ts';
import type { OfficeSettings } from './office-settings.ts';

/** What can stand in the braces of a number template; "YYYY" and "tahun" are the same. */
export const NUMBER_TOKENS = [
  'no',
  'klasifikasi',
  'jenis',
  'satker',
  'penandatangan',
  'DD',
  'MM',
  'bulan-romawi',
  'YYYY',
  'tahun',
] as const;
export type NumberToken = (typeof NUMBER_TOKENS)[number];

export type NumberPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'token'; readonly token: NumberToken };

export type NumberTemplateProblem =
  | { readonly type: 'unknown-token'; readonly token: string }
  /** A brace that opens or closes nothing. */
  | { readonly type: 'brace' }
  /** Without {no} every document would have the same number. */
  | { readonly type: 'no-number' }
  | { readonly type: 'number-twice' };

export type ReadNumberTemplate =
  | { readonly ok: true; readonly parts: readonly NumberPart[] }
  | { readonly ok: false; readonly problem: NumberTemplateProblem };

/** The short word for each kind inside a number, as offices write it; a template may say another. */
export const NUMBER_KIND_CODES: Readonly<Record<DocumentKind, string>> = {
  undangan: 'UND',
  'daftar-hadir-kosong': 'DH',
  'daftar-hadir': 'DH',
  notula: 'NOT',
  notulen: 'NOT',
  risalah: 'RIS',
  'berita-acara': 'BA',
  laporan: 'LAP',
  'siaran-pers': 'SP',
  'tindak-lanjut': 'TL',
};

const ROMAN_MONTHS = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
] as const;

/** The token of that name, whatever its case ("{TAHUN}"); MM and YYYY are often typed small. */
function tokenNamed(name: string): NumberToken | undefined {
  const wanted = name.trim().toLowerCase();
  return NUMBER_TOKENS.find((token) => token.toLowerCase() === wanted);
}

/** Reads a template such as "{no}/PK.01-BA/3507/{tahun}". */
export function readNumberTemplate(template: string): ReadNumberTemplate {
  const failed = (problem: NumberTemplateProblem): ReadNumberTemplate => ({ ok: false, problem });
  const parts: NumberPart[] = [];
  for (const piece of template.split(/(\{[^{}]*\})/)) {
    if (piece === '') continue;
    if (!piece.startsWith('{') || !piece.endsWith('}')) {
      if (/[{}]/.test(piece)) return failed({ type: 'brace' });
      parts.push({ type: 'text', text: piece });
      continue;
    }
    const name = piece.slice(1, -1);
    const token = tokenNamed(name);
    if (token === undefined) return failed({ type: 'unknown-token', token: name.trim() });
    parts.push({ type: 'token', token });
  }
  const numbers = parts.filter((part) => part.type === 'token' && part.token === 'no');
  if (numbers.length === 0) return failed({ type: 'no-number' });
  return numbers.length > 1 ? failed({ type: 'number-twice' }) : { ok: true, parts };
}

export interface NumberFacts {
  readonly kind: DocumentKind;
  readonly codes: OfficeSettings['numberCodes'];
  /** "YYYY-MM-DD": the day the document belongs to. */
  readonly isoDate: string;
}

/** What a token stands for, the running number aside; "" where the office has not said it. */
function valueOf(token: Exclude<NumberToken, 'no'>, { kind, codes, isoDate }: NumberFacts): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  switch (token) {
    case 'klasifikasi':
      return codes.classification.trim();
    case 'jenis':
      return NUMBER_KIND_CODES[kind];
    case 'satker':
      return codes.unit.trim();
    case 'penandatangan':
      return codes.signatory.trim();
    case 'DD':
      return day;
    case 'MM':
      return month;
    case 'bulan-romawi':
      return ROMAN_MONTHS[Number(month) - 1] ?? '';
    case 'YYYY':
    case 'tahun':
      return year;
  }
}

/** The tokens of a template whose code the office has not set yet. */
export function missingCodes(
  parts: readonly NumberPart[],
  facts: NumberFacts,
): readonly NumberToken[] {
  const missing = parts.flatMap((part) =>
    part.type === 'token' && part.token !== 'no' && valueOf(part.token, facts) === ''
      ? [part.token]
      : [],
  );
  return [...new Set(missing)];
}

/** The number as it is written; `no` is the running number, with its zeros and suffix if any. */
export function renderNumber(parts: readonly NumberPart[], facts: NumberFacts, no: string): string {
  return parts
    .map((part) => {
      if (part.type === 'text') return part.text;
      return part.token === 'no' ? no : valueOf(part.token, facts);
    })
    .join('');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Spaces between the parts of a number mean nothing: "63 / PK.01-BA" is 63/PK.01-BA. */
const tight = (text: string): string => text.replace(/\s+/g, '');

/** Numbers made from the template, in the same year; a month or a day may be another. */
function patternOf(parts: readonly NumberPart[], facts: NumberFacts): RegExp {
  const source = parts
    .map((part) => {
      if (part.type === 'text') return escaped(tight(part.text));
      switch (part.token) {
        case 'no':
          // "59", "059", "59.a", "59A", "59-b": what follows the digits only tells twins apart.
          return String.raw`(\d{1,6})(?:[.-]?[a-z]{1,2})?`;
        case 'DD':
        case 'MM':
          return String.raw`\d{1,2}`;
        case 'bulan-romawi':
          return '[ivx]{1,4}';
        case 'klasifikasi':
        case 'jenis':
        case 'satker':
        case 'penandatangan':
        case 'YYYY':
        case 'tahun':
          return escaped(tight(valueOf(part.token, facts)));
      }
    })
    .join('');
  return new RegExp(`^${source}$`, 'i');
}

export interface NextNumber {
  readonly number: string;
  /** The highest one used so far, as it was written; null where this is the first. */
  readonly lastUsed: string | null;
}

/**
 * The number after the highest that was made from this template in the same year; the first where
 * there is none. It is a proposal: numbers given on paper are not known here.
 */
export function nextNumber(
  parts: readonly NumberPart[],
  facts: NumberFacts,
  usedNumbers: readonly string[],
): NextNumber {
  const pattern = patternOf(parts, facts);
  let highest = 0;
  let digits = '';
  let lastUsed: string | null = null;
  for (const used of usedNumbers) {
    const found = pattern.exec(tight(used))?.[1];
    if (found === undefined || Number(found) < highest) continue;
    highest = Number(found);
    digits = found;
    lastUsed = used;
  }
  // An office that writes 063 goes on with 064.
  const width = digits.startsWith('0') ? digits.length : 1;
  const no = String(highest + 1).padStart(width, '0');
  return { number: renderNumber(parts, facts, no), lastUsed };
}
