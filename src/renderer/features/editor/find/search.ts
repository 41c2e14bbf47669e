import type { Fragment, Node } from '@tiptap/pm/model';

import type { AttendanceId } from '../../../../shared/ids.ts';
import { eachBlock } from '../model/blocks.ts';

/** Whose words are searched: everybody's, those of nobody named, or one speaker's. */
export type SearchedSpeaker = AttendanceId | 'all' | 'none';

export interface Query {
  readonly text: string;
  readonly isCaseSensitive: boolean;
  readonly isWholeWord: boolean;
  readonly speaker: SearchedSpeaker;
}

export const NO_QUERY: Query = {
  text: '',
  isCaseSensitive: false,
  isWholeWord: false,
  speaker: 'all',
};

export interface Match {
  readonly from: number;
  readonly to: number;
}

/** All matches of a query in one version of the document. */
export interface Found {
  readonly count: number;
  /** The nth match in the document's order. */
  readonly at: (index: number) => Match | null;
  /** Number of the first match that starts at a position or behind it; `count` where there is none. */
  readonly indexFrom: (pos: number) => number;
  /** Number of exactly this match, or -1. */
  readonly indexOf: (match: Match) => number;
}

/** Matches of one block: offsets from the position before the block, two for each match. */
type Offsets = readonly number[];

interface FoundInBlock {
  readonly pos: number;
  readonly offsets: Offsets;
  /** How many matches the blocks before it have. */
  readonly before: number;
}

const LETTER = '[\\p{L}\\p{N}\\p{M}_]';
const NOTHING: Offsets = [];

const escaped = (text: string): string =>
  text
    .replace(/[.*+?^${}()|[\]\\/-]/g, (sign) => (sign === '-' ? '\\x2d' : `\\${sign}`))
    // A typed space finds the one that does not break a line too.
    .replace(/ /g, '[ \\u00a0]');

/** The pattern of a query; null where it asks for nothing. Diacritics count. */
export function patternOf({ text, isCaseSensitive, isWholeWord }: Query): RegExp | null {
  if (text === '') return null;
  // The same word may have been typed with its accents as letters of their own.
  const forms = [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])];
  const words = `(?:${forms.map(escaped).join('|')})`;
  const isLetter = new RegExp(LETTER, 'u');
  const start = isWholeWord && isLetter.test(text.at(0) ?? '') ? `(?<!${LETTER})` : '';
  const end = isWholeWord && isLetter.test(text.at(-1) ?? '') ? `(?!${LETTER})` : '(?!\\p{M})';
  return new RegExp(`${start}${words}${end}`, isCaseSensitive ? 'gu' : 'giu');
}

/** Where a pattern stands in the words of one block; never in its speaker's name, which is no text. */
function offsetsIn(block: Node, pattern: RegExp): Offsets {
  const offsets: number[] = [];
  const searchText = (parent: Node, start: number): void => {
    // One character for each position, so that words broken by marks are found too.
    const text = parent.textBetween(0, parent.content.size, undefined, '\uFFFC');
    for (const match of text.matchAll(pattern)) {
      offsets.push(start + match.index, start + match.index + match[0].length);
    }
  };
  if (block.isTextblock) searchText(block, 1);
  else {
    block.descendants((node, pos) => {
      if (!node.isTextblock) return true;
      searchText(node, 1 + pos + 1);
      return false;
    });
  }
  return offsets.length === 0 ? NOTHING : offsets;
}

const isSpokenBy = (block: Node, speaker: SearchedSpeaker): boolean =>
  speaker === 'all' ||
  (block.type.name === 'statement' &&
    block.attrs['speakerId'] === (speaker === 'none' ? null : speaker));

/**
 * Searches documents for one query. A block that was searched once is not searched again, so a
 * document in which one block changed costs next to nothing.
 */
export function createSearch(
  query: Query,
): (doc: Node, isShown: (block: Node) => boolean) => Found {
  const pattern = patternOf(query);
  const known = new WeakMap<Fragment, Offsets>();
  const offsetsOf = (block: Node, wanted: RegExp): Offsets => {
    const kept = known.get(block.content);
    if (kept) return kept;
    const offsets = offsetsIn(block, wanted);
    known.set(block.content, offsets);
    return offsets;
  };
  return (doc, isShown) => {
    const blocks: FoundInBlock[] = [];
    let count = 0;
    if (pattern !== null) {
      eachBlock(doc, ({ node, pos }) => {
        if (!isSpokenBy(node, query.speaker) || !isShown(node)) return;
        const offsets = offsetsOf(node, pattern);
        if (offsets.length === 0) return;
        blocks.push({ pos, offsets, before: count });
        count += offsets.length / 2;
      });
    }
    return foundIn(blocks, count);
  };
}

/** Number of the first element for which `isPast` holds; they hold from some element on. */
function firstWhere<T>(items: readonly T[], isPast: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && isPast(item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function foundIn(blocks: readonly FoundInBlock[], count: number): Found {
  const at = (index: number): Match | null => {
    const block = blocks[firstWhere(blocks, ({ before }) => before > index) - 1];
    if (!block || index < 0) return null;
    const place = (index - block.before) * 2;
    const [from, to] = block.offsets.slice(place, place + 2);
    return from === undefined || to === undefined
      ? null
      : { from: block.pos + from, to: block.pos + to };
  };
  const indexFrom = (pos: number): number => {
    const place = firstWhere(blocks, (block) => block.pos > pos) - 1;
    const block = blocks[place];
    if (!block) return 0;
    const starts = block.offsets.filter((_, index) => index % 2 === 0);
    const inBlock = firstWhere(starts, (offset) => block.pos + offset >= pos);
    return block.before + inBlock;
  };
  return {
    count,
    at,
    indexFrom,
    indexOf(match) {
      const index = indexFrom(match.from);
      const found = at(index);
      return found?.from === match.from && found.to === match.to ? index : -1;
    },
  };
}
