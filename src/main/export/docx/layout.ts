import type { PageSetup } from '../../../shared/official/office-settings.ts';
import { PAPERS } from '../../../shared/official/office-settings.ts';
import { fontFactorOf } from '../estimated-width.ts';
import { FOOTER_HALF_POINTS } from '../footer-line.ts';

/** Twentieths of a point, the unit of WordprocessingML, in a millimetre. */
const TWIPS_PER_MM = 1440 / 25.4;
/** Line spacing is in 240ths of a line. */
const SINGLE_LINE = 240;
/** Tables, letterheads and signatures stay compact however wide the text is set. */
const COMPACT_SPACING = 1.1;
/** For which measures in millimetres are given: labels and hanging numbers grow with the letters. */
const USUAL_FONT_SIZE_PT = 11;

export const twips = (mm: number): number => Math.round(mm * TWIPS_PER_MM);

/** The rule is always said: without it LibreOffice cuts what is higher than the line. */
interface LineSpacing {
  readonly line: number;
  readonly lineRule: 'auto';
}

const lineSpacing = (lines: number): LineSpacing => ({
  line: Math.round(SINGLE_LINE * lines),
  lineRule: 'auto',
});

/** The measures of one document's pages, in twips; sizes of letters in half points. */
export interface Layout {
  readonly widthTwips: number;
  readonly heightTwips: number;
  readonly topTwips: number;
  readonly rightTwips: number;
  readonly bottomTwips: number;
  readonly leftTwips: number;
  readonly textWidthTwips: number;
  readonly textHeightTwips: number;
  readonly font: PageSetup['font'];
  readonly sizes: {
    readonly text: number;
    readonly table: number;
    /** What only helps to find one's way. */
    readonly small: number;
    readonly heading: number;
    readonly title: number;
    readonly footer: number;
    readonly besar: number;
    readonly sedang: number;
    readonly kecil: number;
  };
  /** Of running text. */
  readonly textLine: LineSpacing;
  /** Of all that stays compact. */
  readonly compactLine: LineSpacing;
  /** How much wider than Arial the letters run. */
  readonly fontFactor: number;
  /** How much wider than Arial 11 the words are. */
  readonly widthFactor: number;
}

export function createLayout(page: PageSetup): Layout {
  const paper = PAPERS[page.paper];
  const [widthTwips, heightTwips] = [twips(paper.widthMm), twips(paper.heightMm)];
  const [topTwips, rightTwips] = [twips(page.topMm), twips(page.rightMm)];
  const [bottomTwips, leftTwips] = [twips(page.bottomMm), twips(page.leftMm)];
  const text = page.fontSizePt * 2;
  const fontFactor = fontFactorOf(page.font);
  return {
    widthTwips,
    heightTwips,
    topTwips,
    rightTwips,
    bottomTwips,
    leftTwips,
    textWidthTwips: widthTwips - leftTwips - rightTwips,
    textHeightTwips: heightTwips - topTwips - bottomTwips,
    font: page.font,
    sizes: {
      text,
      table: text - 2,
      small: text - 4,
      heading: text + 2,
      title: text + 6,
      footer: FOOTER_HALF_POINTS,
      besar: text + 6,
      sedang: text + 3,
      kecil: text - 4,
    },
    textLine: lineSpacing(page.lineSpacing),
    compactLine: lineSpacing(Math.min(page.lineSpacing, COMPACT_SPACING)),
    fontFactor,
    widthFactor: (page.fontSizePt / USUAL_FONT_SIZE_PT) * fontFactor,
  };
}

export const BLACK = '000000';
export const GREY = '595959';

export const HEADER_SHADING = { fill: 'EDEDED' } as const;

/** Space between a ruled cell's edge and its text. */
export const CELL_MARGINS = { top: 40, left: 85, bottom: 40, right: 85 } as const;
export const CELL_SIDES_TWIPS = CELL_MARGINS.left + CELL_MARGINS.right;
