import type { InlineNode } from '../../../shared/document/rich-text.ts';
import { isRightToLeft } from '../docx/rich.ts';
import type { Alignment } from '../official-document.ts';
import type { HtmlContext, RichContext } from './context.ts';
import { inlineHtml } from './inline.ts';
import type { Html } from './markup.ts';
import { css, fromHalfPoints, fromTwips, tag, words } from './markup.ts';

const SINGLE_LINE = 240;

/** Word's line spacing as CSS: of the line's own height, not of the letters' size. */
export const lineHeight = (line: number, { solidLine }: HtmlContext): string =>
  String(Math.round((line / SINGLE_LINE) * solidLine * 1000) / 1000);

export interface ParagraphLook {
  readonly alignment?: Alignment;
  readonly beforeTwips?: number;
  readonly afterTwips?: number;
  readonly indentTwips?: number;
  readonly firstLineTwips?: number;
  /** What hangs before the text, in a room as wide as this. */
  readonly marker?: { readonly text: string; readonly widthTwips: number };
  /** Half points. */
  readonly size?: number | undefined;
  readonly isCompact?: boolean;
  readonly class?: string;
  readonly dir?: 'rtl' | undefined;
  readonly tagName?: 'p' | 'h1' | 'h2' | 'h3' | 'h4';
}

/** A paragraph of an official document, set as Word sets it. */
export function paragraph(content: Html, look: ParagraphLook, context: HtmlContext): Html {
  const { layout } = context;
  const { marker, firstLineTwips = 0, tagName = 'p' } = look;
  const hangingTwips = marker?.widthTwips ?? 0;
  const style = css({
    'text-align': look.alignment,
    'margin-top': look.beforeTwips ? fromTwips(look.beforeTwips) : undefined,
    'margin-bottom': look.afterTwips === undefined ? undefined : fromTwips(look.afterTwips),
    'padding-inline-start': look.indentTwips ? fromTwips(look.indentTwips) : undefined,
    'text-indent':
      hangingTwips > 0
        ? `-${fromTwips(hangingTwips)}`
        : firstLineTwips > 0
          ? fromTwips(firstLineTwips)
          : undefined,
    'font-size': look.size === undefined ? undefined : fromHalfPoints(look.size),
    'line-height': look.isCompact ? lineHeight(layout.compactLine.line, context) : undefined,
  });
  const before = marker
    ? [
        tag(
          'span',
          { class: 'marker', style: css({ 'min-width': fromTwips(marker.widthTwips) }) },
          words(marker.text),
        ),
      ]
    : [];
  const attributes = {
    class: look.class ?? '',
    style,
    ...(look.dir === undefined ? {} : { dir: look.dir }),
  };
  return tag(tagName, attributes, ...before, content);
}

/** A paragraph of running text where `context` stands; `look` is what its place asks for beside that. */
export function inlineParagraph(
  content: readonly InlineNode[] | undefined,
  context: RichContext,
  look: ParagraphLook = {},
): Html {
  // Justified, the line before a line break would be stretched over the whole width.
  const hasBreak = (content ?? []).some(
    (node) => node.type === 'hardBreak' || node.text.includes('\n'),
  );
  const { alignment, isInCell, layout } = context;
  const classes = [
    ...(context.isItalic ? ['italic'] : []),
    ...(context.isBold ? ['bold'] : []),
    ...(look.class === undefined ? [] : [look.class]),
  ];
  return paragraph(
    inlineHtml(content),
    {
      alignment: alignment === 'justify' && hasBreak ? 'start' : alignment,
      indentTwips: context.indentTwips - context.originTwips,
      ...(isInCell ? { afterTwips: 20, isCompact: true, size: layout.sizes.table } : {}),
      dir: isRightToLeft(content) ? 'rtl' : undefined,
      ...look,
      class: classes.join(' '),
    },
    context,
  );
}
