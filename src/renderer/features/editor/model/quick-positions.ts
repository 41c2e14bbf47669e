/** What ProseMirror keeps of each drawn node and mark, as far as it is used here; its types leave it out. */
export interface Drawn {
  readonly children: readonly Drawn[];
  readonly size: number;
  readonly posAtStart: number;
}

interface Place {
  readonly child: Drawn;
  readonly index: number;
  readonly pos: number;
}

/**
 * Positions during one update of what is drawn, which goes from the first block to the last: what lies
 * before the place that it has reached does not change any more, so each search goes on from the one
 * before it.
 */
export function createPositions(search: (parent: Drawn, child: Drawn) => number) {
  const reached = new Map<Drawn, Place>();
  return (parent: Drawn, child: Drawn): number => {
    const { children } = parent;
    const from = reached.get(parent);
    if (from && children[from.index] === from.child) {
      let { pos } = from;
      for (let index = from.index; index < children.length; index += 1) {
        const present = children[index];
        if (!present) break;
        if (present === child) {
          reached.set(parent, { child, index, pos });
          return pos;
        }
        pos += present.size;
      }
    }
    const pos = search(parent, child);
    if (!from || children[from.index] !== from.child) {
      reached.set(parent, { child, index: children.indexOf(child), pos });
    }
    return pos;
  };
}
