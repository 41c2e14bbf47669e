import type {
  Image,
  ListItem,
  RichNode,
  Table as TableNode,
} from '../../../shared/document/rich-text.ts';
import { MISSING, TWIPS_PER_PX, shownSizePx } from '../docx/images.ts';
import { CELL_SIDES_TWIPS } from '../docx/layout.ts';
import { LIST_STEP_TWIPS, NARROWEST_TWIPS, QUOTE_STEP_TWIPS } from '../docx/rich.ts';
import { gridWidths, headerRowCount, tableGrid } from '../table-grid.ts';
import type { PlacedCell } from '../table-grid.ts';
import { imageAddress } from './addresses.ts';
import type { RichContext } from './context.ts';
import { listMarker } from './list-markers.ts';
import type { Html } from './markup.ts';
import { css, fromTwips, joined, tag, words } from './markup.ts';
import { inlineParagraph, paragraph } from './paragraphs.ts';
import { tableHtml } from './tables.ts';

/** Line beside a quotation, and the room between it and the words. */
const QUOTE_LINE_TWIPS = 190;

function indented(context: RichContext, stepTwips: number): RichContext {
  const step = Math.max(0, Math.min(stepTwips, context.widthTwips - NARROWEST_TWIPS));
  return {
    ...context,
    indentTwips: context.indentTwips + step,
    widthTwips: context.widthTwips - step,
  };
}

/** One item of a list: its first paragraph carries the number, what follows stands under it. */
function listItem(content: readonly RichNode[], marker: string, context: RichContext): Html {
  const [first, ...rest] = content;
  const isParagraph = first?.type === 'paragraph';
  const widthTwips = Math.min(LIST_STEP_TWIPS, context.indentTwips);
  return tag(
    'li',
    {},
    inlineParagraph(isParagraph ? first.content : undefined, context, {
      marker: { text: marker, widthTwips },
    }),
    richHtml(isParagraph ? rest : content, context),
  );
}

function listHtml(
  type: 'bulletList' | 'orderedList',
  items: readonly ListItem[],
  start: number,
  context: RichContext,
): Html {
  const inner = { ...indented(context, LIST_STEP_TWIPS), listDepth: context.listDepth + 1 };
  return tag(
    type === 'bulletList' ? 'ul' : 'ol',
    {},
    ...items.map(({ content }, index) =>
      listItem(content, listMarker(type, context.listDepth, start + index), inner),
    ),
  );
}

function quoteHtml(content: readonly RichNode[], context: RichContext): Html {
  const inner = indented(context, QUOTE_STEP_TWIPS);
  const marginTwips = Math.max(0, inner.indentTwips - context.originTwips - QUOTE_LINE_TWIPS);
  return tag(
    'blockquote',
    { style: css({ 'margin-left': fromTwips(marginTwips) }) },
    richHtml(content, { ...inner, originTwips: inner.indentTwips }),
  );
}

/** An image with its caption under it. */
function imageHtml({ attrs }: Image, context: RichContext): Html {
  const { alt, caption, attachmentId } = attrs;
  const hasCaption = caption.trim() !== '';
  const { width, height } = shownSizePx(attrs, context.widthTwips, context.layout);
  const picture = context.findImage(attachmentId)
    ? tag('img', {
        src: imageAddress(attachmentId),
        alt: alt || caption || ' ',
        style: css({
          width: fromTwips(width * TWIPS_PER_PX),
          height: fromTwips(height * TWIPS_PER_PX),
        }),
      })
    : tag('span', { class: 'quiet italic' }, words(MISSING));
  const indentTwips = context.indentTwips - context.originTwips;
  const look = { alignment: 'center', indentTwips } as const;
  return joined([
    paragraph(
      picture,
      {
        ...look,
        beforeTwips: 80,
        afterTwips: hasCaption ? 20 : 80,
        class: hasCaption ? 'picture kept' : 'picture',
      },
      context,
    ),
    ...(hasCaption
      ? [
          paragraph(
            words(caption),
            { ...look, afterTwips: 80, size: context.layout.sizes.small, class: 'italic' },
            context,
          ),
        ]
      : []),
  ]);
}

/** A table of the minutes; nothing where it has no cell at all. */
function contentTable(node: TableNode, context: RichContext): Html {
  const grid = tableGrid(node);
  if (grid.columnCount === 0) return joined([]);
  const widths = gridWidths(grid, context.widthTwips);
  const cellHtml = (cell: PlacedCell): Html => {
    const widthTwips = widths
      .slice(cell.column, cell.column + cell.columnSpan)
      .reduce((sum, width) => sum + width, 0);
    const isHeader = cell.node?.type === 'tableHeader';
    const inner = richHtml(cell.content, {
      ...context,
      indentTwips: 0,
      originTwips: 0,
      widthTwips: widthTwips - CELL_SIDES_TWIPS,
      listDepth: 0,
      isInCell: true,
      alignment: 'start',
      isBold: context.isBold || isHeader,
    });
    return tag(
      isHeader ? 'th' : 'td',
      {
        ...(cell.columnSpan > 1 ? { colspan: String(cell.columnSpan) } : {}),
        ...(cell.rowSpan > 1 ? { rowspan: String(cell.rowSpan) } : {}),
      },
      cell.content.length === 0 ? paragraph(joined([]), {}, context) : inner,
    );
  };
  const rows = grid.rows.map((cells) => tag('tr', {}, ...cells.map(cellHtml)));
  const headCount = headerRowCount(grid);
  // A cell that reaches from the heading into what it heads would be cut there.
  const isWhole = grid.rows
    .slice(0, headCount)
    .every((cells, index) => cells.every((cell) => index + cell.rowSpan <= headCount));
  const gap = paragraph(joined([]), { afterTwips: 0, class: 'gap' }, context);
  const table = tableHtml(
    isWhole ? rows.slice(0, headCount) : [],
    rows.slice(isWhole ? headCount : 0),
    {
      widths,
      class: 'ruled',
      indentTwips: context.indentTwips - context.originTwips,
    },
  );
  return joined([table, gap]);
}

function nodeHtml(node: RichNode, context: RichContext): Html {
  switch (node.type) {
    case 'paragraph':
      return inlineParagraph(node.content, context);
    case 'bulletList':
      return listHtml(node.type, node.content, 1, context);
    case 'orderedList':
      return listHtml(node.type, node.content, node.attrs?.start ?? 1, context);
    case 'blockquote':
      return quoteHtml(node.content, context);
    case 'image':
      return imageHtml(node, context);
    case 'table':
      return contentTable(node, context);
  }
}

/** Rich text of the minutes as paragraphs, lists and tables. */
export function richHtml(nodes: readonly RichNode[], context: RichContext): Html {
  return joined(nodes.map((node) => nodeHtml(node, context)));
}
