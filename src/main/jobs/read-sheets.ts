import { basename, extname } from 'node:path';

import Papa from 'papaparse';
import readXlsx from 'read-excel-file/node';

import { AppError } from '../../shared/contract/errors.ts';
import type { AttendanceSheet } from '../../shared/minutes/attendance-file.ts';
import { decodeText } from '../files/decode-text.ts';
import { readZip } from '../opc/zip.ts';
import { readUpTo } from './word-file.ts';

/** Reads the cells of a CSV or XLSX file as text. */
export interface ReadSheetsJob {
  readonly type: 'read-sheets';
  readonly path: string;
}

const LARGEST_FILE_BYTES = 20_000_000;
const LARGEST_INFLATED_BYTES = 200_000_000;
const MOST_ENTRIES = 2000;
/** More than any meeting has; the window shows and corrects every one of them. */
const MOST_ROWS = 5000;
const MOST_COLUMNS = 60;
const LONGEST_CELL = 500;

const DELIMITERS = [',', ';', '\t', '|'];

/** How encrypted workbooks and those from before 2007 begin. */
const OLE_MARK = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0);

const startsWith = (bytes: Uint8Array, mark: Uint8Array): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

const pad = (part: number): string => String(part).padStart(2, '0');

/** A date of a workbook has no zone: its UTC fields are what the cell shows. */
function dateText(date: Date): string {
  // Workbooks count days in fractions: a minute may be a millisecond short.
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  const time = `${pad(rounded.getUTCHours())}:${pad(rounded.getUTCMinutes())}`;
  // A time of day alone is one of the day from which workbooks count.
  if (rounded.getUTCFullYear() < 1901) return time;
  const day = rounded.toISOString().slice(0, 10);
  return time === '00:00' ? day : `${day} ${time}`;
}

function cellText(value: unknown): string {
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Throws `sheet-too-large`: what would be left out in silence is refused as a whole. */
function bounded(name: string, rows: readonly (readonly string[])[]): AttendanceSheet {
  const isTooWide = rows.some((cells) => cells.length > MOST_COLUMNS);
  const last = rows.findLastIndex((cells) => cells.some((cell) => cell.trim() !== ''));
  if (last >= MOST_ROWS || isTooWide) {
    throw new AppError('sheet-too-large', { rows: MOST_ROWS, columns: MOST_COLUMNS });
  }
  return {
    name,
    rows: rows.slice(0, last + 1).map((cells) => cells.map((cell) => cell.slice(0, LONGEST_CELL))),
  };
}

function readText(name: string, bytes: Uint8Array): readonly AttendanceSheet[] {
  // "sep=;" is for spreadsheet programs, which do not show it either.
  const [declared = '', separator] = /^\uFEFF?sep=(.)\r?\n/u.exec(decodeText(bytes)) ?? [];
  const text = decodeText(bytes).slice(declared.length);
  if (text.includes('\0')) throw new AppError('sheet-unreadable');
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: DELIMITERS,
    ...(separator === undefined ? {} : { delimiter: separator }),
  });
  return [bounded(name, data)];
}

async function readWorkbook(bytes: Buffer): Promise<readonly AttendanceSheet[]> {
  // The reader of workbooks trusts its file; this says first whether it unpacks to something sane.
  readZip(bytes, {
    largestBytes: LARGEST_FILE_BYTES,
    largestInflatedBytes: LARGEST_INFLATED_BYTES,
    mostEntries: MOST_ENTRIES,
  });
  // Numbers stay as written: an NIP has more digits than a number keeps.
  const sheets = await readXlsx(bytes, { parseNumber: (text: string) => text });
  return sheets.map(({ sheet, data }) =>
    bounded(
      sheet,
      data.map((cells) => cells.map(cellText)),
    ),
  );
}

/**
 * The sheets of a file that are not empty. Throws `file-unreadable`, `sheet-too-large`,
 * `sheet-encrypted`, `sheet-unreadable` or `sheet-empty`.
 */
export async function runReadSheets({ path }: ReadSheetsJob): Promise<readonly AttendanceSheet[]> {
  const bytes = await readUpTo(path, LARGEST_FILE_BYTES, 'sheet-too-large');
  if (startsWith(bytes, OLE_MARK)) throw new AppError('sheet-encrypted');
  const isZip = startsWith(bytes, new TextEncoder().encode('PK\u0003\u0004'));
  const name = basename(path, extname(path));
  const sheets = isZip
    ? await readWorkbook(bytes).catch((error: unknown) => {
        throw error instanceof AppError
          ? error
          : new AppError('sheet-unreadable', {}, { cause: error });
      })
    : readText(name, bytes);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) throw new AppError('sheet-empty');
  return filled;
}
