import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Fragment } from '@tiptap/pm/model';
import type { Command, EditorState } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

import type { PlacedBlock } from '../model/blocks.ts';
import { blockAfter, blockAround, blockBefore, dayIdOf, endOf, isBlock } from '../model/blocks.ts';

function selectedBlocks(state: EditorState): { first: PlacedBlock; last: PlacedBlock } | null {
  const first = blockAround(state.selection.$from);
  const last = blockAround(state.selection.$to);
  return first && last ? { first, last } : null;
}

/** A block that passes one of another day comes to belong to that day. */
const ofDayOf = (node: Node, neighbour: Node): Node =>
  dayIdOf(node) === dayIdOf(neighbour)
    ? node
    : node.type.create({ ...node.attrs, dayId: dayIdOf(neighbour) }, node.content);

/** Moves the selected blocks past their neighbour; the caret stays where it is in its text. */
export function moveBlocks(direction: 'up' | 'down'): Command {
  return (state, dispatch) => {
    const selected = selectedBlocks(state);
    if (!selected) return false;
    const { first, last } = selected;
    const neighbour =
      direction === 'up' ? blockBefore(state.doc, first) : blockAfter(state.doc, last);
    if (!neighbour) return true;
    if (!dispatch) return true;

    const moved: Node[] = [];
    state.doc.nodesBetween(first.pos, endOf(last), (node) => {
      if (!isBlock(node)) return true;
      moved.push(ofDayOf(node, neighbour.node));
      return false;
    });
    const from = Math.min(first.pos, neighbour.pos);
    const to = Math.max(endOf(last), endOf(neighbour));
    const content =
      direction === 'up'
        ? Fragment.from([...moved, neighbour.node])
        : Fragment.from([neighbour.node, ...moved]);
    const shift = direction === 'up' ? -neighbour.node.nodeSize : neighbour.node.nodeSize;
    const { anchor, head } = state.selection;
    const transaction = state.tr.replaceWith(from, to, content);
    transaction.setSelection(
      TextSelection.between(
        transaction.doc.resolve(anchor + shift),
        transaction.doc.resolve(head + shift),
      ),
    );
    dispatch(closeHistory(transaction).scrollIntoView());
    return true;
  };
}
