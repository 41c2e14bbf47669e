import {
  BuilderElement,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableProperties,
  TableRow,
} from 'docx';
import type { ITableOptions } from 'docx';

import type { RichNode } from '../../../shared/document/rich-text.ts';
import type { Piece, TableColumn } from '../official-document.ts';
import type { SignatureImage } from '../signature-image.ts';
import { signatureRoomInCell } from '../signature-image.ts';
import { xmlLine } from '../xml-text.ts';
import type { DocxContext, Part, RichContext } from './context.ts';
import { cellContext } from './context.ts';
import {
  ALIGN,
  CELL_MARGINS,
  CELL_SIDES_TWIPS,
  HEADER_SHADING,
  THIN_BORDERS,
  dxa,
  twips,
} from './layout.ts';
import { inlineParagraph, richPieces } from './rich.ts';
import { textRun } from './runs.ts';
import { WHOLE_LINE, signatureRun } from './signature-picture.ts';

/** What a column without a width of its own keeps at least, beside wide ones on narrow paper. */
const LEAST_OPEN_COLUMN_TWIPS = twips(20);

/** A table that says what it holds to those who cannot see it: docx has no such option. */
class DescribedTable extends Table {
  constructor(options: ITableOptions, description: string) {
    super(options);
    const properties: unknown = this.root.find((part) => part instanceof TableProperties);
    if (!(properties instanceof TableProperties)) throw new TypeError('a table has properties');
    // The schema wants it last among them, where it now comes.
    properties.addChildElement(
      new BuilderElement({
        name: 'w:tblDescription',
        attributes: { val: { key: 'w:val', value: description } },
      }),
    );
  }
}

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
): TableRow {
  const cell = ({ title }: TableColumn, index: number): TableCell =>
    new TableCell({
      width: dxa(widths[index] ?? 0),
      shading: HEADER_SHADING,
      verticalAlign: 'center',
      children: [
        new Paragraph({
          alignment: ALIGN.CENTER,
          keepNext: true,
          spacing: { after: 0, ...layout.compactLine },
          children: [textRun(title, { bold: true, size: layout.sizes.table })],
        }),
      ],
    });
  return new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(cell) });
}

/** Beside the number: both stay on one line, and the row as high as the others. */
function signedLine(
  nodes: readonly RichNode[],
  image: SignatureImage,
  minRowHeightMm: number,
  context: RichContext,
): Paragraph {
  const [first] = nodes;
  const content = first?.type === 'paragraph' ? first.content : undefined;
  const room = signatureRoomInCell(content, minRowHeightMm, context);
  const run = signatureRun(image, room, context);
  return inlineParagraph(content, context, {
    after: run === null ? [] : [textRun(' ', { size: context.layout.sizes.table }), run],
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
): Table {
  const { columns, rows, minRowHeightMm, signed } = piece;
  const widths = columnWidths(columns, context.layout.textWidthTwips);
  const cellParts = (
    nodes: (typeof rows)[number][number],
    column: TableColumn,
    widthTwips: number,
    place: { readonly rowIndex: number; readonly isKeptWithNext: boolean },
  ): readonly Part[] => {
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
      ? [new Paragraph({ spacing: { after: 0 }, keepNext: isKeptWithNext })]
      : parts;
  };
  const tableRow = (cells: (typeof rows)[number], rowIndex: number): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(minRowHeightMm === 0
        ? {}
        : { height: { value: twips(minRowHeightMm), rule: HeightRule.ATLEAST } }),
      children: columns.map((column, index) => {
        const widthTwips = widths[index] ?? 0;
        return new TableCell({
          width: dxa(widthTwips),
          ...(minRowHeightMm === 0 ? {} : { verticalAlign: 'center' }),
          children: [
            ...cellParts(cells[index] ?? [], column, widthTwips, {
              rowIndex,
              isKeptWithNext: isKept && rowIndex === rows.length - 1,
            }),
          ],
        });
      }),
    });
  return new DescribedTable(
    {
      width: dxa(widths.reduce((sum, width) => sum + width, 0)),
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      margins: CELL_MARGINS,
      borders: THIN_BORDERS,
      rows: [headerRow(columns, widths, context), ...rows.map(tableRow)],
    },
    xmlLine(piece.description),
  );
}
