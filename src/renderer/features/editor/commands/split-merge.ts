import { closeHistory } from '@tiptap/pm/history';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { canSplit } from '@tiptap/pm/transform';

import type { PlacedBlock } from '../model/blocks.ts';
import {
  blockAfter,
  blockAround,
  blockBefore,
  blockTypeOf,
  endOf,
  isEmptyBlock,
  isEmptyParagraph,
} from '../model/blocks.ts';
import { mergeInto } from './merge.ts';
import type { BlockSource } from './new-block.ts';

const isInTable = (state: EditorState): boolean => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.spec['tableRole'] !== undefined) return true;
  }
  return false;
};

/** How many levels lie between the caret's text and the block, both included. */
function levelsToBlock(state: EditorState, block: PlacedBlock): number {
  const { $from } = state.selection;
  let depth = $from.depth;
  while (depth > 0 && $from.before(depth) !== block.pos) depth -= 1;
  return $from.depth - depth + 1;
}

/** Takes away the empty paragraphs that a split between two paragraphs leaves at the cut. */
function tidyCut(transaction: Transaction, first: PlacedBlock, second: PlacedBlock): void {
  const { firstChild } = second.node;
  if (second.node.childCount > 1 && firstChild && isEmptyParagraph(firstChild)) {
    transaction.delete(second.pos + 1, second.pos + 1 + firstChild.nodeSize);
  }
  const { lastChild } = first.node;
  if (first.node.childCount > 1 && lastChild && isEmptyParagraph(lastChild)) {
    const end = endOf(first) - 1;
    transaction.delete(end - lastChild.nodeSize, end);
  }
}

/**
 * Splits the block at the caret in two, of the same kind and speaker. The first keeps its identity
 * and time. Words that were written before have no time of their own in the second; where it begins
 * empty it begins now.
 */
export function splitBlockInTwo(source: BlockSource): Command {
  return (state, dispatch) => {
    const block = blockAround(state.selection.$from);
    if (!block || isInTable(state)) return false;
    const pos = state.selection.from;
    const isAtStart = TextSelection.near(state.doc.resolve(block.pos + 1)).head === pos;
    if (isAtStart || isEmptyBlock(block.node)) return true;
    const depth = levelsToBlock(state, block);
    const type = block.node.type;
    const isAtEnd = TextSelection.near(state.doc.resolve(endOf(block) - 1), -1).head === pos;
    // Flag and note stay with the part that keeps its identity.
    const attrs: Record<string, unknown> = {
      ...block.node.attrs,
      id: source.newId(),
      isImportant: false,
      note: '',
    };
    if ('spokenAtMs' in attrs) attrs['spokenAtMs'] = isAtEnd ? source.stampMs() : null;
    const levels = [{ type, attrs }, ...Array.from({ length: depth - 1 }, () => null)];
    if (!canSplit(state.doc, pos, depth, levels)) return false;
    if (!dispatch) return true;
    const transaction = state.tr.split(pos, depth, levels);
    const second = blockAround(transaction.doc.resolve(transaction.mapping.map(pos)));
    const first = second && blockBefore(transaction.doc, second);
    if (!first) return false;
    tidyCut(transaction, first, second);
    const start = transaction.doc.resolve(transaction.mapping.map(pos));
    transaction.setSelection(TextSelection.near(start));
    dispatch(closeHistory(transaction).scrollIntoView());
    return true;
  };
}

/** Merges the block of the caret with its neighbour; the upper one keeps identity, speaker and time. */
export function mergeBlocks(neighbour: 'previous' | 'next'): Command {
  return (state, dispatch) => {
    const block = blockAround(state.selection.$head);
    if (!block) return false;
    const other =
      neighbour === 'previous' ? blockBefore(state.doc, block) : blockAfter(state.doc, block);
    if (!other) return true;
    const [first, second] = neighbour === 'previous' ? [other, block] : [block, other];
    // A break says something by being there; it is no text that could be joined.
    if (blockTypeOf(first.node) === 'break' || blockTypeOf(second.node) === 'break') return true;
    const transaction = state.tr;
    if (!mergeInto(transaction, first, second)) return true;
    if (neighbour === 'next') {
      const head = Math.min(state.selection.head, transaction.doc.content.size - 1);
      transaction.setSelection(TextSelection.near(transaction.doc.resolve(head), -1));
    }
    dispatch?.(closeHistory(transaction).scrollIntoView());
    return true;
  };
}
