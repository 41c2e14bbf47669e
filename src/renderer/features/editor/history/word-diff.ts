import type { Node } from '@tiptap/pm/model';
import { diffWordsWithSpace } from 'diff';

/** A piece of text that both have, or that only one of them has. */
export interface TextPiece {
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many differing words a comparison says nothing; old and new stand side by side then. */
const MOST_EDITS = 1500;

/** The words of a block as they are compared and shown: lines for paragraphs. */
export const wordsOf = (node: Node): string => node.textBetween(0, node.content.size, '\n', '\n');

/** What a text lost and gained, word by word. */
export function diffTexts(before: string, now: string): readonly TextPiece[] {
  const changes = diffWordsWithSpace(before, now, { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    return [
      { type: 'removed', text: before },
      { type: 'added', text: now },
    ];
  }
  return changes.map(({ added, removed, value }) => ({
    type: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
