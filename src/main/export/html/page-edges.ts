import type { Layout } from '../docx/layout.ts';
import { GREY } from '../docx/layout.ts';
import { FOOTER_TWIPS, HEADER_TWIPS } from '../docx/official-docx.ts';
import { DRAFT_RED } from '../docx/page-edges.ts';
import { fitsFooterLine } from '../footer-line.ts';
import type { OfficialDocument } from '../official-document.ts';
import type { Html } from './markup.ts';
import { css, fromHalfPoints, fromTwips, joined, tag, words } from './markup.ts';
import { FONT_USES } from './style-sheet.ts';

/** What stands in the margins of every page. */
export interface PageEdges {
  readonly header: Html;
  readonly footer: Html;
}

/** A line over the width of the text, that far from the paper's edge. */
function edge(layout: Layout, side: 'top' | 'bottom', distanceTwips: number, content: Html): Html {
  return tag(
    'div',
    {
      style: css({
        position: 'absolute',
        [side]: fromTwips(distanceTwips),
        left: fromTwips(layout.leftTwips),
        right: fromTwips(layout.rightTwips),
        'font-family': FONT_USES[layout.font].families,
        'font-size': fromHalfPoints(layout.sizes.footer),
        'line-height': '1.27',
        color: `#${GREY}`,
        'print-color-adjust': 'exact',
      }),
    },
    content,
  );
}

const row = (...children: readonly Html[]): Html =>
  tag(
    'div',
    { style: 'display:flex;justify-content:space-between;gap:12pt;white-space:pre-wrap' },
    ...children,
  );

/** Chromium puts the numbers into elements of these names. */
const pageNumber = (): Html =>
  tag(
    'span',
    { style: 'white-space:pre;margin-left:auto' },
    words('Halaman '),
    tag('span', { class: 'pageNumber' }),
    words(' dari '),
    tag('span', { class: 'totalPages' }),
  );

function footerOf({ text, hasPageNumbers }: OfficialDocument['footer'], layout: Layout): Html {
  const said = tag('span', {}, words(text));
  if (!hasPageNumbers) return row(said);
  return fitsFooterLine(text, layout)
    ? row(said, pageNumber())
    : joined([row(said), row(pageNumber())]);
}

/** How secret it is at the left, and at the right that the session is not final yet. */
function headerOf({ isDraft, secrecy }: OfficialDocument, layout: Layout): Html {
  const style = css({
    'font-weight': '700',
    'font-size': fromHalfPoints(layout.sizes.text),
    color: `#${DRAFT_RED}`,
  });
  const mark = (text: string): Html => tag('span', { style }, words(text));
  return row(
    mark(secrecy),
    isDraft ? tag('span', {}, mark('KONSEP'), words(' (belum final)')) : joined([]),
  );
}

/** Head and foot of every page. */
export function pageEdges(document: OfficialDocument, layout: Layout): PageEdges {
  const fromTop = Math.min(HEADER_TWIPS, Math.round(layout.topTwips / 2));
  const fromBottom = Math.min(FOOTER_TWIPS, Math.round(layout.bottomTwips / 2));
  return {
    header: edge(layout, 'top', fromTop, headerOf(document, layout)),
    footer: edge(layout, 'bottom', fromBottom, footerOf(document.footer, layout)),
  };
}
