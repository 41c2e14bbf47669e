import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

import type { DayId } from '../../../../shared/ids.ts';
import { blockById, blockIdOf, blocksOf, dayIdOf, endOf, replaceBlocks } from '../model/blocks.ts';
import { isSameBlock } from './compare.ts';

/** A block of an earlier version on a day that the session still has. */
function onKnownDay(node: Node, days: readonly DayId[]): Node {
  const dayId = dayIdOf(node);
  const [first = null] = days;
  return dayId === null || days.includes(dayId)
    ? node
    : node.type.create({ ...node.attrs, dayId: first }, node.content, node.marks);
}

/** Where a block of the version belongs now: behind the nearest one before it that is still there. */
function placeOf(doc: Node, version: readonly Node[], node: Node): number {
  const place = version.indexOf(node);
  for (const former of version.slice(0, place).toReversed()) {
    const block = blockById(doc, blockIdOf(former));
    if (block) return endOf(block);
  }
  return 0;
}

/**
 * Brings one block of an earlier version back. One that still exists gets its old content and
 * details in its present place; one that differs only by its place goes back there; one that is gone
 * comes back under its own id where it stood. Null where nothing would change.
 */
export function bringBackBlock(
  state: EditorState,
  version: readonly Node[],
  wanted: Node,
  days: readonly DayId[],
): Transaction | null {
  const node = onKnownDay(wanted, days);
  const { tr } = state;
  const present = blockById(state.doc, blockIdOf(node));
  if (present && !isSameBlock(present.node, node)) {
    tr.replaceWith(present.pos, endOf(present), node);
  } else {
    if (present) tr.delete(present.pos, endOf(present));
    tr.insert(placeOf(tr.doc, version, wanted), node);
  }
  return tr.doc.eq(state.doc) ? null : closeHistory(tr);
}

/**
 * Makes the minutes what they were in an earlier version, as one step. Blocks that did not change
 * stay the very same, so that little is drawn and saved anew. Null where nothing would change.
 */
export function bringBackAll(
  state: EditorState,
  version: readonly Node[],
  days: readonly DayId[],
): Transaction | null {
  if (version.length === 0) return null;
  const present = new Map(blocksOf(state.doc).map((node) => [blockIdOf(node), node]));
  const wanted = version.map((earlier) => {
    const node = onKnownDay(earlier, days);
    const now = present.get(blockIdOf(node));
    return now && isSameBlock(now, node) ? now : node;
  });
  const transaction = replaceBlocks(state.tr, wanted);
  return transaction.docChanged ? closeHistory(transaction) : null;
}
