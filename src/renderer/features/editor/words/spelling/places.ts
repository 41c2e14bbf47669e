import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';

import { tokensOf } from './tokens.ts';

/** A word of the document, and where it stands. */
export interface PlacedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** The words of one paragraph; those of a link are an address or a name. */
export function wordsOfParagraph(node: Node, pos: number): readonly PlacedWord[] {
  // One character per position, so that a word's place in the text is its place in the document.
  const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
  const words = tokensOf(text).map(({ word, from, to }) => ({
    word,
    from: pos + 1 + from,
    to: pos + 1 + to,
  }));
  const link = node.type.schema.marks['link'];
  if (!link || !node.rangeHasMark(0, node.content.size, link)) return words;
  return words.filter(({ from, to }) => !node.rangeHasMark(from - pos - 1, to - pos - 1, link));
}

/** The words between two positions; whole paragraphs. */
export function wordsBetween(doc: Node, from: number, to: number): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true;
    words.push(...wordsOfParagraph(node, pos));
    return false;
  });
  return words;
}

/** The word that a position lies in or at the edge of. */
export function wordAt(state: EditorState, pos: number): PlacedWord | null {
  const $pos = state.doc.resolve(pos);
  if (!$pos.parent.isTextblock) return null;
  const words = wordsOfParagraph($pos.parent, $pos.before());
  return words.find(({ from, to }) => from <= pos && pos <= to) ?? null;
}
