import { describe, expect, it } from 'vitest';

import type { Drawn } from '../../../../src/renderer/features/editor/model/quick-positions.ts';
import { createPositions } from '../../../../src/renderer/features/editor/model/quick-positions.ts';

class Leaf implements Drawn {
  readonly children: Drawn[] = [];
  readonly posAtStart = 0;
  size: number;

  constructor(size: number) {
    this.size = size;
  }
}

/** ProseMirror's own way. */
function bySearching(parent: Drawn, child: Drawn): number {
  let pos = parent.posAtStart;
  for (const present of parent.children) {
    if (present === child) return pos;
    pos += present.size;
  }
  throw new Error('no child of it');
}

const parentOf = (children: Drawn[]): Drawn & { readonly children: Drawn[] } => ({
  children,
  posAtStart: 3,
  size: 0,
});

describe('positions during an update of what is drawn', () => {
  it('are those of a search, while children change, come and go from the first to the last', () => {
    const leaves = Array.from({ length: 300 }, (_, index) => new Leaf(1 + (index % 9)));
    const parent = parentOf([...leaves]);
    const positionOf = createPositions(bySearching);
    const asked: { readonly quick: number; readonly searched: number }[] = [];
    for (const [index, leaf] of leaves.entries()) {
      leaf.size += index % 4;
      if (index % 5 !== 0) {
        asked.push({ quick: positionOf(parent, leaf), searched: bySearching(parent, leaf) });
      }
      const place = parent.children.indexOf(leaf);
      // Behind the place that was reached: some are removed, others are put in.
      if (index % 11 === 3) parent.children.splice(place + 1, 0, new Leaf(7));
      if (index % 13 === 4) parent.children.splice(place, 0, ...parent.children.splice(place, 1));
      // ProseMirror takes the ones away that it skipped, after the one it skipped to was drawn.
      if (index % 17 === 5 && place > 0) parent.children.splice(place - 1, 1);
    }
    expect(asked.map(({ quick }) => quick)).toEqual(asked.map(({ searched }) => searched));
  });

  it('are found for a child before the one that was asked for last', () => {
    const leaves = [4, 5, 6].map((size) => new Leaf(size));
    const parent = parentOf([...leaves]);
    const positionOf = createPositions(bySearching);
    expect(leaves.toReversed().map((leaf) => positionOf(parent, leaf))).toEqual([12, 7, 3]);
  });

  it('go through the children once, not once for each', () => {
    const leaves = Array.from({ length: 500 }, () => new Leaf(2));
    const parent = parentOf([...leaves]);
    let searches = 0;
    const positionOf = createPositions((one, child) => {
      searches += 1;
      return bySearching(one, child);
    });
    const positions = leaves.map((leaf) => positionOf(parent, leaf));
    expect(positions).toEqual(leaves.map((_, index) => 3 + 2 * index));
    expect(searches).toBe(1);
  });
});
