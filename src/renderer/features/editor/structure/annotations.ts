import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { LONGEST_NOTE } from '../../../../shared/document/block.ts';
import type { BlockId } from '../../../../shared/ids.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockAround, blockById, isBlock } from '../model/blocks.ts';

/** What a secretary notes about a block for herself: never part of what was said. */
export interface Annotations {
  readonly isImportant: boolean;
  readonly note: string;
}

export const annotationsOf = (node: Node): Annotations => ({
  isImportant: node.attrs['isImportant'] === true,
  note: typeof node.attrs['note'] === 'string' ? node.attrs['note'] : '',
});

/** The annotations of two blocks that become one; only what is too long for one note is cut off. */
export function joinedAnnotations(first: Node, second: Node): Annotations {
  const [one, other] = [annotationsOf(first), annotationsOf(second)];
  const note = [one.note, other.note].filter((text) => text !== '').join('\n');
  return {
    isImportant: one.isImportant || other.isImportant,
    note: note.slice(0, LONGEST_NOTE),
  };
}

/** Flags the selected blocks; takes the flag away where all of them have it. One undo step. */
export const toggleImportant: Command = (state, dispatch) => {
  const { from, to } = state.selection;
  const blocks: PlacedBlock[] = [];
  state.doc.nodesBetween(from, to, (node, pos) => {
    if (!isBlock(node)) return true;
    blocks.push({ node, pos });
    return false;
  });
  if (blocks.length === 0) return false;
  const isImportant = !blocks.every(({ node }) => annotationsOf(node).isImportant);
  const transaction = state.tr;
  for (const { pos } of blocks) transaction.setNodeAttribute(pos, 'isImportant', isImportant);
  dispatch?.(closeHistory(transaction));
  return true;
};

function setNote(view: EditorView, id: BlockId, note: string, isStep: boolean): void {
  const block = blockById(view.state.doc, id);
  if (!block || annotationsOf(block.node).note === note) return;
  const transaction = view.state.tr.setNodeAttribute(block.pos, 'note', note);
  view.dispatch(isStep ? closeHistory(transaction) : transaction.setMeta('addToHistory', false));
}

/** Keeps what was written of a note so far; it becomes a step to be undone only when it is ended. */
export const keepDraft = (view: EditorView, id: BlockId, note: string): void =>
  setNote(view, id, note, false);

/** Ends the writing of a note: one undo step from how it was to how it is. */
export function finishNote(view: EditorView, id: BlockId, former: string, note: string): void {
  setNote(view, id, former, false);
  setNote(view, id, note, true);
}

const openers = new WeakMap<globalThis.Node, () => void>();

/** Says how the note of a drawn block is opened for writing. */
export const registerNote = (dom: globalThis.Node, open: () => void): void => {
  openers.set(dom, open);
};

/** Puts the focus into the note of the block with the caret. */
export const editNote: Command = (state, dispatch, view) => {
  const block = blockAround(state.selection.$head);
  if (!block) return false;
  const dom = dispatch && view ? view.nodeDOM(block.pos) : null;
  if (dom) openers.get(dom)?.();
  return true;
};
