import type { RichNode, Table as TableNode } from '../../../shared/document/rich-text.ts';
import type { PlacedCell } from '../table-grid.ts';
import { gridWidths, headerRowCount, tableGrid } from '../table-grid.ts';
import type { RichContext } from './context.ts';
import type { Xml } from './elements.ts';
import { CELL_SIDES_TWIPS } from './layout.ts';
import { table, tableCell, tableRow } from './tables.ts';

function cellPieces(
  cell: PlacedCell,
  widthTwips: number,
  context: RichContext,
  render: (nodes: readonly RichNode[], context: RichContext) => readonly Xml[],
): readonly Xml[] {
  return render(cell.content, {
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
}

/** A table of the minutes with real widths; null where it has no cell at all. */
export function contentTable(
  node: TableNode,
  context: RichContext,
  render: (nodes: readonly RichNode[], context: RichContext) => readonly Xml[],
): Xml | null {
  const grid = tableGrid(node);
  if (grid.columnCount === 0) return null;
  const widths = gridWidths(grid, context.widthTwips);
  const headCount = headerRowCount(grid);
  const lookOf = ({ column, columnSpan, node: cell }: PlacedCell) => ({
    width: widths.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0),
    columnSpan,
    isShaded: cell?.type === 'tableHeader',
  });
  /** Cells of rows above that reach into this one: Word wants a cell there as well. */
  let reaching: readonly { readonly cell: PlacedCell; readonly endRow: number }[] = [];
  const rows = grid.rows.map((cells, rowIndex) => {
    reaching = reaching.filter(({ endRow }) => endRow > rowIndex);
    const further = reaching.map(({ cell }) => ({
      column: cell.column,
      xml: tableCell({ ...lookOf(cell), rowSpan: 'further' }, []),
    }));
    const own = cells.map((cell) => {
      const look = lookOf(cell);
      const content = cellPieces(cell, look.width, context, render);
      const span = cell.rowSpan > 1 ? ({ rowSpan: 'first' } as const) : {};
      return { column: cell.column, xml: tableCell({ ...look, ...span }, content) };
    });
    const spanning = cells.filter(({ rowSpan }) => rowSpan > 1);
    reaching = [
      ...reaching,
      ...spanning.map((cell) => ({ cell, endRow: rowIndex + cell.rowSpan })),
    ];
    const isHeader = rowIndex < headCount;
    return tableRow(
      { cantSplit: isHeader, isHeader },
      [...own, ...further].sort((a, b) => a.column - b.column).map(({ xml }) => xml),
    );
  });
  return table({ columnWidths: widths, isRuled: true, indent: context.indentTwips }, rows);
}
