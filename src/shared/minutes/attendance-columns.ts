import type { PastedEntry } from './pasted-line.ts';
import { BLANK_ENTRY, isNip, isPhone, presenceIn } from './pasted-line.ts';
import { isOrganizationText, isPositionText, splitPosition } from './position-words.ts';
import { splitTitles } from './titles.ts';
import { parseTimeOfDay } from './typed-forms.ts';

/** What the cells of a column can say of somebody on a list. */
export const ATTENDANCE_COLUMNS = [
  'name',
  'givenName',
  'familyName',
  'titleBefore',
  'titleAfter',
  'position',
  'organization',
  'positionAndOrganization',
  'role',
  'presence',
  'arrived',
  'left',
  'phone',
  'nip',
  'number',
  'ignored',
] as const;
export type AttendanceColumn = (typeof ATTENDANCE_COLUMNS)[number];

/** One row of cells and the line of its text or file where it began, from 1. */
export interface CellRow {
  readonly lineNumber: number;
  readonly cells: readonly string[];
}

const HEADERS: readonly (readonly [pattern: RegExp, column: AttendanceColumn])[] = [
  [/^(?:no|nomor|nomor urut|no urut|#)\.?$/iu, 'number'],
  [
    /jabatan.*(?:instansi|lembaga|unit|asal|organisasi)|(?:instansi|lembaga).*jabatan/iu,
    'positionAndOrganization',
  ],
  [/gelar depan/iu, 'titleBefore'],
  [/^gelar(?: belakang)?$/iu, 'titleAfter'],
  [
    /instansi|lembaga|organisasi|unit kerja|asal|satker|satuan kerja|perwakilan|utusan/iu,
    'organization',
  ],
  [/^(?:nama depan|first name|given name)$/iu, 'givenName'],
  [/^(?:nama belakang|last name|surname|family name)$/iu, 'familyName'],
  [/^nama|^name$|^full name$|^name \(/iu, 'name'],
  [
    /^jam (?:masuk|datang)|waktu (?:masuk|bergabung)|^(?:join|joined)\b|time joined|first join/iu,
    'arrived',
  ],
  [
    /^jam (?:keluar|pulang)|waktu (?:keluar|meninggalkan)|^leave\b|time exited|last leave/iu,
    'left',
  ],
  [/jabatan|posisi/iu, 'position'],
  [/\bhp\b|handphone|telepon|telp|\bwa\b|whatsapp|kontak/iu, 'phone'],
  [/^nip/iu, 'nip'],
  [/^peran|^sebagai/iu, 'role'],
  [/^kehadiran|^hadir|^status|^ket(?:erangan)?\.?$|^presensi/iu, 'presence'],
  [
    /tanda tangan|^ttd|paraf|e-?mail|^nik$|tanggal|waktu|timestamp|stempel|pangkat|golongan/iu,
    'ignored',
  ],
];

/** The columns that a row of headings names; null where the row is none. */
export function headingColumns(cells: readonly string[]): readonly AttendanceColumn[] | null {
  const columns = cells.map(
    (cell) => HEADERS.find(([pattern]) => pattern.test(cell))?.[1] ?? 'ignored',
  );
  const known = cells.filter((cell) => HEADERS.some(([pattern]) => pattern.test(cell))).length;
  // One heading among the cells may be chance ("Nama" is none): the name and one more are not.
  const hasName = columns.includes('name') || columns.includes('givenName');
  return hasName && known >= Math.min(2, cells.length) ? columns : null;
}

/** Share of the filled cells of which `test` is true. */
function share(cells: readonly string[], test: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

const MOST = 0.6;

/** What columns without headings hold, by their cells. */
export function guessColumns(rows: readonly CellRow[]): readonly AttendanceColumn[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row.cells[at] ?? ''));
  const guesses = columns.map((cells): AttendanceColumn | null => {
    if (share(cells, (cell) => cell !== '') === 0) return 'ignored';
    if (share(cells, isNip) >= MOST) return 'nip';
    if (share(cells, isPhone) >= MOST) return 'phone';
    if (share(cells, (cell) => /^\d{1,5}[.)]?$/u.test(cell)) >= MOST) return 'number';
    if (share(cells, (cell) => presenceIn(cell) !== null) >= MOST) return 'presence';
    if (share(cells, isOrganizationText) >= MOST) return 'organization';
    if (share(cells, isPositionText) < MOST) return null;
    const isBoth = (cell: string): boolean => splitPosition(cell).organization !== '';
    return share(cells, isBoth) >= MOST ? 'positionAndOrganization' : 'position';
  });
  const named = new Set(guesses);
  // What no word gives away: the first such column are the names, then position, then organization.
  const open: AttendanceColumn[] = ['name'];
  if (!named.has('positionAndOrganization')) {
    if (!named.has('position') && guesses.filter((guess) => guess === null).length > 2) {
      open.push('position');
    }
    if (!named.has('organization')) open.push('organization');
    if (!named.has('position')) open.push('position');
  }
  return guesses.map((guess) => guess ?? open.shift() ?? 'ignored');
}

const CLOCK =
  /(?<![\d./-])(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.]\d{2})?(?![\d./-])\s*(?<half>[ap]\.?m\.?)?/giu;

/** The time of day in a cell that may hold a date before it: "18/02/2025 09:11:03 PM" is "21:11". */
export function clockIn(cell: string): string | null {
  const found = [...cell.matchAll(CLOCK)].at(-1)?.groups;
  if (found === undefined) return null;
  const hour = Number(found['hour']);
  const half = found['half']?.[0]?.toLowerCase();
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return parseTimeOfDay(`${hours}:${found['minute'] ?? ''}`);
}

/** What the cells of one row say of somebody. */
export function readCells(
  cells: readonly string[],
  columns: readonly AttendanceColumn[],
): PastedEntry {
  let entry = BLANK_ENTRY;
  cells.forEach((cell, at) => {
    if (cell === '') return;
    const column = columns[at] ?? 'ignored';
    switch (column) {
      case 'familyName':
        entry = { ...entry, name: `${entry.name} ${cell}`.trim() };
        break;
      case 'name':
      case 'givenName': {
        const split = splitTitles(cell);
        entry = {
          ...entry,
          name: [split.name, entry.name].filter(Boolean).join(' '),
          titleBefore: entry.titleBefore || split.titleBefore,
          titleAfter: entry.titleAfter || split.titleAfter,
          isUnclear: entry.isUnclear || !/\p{L}/u.test(cell) || split.name.includes(','),
        };
        break;
      }
      case 'positionAndOrganization': {
        const { position, organization } = splitPosition(cell);
        entry = { ...entry, position, organization };
        break;
      }
      case 'presence':
        entry = { ...entry, presence: presenceIn(cell) };
        break;
      case 'titleBefore':
      case 'titleAfter':
      case 'position':
      case 'organization':
      case 'phone':
      case 'nip':
        entry = { ...entry, [column]: cell };
        break;
      case 'role':
        entry = { ...entry, role: cell };
        break;
      case 'arrived':
      case 'left':
        entry = { ...entry, [column]: clockIn(cell) };
        break;
      case 'number':
      case 'ignored':
        break;
      default:
        column satisfies never;
    }
  });
  return entry.name === '' ? { ...entry, isUnclear: true } : entry;
}

/** Where the headings stand among the first rows, and what they say; row -1 where there are none. */
export function findHeadings(
  rows: readonly CellRow[],
  among: number,
): { readonly row: number; readonly columns: readonly AttendanceColumn[] | null } {
  for (const [row, { cells }] of rows.slice(0, among).entries()) {
    const columns = headingColumns(cells);
    if (columns !== null) return { row, columns };
  }
  return { row: -1, columns: null };
}

/** Headings that stand lower are taken for something else. */
const HEADINGS_AMONG = 5;

/** Reads rows of a table of attendees; a row of headings says what the columns are. */
export function readCellRows(
  rows: readonly CellRow[],
): readonly { readonly row: CellRow; readonly entry: PastedEntry }[] {
  const headings = findHeadings(rows, HEADINGS_AMONG);
  const body = rows.slice(headings.row + 1);
  if (body.length === 0) return [];
  return readBody(body, headings.columns ?? guessColumns(body));
}

/** Reads rows whose columns are known; what names nobody is passed over. */
export function readBody(
  rows: readonly CellRow[],
  columns: readonly AttendanceColumn[],
): readonly { readonly row: CellRow; readonly entry: PastedEntry }[] {
  return rows
    .map((row) => ({ row, entry: readCells(row.cells, columns) }))
    .filter(({ entry }) => entry.name !== '' || entry.position !== '' || entry.organization !== '');
}
