import type { Node } from '@tiptap/pm/model';

import type { AttendanceId } from '../../../../shared/ids.ts';
import { blockTypeOf, eachBlock } from '../model/blocks.ts';

/** Kinds that can be shown alone: types of block, and what a statement can be besides a plain one. */
export type FilterKind = 'all' | `block:${string}` | `statement:${string}`;
export type FilterSpeaker = AttendanceId | 'all' | 'none';

export interface Criteria {
  readonly speaker: FilterSpeaker;
  readonly kind: FilterKind;
  readonly isImportantOnly: boolean;
}

export const SHOW_ALL: Criteria = { speaker: 'all', kind: 'all', isImportantOnly: false };

export const showsAll = ({ speaker, kind, isImportantOnly }: Criteria): boolean =>
  speaker === 'all' && kind === 'all' && !isImportantOnly;

const speakerOf = (node: Node): AttendanceId | null =>
  (node.attrs['speakerId'] as AttendanceId | null | undefined) ?? null;

const statementKindOf = (node: Node): string => (node.attrs['kind'] as string | undefined) ?? '';

function isOfKind(node: Node, kind: FilterKind): boolean {
  if (kind === 'all') return true;
  const type = blockTypeOf(node);
  return kind.startsWith('statement:')
    ? type === 'statement' && statementKindOf(node) === kind.slice('statement:'.length)
    : type === kind.slice('block:'.length);
}

/** Whether a block is one of those asked for. */
export function isWanted(node: Node, { speaker, kind, isImportantOnly }: Criteria): boolean {
  const isSpokenBy =
    speaker === 'all' ||
    (blockTypeOf(node) === 'statement' &&
      speakerOf(node) === (speaker === 'none' ? null : speaker));
  return (
    isSpokenBy && isOfKind(node, kind) && (!isImportantOnly || node.attrs['isImportant'] === true)
  );
}

/** What the blocks of a document can be chosen by, in the order of their first block. */
export interface Choices {
  readonly speakers: readonly (AttendanceId | null)[];
  readonly kinds: readonly FilterKind[];
  readonly hasImportant: boolean;
}

export function choicesIn(doc: Node): Choices {
  const speakers = new Set<AttendanceId | null>();
  const kinds = new Set<FilterKind>();
  let hasImportant = false;
  eachBlock(doc, ({ node }) => {
    const type = blockTypeOf(node);
    kinds.add(`block:${type}`);
    if (node.attrs['isImportant'] === true) hasImportant = true;
    if (type !== 'statement') return;
    speakers.add(speakerOf(node));
    const kind = statementKindOf(node);
    if (kind !== '' && kind !== 'pernyataan') kinds.add(`statement:${kind}`);
  });
  return { speakers: [...speakers], kinds: [...kinds], hasImportant };
}
