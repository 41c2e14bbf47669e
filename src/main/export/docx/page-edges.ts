import { Footer, Header, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';

import { fitsFooterLine } from '../footer-line.ts';
import type { OfficialDocument } from '../official-document.ts';
import type { Layout } from './layout.ts';
import { ALIGN, GREY } from './layout.ts';
import { textRun } from './runs.ts';

export const DRAFT_RED = 'A61B1B';

/** What stands at the foot of every page; null where the office wants nothing there. */
export function pageFooter({ text, hasPageNumbers }: OfficialDocument['footer'], layout: Layout) {
  const small = { size: layout.sizes.footer, color: GREY } as const;
  const line = (children: readonly TextRun[], isAtEnd = false): Paragraph =>
    new Paragraph({
      spacing: { after: 0, ...layout.compactLine },
      ...(isAtEnd ? { alignment: ALIGN.END } : {}),
      tabStops: [{ type: TabStopType.RIGHT, position: layout.textWidthTwips }],
      children: [...children],
    });
  const words = text === '' ? [] : [textRun(text, small)];
  const number = (before: string): TextRun =>
    new TextRun({
      ...small,
      children: [`${before}Halaman `, PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
    });
  if (!hasPageNumbers) return text === '' ? null : new Footer({ children: [line(words)] });
  if (!fitsFooterLine(text, layout)) {
    return new Footer({ children: [line(words), line([number('')], true)] });
  }
  return new Footer({ children: [line([...words, number('\t')])] });
}

/** Until a session is final, every page says so. */
export function draftHeader({ sizes }: Layout): Header {
  return new Header({
    children: [
      new Paragraph({
        alignment: ALIGN.END,
        spacing: { after: 0 },
        children: [
          textRun('KONSEP', { bold: true, color: DRAFT_RED }),
          textRun(' (belum final)', { size: sizes.footer, color: GREY }),
        ],
      }),
    ],
  });
}
