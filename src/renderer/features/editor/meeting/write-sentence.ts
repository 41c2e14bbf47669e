import { closeHistory } from '@tiptap/pm/history';
import type { Node, Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

import type { BlockId, DayId } from '../../../../shared/ids.ts';
import type { MeetingEvent } from '../../../../shared/minutes/meeting-course.ts';
import { caretInBlock, createBlock, currentBlock } from '../commands/new-block.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import {
  blockAfter,
  blockById,
  blockIdOf,
  blockTypeOf,
  dayIdOf,
  eachBlock,
  endOf,
  isEmptyBlock,
} from '../model/blocks.ts';

interface SentenceOptions {
  readonly event: MeetingEvent;
  readonly sentence: string;
  /** UTC milliseconds. */
  readonly atMs: number;
  /** The day of the session; null: that of the caret. */
  readonly dayId: DayId | null;
  readonly newId: () => BlockId;
}

interface Place {
  readonly anchor: PlacedBlock;
  readonly side: 'before' | 'after' | 'instead';
}

/** Nothing was written in it and nobody was named: a block that only stands ready. */
const standsReady = (node: Node): boolean =>
  (blockTypeOf(node) === 'statement' || blockTypeOf(node) === 'narration') &&
  isEmptyBlock(node) &&
  (node.attrs['speakerId'] ?? null) === null;

const isWritten = (node: Node): boolean =>
  !isEmptyBlock(node) && blockTypeOf(node) !== 'agendaItem';

/**
 * Where the sentence belongs. The agenda is often there before the meeting, so neither the caret nor
 * the end of the text alone tells how far the minutes have come.
 */
function placeOf(state: EditorState, event: MeetingEvent, dayId: DayId | null): Place {
  const current = currentBlock(state);
  const ofDay: PlacedBlock[] = [];
  let last = current;
  eachBlock(state.doc, (block) => {
    last = block;
    if (dayIdOf(block.node) === dayId) ofDay.push(block);
  });
  const [first] = ofDay;
  const lastOfDay = ofDay.at(-1);
  if (!first || !lastOfDay) return after(last);
  const reached = ofDay.findLastIndex(({ node }) => isWritten(node));
  switch (event) {
    case 'dibuka':
      if (reached === -1) {
        return { anchor: first, side: standsReady(first.node) ? 'instead' : 'before' };
      }
      break;
    case 'ditutup':
      return after(lastOfDay);
    case 'diskors':
    case 'dilanjutkan':
      break;
  }
  const ofCaret = ofDay.findIndex(({ pos }) => pos === current.pos);
  const anchor = ofDay[Math.max(reached, ofCaret)] ?? lastOfDay;
  const next = ofDay[ofDay.indexOf(anchor) + 1];
  return next && !standsReady(anchor.node) && standsReady(next.node) ? after(next) : after(anchor);
}

const after = (anchor: PlacedBlock): Place => ({
  anchor,
  side: standsReady(anchor.node) ? 'instead' : 'after',
});

/** Breaks stand in the middle of the line with their time, the other sentences are narration. */
function sentenceBlock(
  schema: Schema,
  id: BlockId,
  dayId: DayId | null,
  { event, sentence, atMs }: SentenceOptions,
): Node {
  const words = schema.text(sentence);
  return event === 'diskors' || event === 'dilanjutkan'
    ? schema.node('break', { id, dayId, spokenAtMs: atMs }, words)
    : schema.node('narration', { id, dayId }, schema.node('paragraph', null, words));
}

export interface WrittenSentence {
  /** Ends with the caret behind the sentence. */
  readonly transaction: Transaction;
  /** The statement that stands ready behind it; null after the end of the meeting. */
  readonly ready: BlockId | null;
}

/** Writes the sentence of an event as one step of its own, with an empty statement behind it. */
export function writeSentence(state: EditorState, options: SentenceOptions): WrittenSentence {
  const { event, newId } = options;
  const dayId = options.dayId ?? dayIdOf(currentBlock(state).node);
  const { anchor, side } = placeOf(state, event, dayId);
  const id = side === 'instead' ? blockIdOf(anchor.node) : newId();
  const block = sentenceBlock(state.schema, id, dayId, options);
  const pos = side === 'after' ? endOf(anchor) : anchor.pos;
  const transaction =
    side === 'instead'
      ? state.tr.replaceWith(pos, endOf(anchor), block)
      : state.tr.insert(pos, block);
  closeHistory(transaction);

  const written = blockById(transaction.doc, id) ?? { node: block, pos };
  const end = TextSelection.near(transaction.doc.resolve(endOf(written) - 1), -1);
  transaction.setSelection(end).scrollIntoView();
  if (event === 'ditutup') return { transaction, ready: null };
  const next = blockAfter(transaction.doc, written);
  if (next && blockTypeOf(next.node) === 'statement' && standsReady(next.node)) {
    return { transaction, ready: blockIdOf(next.node) };
  }
  const ready = createBlock(state.schema, 'statement', { id: newId(), dayId, stampMs: null });
  return { transaction: transaction.insert(endOf(written), ready), ready: blockIdOf(ready) };
}

/**
 * Puts the caret into the statement that stands ready. A transaction of its own: where the editor
 * takes the paragraph of the caret over for it, Chromium still writes at the place it had before. It
 * also ends the undo step, so that one Ctrl+Z takes back the sentence and nothing typed after it.
 */
export function goOnAfterSentence(state: EditorState, ready: BlockId | null): Transaction {
  const transaction = closeHistory(state.tr);
  const block = ready === null ? null : blockById(state.doc, ready);
  return block === null ? transaction : caretInBlock(transaction, block.pos).scrollIntoView();
}
