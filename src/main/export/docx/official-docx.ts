import { Document, Packer } from 'docx';

import type { OfficialDocument } from '../official-document.ts';
import type { DocxContext } from './context.ts';
import { createDocumentImages } from './images.ts';
import { createLayout } from './layout.ts';
import { letterheadParts } from './letterhead.ts';
import { createListStyles } from './lists.ts';
import { corePropertiesXml, withFixedDates } from './package-parts.ts';
import {
  footerDistanceTwips,
  headerDistanceTwips,
  lastLine,
  pageFooter,
  pageHeader,
} from './page-edges.ts';
import { pieceParts } from './pieces.ts';
import { stylesOf } from './styles.ts';

/**
 * An official document as a Word file (DOCX). The same document gives the same bytes. Text comes
 * out as it was typed, but for what XML cannot hold (see xmlText).
 */
export async function officialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const layout = createLayout(document.page);
  const context: DocxContext = {
    layout,
    lists: createListStyles(),
    images: createDocumentImages(document.images),
  };
  const header = pageHeader(document, layout);
  const footer = pageFooter(document.footer, context);
  const parts = [
    ...letterheadParts(document.letterhead, context),
    ...pieceParts(document, context),
  ];
  const file = new Document({
    styles: stylesOf(layout),
    sections: [
      {
        properties: {
          page: {
            size: { width: layout.widthTwips, height: layout.heightTwips },
            margin: {
              left: layout.leftTwips,
              right: layout.rightTwips,
              top: layout.topTwips,
              bottom: layout.bottomTwips,
              header: headerDistanceTwips(layout),
              footer: footerDistanceTwips(document.footer, layout),
            },
          },
        },
        ...(header === null ? {} : { headers: { default: header } }),
        ...(footer === null ? {} : { footers: { default: footer } }),
        children: [...parts, lastLine()],
      },
    ],
  });
  const bytes = await Packer.toArrayBuffer(file, false, [corePropertiesXml(document.properties)]);
  return withFixedDates(new Uint8Array(bytes), document.properties.createdAtMs);
}
