import type { AttendanceColumn, CellRow } from './attendance-columns.ts';
import { findHeadings, guessColumns, headingColumns, readBody } from './attendance-columns.ts';
import type { PastedLine } from './pasted-attendance.ts';
import type { PastedEntry } from './pasted-line.ts';
import { isOrganizationText } from './position-words.ts';
import { cleanLine, nameKey, splitTitles } from './titles.ts';

/** One sheet of a file of attendees, its cells as text; a CSV file has one. */
export interface AttendanceSheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

/** How a sheet is read: guessed first, then as the user corrects it. */
export interface SheetReading {
  /** Index of the row of headings; -1 where there is none. */
  readonly headings: number;
  readonly columns: readonly AttendanceColumn[];
  /** A list that a program for online meetings made: who is on it was there, online. */
  readonly isOnline: boolean;
}

/** Reports of online meetings begin with facts of the meeting. */
const HEADINGS_AMONG = 20;

/** Headings that only lists of online meetings have; Zoom, Google Meet and Teams write them. */
const ONLINE_HEADING =
  /original name|nama asli|time joined|time exited|join time|leave time|first join|last leave|in-meeting duration|durasi dalam rapat/iu;

const cellRows = (sheet: AttendanceSheet): readonly CellRow[] =>
  sheet.rows.map((cells, at) => ({ lineNumber: at + 1, cells: cells.map(cleanLine) }));

const isFilled = ({ cells }: CellRow): boolean => cells.some((cell) => cell !== '');

/** A sheet read with its headings in a certain row; -1: it has none. */
export function readingWithHeadings(
  sheet: AttendanceSheet,
  headings: number,
  isOnline: boolean,
): SheetReading {
  const rows = cellRows(sheet);
  const body = rows.slice(headings + 1).filter(isFilled);
  const named = headingColumns(rows[headings]?.cells ?? []);
  const columns = named ?? (body.length === 0 ? [] : guessColumns(body));
  const width = Math.max(0, ...rows.slice(Math.max(0, headings)).map(({ cells }) => cells.length));
  const filled = Array.from({ length: width }, (_, at) => columns[at] ?? 'ignored');
  return { headings, isOnline, columns: filled };
}

/** What the columns of a sheet most likely are. */
export function guessReading(sheet: AttendanceSheet): SheetReading {
  const { row } = findHeadings(cellRows(sheet), HEADINGS_AMONG);
  const isOnline = (sheet.rows[row] ?? []).some((cell) => ONLINE_HEADING.test(cell));
  return readingWithHeadings(sheet, row, isOnline);
}

/** By what a choice of columns is remembered; null where the sheet has no headings. */
export function headingsKey(sheet: AttendanceSheet, { headings }: SheetReading): string | null {
  const cells = sheet.rows[headings];
  return cells === undefined ? null : cells.map((cell) => nameKey(cell)).join('\t');
}

/** "KPU Kota Contoh_Budi Contoh (Budi)": the name that was shown, apart from its organization. */
function shownName(entry: PastedEntry): PastedEntry {
  const shown = entry.name.replace(/\s*\([^)]*\)\s*$/u, '') || entry.name;
  const parts = shown.split(/\s*[_|]\s*|\s+[-–]\s+/u).filter(Boolean);
  const [first = '', second = ''] = parts;
  if (parts.length !== 2) return { ...entry, ...splitTitles(shown) };
  const isFirst = isOrganizationText(first);
  const isSecond = isOrganizationText(second);
  // Which half is whose name cannot be told from the words: somebody has to look.
  if (isFirst === isSecond) return { ...entry, name: shown, isUnclear: true };
  const [organization, name] = isFirst ? [first, second] : [second, first];
  return { ...entry, ...splitTitles(name), organization: entry.organization || organization };
}

/** One participant whose connection broke is listed once for each time they came. */
function rejoined(lines: readonly PastedLine[]): readonly PastedLine[] {
  const inOrder = lines.toSorted((a, b) => (a.arrived ?? '').localeCompare(b.arrived ?? ''));
  return inOrder.reduce<readonly PastedLine[]>((known, line) => {
    const last = known.at(-1);
    // Whoever was there twice at the same time is two people of one name.
    const left = last?.left ?? null;
    const isLater = left !== null && line.arrived !== null && line.arrived >= left;
    if (last === undefined || !isLater) return [...known, line];
    const joined = {
      ...last,
      left: line.left,
      rowCount: (last.rowCount ?? 1) + 1,
      source: `${last.source} / ${line.source}`,
    };
    return [...known.slice(0, -1), joined];
  }, []);
}

/** "3. Activities": where the list of people ends in a report of several lists. */
const isNextPart = ({ cells }: CellRow): boolean =>
  /^\d+\.\s+\D/u.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell === '');

/** The people of a sheet, one line each, for correction before anything is added. */
export function readSheetLines(
  sheet: AttendanceSheet,
  { headings, columns, isOnline }: SheetReading,
): readonly PastedLine[] {
  const below = cellRows(sheet).slice(headings + 1);
  const end = isOnline ? below.findIndex(isNextPart) : -1;
  const body = (end === -1 ? below : below.slice(0, end)).filter(isFilled);
  const lines = readBody(body, columns).map(({ row, entry }): PastedLine => {
    const named = isOnline ? shownName(entry) : entry;
    return {
      ...named,
      presence: named.presence ?? (isOnline ? 'daring' : null),
      lineNumber: row.lineNumber,
      source: row.cells.filter(Boolean).join(' · '),
    };
  });
  if (!isOnline) return lines;
  const email = (sheet.rows[headings] ?? []).findIndex((cell) => /e-?mail|surel/iu.test(cell));
  const byPerson = Map.groupBy(lines, ({ lineNumber, name, organization }) => {
    const address = sheet.rows[lineNumber - 1]?.[email] ?? '';
    // A device without a name is nobody who could be known again.
    return name === ''
      ? String(lineNumber)
      : [name, organization, address].map((part) => nameKey(part)).join('\n');
  });
  return [...byPerson.values()].flatMap(rejoined).toSorted((a, b) => a.lineNumber - b.lineNumber);
}
