import type { Node, Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';

import { CLOSING_STATEMENT_KIND } from '../../../../shared/document/block.ts';
import type { AttendanceId, BlockId, DayId } from '../../../../shared/ids.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockAround, dayIdOf, endOf } from '../model/blocks.ts';
import { lastBeside } from '../plugins/written-beside.ts';

/** What new blocks need from outside: identity and the time of speaking. */
export interface BlockSource {
  readonly newId: () => BlockId;
  /** The time of now while the meeting runs, UTC milliseconds; otherwise null. */
  readonly stampMs: () => number | null;
}

/** Kinds of block that a command can make. */
export type NewBlockType =
  | 'statement'
  | 'closing'
  | 'agendaItem'
  | 'narration'
  | 'decision'
  | 'recommendation'
  | 'followUp'
  | 'break';

export interface Origin {
  readonly id: BlockId;
  readonly dayId: DayId | null;
  readonly stampMs: number | null;
  readonly speakerId?: AttendanceId | null;
}

/** Node type and attributes of a new block of some kind. */
export function newBlockSpec(
  type: NewBlockType,
  origin: Origin,
): { readonly name: string; readonly attrs: Readonly<Record<string, unknown>> } {
  const common = { id: origin.id, dayId: origin.dayId };
  switch (type) {
    case 'statement':
    case 'closing':
      return {
        name: 'statement',
        attrs: {
          ...common,
          speakerId: origin.speakerId ?? null,
          kind: type === 'closing' ? CLOSING_STATEMENT_KIND : 'pernyataan',
          spokenAtMs: origin.stampMs,
        },
      };
    case 'break':
      return { name: 'break', attrs: { ...common, spokenAtMs: origin.stampMs } };
    case 'agendaItem':
    case 'narration':
    case 'decision':
    case 'recommendation':
    case 'followUp':
      return { name: type, attrs: common };
  }
}

export function createBlock(schema: Schema, type: NewBlockType, origin: Origin): Node {
  const { name, attrs } = newBlockSpec(type, origin);
  return schema.node(
    name,
    attrs,
    schema.nodes[name]?.inlineContent ? [] : [schema.node('paragraph')],
  );
}

/** The block of the selection's moving end, or the last one where the selection lies in none. */
export function currentBlock(state: EditorState): PlacedBlock {
  const around = blockAround(state.selection.$head);
  if (around) return around;
  const last = state.doc.lastChild;
  if (!last) throw new Error('A document always has a block');
  return { node: last, pos: state.doc.content.size - last.nodeSize };
}

/** Where the caret goes in a block: into its first text. */
export function caretInBlock(transaction: Transaction, pos: number): Transaction {
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(pos + 1)));
}

/**
 * Puts a new block after `current` and what was written beside it, of its day, with the caret in it. An empty last paragraph of
 * the current block, left by the Enter that led here, goes away.
 */
export function insertAfter(
  state: EditorState,
  current: PlacedBlock,
  type: NewBlockType,
  source: BlockSource,
  speakerId: AttendanceId | null = null,
): Transaction {
  const transaction = state.tr;
  const last = current.node.lastChild;
  if (current.node.childCount > 1 && last?.type.name === 'paragraph' && last.content.size === 0) {
    const end = endOf(current) - 1;
    transaction.delete(end - last.nodeSize, end);
  }
  const pos = transaction.mapping.map(endOf(lastBeside(state, current)));
  const block = createBlock(state.schema, type, {
    id: source.newId(),
    dayId: dayIdOf(current.node),
    stampMs: source.stampMs(),
    speakerId,
  });
  return caretInBlock(transaction.insert(pos, block), pos).scrollIntoView();
}
