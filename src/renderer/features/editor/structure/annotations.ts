import type { Node } from '@tiptap/pm/model';

import { LONGEST_NOTE } from '../../../../shared/document/block.ts';

/** What a secretary notes about a block for herself: never part of what was said. */
export interface Annotations {
  readonly isImportant: boolean;
  readonly note: string;
}

export const annotationsOf = (node: Node): Annotations => ({
  isImportant: node.attrs['isImportant'] === true,
  note: typeof node.attrs['note'] === 'string' ? node.attrs['note'] : '',
});

/** The annotations of two blocks that become one: nothing that was noted is lost, but for what is too long. */
export function joinedAnnotations(first: Node, second: Node): Annotations {
  const [one, other] = [annotationsOf(first), annotationsOf(second)];
  const note = [one.note, other.note].filter((text) => text !== '').join('\n');
  return {
    isImportant: one.isImportant || other.isImportant,
    note: note.slice(0, LONGEST_NOTE),
  };
}
