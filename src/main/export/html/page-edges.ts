import type { Layout } from '../docx/layout.ts';
import { BLACK, GREY, twips } from '../docx/layout.ts';
import { DRAFT_RED, footerDistanceTwips, headerDistanceTwips } from '../docx/page-edges.ts';
import { BESIDE_QR_MM, QR_MM } from '../foot-room.ts';
import { fitsFooterLine } from '../footer-line.ts';
import type { DrawnDocument, FootCode, PageFoot } from '../official-document.ts';
import { qrModules, qrPath } from '../qr-code.ts';
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

/** Drawn, not a picture: sharp at any size, and a template of Chromium's can fetch nothing. */
function qrCode({ qr }: FootCode): Html {
  const modules = qrModules(qr);
  const side = fromTwips(twips(QR_MM));
  return tag(
    'svg',
    {
      viewBox: `0 0 ${modules.length} ${modules.length}`,
      style: css({ width: side, height: side, flex: 'none', fill: `#${BLACK}` }),
      'aria-label': qr,
    },
    tag('path', { d: qrPath(modules), 'shape-rendering': 'crispEdges' }),
  );
}

function footerOf({ text, hasPageNumbers, code }: PageFoot, layout: Layout): Html {
  const said = (line: string): Html => tag('span', {}, words(line));
  const numbers = hasPageNumbers ? [pageNumber()] : [];
  if (code !== undefined) {
    return tag(
      'div',
      {
        style: css({
          display: 'flex',
          'align-items': 'center',
          gap: fromTwips(twips(BESIDE_QR_MM)),
        }),
      },
      qrCode(code),
      tag(
        'div',
        { style: 'flex:1' },
        ...(text === '' ? [] : [row(said(text))]),
        row(said(code.version)),
        row(said(code.printed), ...numbers),
      ),
    );
  }
  return fitsFooterLine(text, layout) || !hasPageNumbers
    ? row(said(text), ...numbers)
    : joined([row(said(text)), row(...numbers)]);
}

/** How secret it is at the left, and at the right that the session is not final yet. */
function headerOf({ isDraft, secrecy }: DrawnDocument, layout: Layout): Html {
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
export function pageEdges(document: DrawnDocument, layout: Layout): PageEdges {
  const fromTop = headerDistanceTwips(layout);
  const fromBottom = footerDistanceTwips(document.footer, layout);
  return {
    header: edge(layout, 'top', fromTop, headerOf(document, layout)),
    footer: edge(layout, 'bottom', fromBottom, footerOf(document.footer, layout)),
  };
}
