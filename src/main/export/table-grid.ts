import type {
  RichNode,
  Table as TableNode,
  TableCell as TableCellNode,
} from '../../shared/document/rich-text.ts';

/** Word opens no table with more columns. */
const MOST_COLUMNS = 63;
/** Headings that are repeated leave most of a page to what they head. */
const MOST_HEADER_ROWS = 3;
const NARROWEST_COLUMN_TWIPS = 200;
/** Column widths of the editor are CSS pixels, 96 to the inch. */
const TWIPS_PER_PIXEL = 15;

export interface PlacedCell {
  readonly node: TableCellNode | null;
  readonly content: readonly RichNode[];
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface TableGrid {
  readonly rows: readonly (readonly PlacedCell[])[];
  readonly columnCount: number;
}

const emptyCell = (column: number, columnSpan: number): PlacedCell => ({
  node: null,
  content: [],
  column,
  columnSpan,
  rowSpan: 1,
});

/**
 * Puts cells into a grid without gaps or overlaps, whatever their spans say. What lies beyond the
 * last column that Word can show goes into that row's last cell, so that no word is lost.
 */
export function tableGrid(table: TableNode): TableGrid {
  const rowCount = table.content.length;
  /** For each column, the first row that is free again under a cell that spans rows. */
  const freeFrom: number[] = [];
  const rows = table.content.map((row, rowIndex) => {
    const cells: PlacedCell[] = [];
    let column = 0;
    for (const node of row.content) {
      while ((freeFrom[column] ?? 0) > rowIndex) column += 1;
      const last = cells.at(-1);
      if (column >= MOST_COLUMNS && last) {
        cells[cells.length - 1] = { ...last, content: [...last.content, ...node.content] };
        continue;
      }
      let columnSpan = 1;
      const wanted = Math.min(node.attrs?.colspan ?? 1, MOST_COLUMNS - column);
      while (columnSpan < wanted && (freeFrom[column + columnSpan] ?? 0) <= rowIndex) {
        columnSpan += 1;
      }
      const rowSpan = Math.min(node.attrs?.rowspan ?? 1, rowCount - rowIndex);
      for (let spanned = column; spanned < column + columnSpan; spanned += 1) {
        freeFrom[spanned] = rowIndex + rowSpan;
      }
      cells.push({ node, content: node.content, column, columnSpan, rowSpan });
      column += columnSpan;
    }
    return cells;
  });
  return compacted(filled(rows, freeFrom.length));
}

/** Adds empty cells where a row leaves columns open. */
function filled(
  rows: readonly (readonly PlacedCell[])[],
  columnCount: number,
): readonly (readonly PlacedCell[])[] {
  const taken: number[] = Array.from({ length: columnCount }, () => 0);
  return rows.map((cells, rowIndex) => {
    for (const cell of cells) {
      taken.fill(rowIndex + cell.rowSpan, cell.column, cell.column + cell.columnSpan);
    }
    const gaps = taken.flatMap((freeRow, column) =>
      freeRow > rowIndex ? [] : [emptyCell(column, 1)],
    );
    return [...cells, ...gaps].sort((a, b) => a.column - b.column);
  });
}

/** Columns in which no cell begins are none: a span over nothing must not squeeze the others. */
function compacted(rows: readonly (readonly PlacedCell[])[]): TableGrid {
  const starts = [...new Set(rows.flat().map((cell) => cell.column))].sort((a, b) => a - b);
  const compact = (cell: PlacedCell): PlacedCell => ({
    ...cell,
    column: starts.indexOf(cell.column),
    columnSpan: starts.filter(
      (start) => start >= cell.column && start < cell.column + cell.columnSpan,
    ).length,
  });
  return { rows: rows.map((cells) => cells.map(compact)), columnCount: starts.length };
}

/** Widths as set in the editor, scaled down to the room there is; even columns where none are set. */
export function gridWidths(grid: TableGrid, roomTwips: number): readonly number[] {
  const even = Math.floor(roomTwips / grid.columnCount);
  const wanted = Array.from({ length: grid.columnCount }, () => even);
  for (const cell of grid.rows[0] ?? []) {
    const pixelWidths = cell.node?.attrs?.colwidth ?? [];
    if (pixelWidths.length !== cell.columnSpan) continue;
    pixelWidths.forEach((pixels, offset) => {
      if (pixels > 0) wanted[cell.column + offset] = pixels * TWIPS_PER_PIXEL;
    });
  }
  const total = wanted.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, roomTwips / total);
  return wanted.map((width) => Math.max(NARROWEST_COLUMN_TWIPS, Math.floor(width * scale)));
}

/** How many rows head the table: of two, one with a cell over several columns, both are repeated. */
export function headerRowCount({ rows }: TableGrid): number {
  const firstPlainRow = rows.findIndex(
    (cells) => !cells.every((cell) => cell.node?.type === 'tableHeader'),
  );
  return firstPlainRow === -1 ? 1 : Math.min(firstPlainRow, MOST_HEADER_ROWS);
}
