import { CELL_SIDES_TWIPS, twips } from '../docx/layout.ts';
import { columnWidths } from '../docx/ruled-table.ts';
import type { RichNode } from '../../../shared/document/rich-text.ts';
import type { Piece } from '../official-document.ts';
import type { SignatureImage } from '../signature-image.ts';
import { signatureRoomInCell } from '../signature-image.ts';
import type { HtmlContext, RichContext } from './context.ts';
import { cellContext } from './context.ts';
import { inlineHtml } from './inline.ts';
import type { Html } from './markup.ts';
import { css, fromTwips, joined, tag, words } from './markup.ts';
import { paragraph } from './paragraphs.ts';
import { richHtml } from './rich.ts';
import { signatureHtml } from './signature-picture.ts';
import { tableHtml } from './tables.ts';

/** Beside the number: both stay on one line, and the row as high as the others. */
function signedLine(
  nodes: readonly RichNode[],
  image: SignatureImage,
  minRowHeightMm: number,
  context: RichContext,
): Html {
  const [first] = nodes;
  const content = first?.type === 'paragraph' ? first.content : undefined;
  const room = signatureRoomInCell(content, minRowHeightMm, context);
  const picture = signatureHtml(image, room, context);
  return paragraph(
    joined([inlineHtml(content), ...(picture === null ? [] : [words(' '), picture])]),
    {
      alignment: context.alignment,
      indentTwips: context.indentTwips,
      afterTwips: 0,
      size: context.layout.sizes.table,
      class: 'picture beside',
    },
    context,
  );
}

/** A ruled table over the whole width; its header is repeated and its rows stay on one page. */
export function ruledTableHtml(
  { columns, rows, minRowHeightMm, description, signed }: Extract<Piece, { type: 'table' }>,
  context: HtmlContext,
): Html {
  const { layout } = context;
  const widths = columnWidths(columns, layout.textWidthTwips);
  const title = { alignment: 'center', afterTwips: 0, isCompact: true } as const;
  const head = tag(
    'tr',
    {},
    ...columns.map((column) =>
      tag(
        'th',
        { scope: 'col' },
        paragraph(
          words(column.title),
          { ...title, size: layout.sizes.table, class: 'bold' },
          context,
        ),
      ),
    ),
  );
  const cellHtml = (cells: (typeof rows)[number], rowIndex: number): readonly Html[] =>
    columns.map((column, index) => {
      const roomTwips = (widths[index] ?? 0) - CELL_SIDES_TWIPS;
      const isInMiddle = column.isZigZag === true && rowIndex % 2 === 1;
      const indentTwips = isInMiddle ? Math.floor(roomTwips / 2) : 0;
      const nodes = cells[index] ?? [];
      const cell = {
        ...cellContext(context, roomTwips - indentTwips, column.alignment),
        indentTwips,
      };
      const image = column.isZigZag === true ? (signed?.[rowIndex] ?? null) : null;
      const content =
        image === null ? richHtml(nodes, cell) : signedLine(nodes, image, minRowHeightMm, cell);
      const isEmpty = nodes.length === 0;
      return tag(
        'td',
        minRowHeightMm === 0 ? {} : { class: 'middle' },
        isEmpty ? paragraph(joined([]), { afterTwips: 0 }, context) : content,
      );
    });
  const height =
    minRowHeightMm === 0 ? {} : { style: css({ height: fromTwips(twips(minRowHeightMm)) }) };
  const body = rows.map((cells, index) =>
    tag('tr', { class: 'whole', ...height }, ...cellHtml(cells, index)),
  );
  return tableHtml([head], body, { widths, class: 'ruled', description });
}
