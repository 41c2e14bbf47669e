import type { Alignment } from '../official-document.ts';
import type { DrawLine } from '../signature-image.ts';
import type { DocumentImages } from './images.ts';
import type { Layout } from './layout.ts';
import type { ListStyles } from './lists.ts';

/** What all pieces of one document are drawn with. Lists and images are given out in its order. */
export interface DocxContext {
  readonly layout: Layout;
  readonly lists: ListStyles;
  readonly images: DocumentImages;
  /** null where no signature lines are drawn. */
  readonly drawLine: DrawLine | null;
}

/** Where a piece of rich text stands. */
export interface RichContext extends DocxContext {
  readonly indentTwips: number;
  /** Room from the indent to the right edge. */
  readonly widthTwips: number;
  readonly listDepth: number;
  readonly isQuote: boolean;
  readonly alignment: Alignment;
  readonly isItalic: boolean;
  readonly isBold: boolean;
  /** Whether the last paragraph stays on the page of what follows. */
  readonly isKeptWithNext: boolean;
  /** Set close, with small letters. */
  readonly isInCell: boolean;
}

/** Running text of the minutes, `indentTwips` from the left margin. */
export function pageContext(context: DocxContext, indentTwips: number): RichContext {
  return {
    ...context,
    indentTwips,
    widthTwips: context.layout.textWidthTwips - indentTwips,
    listDepth: 0,
    isQuote: false,
    alignment: 'justify',
    isItalic: false,
    isBold: false,
    isKeptWithNext: false,
    isInCell: false,
  };
}

/** Text in a cell of a table, `widthTwips` wide between its edges. */
export function cellContext(
  context: DocxContext,
  widthTwips: number,
  alignment: Alignment,
): RichContext {
  return { ...pageContext(context, 0), widthTwips, alignment, isInCell: true };
}
