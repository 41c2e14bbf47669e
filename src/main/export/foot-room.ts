import type { PageSetup } from '../../shared/official/office-settings.ts';
import { estimatedWidthTwips } from './estimated-width.ts';
import { FOOTER_HALF_POINTS, footerLineOf } from './footer-line.ts';

/** Large enough for a telephone's camera and for a scan of 150 dots per inch. */
export const QR_MM = 14;
/** White beside it: four modules, which readers need (ISO/IEC 18004, 5.3.8), and a little more. */
export const BESIDE_QR_MM = 3.5;
/** From the paper's edge to the foot: more than what printers leave white. */
export const CODE_FOOT_MM = 7;
const ABOVE_FOOT_MM = 3.5;
/** Of small letters, set close. */
const LINE_MM = 3.7;

/** Which version, and the code. */
const CODE_LINES = 2;

/** How much of the page the foot with its code takes, `besideQr` being the page beside the QR code. */
export function footHeightMm(text: string, besideQr: PageSetup): number {
  const { textWidthTwips, fontFactor } = footerLineOf(besideQr);
  const widthTwips = estimatedWidthTwips(text, { halfPoints: FOOTER_HALF_POINTS, fontFactor });
  const lines = Math.ceil(widthTwips / textWidthTwips) + CODE_LINES;
  return CODE_FOOT_MM + Math.max(QR_MM, lines * LINE_MM) + ABOVE_FOOT_MM;
}
