import type { RichNode } from '../../../shared/document/rich-text.ts';
import type { Piece, TableColumn } from '../official-document.ts';
import type { SignatureImage } from '../signature-image.ts';
import { signatureRoomInCell } from '../signature-image.ts';
import { xmlLine } from '../xml-text.ts';
import type { DocxContext, RichContext } from './context.ts';
import { cellContext } from './context.ts';
import type { Xml } from './elements.ts';
import { paragraph } from './elements.ts';
import { CELL_SIDES_TWIPS, twips } from './layout.ts';
import { inlineParagraph, richPieces } from './rich.ts';
import { textRun } from './runs.ts';
import { WHOLE_LINE, signatureRun } from './signature-picture.ts';
import { table, tableCell, tableRow } from './tables.ts';

/** What a column without a width of its own keeps at least, beside wide ones on narrow paper. */
const LEAST_OPEN_COLUMN_TWIPS = twips(20);

/** The columns' widths, which together fill the room: what is open shares what is left. */
export function columnWidths(
  columns: readonly TableColumn[],
  roomTwips: number,
): readonly number[] {
  const openCount = columns.filter(({ widthMm }) => widthMm === null).length;
  const fixed = columns.reduce((sum, { widthMm }) => sum + twips(widthMm ?? 0), 0);
  const forFixed = roomTwips - openCount * LEAST_OPEN_COLUMN_TWIPS;
  const scale = openCount === 0 ? roomTwips / fixed : Math.min(1, forFixed / fixed);
  const widths = columns.map(({ widthMm }) =>
    widthMm === null ? 0 : Math.floor(twips(widthMm) * scale),
  );
  const left = roomTwips - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) =>
    columns[index]?.widthMm === null ? Math.floor(left / openCount) : width,
  );
}

function headerRow(
  columns: readonly TableColumn[],
  widths: readonly number[],
  { layout }: DocxContext,
): Xml {
  const cell = ({ title }: TableColumn, index: number): Xml =>
    tableCell({ width: widths[index] ?? 0, isShaded: true, isCentred: true }, [
      paragraph(
        { alignment: 'center', keepNext: true, spacing: { after: 0, ...layout.compactLine } },
        [textRun(title, { bold: true, size: layout.sizes.table })],
      ),
    ]);
  return tableRow({ isHeader: true, cantSplit: true }, columns.map(cell));
}

/** Beside the number: both stay on one line, and the row as high as the others. */
function signedLine(
  nodes: readonly RichNode[],
  image: SignatureImage,
  minRowHeightMm: number,
  context: RichContext,
): Xml {
  const [first] = nodes;
  const content = first?.type === 'paragraph' ? first.content : undefined;
  const room = signatureRoomInCell(content, minRowHeightMm, context);
  const run = signatureRun(image, room, context);
  return inlineParagraph(content, context, {
    after: run === null ? '' : textRun(' ', { size: context.layout.sizes.table }) + run,
    spacing: { before: 0, after: 0, ...WHOLE_LINE },
  });
}

/**
 * A ruled table over the whole width; its header is repeated and its rows stay on one page. Its
 * last row is kept with what follows where `isKept` says so.
 */
export function ruledTable(
  piece: Extract<Piece, { type: 'table' }>,
  context: DocxContext,
  isKept: boolean,
): Xml {
  const { columns, rows, minRowHeightMm, signed } = piece;
  const widths = columnWidths(columns, context.layout.textWidthTwips);
  const cellParts = (
    nodes: (typeof rows)[number][number],
    column: TableColumn,
    widthTwips: number,
    place: { readonly rowIndex: number; readonly isKeptWithNext: boolean },
  ): readonly Xml[] => {
    const { isKeptWithNext } = place;
    const roomTwips = widthTwips - CELL_SIDES_TWIPS;
    const isInMiddle = column.isZigZag === true && place.rowIndex % 2 === 1;
    const indentTwips = isInMiddle ? Math.floor(roomTwips / 2) : 0;
    const cell = {
      ...cellContext(context, roomTwips - indentTwips, column.alignment),
      indentTwips,
      isKeptWithNext,
    };
    const image = column.isZigZag === true ? (signed?.[place.rowIndex] ?? null) : null;
    if (image !== null) return [signedLine(nodes, image, minRowHeightMm, cell)];
    const parts = richPieces(nodes, cell);
    return parts.length === 0
      ? [paragraph({ spacing: { after: 0 }, keepNext: isKeptWithNext })]
      : parts;
  };
  const height = minRowHeightMm === 0 ? {} : { height: twips(minRowHeightMm) };
  const bodyRow = (cells: (typeof rows)[number], rowIndex: number): Xml =>
    tableRow(
      { cantSplit: true, ...height },
      columns.map((column, index) => {
        const width = widths[index] ?? 0;
        return tableCell(
          { width, isCentred: minRowHeightMm !== 0 },
          cellParts(cells[index] ?? [], column, width, {
            rowIndex,
            isKeptWithNext: isKept && rowIndex === rows.length - 1,
          }),
        );
      }),
    );
  return table({ columnWidths: widths, isRuled: true, description: xmlLine(piece.description) }, [
    headerRow(columns, widths, context),
    ...rows.map(bodyRow),
  ]);
}
