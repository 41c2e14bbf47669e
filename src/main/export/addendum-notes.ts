import type { Block, BlockOf } from '../../shared/document/block.ts';
import type { InlineNode, RichNode } from '../../shared/document/rich-text.ts';
import type { BlockId } from '../../shared/ids.ts';
import { dateInWords, dateOn } from '../../shared/minutes/dates.ts';
import type { Addendum } from '../../shared/minutes/final.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import type { SessionZone } from '../../shared/minutes/session.ts';

/** No block of a session has such an id: theirs are UUIDs. */
const ID_START = 'addendum:';

/** "Adendum 1, 22 November 2026", dated as the session's clocks were. */
export const addendumName = ({ number, atMs }: Addendum, zone: SessionZone): string =>
  `Adendum ${number}, ${dateInWords(dateOn(atMs, zone))}`;

/** One paragraph: its name in bold letters, what it is about, and its lines. */
export function addendumNode(addendum: Addendum, zone: SessionZone, about = ''): RichNode {
  const lines = addendum.text
    .split('\n')
    .flatMap((line, index): readonly InlineNode[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
      ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
    ]);
  const name = `${addendumName(addendum, zone)}${about}: `;
  return {
    type: 'paragraph',
    content: [{ type: 'text', text: name, marks: [{ type: 'bold' }] }, ...lines],
  };
}

/** A correction in its place among the blocks: a note that goes wherever its block goes. */
function noteOf(addendum: Addendum, block: Block, zone: SessionZone): BlockOf<'narration'> {
  return {
    type: 'narration',
    attrs: {
      // Only here and only for this document: see ID_START.
      id: `${ID_START}${addendum.number}` as BlockId,
      dayId: block.attrs.dayId,
    },
    content: [addendumNode(addendum, zone)],
  };
}

export const isAddendumNote = ({ attrs }: BlockOf<'narration'>): boolean =>
  attrs.id.startsWith(ID_START);

/** The record with each correction right after the block it corrects. */
export function withAddendumNotes(record: SessionRecord): SessionRecord {
  const { addenda = [], blocks, session } = record;
  const byBlock = Map.groupBy(addenda, ({ blockId }) => blockId);
  if (addenda.every(({ blockId }) => blockId === null)) return record;
  return {
    ...record,
    blocks: blocks.flatMap((block) => [
      block,
      ...(byBlock.get(block.attrs.id) ?? []).map((addendum) =>
        noteOf(addendum, block, session.zone),
      ),
    ]),
  };
}
