import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

import type { AttendanceId, BlockId } from '../../../../shared/ids.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import {
  blockAround,
  blockIdOf,
  blockTypeOf,
  dayIdOf,
  endOf,
  isBlock,
  isEmptyBlock,
} from '../model/blocks.ts';
import { askFor, askForSpeaker } from '../plugins/speaker-request.ts';
import { annotationsOf } from '../structure/annotations.ts';
import type { BlockSource, NewBlockType } from './new-block.ts';
import { caretInBlock, createBlock, currentBlock, insertAfter, newBlockSpec } from './new-block.ts';

/** Puts a block of another kind in the place of an empty one; identity and day stay. */
function turnEmptyInto(
  state: EditorState,
  block: PlacedBlock,
  type: NewBlockType,
  source: BlockSource,
  speakerId: AttendanceId | null,
): Transaction {
  const replacement = createBlock(state.schema, type, {
    id: blockIdOf(block.node),
    dayId: dayIdOf(block.node),
    stampMs: source.stampMs(),
    speakerId,
  });
  const transaction = state.tr.replaceWith(block.pos, endOf(block), replacement);
  for (const [name, value] of Object.entries(annotationsOf(block.node))) {
    transaction.setNodeAttribute(block.pos, name, value);
  }
  return caretInBlock(transaction, block.pos);
}

const isStatementType = (type: NewBlockType): boolean => type === 'statement' || type === 'closing';

/**
 * Starts a block of some kind: the current block becomes it when it is empty, otherwise a new one
 * follows. A statement by nobody yet opens the list of speakers.
 */
export function startBlock(
  type: NewBlockType,
  source: BlockSource,
  speakerId: AttendanceId | null = null,
): Command {
  return (state, dispatch) => {
    if (!dispatch) return true;
    const block = currentBlock(state);
    // A break says all there is to say without a word; what follows must not take its place.
    const isEmpty = isEmptyBlock(block.node) && blockTypeOf(block.node) !== 'break';
    const keepsStatement =
      isEmpty && type === 'statement' && blockTypeOf(block.node) === 'statement';
    let transaction: Transaction;
    let id: BlockId;
    if (keepsStatement) {
      transaction = state.tr;
      if (speakerId !== null) {
        transaction.setNodeAttribute(block.pos, 'speakerId', speakerId);
        // It stood ready before somebody spoke.
        if (block.node.attrs['spokenAtMs'] === null) {
          transaction.setNodeAttribute(block.pos, 'spokenAtMs', source.stampMs());
        }
      }
      id = blockIdOf(block.node);
    } else if (isEmpty) {
      transaction = turnEmptyInto(state, block, type, source, speakerId);
      id = blockIdOf(block.node);
    } else {
      transaction = insertAfter(state, block, type, source, speakerId);
      // The caret is in the new block by now.
      const made = blockAround(transaction.selection.$head) ?? block;
      id = blockIdOf(made.node);
    }
    if (isStatementType(type) && speakerId === null) askForSpeaker(transaction, id);
    dispatch(closeHistory(transaction).scrollIntoView());
    return true;
  };
}

/** The next statement, with the list of speakers open. */
export const nextStatement = (source: BlockSource): Command => startBlock('statement', source);

/** Opens the list of speakers for the statements that the selection touches. */
export const chooseSpeaker: Command = (state, dispatch) => {
  const { from, to } = state.selection;
  const ids: BlockId[] = [];
  state.doc.nodesBetween(from, to, (node) => {
    if (!isBlock(node)) return true;
    if (blockTypeOf(node) === 'statement') ids.push(blockIdOf(node));
    return false;
  });
  if (ids.length === 0) return false;
  dispatch?.(askFor(state.tr, { type: 'speaker', ids }));
  return true;
};

/** The same, while nothing was written in the statement yet. */
export const chooseSpeakerOfEmpty: Command = (state, dispatch) =>
  isEmptyBlock(currentBlock(state).node) && chooseSpeaker(state, dispatch);

/** Whether the block can become one of another kind without losing anything that was written. */
export function canConvert(node: Node, type: NewBlockType): boolean {
  const toInline = type === 'agendaItem' || type === 'break';
  if (node.inlineContent || !toInline) return true;
  return node.childCount === 1 && node.firstChild?.type.name === 'paragraph';
}

/** Makes the block that starts at `pos` one of another kind; text, identity and day stay. */
export function convertBlock(pos: number, type: NewBlockType, source: BlockSource): Command {
  return (state, dispatch) => {
    const node = state.doc.nodeAt(pos);
    if (!node || !canConvert(node, type)) return false;
    if (!dispatch) return true;
    const spokenAtMs = node.attrs['spokenAtMs'] as number | null | undefined;
    const { name, attrs } = newBlockSpec(type, {
      id: blockIdOf(node),
      dayId: dayIdOf(node),
      // When words that stand here already were said, nobody noted.
      stampMs: spokenAtMs ?? (isEmptyBlock(node) ? source.stampMs() : null),
      speakerId: (node.attrs['speakerId'] as AttendanceId | null | undefined) ?? null,
    });
    const target = state.schema.nodes[name];
    const inline = node.inlineContent ? node.content : node.firstChild?.content;
    const content = target?.inlineContent
      ? inline
      : node.inlineContent
        ? state.schema.node('paragraph', null, node.content)
        : node.content;
    const transaction = state.tr.replaceWith(
      pos,
      pos + node.nodeSize,
      state.schema.node(name, { ...attrs, ...annotationsOf(node) }, content),
    );
    const offset = Math.min(state.selection.head, transaction.doc.content.size - 1);
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(offset)));
    dispatch(closeHistory(transaction));
    return true;
  };
}
