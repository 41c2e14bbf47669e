import { Mark } from '@tiptap/core';

/** Name of the mark of blocks that are drawn in one container. */
export const CHUNK = 'chunk';

/**
 * Blocks next to each other that carry the same number are drawn within one element, which the
 * browser lays out as a whole only where it is in sight. It is nothing of the document: the stored
 * form, the clipboard and the comparison of blocks leave it out. See plugins/chunks.ts.
 */
export const ChunkMark = Mark.create({
  name: CHUNK,
  inclusive: false,
  addAttributes: () => ({ number: { default: 0, rendered: false } }),
  renderHTML: () => ['div', { class: 'minutes-chunk' }, 0],
});
