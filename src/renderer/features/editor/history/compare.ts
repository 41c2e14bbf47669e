import type { Node } from '@tiptap/pm/model';
import { Mark } from '@tiptap/pm/model';

import type { BlockId } from '../../../../shared/ids.ts';
import { blockIdOf } from '../model/blocks.ts';

/** What became of one block between an earlier version and now. */
export type BlockChange =
  | { readonly type: 'added'; readonly now: Node }
  | { readonly type: 'removed'; readonly before: Node }
  /** `isMoved`: it stands elsewhere as well. */
  | {
      readonly type: 'changed';
      readonly before: Node;
      readonly now: Node;
      readonly isMoved: boolean;
    }
  | { readonly type: 'moved'; readonly before: Node; readonly now: Node };

/** Whether two blocks say the same, whatever they are drawn with. */
export const isSameBlock = (one: Node, other: Node): boolean =>
  one.mark(Mark.none).eq(other.mark(Mark.none));

/** The places of a longest row of numbers that rise, in a list of different numbers. */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length, the place of the smallest number that ends such a row. */
  const ends: number[] = [];
  const formers: (number | null)[] = [];
  for (const [place, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = ends[middle];
      if (end !== undefined && (numbers[end] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    formers.push(low === 0 ? null : (ends[low - 1] ?? null));
    ends[low] = place;
  }
  const row = new Set<number>();
  for (let place = ends.at(-1) ?? null; place !== null; place = formers[place] ?? null) {
    row.add(place);
  }
  return row;
}

/** Blocks of both that do not keep the order of the others; as few as explain the difference. */
function movedBlocks(before: readonly Node[], now: readonly Node[]): ReadonlySet<BlockId> {
  const places = new Map(now.map((node, place) => [blockIdOf(node), place]));
  const common = before.map(blockIdOf).filter((id) => places.has(id));
  const kept = longestRising(common.map((id) => places.get(id) ?? 0));
  return new Set(common.filter((_, place) => !kept.has(place)));
}

/**
 * The differences between an earlier version and now, in the order of now; what was removed stands
 * where it stood, behind the block that it followed.
 */
export function compareBlocks(
  before: readonly Node[],
  now: readonly Node[],
): readonly BlockChange[] {
  const formerById = new Map(before.map((node) => [blockIdOf(node), node]));
  const present = new Set(now.map(blockIdOf));
  const moved = movedBlocks(before, now);

  /** What was removed, by the block behind which it stood; null: at the very start. */
  const removedAfter = new Map<BlockId | null, BlockChange[]>();
  let last: BlockId | null = null;
  for (const node of before) {
    const id = blockIdOf(node);
    if (present.has(id)) last = id;
    else
      removedAfter.set(last, [
        ...(removedAfter.get(last) ?? []),
        { type: 'removed', before: node },
      ]);
  }

  const changes: BlockChange[] = [...(removedAfter.get(null) ?? [])];
  for (const node of now) {
    const id = blockIdOf(node);
    const former = formerById.get(id);
    const isMoved = moved.has(id);
    if (!former) changes.push({ type: 'added', now: node });
    else if (!isSameBlock(former, node))
      changes.push({ type: 'changed', before: former, now: node, isMoved });
    else if (isMoved) changes.push({ type: 'moved', before: former, now: node });
    changes.push(...(removedAfter.get(id) ?? []));
  }
  return changes;
}

export type ChangeCounts = Readonly<Record<BlockChange['type'], number>>;

export function countChanges(changes: readonly BlockChange[]): ChangeCounts {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { type } of changes) counts[type] += 1;
  return counts;
}
