import type { DrawnDocument, PageFoot } from '../official-document.ts';
import type { DrawLine } from '../signature-image.ts';
import type { DocxContext } from './context.ts';
import type { Xml } from './elements.ts';
import { createDocumentImages } from './images.ts';
import type { Layout } from './layout.ts';
import { createLayout } from './layout.ts';
import { letterheadParts } from './letterhead.ts';
import { createListStyles } from './lists.ts';
import {
  LAST_LINE,
  footerDistanceTwips,
  headerDistanceTwips,
  pageFooter,
  pageHeader,
} from './page-edges.ts';
import { pieceParts } from './pieces.ts';
import { styleElements } from './styles.ts';
import { EDGE_IDS, wordPackage } from './word-package.ts';

/** The paper and what stands at its edges. */
function sectionElement(
  foot: PageFoot,
  layout: Layout,
  edges: readonly (keyof typeof EDGE_IDS)[],
): Xml {
  const { topTwips, rightTwips, bottomTwips, leftTwips } = layout;
  return (
    '<w:sectPr>' +
    edges
      .map((edge) => `<w:${edge}Reference w:type="default" r:id="${EDGE_IDS[edge]}"/>`)
      .join('') +
    `<w:pgSz w:w="${layout.widthTwips}" w:h="${layout.heightTwips}" w:orient="portrait"/>` +
    `<w:pgMar w:top="${topTwips}" w:right="${rightTwips}" w:bottom="${bottomTwips}" w:left="${leftTwips}"` +
    ` w:header="${headerDistanceTwips(layout)}" w:footer="${footerDistanceTwips(foot, layout)}"` +
    ' w:gutter="0"/>' +
    '<w:docGrid w:linePitch="360"/></w:sectPr>'
  );
}

/**
 * An official document as a Word file (DOCX). The same document gives the same bytes. Text comes
 * out as it was typed, but for what XML cannot hold (see xmlText).
 */
export function officialDocx(
  document: DrawnDocument,
  drawLine: DrawLine | null = null,
): Uint8Array {
  const layout = createLayout(document.page);
  const context: DocxContext = {
    layout,
    lists: createListStyles(),
    images: createDocumentImages(document.images),
    drawLine,
  };
  const header = pageHeader(document, layout);
  const footer = pageFooter(document.footer, context);
  const text = [
    ...letterheadParts(document.letterhead, context),
    ...pieceParts(document, context),
    LAST_LINE,
  ];
  const edges = [
    ...(header === null ? [] : (['header'] as const)),
    ...(footer === null ? [] : (['footer'] as const)),
  ];
  return wordPackage(
    {
      body: text.join('') + sectionElement(document.footer, layout, edges),
      header,
      footer,
      styles: styleElements(layout),
      numbering: context.lists.elements(),
      images: context.images.embedded(),
    },
    document.properties,
  );
}
