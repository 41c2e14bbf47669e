import type { CellRow } from './attendance-columns.ts';
import { readCellRows } from './attendance-columns.ts';
import type { PastedEntry } from './pasted-line.ts';
import { cleanLine } from './titles.ts';

/** Rows as spreadsheets copy them: cells by tabs, a cell with line breaks or tabs in quotes. */
export function readRows(text: string): readonly CellRow[] {
  const rows: CellRow[] = [];
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

/** Reads rows copied from a spreadsheet; a row of headings says what the columns are. */
export function readTable(
  text: string,
): readonly { readonly row: CellRow; readonly entry: PastedEntry }[] {
  return readCellRows(readRows(text));
}
