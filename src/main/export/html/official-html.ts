import { createLayout } from '../docx/layout.ts';
import type { DrawnDocument } from '../official-document.ts';
import { FONTS_ADDRESS } from './addresses.ts';
import type { HtmlContext } from './context.ts';
import { letterheadHtml } from './letterhead.ts';
import { words } from './markup.ts';
import { pageEdges } from './page-edges.ts';
import { piecesHtml } from './pieces.ts';
import { FONT_USES, styleSheet } from './style-sheet.ts';

/** An official document ready to be set on pages by a browser. */
export interface PrintablePages {
  /** A complete page: no script, nothing fetched but what addresses.ts names. */
  readonly html: string;
  readonly headerHtml: string;
  readonly footerHtml: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginsMm: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

const MM_PER_TWIP = 25.4 / 1440;

/**
 * An official document as a page for print, in the measures of its Word file: see docx/. The same
 * document gives the same page.
 */
export function officialHtml(document: DrawnDocument): PrintablePages {
  const layout = createLayout(document.page);
  const images = new Map(document.images.map((image) => [image.id, image]));
  const context: HtmlContext = {
    layout,
    solidLine: FONT_USES[layout.font].solidLine,
    findImage: (id) => images.get(id),
  };
  const { header, footer } = pageEdges(document, layout);
  const { title, author, subject } = document.properties;
  const html = `<!doctype html>
<html lang="id"><head><meta charset="utf-8">
<title>${words(title)}</title>
<meta name="author" content="${words(author)}"><meta name="subject" content="${words(subject)}">
<link rel="stylesheet" href="${FONTS_ADDRESS}">
<style>${styleSheet(layout)}</style></head>
<body>${letterheadHtml(document.letterhead, context)}${piecesHtml(document, context)}</body></html>`;
  const mm = (twips: number): number => twips * MM_PER_TWIP;
  return {
    html,
    headerHtml: header,
    footerHtml: footer,
    widthMm: mm(layout.widthTwips),
    heightMm: mm(layout.heightTwips),
    marginsMm: {
      top: mm(layout.topTwips),
      right: mm(layout.rightTwips),
      bottom: mm(layout.bottomTwips),
      left: mm(layout.leftTwips),
    },
  };
}
