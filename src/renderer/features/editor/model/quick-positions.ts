import type { EditorView } from '@tiptap/pm/view';

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

interface DrawnPrototype {
  posBeforeChild: (child: Drawn) => number;
}
interface DrawnNodePrototype {
  updateChildren: (view: EditorView, pos: number) => void;
}

let isInstalled = false;

/**
 * ProseMirror asks each block that it draws anew for its position, and finds it by going through all
 * blocks before it. Where thousands change at once (replace all and its undo) that costs more than all
 * the rest. The answers are the same.
 */
export function findPositionsQuickly(view: EditorView): void {
  if (isInstalled) return;
  isInstalled = true;
  const { docView } = view as unknown as { readonly docView: object };
  // The classes are not exported: of drawn nodes, and of all that is drawn.
  const nodes = Object.getPrototypeOf(docView) as DrawnNodePrototype;
  const all = Object.getPrototypeOf(nodes) as DrawnPrototype;
  const { updateChildren } = nodes;
  const { posBeforeChild } = all;
  let positions: ReturnType<typeof createPositions> | null = null;

  all.posBeforeChild = function positionBefore(this: Drawn & DrawnPrototype, child) {
    return positions ? positions(this, child) : posBeforeChild.call(this, child);
  };
  nodes.updateChildren = function updateAll(
    this: DrawnNodePrototype & { readonly parent?: unknown },
    ...given
  ) {
    if (this.parent) {
      updateChildren.apply(this, given);
      return;
    }
    positions = createPositions((parent, child) => posBeforeChild.call(parent, child));
    try {
      updateChildren.apply(this, given);
    } finally {
      positions = null;
    }
  };
}
