import { BESIDE_QR_MM, CODE_FOOT_MM, QR_MM } from '../foot-room.ts';
import { fitsFooterLine } from '../footer-line.ts';
import type { FootCode, OfficialDocument, PageFoot } from '../official-document.ts';
import { qrModules, qrPng } from '../qr-code.ts';
import type { DocxContext } from './context.ts';
import type { Xml } from './elements.ts';
import { field, paragraph } from './elements.ts';
import { TWIPS_PER_PX, imageRun } from './images.ts';
import type { Layout } from './layout.ts';
import { GREY, twips } from './layout.ts';
import { textRun } from './runs.ts';
import { table, tableCell, tableRow } from './tables.ts';

export const DRAFT_RED = 'A61B1B';

/** From the paper's edge, where the margins leave that much. */
const HEADER_TWIPS = twips(10);
const FOOTER_TWIPS = twips(12);

export const headerDistanceTwips = ({ topTwips }: Layout): number =>
  Math.min(HEADER_TWIPS, Math.round(topTwips / 2));

export const footerDistanceTwips = ({ code }: PageFoot, { bottomTwips }: Layout): number =>
  code === undefined ? Math.min(FOOTER_TWIPS, Math.round(bottomTwips / 2)) : twips(CODE_FOOT_MM);

/** Word ends a text with a paragraph; as low as can be, it never asks for a page of its own. */
export const LAST_LINE = paragraph({ spacing: { after: 0, line: 20, lineRule: 'exact' } });

/** A line at the foot of the page, small and grey, with a stop at its right end. */
function footLine(
  children: readonly Xml[],
  widthTwips: number,
  { compactLine }: Layout,
  isAtEnd = false,
): Xml {
  return paragraph(
    {
      spacing: { after: 0, ...compactLine },
      ...(isAtEnd ? { alignment: 'end' } : {}),
      rightTab: widthTwips,
    },
    children,
  );
}

const small = ({ sizes }: Layout) => ({ size: sizes.footer, color: GREY }) as const;

const pageNumber = (before: string, layout: Layout): Xml =>
  textRun(`${before}Halaman `, small(layout)) +
  field('PAGE', '', small(layout)) +
  textRun(' dari ', small(layout)) +
  field('NUMPAGES', '', small(layout));

/** The QR code of a final session with what it stands for beside it. */
function codeFoot(
  { text, hasPageNumbers }: PageFoot,
  code: FootCode,
  { layout, images }: DocxContext,
): Xml {
  const qrTwips = twips(QR_MM);
  const linesTwips = layout.textWidthTwips - qrTwips - twips(BESIDE_QR_MM);
  const sidePx = qrTwips / TWIPS_PER_PX;
  const picture = {
    id: code.qr,
    mediaType: 'image/png',
    bytes: qrPng(qrModules(code.qr)),
  } as const;
  const shown = { width: sidePx, height: sidePx, what: 'Kode QR', description: code.qr };
  const qr = paragraph(
    // Under a picture Word leaves what letters of this size would need.
    { spacing: { after: 0, line: 240, lineRule: 'auto' }, markSize: 2 },
    [imageRun(picture, shown, images)],
  );
  const lines = [...(text === '' ? [] : [text]), code.version, code.printed].map((words, at, all) =>
    footLine(
      [
        textRun(words, small(layout)),
        hasPageNumbers && at === all.length - 1 ? pageNumber('\t', layout) : '',
      ],
      linesTwips,
      layout,
    ),
  );
  const cell = (width: number, children: readonly Xml[]): Xml =>
    tableCell({ width, margins: { left: 0, right: 0 }, isCentred: true }, children);
  const besideTwips = layout.textWidthTwips - linesTwips;
  const foot = table({ columnWidths: [besideTwips, linesTwips], isRuled: false }, [
    tableRow({ cantSplit: true }, [cell(besideTwips, [qr]), cell(linesTwips, lines)]),
  ]);
  // Word ends a foot with a paragraph, as it ends a text.
  return foot + LAST_LINE;
}

/** What stands at the foot of every page; null where the office wants nothing there. */
export function pageFooter(foot: PageFoot, context: DocxContext): Xml | null {
  const { text, hasPageNumbers, code } = foot;
  if (code !== undefined) return codeFoot(foot, code, context);
  const { layout } = context;
  const line = (children: readonly Xml[], isAtEnd = false): Xml =>
    footLine(children, layout.textWidthTwips, layout, isAtEnd);
  const words = text === '' ? '' : textRun(text, small(layout));
  if (!hasPageNumbers) return text === '' ? null : line([words]);
  if (!fitsFooterLine(text, layout)) return line([words]) + line([pageNumber('', layout)], true);
  return line([words, pageNumber('\t', layout)]);
}

/**
 * What every page says at its head: how secret it is, and that the session is not final yet; null
 * where neither is to be said.
 */
export function pageHeader(
  { isDraft, secrecy }: Pick<OfficialDocument, 'isDraft' | 'secrecy'>,
  { sizes, textWidthTwips }: Layout,
): Xml | null {
  if (!isDraft && secrecy === '') return null;
  const mark = (text: string): Xml => textRun(text, { bold: true, color: DRAFT_RED });
  const draft = isDraft
    ? mark('KONSEP') + textRun(' (belum final)', { size: sizes.footer, color: GREY })
    : '';
  const spacing = { after: 0 };
  if (secrecy === '') return paragraph({ alignment: 'end', spacing }, [draft]);
  return paragraph({ rightTab: textWidthTwips, spacing }, [
    mark(secrecy),
    isDraft ? textRun('\t') : '',
    draft,
  ]);
}
