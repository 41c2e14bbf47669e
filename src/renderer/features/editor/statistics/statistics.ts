import type { Node } from '@tiptap/pm/model';

import type { AttendanceId, DayId } from '../../../../shared/ids.ts';
import { blockTypeOf, dayIdOf, eachBlock } from '../model/blocks.ts';

/** What one speaker said; null: the statements of nobody named. */
export interface SpeakerShare {
  readonly speakerId: AttendanceId | null;
  readonly statements: number;
  readonly words: number;
  /** Of all words of statements, 0–1. */
  readonly share: number;
  /** From each stamped statement to the next stamp of the day; null where there is none. */
  readonly spokenMs: number | null;
}

export interface Statistics {
  readonly words: number;
  readonly blocks: number;
  readonly statements: number;
  /** Words between the two ends of the selection; null where nothing is selected. */
  readonly selectedWords: number | null;
  /** Most words first. */
  readonly speakers: readonly SpeakerShare[];
}

/** "kata-kata", "10.30" and "Jum’at" are one word each. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[-'’.,:/][\p{L}\p{N}\p{M}]+)*/gu;

export const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

const textOf = (node: Node, from = 0, to = node.content.size): string =>
  node.textBetween(from, to, '\n', '\n');

interface Tally {
  statements: number;
  words: number;
  spokenMs: number | null;
}

/** Adds to each stamped statement the time until the next stamp of its day. */
function addTimes(
  stamped: readonly {
    readonly tally: Tally | null;
    readonly atMs: number;
    readonly day: DayId | null;
  }[],
): void {
  for (const [index, { tally, atMs, day }] of stamped.entries()) {
    const after = stamped[index + 1];
    // A time set by hand may go back; nobody knows how long was spoken then.
    if (!tally || !after || after.day !== day || after.atMs < atMs) continue;
    tally.spokenMs = (tally.spokenMs ?? 0) + after.atMs - atMs;
  }
}

/** Counts a document once. Nothing of this runs while somebody types. */
export function statisticsOf(
  doc: Node,
  selection: { readonly from: number; readonly to: number },
): Statistics {
  const tallies = new Map<AttendanceId | null, Tally>();
  const stamped: { tally: Tally | null; atMs: number; day: DayId | null }[] = [];
  let words = 0;
  let blocks = 0;
  let selectedWords = 0;
  eachBlock(doc, ({ node, pos }) => {
    const count = wordsIn(textOf(node));
    words += count;
    blocks += 1;
    const from = Math.max(selection.from - pos - 1, 0);
    const to = Math.min(selection.to - pos - 1, node.content.size);
    if (from < to) selectedWords += wordsIn(textOf(node, from, to));
    let tally: Tally | null = null;
    if (blockTypeOf(node) === 'statement' && count > 0) {
      const speakerId = (node.attrs['speakerId'] as AttendanceId | null | undefined) ?? null;
      tally = tallies.get(speakerId) ?? { statements: 0, words: 0, spokenMs: null };
      tallies.set(speakerId, tally);
      tally.statements += 1;
      tally.words += count;
    }
    const atMs = node.attrs['spokenAtMs'] as number | null | undefined;
    if (atMs !== null && atMs !== undefined) stamped.push({ tally, atMs, day: dayIdOf(node) });
  });
  addTimes(stamped);
  const all = [...tallies.values()];
  const spoken = all.reduce((sum, tally) => sum + tally.words, 0);
  return {
    words,
    blocks,
    statements: all.reduce((sum, tally) => sum + tally.statements, 0),
    selectedWords: selection.from === selection.to ? null : selectedWords,
    speakers: [...tallies]
      .map(([speakerId, tally]) => ({ speakerId, ...tally, share: tally.words / spoken }))
      .toSorted((a, b) => b.words - a.words),
  };
}
