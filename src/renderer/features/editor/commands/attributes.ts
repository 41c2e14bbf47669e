import { closeHistory } from '@tiptap/pm/history';
import type { Command, Transaction } from '@tiptap/pm/state';

import type { AttendanceId, BlockId, DayId } from '../../../../shared/ids.ts';
import { blockById, blockIdOf, dayIdOf, eachBlock, isEmptyBlock } from '../model/blocks.ts';

/** Sets attributes of one block, as one undo step. */
export function setBlockAttributes(
  id: BlockId,
  attributes: Readonly<Record<string, unknown>>,
): Command {
  return (state, dispatch) => {
    const block = blockById(state.doc, id);
    if (!block) return false;
    const transaction = state.tr;
    for (const [name, value] of Object.entries(attributes)) {
      if (block.node.attrs[name] !== value) transaction.setNodeAttribute(block.pos, name, value);
    }
    if (transaction.docChanged) dispatch?.(closeHistory(transaction).scrollIntoView());
    return true;
  };
}

/**
 * Sets who speaks. A statement that stood ready with nothing in it and no time begins now, so it
 * takes the time of this moment.
 */
export function setSpeaker(
  id: BlockId,
  speakerId: AttendanceId | null,
  stampMs: () => number | null,
): Command {
  return (state, dispatch) => {
    const block = blockById(state.doc, id);
    if (!block || block.node.type.name !== 'statement') return false;
    const begins = isEmptyBlock(block.node) && block.node.attrs['spokenAtMs'] === null;
    return setBlockAttributes(id, { speakerId, ...(begins ? { spokenAtMs: stampMs() } : {}) })(
      state,
      dispatch,
    );
  };
}

/** Sets who speaks in several statements, as one undo step. */
export function setSpeakers(
  ids: readonly BlockId[],
  speakerId: AttendanceId | null,
  stampMs: () => number | null,
): Command {
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return setSpeaker(only, speakerId, stampMs);
  return (state, dispatch) => {
    const wanted = new Set(ids);
    const transaction = state.tr;
    eachBlock(state.doc, ({ node, pos }) => {
      if (!wanted.has(blockIdOf(node)) || node.type.name !== 'statement') return;
      if (node.attrs['speakerId'] === speakerId) return;
      transaction.setNodeAttribute(pos, 'speakerId', speakerId);
    });
    if (transaction.docChanged) dispatch?.(closeHistory(transaction));
    return true;
  };
}

/** Puts a block and what follows it, as far as it is of the same day, on another day. */
export function setDayFrom(id: BlockId, dayId: DayId): Command {
  return (state, dispatch) => {
    const start = blockById(state.doc, id);
    if (!start) return false;
    const former = dayIdOf(start.node);
    const transaction = state.tr;
    eachBlock(state.doc, ({ node, pos }) => {
      if (pos < start.pos) return true;
      if (dayIdOf(node) !== former) return false;
      transaction.setNodeAttribute(pos, 'dayId', dayId);
      return true;
    });
    if (former !== dayId) dispatch?.(closeHistory(transaction));
    return true;
  };
}

/**
 * Puts the blocks of days that were removed from the session on its first one, as the archive did.
 * That is no step to be undone: the day would not come back with it.
 */
export function keepToDays(transaction: Transaction, dayIds: readonly DayId[]): Transaction {
  const [first] = dayIds;
  if (first === undefined) return transaction;
  eachBlock(transaction.doc, ({ node, pos }) => {
    const dayId = dayIdOf(node);
    if (dayId !== null && !dayIds.includes(dayId)) {
      transaction.setNodeAttribute(pos, 'dayId', first);
    }
  });
  return transaction.setMeta('addToHistory', false);
}
