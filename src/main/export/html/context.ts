import type { ExportImage } from '../model.ts';
import type { Alignment } from '../official-document.ts';
import type { Layout } from '../docx/layout.ts';

/** What all pieces of one document are drawn with. */
export interface HtmlContext {
  readonly layout: Layout;
  /** Height of a line set solid, in parts of the letters' size. */
  readonly solidLine: number;
  readonly findImage: (id: string) => ExportImage | undefined;
}

/** Where a piece of rich text stands. */
export interface RichContext extends HtmlContext {
  readonly indentTwips: number;
  /** Where the element around it begins: indents are written as the difference. */
  readonly originTwips: number;
  /** Room from the indent to the right edge. */
  readonly widthTwips: number;
  readonly listDepth: number;
  readonly alignment: Alignment;
  readonly isItalic: boolean;
  readonly isBold: boolean;
  /** Set close, with small letters. */
  readonly isInCell: boolean;
}

/** Running text of the minutes, `indentTwips` from the left margin. */
export function pageContext(context: HtmlContext, indentTwips: number): RichContext {
  return {
    ...context,
    indentTwips,
    originTwips: 0,
    widthTwips: context.layout.textWidthTwips - indentTwips,
    listDepth: 0,
    alignment: 'justify',
    isItalic: false,
    isBold: false,
    isInCell: false,
  };
}

/** Text in a cell of a table, `widthTwips` wide between its edges. */
export function cellContext(
  context: HtmlContext,
  widthTwips: number,
  alignment: Alignment,
): RichContext {
  return { ...pageContext(context, 0), widthTwips, alignment, isInCell: true };
}
