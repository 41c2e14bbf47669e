import {
  Footer,
  Header,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from 'docx';

import { BESIDE_QR_MM, CODE_FOOT_MM, QR_MM } from '../foot-room.ts';
import { fitsFooterLine } from '../footer-line.ts';
import type { FootCode, OfficialDocument, PageFoot } from '../official-document.ts';
import { qrModules, qrPng } from '../qr-code.ts';
import type { DocxContext } from './context.ts';
import { TWIPS_PER_PX } from './images.ts';
import type { Layout } from './layout.ts';
import { ALIGN, GREY, NO_BORDERS, dxa, twips } from './layout.ts';
import { textRun } from './runs.ts';

export const DRAFT_RED = 'A61B1B';

/** From the paper's edge, where the margins leave that much. */
const HEADER_TWIPS = twips(10);
const FOOTER_TWIPS = twips(12);

export const headerDistanceTwips = ({ topTwips }: Layout): number =>
  Math.min(HEADER_TWIPS, Math.round(topTwips / 2));

export const footerDistanceTwips = ({ code }: PageFoot, { bottomTwips }: Layout): number =>
  code === undefined ? Math.min(FOOTER_TWIPS, Math.round(bottomTwips / 2)) : twips(CODE_FOOT_MM);

/** Word ends a text with a paragraph; as low as can be, it never asks for a page of its own. */
export const lastLine = (): Paragraph =>
  new Paragraph({ spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT } });

/** A line at the foot of the page, small and grey, with a stop at its right end. */
function footLine(
  children: readonly TextRun[],
  widthTwips: number,
  { compactLine }: Layout,
  isAtEnd = false,
): Paragraph {
  return new Paragraph({
    spacing: { after: 0, ...compactLine },
    ...(isAtEnd ? { alignment: ALIGN.END } : {}),
    tabStops: [{ type: TabStopType.RIGHT, position: widthTwips }],
    children: [...children],
  });
}

const small = ({ sizes }: Layout) => ({ size: sizes.footer, color: GREY }) as const;

const pageNumber = (before: string, layout: Layout): TextRun =>
  new TextRun({
    ...small(layout),
    children: [`${before}Halaman `, PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
  });

/** The QR code of a final session with what it stands for beside it. */
function codeFoot(
  { text, hasPageNumbers }: PageFoot,
  code: FootCode,
  { layout, images }: DocxContext,
): Footer {
  const qrTwips = twips(QR_MM);
  const linesTwips = layout.textWidthTwips - qrTwips - twips(BESIDE_QR_MM);
  const sidePx = qrTwips / TWIPS_PER_PX;
  const number = images.nextNumber();
  const qr = new Paragraph({
    spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
    // Under a picture Word leaves what letters of this size would need.
    run: { size: 2 },
    children: [
      new ImageRun({
        type: 'png',
        data: qrPng(qrModules(code.qr)),
        transformation: { width: sidePx, height: sidePx },
        altText: { id: String(number), name: `Kode QR ${number}`, description: code.qr },
      }),
    ],
  });
  const lines = [...(text === '' ? [] : [text]), code.version, code.printed].map((words, at, all) =>
    footLine(
      [
        textRun(words, small(layout)),
        ...(hasPageNumbers && at === all.length - 1 ? [pageNumber('\t', layout)] : []),
      ],
      linesTwips,
      layout,
    ),
  );
  const cell = (widthTwips: number, children: readonly Paragraph[]): TableCell =>
    new TableCell({
      width: dxa(widthTwips),
      margins: { left: 0, right: 0 },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [...children],
    });
  const table = new Table({
    width: dxa(layout.textWidthTwips),
    columnWidths: [layout.textWidthTwips - linesTwips, linesTwips],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [cell(layout.textWidthTwips - linesTwips, [qr]), cell(linesTwips, lines)],
      }),
    ],
  });
  // Word ends a foot with a paragraph, as it ends a text.
  return new Footer({ children: [table, lastLine()] });
}

/** What stands at the foot of every page; null where the office wants nothing there. */
export function pageFooter(foot: PageFoot, context: DocxContext): Footer | null {
  const { text, hasPageNumbers, code } = foot;
  if (code !== undefined) return codeFoot(foot, code, context);
  const { layout } = context;
  const { textWidthTwips } = layout;
  const line = (children: readonly TextRun[], isAtEnd = false): Paragraph =>
    footLine(children, textWidthTwips, layout, isAtEnd);
  const words = text === '' ? [] : [textRun(text, small(layout))];
  if (!hasPageNumbers) return text === '' ? null : new Footer({ children: [line(words)] });
  if (!fitsFooterLine(text, layout)) {
    return new Footer({ children: [line(words), line([pageNumber('', layout)], true)] });
  }
  return new Footer({ children: [line([...words, pageNumber('\t', layout)])] });
}

/**
 * What every page says at its head: how secret it is, and that the session is not final yet; null
 * where neither is to be said.
 */
export function pageHeader(
  { isDraft, secrecy }: Pick<OfficialDocument, 'isDraft' | 'secrecy'>,
  { sizes, textWidthTwips }: Layout,
): Header | null {
  if (!isDraft && secrecy === '') return null;
  const mark = (text: string): TextRun => textRun(text, { bold: true, color: DRAFT_RED });
  const draft = isDraft
    ? [mark('KONSEP'), textRun(' (belum final)', { size: sizes.footer, color: GREY })]
    : [];
  const paragraph =
    secrecy === ''
      ? { alignment: ALIGN.END, children: draft }
      : {
          tabStops: [{ type: TabStopType.RIGHT, position: textWidthTwips }],
          children: [mark(secrecy), ...(isDraft ? [textRun('\t'), ...draft] : [])],
        };
  return new Header({ children: [new Paragraph({ spacing: { after: 0 }, ...paragraph })] });
}
