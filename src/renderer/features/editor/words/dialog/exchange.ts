import Papa from 'papaparse';

import type { Expansion } from '../../../../../shared/words/expansion.ts';
import { expansionSchema, isCased, shortSchema } from '../../../../../shared/words/expansion.ts';
import type {
  MeetingSentenceKey,
  MeetingTemplates,
} from '../../../../../shared/minutes/meeting-sentences.ts';
import {
  MEETING_SENTENCES,
  meetingTemplatesSchema,
} from '../../../../../shared/minutes/meeting-sentences.ts';
import { MAX_IMPORTED } from '../../../../../shared/contract/words.ts';

// Excel opens a list like this without asking: semicolons, as Indonesian Windows writes them.
const DELIMITER = ';';
const BYTE_ORDER_MARK = '\uFEFF';
const FORM_SEPARATOR = ' | ';
const COLUMNS = ['singkatan', 'kepanjangan', 'cara', 'persis'] as const;
export const MAX_FILE_BYTES = 2_000_000;

/** In the column "cara": the line is an official sentence of a meeting. */
const SENTENCE_MODE = 'rapat';
const SENTENCE_NAMES: Readonly<Record<MeetingSentenceKey, string>> = {
  dibuka: 'rapat dibuka',
  dibukaTanpaPimpinan: 'rapat dibuka tanpa pimpinan',
  diskors: 'rapat diskors',
  dilanjutkan: 'rapat dilanjutkan',
  ditutup: 'rapat ditutup',
};

/** What a file of words holds. */
export interface ListedWords {
  readonly expansions: readonly Expansion[];
  readonly sentences: Partial<MeetingTemplates>;
}

/** The list as a file for a spreadsheet, and for another office's Notula. */
export function wordsToCsv({ expansions, sentences }: ListedWords): string {
  const rows = [
    ...expansions.map((one) => [
      one.short,
      one.forms.join(FORM_SEPARATOR),
      one.mode,
      one.isExact ? 'ya' : 'tidak',
    ]),
    ...MEETING_SENTENCES.flatMap((key) => {
      const text = sentences[key];
      return text === undefined ? [] : [[SENTENCE_NAMES[key], text, SENTENCE_MODE, '']];
    }),
  ];
  const csv = Papa.unparse({ fields: [...COLUMNS], data: rows }, { delimiter: DELIMITER });
  return `${BYTE_ORDER_MARK}${csv}\r\n`;
}

/** What is wrong with a file; `line` is the line as a spreadsheet counts. */
export type FileProblem =
  | { readonly type: 'empty' | 'noHeader' | 'tooMany' | 'notText' }
  | {
      readonly type: 'badShort' | 'badLong' | 'badMode' | 'badSentence' | 'twice';
      readonly line: number;
      readonly word: string;
    };

export type ReadFile =
  | { readonly ok: true; readonly words: ListedWords }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** The words of a file; older spreadsheets write in the code page of Windows. */
export function decodeFile(bytes: ArrayBuffer): string | null {
  const view = new Uint8Array(bytes);
  if (view.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(view);
  } catch {
    return new TextDecoder('windows-1252').decode(view);
  }
}

const cell = (row: readonly string[], index: number): string =>
  index < 0 ? '' : (row[index] ?? '').trim();

type Columns = Readonly<Record<(typeof COLUMNS)[number], number>>;

/** An official sentence; null where the line is none of the known ones, or cannot be kept. */
function readSentence(
  row: readonly string[],
  at: Columns,
): readonly [MeetingSentenceKey, string] | null {
  const name = cell(row, at.singkatan).toLowerCase();
  const key = MEETING_SENTENCES.find((one) => SENTENCE_NAMES[one] === name);
  if (!key) return null;
  const read = meetingTemplatesSchema.shape[key].safeParse(cell(row, at.kepanjangan));
  return read.success ? [key, read.data] : null;
}

function readExpansion(row: readonly string[], at: Columns, line: number): Expansion | FileProblem {
  const short = cell(row, at.singkatan);
  const problem = (type: 'badShort' | 'badLong' | 'badMode'): FileProblem => ({
    type,
    line,
    word: short,
  });
  if (!shortSchema.safeParse(short).success) return problem('badShort');
  const given = cell(row, at.cara).toLowerCase();
  const mode = given === '' ? (isCased(short) ? 'pemicu' : 'otomatis') : given;
  if (mode !== 'otomatis' && mode !== 'pemicu') return problem('badMode');
  const forms = cell(row, at.kepanjangan)
    .split('|')
    .map((form) => form.trim())
    .filter((form) => form !== '');
  const isExact = isCased(short) || cell(row, at.persis).toLowerCase() === 'ya';
  const read = expansionSchema.safeParse({ short, forms, mode, isExact });
  return read.success ? read.data : problem('badLong');
}

/** The mark that divides the names of the columns; Excel writes the one of the computer's country. */
function delimiterOf(text: string): string {
  const [header = ''] = text.trimStart().split(/[\r\n]/, 1);
  return [';', '\t', ','].find((mark) => header.includes(mark)) ?? DELIMITER;
}

/** Reads a list of words; with one bad line nothing of it is taken. */
export function readWordsCsv(text: string): ReadFile {
  const content = text.replace(BYTE_ORDER_MARK, '');
  const { data } = Papa.parse<string[]>(content, { delimiter: delimiterOf(content) });
  const failed = (...problems: readonly FileProblem[]): ReadFile => ({ ok: false, problems });
  const isFilled = (row: readonly string[]) => row.some((value) => value.trim() !== '');
  const lines = data
    .map((row, index) => ({ row, line: index + 1 }))
    .filter(({ row }) => isFilled(row));
  const [header, ...rest] = lines;
  if (!header) return failed({ type: 'empty' });
  const names = header.row.map((name) => name.trim().toLowerCase());
  const at = {
    singkatan: names.indexOf('singkatan'),
    kepanjangan: names.indexOf('kepanjangan'),
    cara: names.indexOf('cara'),
    persis: names.indexOf('persis'),
  };
  if (at.singkatan < 0 || at.kepanjangan < 0) return failed({ type: 'noHeader' });
  if (rest.length === 0) return failed({ type: 'empty' });
  if (rest.length > MAX_IMPORTED) return failed({ type: 'tooMany' });

  const problems: FileProblem[] = [];
  const read = new Map<string, Expansion>();
  const sentences = new Map<MeetingSentenceKey, string>();
  for (const { row, line } of rest) {
    if (cell(row, at.cara).toLowerCase() === SENTENCE_MODE) {
      const sentence = readSentence(row, at);
      const word = cell(row, at.singkatan);
      if (!sentence) problems.push({ type: 'badSentence', line, word });
      else if (sentences.has(sentence[0])) problems.push({ type: 'twice', line, word });
      else sentences.set(...sentence);
      continue;
    }
    const found = readExpansion(row, at, line);
    if ('type' in found) problems.push(found);
    else if (read.has(found.short)) problems.push({ type: 'twice', line, word: found.short });
    else read.set(found.short, found);
  }
  if (problems.length > 0) return failed(...problems);
  const words = { expansions: [...read.values()], sentences: Object.fromEntries(sentences) };
  return { ok: true, words };
}

export interface ImportPlan {
  readonly added: readonly Expansion[];
  readonly replaced: readonly { readonly present: Expansion; readonly next: Expansion }[];
  readonly sameCount: number;
  /** Official sentences that would read otherwise. */
  readonly sentenceCount: number;
}

const isSame = (a: Expansion, b: Expansion): boolean =>
  a.mode === b.mode && a.isExact === b.isExact && a.forms.join('\n') === b.forms.join('\n');

/** What an import would do to the list as it is. */
export function planImport(
  present: ListedWords,
  { expansions, sentences }: ListedWords,
): ImportPlan {
  const known = new Map(present.expansions.map((one) => [one.short, one]));
  const added = expansions.filter(({ short }) => !known.has(short));
  const replaced = expansions.flatMap((next) => {
    const now = known.get(next.short);
    return now && !isSame(now, next) ? [{ present: now, next }] : [];
  });
  const sentenceCount = MEETING_SENTENCES.filter(
    (key) => sentences[key] !== undefined && sentences[key] !== present.sentences[key],
  ).length;
  const sameCount = expansions.length - added.length - replaced.length;
  return { added, replaced, sameCount, sentenceCount };
}
