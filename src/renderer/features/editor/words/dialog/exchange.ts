import Papa from 'papaparse';

import type { Expansion } from '../../../../../shared/words/expansion.ts';
import { expansionSchema, isCased, shortSchema } from '../../../../../shared/words/expansion.ts';
import { MAX_IMPORTED } from '../../../../../shared/contract/words.ts';

// Excel opens a list like this without asking: semicolons, as Indonesian Windows writes them.
const DELIMITER = ';';
const BYTE_ORDER_MARK = '\uFEFF';
const FORM_SEPARATOR = ' | ';
const COLUMNS = ['singkatan', 'kepanjangan', 'cara', 'persis'] as const;
export const MAX_FILE_BYTES = 2_000_000;

/** The list as a file for a spreadsheet, and for another office's Notula. */
export function expansionsToCsv(expansions: readonly Expansion[]): string {
  const rows = expansions.map((one) => [
    one.short,
    one.forms.join(FORM_SEPARATOR),
    one.mode,
    one.isExact ? 'ya' : 'tidak',
  ]);
  const csv = Papa.unparse({ fields: [...COLUMNS], data: rows }, { delimiter: DELIMITER });
  return `${BYTE_ORDER_MARK}${csv}\r\n`;
}

/** What is wrong with a file; `line` is the line as a spreadsheet counts. */
export type FileProblem =
  | { readonly type: 'empty' | 'noHeader' | 'tooMany' | 'notText' }
  | {
      readonly type: 'badShort' | 'badLong' | 'badMode' | 'twice';
      readonly line: number;
      readonly word: string;
    };

export type ReadFile =
  | { readonly ok: true; readonly expansions: readonly Expansion[] }
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

function readRow(
  row: readonly string[],
  at: Readonly<Record<(typeof COLUMNS)[number], number>>,
  line: number,
): Expansion | FileProblem {
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

/** Reads a list of abbreviations; with one bad line nothing of it is taken. */
export function readExpansionsCsv(text: string): ReadFile {
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
  for (const { row, line } of rest) {
    const found = readRow(row, at, line);
    if ('type' in found) problems.push(found);
    else if (read.has(found.short)) problems.push({ type: 'twice', line, word: found.short });
    else read.set(found.short, found);
  }
  return problems.length > 0 ? failed(...problems) : { ok: true, expansions: [...read.values()] };
}

export interface ImportPlan {
  readonly added: readonly Expansion[];
  readonly replaced: readonly { readonly present: Expansion; readonly next: Expansion }[];
  readonly sameCount: number;
}

const isSame = (a: Expansion, b: Expansion): boolean =>
  a.mode === b.mode && a.isExact === b.isExact && a.forms.join('\n') === b.forms.join('\n');

/** What an import would do to the list as it is. */
export function planImport(
  present: readonly Expansion[],
  imported: readonly Expansion[],
): ImportPlan {
  const known = new Map(present.map((one) => [one.short, one]));
  const added = imported.filter(({ short }) => !known.has(short));
  const replaced = imported.flatMap((next) => {
    const now = known.get(next.short);
    return now && !isSame(now, next) ? [{ present: now, next }] : [];
  });
  return { added, replaced, sameCount: imported.length - added.length - replaced.length };
}
