import { Paragraph, Table, TableCell, TableLayoutType, TableRow } from 'docx';

import type { RichNode, Table as TableNode } from '../../../shared/document/rich-text.ts';
import type { PlacedCell } from '../table-grid.ts';
import { gridWidths, headerRowCount, tableGrid } from '../table-grid.ts';
import { CELL_MARGINS, CELL_SIDES_TWIPS, HEADER_SHADING, THIN_BORDERS, dxa } from './layout.ts';
import type { Part, RichContext } from './context.ts';

function cellPieces(
  cell: PlacedCell,
  widthTwips: number,
  context: RichContext,
  render: (nodes: readonly RichNode[], context: RichContext) => readonly Part[],
): readonly Part[] {
  const pieces = render(cell.content, {
    ...context,
    indentTwips: 0,
    widthTwips: widthTwips - CELL_SIDES_TWIPS,
    listDepth: 0,
    isQuote: false,
    isKeptWithNext: false,
    isInCell: true,
    alignment: 'start',
    isBold: context.isBold || cell.node?.type === 'tableHeader',
  });
  return pieces.length === 0 ? [new Paragraph({})] : pieces;
}

/** A table of the minutes with real widths; null where it has no cell at all. */
export function contentTable(
  node: TableNode,
  context: RichContext,
  render: (nodes: readonly RichNode[], context: RichContext) => readonly Part[],
): Table | null {
  const grid = tableGrid(node);
  if (grid.columnCount === 0) return null;
  const widths = gridWidths(grid, context.widthTwips);
  const headCount = headerRowCount(grid);
  const rows = grid.rows.map(
    (cells, rowIndex) =>
      new TableRow({
        ...(rowIndex < headCount ? { tableHeader: true, cantSplit: true } : {}),
        children: cells.map((cell) => {
          const widthTwips = widths
            .slice(cell.column, cell.column + cell.columnSpan)
            .reduce((sum, width) => sum + width, 0);
          return new TableCell({
            children: cellPieces(cell, widthTwips, context, render),
            width: dxa(widthTwips),
            ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
            ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
            ...(cell.node?.type === 'tableHeader' ? { shading: HEADER_SHADING } : {}),
          });
        }),
      }),
  );
  return new Table({
    rows,
    width: dxa(widths.reduce((sum, width) => sum + width, 0)),
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    indent: dxa(context.indentTwips),
    margins: CELL_MARGINS,
    borders: THIN_BORDERS,
  });
}
