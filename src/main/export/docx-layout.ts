import { AlignmentType, BorderStyle, WidthType } from 'docx';
import type { ITableBordersOptions } from 'docx';

/** Twentieths of a point, the unit of WordprocessingML, in a centimetre. */
const TWIPS_PER_CM = 1440 / 2.54;

export const twips = (cm: number): number => Math.round(cm * TWIPS_PER_CM);

/** A4 with the margins of official documents (FORMATS §2, page setup). */
export const PAGE = {
  widthTwips: twips(21),
  heightTwips: twips(29.7),
  leftTwips: twips(3),
  rightTwips: twips(2),
  topTwips: twips(2),
  bottomTwips: twips(2.5),
} as const;

export const TEXT_WIDTH_TWIPS = PAGE.widthTwips - PAGE.leftTwips - PAGE.rightTwips;

export const FONT = 'Arial';
/** Half points: 11 pt for text, 10 pt in tables, 9 pt for what only helps to find one's way. */
export const SIZE = { text: 22, table: 20, small: 18, heading: 24, title: 28 } as const;
export const GREY = '595959';

/** Empty cells of a table, and lines to be filled in by hand. */
export const SHORT_BLANK = '…………';
export const LONG_BLANK = '………………………………………………';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
export const NO_BORDERS: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};

const thin = { style: BorderStyle.SINGLE, size: 4, color: '404040' } as const;
export const THIN_BORDERS: ITableBordersOptions = {
  top: thin,
  bottom: thin,
  left: thin,
  right: thin,
  insideHorizontal: thin,
  insideVertical: thin,
};

export const HEADER_SHADING = { fill: 'EDEDED' } as const;

/** Space between a cell's edge and its text. */
export const CELL_MARGINS = {
  marginUnitType: WidthType.DXA,
  top: 40,
  bottom: 40,
  left: 85,
  right: 85,
} as const;
export const CELL_SIDES_TWIPS = CELL_MARGINS.left + CELL_MARGINS.right;

export const dxa = (size: number) => ({ size, type: WidthType.DXA }) as const;

export const ALIGN = AlignmentType;
