import type { Line } from './pdf-lines.ts';

/** Cells of a table on a page, as text; lines of a cell are parted by "\n". */
export interface PdfTable {
  readonly type: 'table';
  readonly columns: number;
  readonly rows: readonly (readonly string[])[];
}

export interface PdfText {
  readonly type: 'lines';
  readonly lines: readonly Line[];
}

interface Span {
  readonly left: number;
  readonly right: number;
}

/** Columns stand at least so far apart. */
const NARROWEST_GUTTER = 4;
/** Rows of a table, and its lines, are not farther apart than this, by their height. */
const FARTHEST_LINE = 3.2;
/** A line of one cell that stands farther than this below the one before is no part of the table. */
const FARTHEST_SINGLE = 2;
const ROW_GAP = 1.2;

/** What the chunks of some lines cover of the width, as spans with gutters between them. */
function columnsOf(lines: readonly Line[]): readonly Span[] {
  const spans = lines
    .flatMap(({ chunks }) => chunks.map(({ left, right }) => ({ left, right })))
    .toSorted((a, b) => a.left - b.left);
  const columns: { left: number; right: number }[] = [];
  for (const span of spans) {
    const last = columns.at(-1);
    if (last !== undefined && span.left < last.right + NARROWEST_GUTTER)
      last.right = Math.max(last.right, span.right);
    else columns.push({ ...span });
  }
  return columns;
}

const mostChunks = (lines: readonly Line[]): number =>
  Math.max(...lines.map(({ chunks }) => chunks.length));

/** How many of the lines that follow belong to a table that begins with the first of them. */
function tableLength(lines: readonly Line[]): number {
  const [first] = lines;
  if (first === undefined || first.chunks.length < 2) return 0;
  let length = 1;
  for (; length < lines.length; length += 1) {
    const [before, line] = [lines[length - 1], lines[length]];
    if (before === undefined || line === undefined) break;
    const gap = (before.baseline - line.baseline) / Math.max(before.height, line.height);
    if (gap > (line.chunks.length > 1 ? FARTHEST_LINE : FARTHEST_SINGLE)) break;
    const taken = lines.slice(0, length + 1);
    // A line across the columns ends the table.
    if (columnsOf(taken).length < mostChunks(taken)) break;
  }
  // Lines of one cell at the end are what follows the table, unless they stand in a later column.
  const columns = columnsOf(lines.slice(0, length));
  const start = columns[1]?.left ?? 0;
  while (length > 1) {
    const last = lines[length - 1];
    if (last === undefined || last.chunks.length > 1 || last.left >= start - NARROWEST_GUTTER)
      break;
    length -= 1;
  }
  const taken = lines.slice(0, length);
  return taken.filter(({ chunks }) => chunks.length > 1).length >= 2 ? length : 0;
}

/** The lines that begin a row. */
function rowStarts(lines: readonly Line[], columns: readonly Span[]): readonly boolean[] {
  const gaps = lines.map((line, index) => {
    const before = lines[index - 1];
    return before === undefined ? Infinity : before.baseline - line.baseline;
  });
  const height = Math.max(...lines.map((line) => line.height));
  const inner = Math.min(...gaps.filter((gap) => gap >= 0.9 * height));
  const isSpaced = gaps.some((gap, index) => index > 0 && gap > inner * ROW_GAP);
  const firstRight = columns[0]?.right ?? 0;
  const hasFirst = (line: Line): boolean => line.left <= firstRight;
  const hasFirstCells = lines.filter(hasFirst).length;
  // Where rows stand apart, the gaps tell; where all lines are equally far apart, the first column.
  const isByGaps =
    isSpaced &&
    lines.filter((line, index) => hasFirst(line) && (gaps[index] ?? 0) <= inner * ROW_GAP).length <
      hasFirstCells / 2;
  return lines.map((line, index) => {
    if (index === 0) return true;
    return isByGaps ? (gaps[index] ?? 0) > inner * ROW_GAP : hasFirst(line);
  });
}

function tableOf(lines: readonly Line[]): PdfTable {
  const columns = columnsOf(lines);
  const starts = rowStarts(lines, columns);
  const rows: string[][] = [];
  lines.forEach((line, index) => {
    if (starts[index] === true || rows.length === 0) rows.push(columns.map(() => ''));
    const row = rows.at(-1) ?? [];
    for (const chunk of line.chunks) {
      const column = columns.findIndex(
        ({ left, right }) => chunk.left >= left && chunk.left <= right,
      );
      row[column] = [row[column] ?? '', chunk.text].filter(Boolean).join('\n');
    }
  });
  return withoutSplits(rows);
}

/** A heading in the middle of its column leaves a gutter beside the words below it: one column, not two. */
function withoutSplits(rows: readonly (readonly string[])[]): PdfTable {
  const columns = rows[0]?.length ?? 0;
  for (let column = 1; column < columns; column += 1) {
    const isSplit = rows.every((row) => row[column - 1] === '' || row[column] === '');
    if (!isSplit || columns < 3) continue;
    return withoutSplits(
      rows.map((row) => [
        ...row.slice(0, column - 1),
        `${row[column - 1]}${row[column]}`,
        ...row.slice(column + 1),
      ]),
    );
  }
  return { type: 'table', columns, rows };
}

/** Parts the lines of a page into tables, by the gutters between their cells, and what is none. */
export function tablesIn(lines: readonly Line[]): readonly (PdfTable | PdfText)[] {
  const parts: (PdfTable | PdfText)[] = [];
  let text: Line[] = [];
  const endText = (): void => {
    if (text.length > 0) parts.push({ type: 'lines', lines: text });
    text = [];
  };
  for (let at = 0; at < lines.length;) {
    const length = tableLength(lines.slice(at, at + 400));
    const line = lines[at];
    if (length === 0) {
      if (line !== undefined) text.push(line);
      at += 1;
    } else {
      endText();
      parts.push(tableOf(lines.slice(at, at + length)));
      at += length;
    }
  }
  endText();
  return parts;
}
