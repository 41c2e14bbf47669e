import { chainCommands, deleteSelection, joinBackward, joinForward } from '@tiptap/pm/commands';
import { closeHistory } from '@tiptap/pm/history';
import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import { liftListItem } from '@tiptap/pm/schema-list';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import { liftTarget } from '@tiptap/pm/transform';

import type { PlacedBlock } from '../model/blocks.ts';
import { blockAfter, blockAround, blockBefore, endOf, isEmptyBlock } from '../model/blocks.ts';
import { joinedAnnotations } from '../structure/annotations.ts';

const lastPosition = (block: PlacedBlock): number => endOf(block) - 1;

/** Lines of text one after another in one heading, or null where a list or table is among them. */
function asInline(node: Node): Fragment | null {
  if (node.inlineContent) return node.content;
  const lineBreak = node.type.schema.nodes['hardBreak'];
  let inline = Fragment.empty;
  for (const [index, child] of node.children.entries()) {
    if (child.type.name !== 'paragraph') return null;
    if (index > 0 && lineBreak) inline = inline.addToEnd(lineBreak.create());
    inline = inline.append(child.content);
  }
  return inline;
}

/** Takes the second block away and adds its content to the first; false where it does not fit. */
export function mergeInto(
  transaction: Transaction,
  first: PlacedBlock,
  second: PlacedBlock,
): boolean {
  const { schema } = first.node.type;
  for (const [name, value] of Object.entries(joinedAnnotations(first.node, second.node))) {
    if (first.node.attrs[name] !== value) transaction.setNodeAttribute(first.pos, name, value);
  }
  if (isEmptyBlock(second.node)) {
    transaction.delete(second.pos, endOf(second));
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(lastPosition(first)), -1));
    return true;
  }
  if (first.node.inlineContent) {
    const inline = asInline(second.node);
    if (inline === null) return false;
    const separator =
      first.node.content.size > 0 ? Fragment.from(schema.text(' ')) : Fragment.empty;
    const at = lastPosition(first);
    transaction.delete(second.pos, endOf(second)).insert(at, separator.append(inline));
    transaction.setSelection(TextSelection.create(transaction.doc, at + separator.size));
    return true;
  }
  const content = second.node.inlineContent
    ? Fragment.from(schema.node('paragraph', null, second.node.content))
    : second.node.content;
  const last = first.node.lastChild;
  const endsEmpty = last?.type.name === 'paragraph' && last.content.size === 0;
  const to = lastPosition(first);
  const from = endsEmpty ? to - last.nodeSize : to;
  transaction.delete(second.pos, endOf(second)).replaceWith(from, to, content);
  transaction.setSelection(TextSelection.near(transaction.doc.resolve(from + 1)));
  return true;
}

/** One undo step of its own: neither joined with the typing before it nor with what follows. */
function merge(
  state: EditorState,
  first: PlacedBlock,
  second: PlacedBlock,
  dispatch: ((transaction: Transaction) => void) | undefined,
): void {
  const transaction = state.tr;
  if (!mergeInto(transaction, first, second)) return;
  dispatch?.(closeHistory(transaction).scrollIntoView());
}

/** How deep the caret's text lies when nothing stands before the caret in its block. */
function isAtBlockStart($pos: ResolvedPos, block: PlacedBlock): boolean {
  return TextSelection.near($pos.doc.resolve(block.pos + 1)).head === $pos.pos;
}

function isAtBlockEnd($pos: ResolvedPos, block: PlacedBlock): boolean {
  return TextSelection.near($pos.doc.resolve(endOf(block) - 1), -1).head === $pos.pos;
}

/** At the start of a list or quote the caret first leaves that. */
const leaveWrapper: Command = (state, dispatch, view) => {
  const { $from } = state.selection;
  const wrapper = $from.depth >= 2 ? $from.node(-1) : null;
  if (!wrapper) return false;
  const item = state.schema.nodes['listItem'];
  if (item && wrapper.type === item) return liftListItem(item)(state, dispatch, view);
  if (wrapper.type.name !== 'blockquote') return false;
  const range = $from.blockRange();
  const target = range && liftTarget(range);
  if (!range || target === null) return false;
  dispatch?.(state.tr.lift(range, target).scrollIntoView());
  return true;
};

const atTopOfBlock: Command = (state, dispatch, view) => {
  const { $head, empty } = state.selection;
  if (!empty || !(state.selection instanceof TextSelection)) return false;
  const block = blockAround($head);
  if (!block || !isAtBlockStart($head, block)) return false;
  if (leaveWrapper(state, dispatch, view)) return true;
  const isInTable = $head.depth > 2;
  const former = blockBefore(state.doc, block);
  if (!former || isInTable) return true;
  if (isEmptyBlock(former.node) && !isEmptyBlock(block.node)) {
    // Merging would put these words into the mouth of whoever was to speak before.
    dispatch?.(closeHistory(state.tr.delete(former.pos, endOf(former))).scrollIntoView());
    return true;
  }
  merge(state, former, block, dispatch);
  return true;
};

const atBottomOfBlock: Command = (state, dispatch) => {
  const { $head, empty } = state.selection;
  if (!empty || !(state.selection instanceof TextSelection)) return false;
  const block = blockAround($head);
  if (!block || !isAtBlockEnd($head, block)) return false;
  const next = blockAfter(state.doc, block);
  const isInTable = $head.depth > 2 && $head.node(-1).type.spec['tableRole'] !== undefined;
  if (!next || isInTable) return true;
  if (isEmptyBlock(block.node)) {
    dispatch?.(closeHistory(state.tr.delete(block.pos, endOf(block))).scrollIntoView());
    return true;
  }
  merge(state, block, next, (transaction) => {
    transaction.setSelection(TextSelection.near(transaction.doc.resolve($head.pos), -1));
    dispatch?.(transaction);
  });
  return true;
};

/** Backspace: at the start of a block it joins the block to the one before. */
export const backspace: Command = chainCommands(deleteSelection, atTopOfBlock, joinBackward);

/** Delete: at the end of a block the next one joins it. */
export const deleteForward: Command = chainCommands(deleteSelection, atBottomOfBlock, joinForward);
