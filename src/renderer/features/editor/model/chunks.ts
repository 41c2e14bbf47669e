import type { Mark, Node, Schema } from '@tiptap/pm/model';

import { CHUNK } from '../schema/chunk-mark.ts';

/** How many blocks are drawn within one container: see docs/decisions/0014-chunks.md. */
export const CHUNK_SIZE = 50;

export const chunkOf = (block: Node): Mark | null =>
  block.marks.find(({ type }) => type.name === CHUNK) ?? null;

const isSameChunk = (one: Mark | null, other: Mark | null): boolean =>
  one === other || (one !== null && other !== null && one.eq(other));

/** Blocks of a document that is made, each with those that it is drawn with. */
export function inChunks(schema: Schema, blocks: readonly Node[], size: number): readonly Node[] {
  let chunk = schema.mark(CHUNK, { number: 0 });
  return blocks.map((block, index) => {
    if (index > 0 && index % size === 0) chunk = schema.mark(CHUNK, { number: index / size });
    return block.mark([chunk]);
  });
}

/** Blocks one after another that are drawn together. */
interface Run {
  readonly chunk: Mark | null;
  readonly start: number;
  readonly end: number;
}

function runsOf(blocks: readonly Node[]): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (next && isSameChunk(chunkOf(block), chunkOf(next))) continue;
    runs.push({ chunk: chunkOf(block), start, end: index + 1 });
    start = index + 1;
  }
  return runs;
}

/** Which blocks are to be drawn with which others, by their place in the document. */
export type ChunkChanges = ReadonlyMap<number, Mark>;

/**
 * What keeps chunks together after blocks came or moved: each goes with the one before it, unless it
 * already belongs to what follows. `start` is where the changed blocks begin.
 */
export function chunksForChanged(
  blocks: readonly Node[],
  start: number,
  count: number,
  newChunk: () => Mark,
): ChunkChanges {
  const after = blocks[start + count];
  const following = after ? chunkOf(after) : null;
  let belongsToFollowing = start + count;
  while (
    following !== null &&
    belongsToFollowing > start &&
    isSameChunk(chunkOf(blocks[belongsToFollowing - 1] as Node), following)
  ) {
    belongsToFollowing -= 1;
  }
  const before = blocks[start - 1];
  let current = (before ? chunkOf(before) : null) ?? following;
  const changes = new Map<number, Mark>();
  for (let index = start; index < belongsToFollowing; index += 1) {
    const own = chunkOf(blocks[index] as Node);
    current ??= own ?? newChunk();
    if (!isSameChunk(own, current)) changes.set(index, current);
  }
  return changes;
}

function splitRun(run: Run, size: number, caret: number, newChunk: () => Mark): ChunkChanges {
  const changes = new Map<number, Mark>();
  const hasCaret = caret >= run.start && caret < run.end;
  // What stays is where the caret is: its elements are not touched.
  const staying = hasCaret ? Math.floor((caret - run.start) / size) : 0;
  const pieces = Math.floor((run.end - run.start) / size);
  for (let piece = 0; piece < pieces; piece += 1) {
    const isLast = piece === pieces - 1;
    if (piece === Math.min(staying, pieces - 1)) continue;
    const chunk = newChunk();
    const end = isLast ? run.end : run.start + (piece + 1) * size;
    for (let index = run.start + piece * size; index < end; index += 1) changes.set(index, chunk);
  }
  return changes;
}

/**
 * The next step towards chunks of about `size` blocks, as a few blocks that are drawn anew; null where
 * nothing is to be done. The chunk with the caret keeps the elements around the caret.
 */
export function nextRegrouping(
  blocks: readonly Node[],
  size: number,
  caret: number,
  newChunk: () => Mark,
): ChunkChanges | null {
  const runs = runsOf(blocks);
  const seen = new Set<unknown>();
  for (const [index, run] of runs.entries()) {
    const length = run.end - run.start;
    if (length >= 2 * size) return splitRun(run, size, caret, newChunk);
    const hasCaret = caret >= run.start && caret < run.end;
    const number: unknown = run.chunk?.attrs['number'];
    const former = runs[index - 1];
    const formerLength = former ? former.end - former.start : 0;
    const isSmall = length * 3 < size && formerLength + length < 1.5 * size;
    const mustMove = run.chunk === null || seen.has(number) || (isSmall && former !== undefined);
    seen.add(number);
    if (!mustMove || hasCaret) continue;
    const chunk = (isSmall ? former?.chunk : null) ?? newChunk();
    return new Map(Array.from({ length }, (_, offset) => [run.start + offset, chunk]));
  }
  return null;
}
