import type { PastedEntry } from './pasted-line.ts';
import { BLANK_ENTRY, isNip, isPhone, presenceIn } from './pasted-line.ts';
import { isOrganizationText, isPositionText, splitPosition } from './position-words.ts';
import { cleanLine, splitTitles } from './titles.ts';

type Column =
  | 'number'
  | 'name'
  | 'titleBefore'
  | 'titleAfter'
  | 'position'
  | 'organization'
  | 'positionAndOrganization'
  | 'phone'
  | 'nip'
  | 'role'
  | 'presence'
  | 'ignored';

/** One row of cells and the line of the pasted text where it began, from 1. */
export interface TableRow {
  readonly lineNumber: number;
  readonly cells: readonly string[];
}

/** Rows as spreadsheets copy them: cells by tabs, a cell with line breaks or tabs in quotes. */
export function readRows(text: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let lineNumber = 1;
  let startedAt = 1;
  const endRow = (): void => {
    rows.push({ lineNumber: startedAt, cells: [...cells, cell].map(cleanLine) });
    cells = [];
    cell = '';
    startedAt = lineNumber;
  };
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? '';
    if (letter === '\n') lineNumber += 1;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[index + 1] === '"') {
        cell += letter;
        index += 1;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '' && closesCell(text, index)) isQuoted = true;
    else if (letter === '\t') {
      cells.push(cell);
      cell = '';
    } else if (letter === '\n') endRow();
    else cell += letter;
  }
  endRow();
  return rows.filter((row) => row.cells.some((each) => each !== ''));
}

const QUOTED_CELL = /"(?:[^"]|"")*" *(?=[\t\r\n]|$)/uy;

/** Whether a quote at the start of a cell is closed by one at its end: else it is just a letter. */
function closesCell(text: string, start: number): boolean {
  QUOTED_CELL.lastIndex = start;
  return QUOTED_CELL.test(text);
}

const HEADERS: readonly (readonly [pattern: RegExp, column: Column])[] = [
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
  [/^nama|^name$/iu, 'name'],
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

function headerColumns(cells: readonly string[]): readonly Column[] | null {
  const columns = cells.map(
    (cell) => HEADERS.find(([pattern]) => pattern.test(cell))?.[1] ?? 'ignored',
  );
  const known = cells.filter((cell) => HEADERS.some(([pattern]) => pattern.test(cell))).length;
  // One heading among the cells may be chance ("Nama" is none): the name and one more are not.
  return columns.includes('name') && known >= Math.min(2, cells.length) ? columns : null;
}

/** Share of the filled cells of which `test` is true. */
function share(cells: readonly string[], test: (cell: string) => boolean): number {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

const MOST = 0.6;

function guessColumns(rows: readonly TableRow[]): readonly Column[] {
  const width = Math.max(...rows.map((row) => row.cells.length));
  const columns = Array.from({ length: width }, (_, at) => rows.map((row) => row.cells[at] ?? ''));
  const guesses = columns.map((cells): Column | null => {
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
  const open: Column[] = ['name'];
  if (!named.has('positionAndOrganization')) {
    if (!named.has('position') && guesses.filter((guess) => guess === null).length > 2) {
      open.push('position');
    }
    if (!named.has('organization')) open.push('organization');
    if (!named.has('position')) open.push('position');
  }
  return guesses.map((guess) => guess ?? open.shift() ?? 'ignored');
}

function readCells(cells: readonly string[], columns: readonly Column[]): PastedEntry {
  let entry = BLANK_ENTRY;
  cells.forEach((cell, at) => {
    if (cell === '') return;
    const column = columns[at] ?? 'ignored';
    switch (column) {
      case 'name': {
        const split = splitTitles(cell);
        entry = {
          ...entry,
          name: split.name,
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
      case 'number':
      case 'ignored':
        break;
      default:
        column satisfies never;
    }
  });
  return entry.name === '' ? { ...entry, isUnclear: true } : entry;
}

/** Reads rows copied from a spreadsheet; a row of headings says what the columns are. */
export function readTable(
  text: string,
): readonly { readonly row: TableRow; readonly entry: PastedEntry }[] {
  const rows = readRows(text);
  const headerAt = rows.slice(0, 5).findIndex((row) => headerColumns(row.cells) !== null);
  const body = rows.slice(headerAt + 1);
  if (body.length === 0) return [];
  const columns = headerColumns(rows[headerAt]?.cells ?? []) ?? guessColumns(body);
  return body
    .map((row) => ({ row, entry: readCells(row.cells, columns) }))
    .filter(({ entry }) => entry.name !== '' || entry.position !== '' || entry.organization !== '');
}
