import { chainCommands, liftEmptyBlock, splitBlock } from '@tiptap/pm/commands';
import { liftListItem, splitListItem } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';

import { blockTypeOf, endOf, isBlock, isEmptyParagraph } from '../model/blocks.ts';
import { startBlock } from './insert-block.ts';
import type { BlockSource } from './new-block.ts';
import { currentBlock } from './new-block.ts';

const isCaret = (state: EditorState): boolean => state.selection.empty;

const inListItem: Command = (state, dispatch, view) => {
  const { $from } = state.selection;
  const item = state.schema.nodes['listItem'];
  if (!item || $from.depth < 2 || $from.node(-1).type !== item) return false;
  const isEmptyItem =
    isCaret(state) && $from.parent.content.size === 0 && $from.node(-1).childCount === 1;
  return isEmptyItem
    ? liftListItem(item)(state, dispatch, view)
    : splitListItem(item)(state, dispatch, view);
};

const inQuote: Command = (state, dispatch, view) => {
  const { $from } = state.selection;
  return $from.depth >= 2 && $from.node(-1).type.name === 'blockquote'
    ? liftEmptyBlock(state, dispatch, view)
    : false;
};

/** On an empty paragraph that ends the block, the speaker has finished: the next one speaks. */
const onEmptyLastParagraph =
  (source: BlockSource): Command =>
  (state, dispatch, view) => {
    const { $from } = state.selection;
    if (!isCaret(state) || !isEmptyParagraph($from.parent) || !isBlock($from.node(-1)))
      return false;
    const isLast = $from.indexAfter(-1) === $from.node(-1).childCount;
    return isLast && startBlock('statement', source)(state, dispatch, view);
  };

/** A heading is one line: at its end follows a statement, before its end it is split in two. */
const inHeading =
  (source: BlockSource): Command =>
  (state, dispatch, view) => {
    const block = currentBlock(state);
    if (!block.node.inlineContent) return false;
    const isAtEnd = isCaret(state) && state.selection.head === endOf(block) - 1;
    if (isAtEnd && (block.node.content.size > 0 || blockTypeOf(block.node) === 'break')) {
      return startBlock('statement', source)(state, dispatch, view);
    }
    if (block.node.content.size === 0) return true;
    const { from, to } = state.selection;
    if (!dispatch) return true;
    const transaction = state.tr.delete(from, to);
    // Flag and note stay with the part that keeps its identity.
    const attrs = { ...block.node.attrs, id: '', isImportant: false, note: '' };
    dispatch(transaction.split(from, 1, [{ type: block.node.type, attrs }]).scrollIntoView());
    return true;
  };

/** Enter: a new paragraph of the same speaker, a new list item, or the next statement. */
export const enter = (source: BlockSource): Command =>
  chainCommands(inListItem, inQuote, onEmptyLastParagraph(source), inHeading(source), splitBlock);

/** Shift+Enter: a new line in the same paragraph. */
export const lineBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes['hardBreak'];
  if (!type) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create(), true).scrollIntoView());
  return true;
};
