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
