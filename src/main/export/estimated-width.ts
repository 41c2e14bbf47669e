import type { PageSetup } from '../../shared/official/office-settings.ts';

/** Widths of letters in ems: roughly those of Arial. */
const EMS = { narrow: 0.28, wide: 0.85, dots: 1, capital: 0.69, other: 0.56 } as const;
const NARROW = /[ ijltfrI.,:;'’|()/·-]/;
const WIDE = /[mwMW]/;
const BOLD_FACTOR = 1.05;
const TWIPS_PER_HALF_POINT = 10;
/** Bookman Old Style runs wider than the others that are offered. */
const WIDE_FONTS: readonly PageSetup['font'][] = ['Bookman Old Style'];
const WIDE_FONT_FACTOR = 1.12;

/** How much wider than Arial the letters of a font run. */
export const fontFactorOf = (font: PageSetup['font']): number =>
  WIDE_FONTS.includes(font) ? WIDE_FONT_FACTOR : 1;

function emsOf(letter: string): number {
  if (letter === '…') return EMS.dots;
  if (NARROW.test(letter)) return EMS.narrow;
  if (WIDE.test(letter)) return EMS.wide;
  return /\p{Lu}/u.test(letter) ? EMS.capital : EMS.other;
}

interface Letters {
  readonly halfPoints: number;
  /** Of the document's font: see `fontFactorOf`. */
  readonly fontFactor: number;
  readonly isBold?: boolean;
}

/** Roughly how wide a line comes out: enough to see whether it fits into its place. */
export function estimatedWidthTwips(
  text: string,
  { halfPoints, fontFactor, isBold = false }: Letters,
): number {
  const ems = Array.from(text).reduce((sum, letter) => sum + emsOf(letter), 0);
  return ems * halfPoints * TWIPS_PER_HALF_POINT * fontFactor * (isBold ? BOLD_FACTOR : 1);
}
