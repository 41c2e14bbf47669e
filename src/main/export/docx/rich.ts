import type { InlineNode, ListItem, RichNode } from '../../../shared/document/rich-text.ts';
import { contentTable } from './content-table.ts';
import type { RichContext } from './context.ts';
import type { Look, ParagraphLook, Xml } from './elements.ts';
import { paragraph } from './elements.ts';
import { imagePieces } from './images.ts';
import { twips } from './layout.ts';
import type { ListPlace } from './lists.ts';
import { inlineRuns } from './runs.ts';

export const LIST_STEP_TWIPS = twips(6.3);
export const QUOTE_STEP_TWIPS = twips(6);
const QUOTE_BORDER = { style: 'single', size: 12, color: 'A6A6A6', space: 8 } as const;
/** However deep lists and quotes are nested, this much stays for the words. */
export const NARROWEST_TWIPS = twips(20);

/** Letters of scripts that run from right to left, as the first letter of a paragraph. */
const RIGHT_TO_LEFT_START = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function indented(context: RichContext, stepTwips: number): RichContext {
  const step = Math.max(0, Math.min(stepTwips, context.widthTwips - NARROWEST_TWIPS));
  return {
    ...context,
    indentTwips: context.indentTwips + step,
    widthTwips: context.widthTwips - step,
  };
}

/** Of several pieces only the last is kept with what follows them all. */
function keptAtEnd(context: RichContext, index: number, count: number): RichContext {
  return context.isKeptWithNext && index < count - 1
    ? { ...context, isKeptWithNext: false }
    : context;
}

export function isRightToLeft(content: readonly InlineNode[] | undefined): boolean {
  const words = (content ?? []).map((node) => (node.type === 'text' ? node.text : '')).join('');
  return RIGHT_TO_LEFT_START.test(words.slice(0, 200));
}

interface ParagraphExtra extends ParagraphLook {
  /** What stands before the text, such as its number. */
  readonly before?: Xml;
  /** What stands after it. */
  readonly after?: Xml;
  /** Of the letters, where they look otherwise than the text around them. */
  readonly look?: Look;
}

/** A paragraph of running text; `extra` is what its place asks for beside that. */
export function inlineParagraph(
  content: readonly InlineNode[] | undefined,
  context: RichContext,
  extra: ParagraphExtra = {},
): Xml {
  const { layout } = context;
  const { before = '', after = '', look = {}, ...options } = extra;
  // Justified, the line before a line break would be stretched over the whole width.
  const hasBreak = (content ?? []).some(
    (node) => node.type === 'hardBreak' || node.text.includes('\n'),
  );
  const runs = inlineRuns(content, {
    italics: context.isItalic,
    bold: context.isBold,
    ...(context.isInCell ? { size: layout.sizes.table } : {}),
    ...look,
  });
  return paragraph(
    {
      alignment: context.alignment === 'justify' && hasBreak ? 'start' : context.alignment,
      keepNext: context.isKeptWithNext,
      ...(context.isInCell ? { spacing: { after: 20, ...layout.compactLine } } : {}),
      isRightToLeft: isRightToLeft(content),
      indent: { left: context.indentTwips },
      ...(context.isQuote ? { border: { left: QUOTE_BORDER } } : {}),
      ...options,
    },
    [before, runs, after],
  );
}

function listParagraph(
  content: readonly InlineNode[] | undefined,
  context: RichContext,
  place: ListPlace,
): Xml {
  const { indentTwips } = context;
  return inlineParagraph(content, context, {
    indent: { left: indentTwips, hanging: Math.min(LIST_STEP_TWIPS, indentTwips) },
    list: place,
  });
}

/** One item of a list: its first paragraph carries the number, what follows stands under it. */
function listItem(
  content: readonly RichNode[],
  context: RichContext,
  place: ListPlace,
): readonly Xml[] {
  const [first, ...rest] = content;
  const isParagraph = first?.type === 'paragraph';
  return [
    listParagraph(isParagraph ? first.content : undefined, context, place),
    ...richPieces(isParagraph ? rest : content, context),
  ];
}

function list(
  type: 'bulletList' | 'orderedList',
  items: readonly ListItem[],
  start: number,
  context: RichContext,
): readonly Xml[] {
  const place = context.lists.open(type, context.listDepth, start);
  const inner = {
    ...indented(context, LIST_STEP_TWIPS),
    listDepth: context.listDepth + 1,
  };
  return items.flatMap((item, index) =>
    listItem(item.content, keptAtEnd(inner, index, items.length), place),
  );
}

function piecesOf(node: RichNode, context: RichContext): readonly Xml[] {
  switch (node.type) {
    case 'paragraph':
      return [inlineParagraph(node.content, context)];
    case 'bulletList':
      return list(node.type, node.content, 1, context);
    case 'orderedList':
      return list(node.type, node.content, node.attrs?.start ?? 1, context);
    case 'blockquote':
      return richPieces(node.content, { ...indented(context, QUOTE_STEP_TWIPS), isQuote: true });
    case 'image':
      return imagePieces(node, context);
    case 'table': {
      const table = contentTable(node, context, richPieces);
      // Word joins tables that touch, and a cell must end with a paragraph.
      return table === null ? [] : [table, paragraph({ spacing: { after: 0, line: 120 } })];
    }
  }
}

/** Rich text as Word's paragraphs and tables. */
export function richPieces(nodes: readonly RichNode[], context: RichContext): readonly Xml[] {
  return nodes.flatMap((node, index) => piecesOf(node, keptAtEnd(context, index, nodes.length)));
}
