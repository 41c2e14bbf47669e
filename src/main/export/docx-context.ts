import type { Paragraph, Table } from 'docx';

import { SIZE, TEXT_WIDTH_TWIPS } from './docx-layout.ts';
import type { ListStyles } from './docx-lists.ts';

export type Piece = Paragraph | Table;

/** Where a piece of rich text stands. */
export interface RichContext {
  readonly lists: ListStyles;
  readonly indentTwips: number;
  /** Room from the indent to the right edge. */
  readonly widthTwips: number;
  readonly listDepth: number;
  readonly isQuote: boolean;
  readonly isJustified: boolean;
  readonly isItalic: boolean;
  readonly isBold: boolean;
  /** Whether the last paragraph stays on the page of what follows. */
  readonly isKeptWithNext: boolean;
  /** Half points. */
  readonly size: number;
}

/** Running text of the minutes, `indentTwips` from the left margin. */
export function pageContext(lists: ListStyles, indentTwips: number): RichContext {
  return {
    lists,
    indentTwips,
    widthTwips: TEXT_WIDTH_TWIPS - indentTwips,
    listDepth: 0,
    isQuote: false,
    isJustified: true,
    isItalic: false,
    isBold: false,
    isKeptWithNext: false,
    size: SIZE.text,
  };
}

/** Text in a cell of one of the Notula's own tables. */
export function cellContext(lists: ListStyles, widthTwips: number): RichContext {
  return { ...pageContext(lists, 0), widthTwips, isJustified: false, size: SIZE.table };
}
