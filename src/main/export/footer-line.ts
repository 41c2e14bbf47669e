import type { PageSetup } from '../../shared/official/office-settings.ts';
import { PAPERS } from '../../shared/official/office-settings.ts';
import { estimatedWidthTwips, fontFactorOf } from './estimated-width.ts';
import { shortenedToFit } from './shortened.ts';

const TWIPS_PER_MM = 1440 / 25.4;
/** As large on every page, whatever the size of the text. */
export const FOOTER_HALF_POINTS = 16;
/** Room for the number of a page, and before it. */
const WIDEST_NUMBER = '   Halaman 100 dari 100';

export interface FooterLine {
  readonly textWidthTwips: number;
  readonly fontFactor: number;
}

/** Whether a text stands on one line beside the number of the page. */
export const fitsFooterLine = (text: string, { textWidthTwips, fontFactor }: FooterLine): boolean =>
  estimatedWidthTwips(text + WIDEST_NUMBER, { halfPoints: FOOTER_HALF_POINTS, fontFactor }) <=
  textWidthTwips;

/** The line at the foot of such a page. */
export const footerLineOf = ({ paper, leftMm, rightMm, font }: PageSetup): FooterLine => ({
  textWidthTwips: (PAPERS[paper].widthMm - leftMm - rightMm) * TWIPS_PER_MM,
  fontFactor: fontFactorOf(font),
});

/**
 * "Notula · Rapat Pleno …": the title as long as one line beside the page number has room for it,
 * and without it or the name where the page is too narrow. An office's own words are never cut.
 */
export function automaticFooter(name: string, title: string, page: PageSetup): string {
  const line = footerLineOf(page);
  const fits = (text: string): boolean => fitsFooterLine(text, line);
  if (title !== '') {
    const said = shortenedToFit(title, (shown) => fits(`${name} · ${shown}`));
    if (said !== '') return `${name} · ${said}`;
  }
  return fits(name) ? name : '';
}
