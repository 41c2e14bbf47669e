import { Document, Packer } from 'docx';
import { strFromU8, unzipSync } from 'fflate';

import type { DocxContext } from '../docx/context.ts';
import { createDocumentImages } from '../docx/images.ts';
import type { Layout } from '../docx/layout.ts';
import { createListStyles } from '../docx/lists.ts';
import { pieceParts } from '../docx/pieces.ts';
import type { ExportImage } from '../model.ts';
import type { Piece } from '../official-document.ts';
import type { Relationship } from './relationships.ts';
import { readRelationships, relationshipsPath, resolvedTarget } from './relationships.ts';
import { childOf, parseXml } from './xml-tree.ts';

export interface BlockToDraw {
  readonly pieces: readonly Piece[];
  readonly layout: Layout;
}

/** Paragraphs and tables, with what they name beside themselves. */
export interface DrawnBlocks {
  /** For each block its elements, as XML. */
  readonly blocks: readonly (readonly string[])[];
  readonly numberingXml: string;
  /** By the id of the relationship that the elements name. */
  readonly images: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly extension: string }>;
}

const DOCUMENT = 'word/document.xml';

/**
 * Draws blocks as the app's own documents are drawn, all into one document that is then taken apart
 * again: lists and pictures so are numbered through.
 */
export async function drawBlocks(
  requests: readonly BlockToDraw[],
  images: readonly ExportImage[],
): Promise<DrawnBlocks> {
  const lists = createListStyles();
  const pictures = createDocumentImages(images);
  const drawn = requests.map(({ pieces, layout }) => {
    const context: DocxContext = { layout, lists, images: pictures };
    return pieceParts({ pieces }, context);
  });
  const file = new Document({ sections: [{ children: drawn.flat() }] });
  const packed = unzipSync(new Uint8Array(await Packer.toArrayBuffer(file)));
  const text = (path: string): string => strFromU8(packed[path] ?? new Uint8Array());

  const xml = text(DOCUMENT);
  const elements = childOf(parseXml(xml), 'w:body')?.children ?? [];
  let next = 0;
  const blocks = drawn.map((parts) => {
    const own = elements.slice(next, next + parts.length);
    next += parts.length;
    return own.map(({ start, end }) => xml.slice(start, end));
  });
  const pictureOf = ({ id, target, type }: Relationship) => {
    const bytes = packed[resolvedTarget(DOCUMENT, target)];
    if (bytes === undefined || !type.endsWith('/image')) return [];
    return [[id, { bytes, extension: target.slice(target.lastIndexOf('.') + 1) }] as const];
  };
  return {
    blocks,
    numberingXml: text('word/numbering.xml'),
    images: new Map(readRelationships(text(relationshipsPath(DOCUMENT))).flatMap(pictureOf)),
  };
}
