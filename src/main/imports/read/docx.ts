import mammoth from 'mammoth';

import type { ReadDocument } from '../../../shared/imports/document.ts';
import { docxParts } from './docx-parts.ts';
import type { TreeNode } from './docx-tree.ts';
import { isTreeNode, writeTree } from './docx-tree.ts';
import { createPieceWriter } from './piece-writer.ts';
import { ReadingError } from './reading-error.ts';

/** The tree that mammoth reads. It is taken before HTML is made of it, which nobody needs here. */
async function mammothTree(bytes: Uint8Array): Promise<TreeNode> {
  let tree: TreeNode | null = null;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: unknown) => {
        if (isTreeNode(document)) tree = document;
        return { type: 'document', children: [], notes: {}, comments: [] };
      },
    },
  );
  if (tree === null) throw new ReadingError('broken', 'no tree');
  return tree;
}

/**
 * Reads a Word file: headings, lists, tables, text boxes, notes, headers and footers. Comments, deleted
 * words, formulas and pictures are left out. Throws ReadingError, PackageError, ZipError, XmlError.
 */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocument> {
  const writer = createPieceWriter();
  for (const part of docxParts(bytes)) writeTree(await mammothTree(part.bytes), part.place, writer);
  return writer.document();
}
