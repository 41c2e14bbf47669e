import type { Xml } from '../docx/elements.ts';
import { createDocumentImages } from '../docx/images.ts';
import type { Layout } from '../docx/layout.ts';
import { createListStyles } from '../docx/lists.ts';
import { pieceParts } from '../docx/pieces.ts';
import type { ExportImage } from '../model.ts';
import type { Piece } from '../official-document.ts';

export interface BlockToDraw {
  readonly pieces: readonly Piece[];
  readonly layout: Layout;
}

/** Paragraphs and tables, with what they name beside themselves. */
export interface DrawnBlocks {
  /** For each block its elements. */
  readonly blocks: readonly (readonly Xml[])[];
  readonly numberingXml: Xml;
  /** By the id of the relationship that the elements name. */
  readonly images: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly extension: string }>;
}

/** Draws blocks as the app's own documents are drawn, lists and pictures numbered through. */
export function drawBlocks(
  requests: readonly BlockToDraw[],
  images: readonly ExportImage[],
): DrawnBlocks {
  const lists = createListStyles();
  const pictures = createDocumentImages(images);
  return {
    blocks: requests.map(({ pieces, layout }) =>
      pieceParts({ pieces }, { layout, lists, images: pictures, drawLine: null }),
    ),
    numberingXml: `<w:numbering>${lists.elements()}</w:numbering>`,
    images: new Map(pictures.embedded().map((image) => [image.id, image])),
  };
}
