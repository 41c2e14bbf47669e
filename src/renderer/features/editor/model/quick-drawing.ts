import type { EditorView } from '@tiptap/pm/view';

import type { Drawn } from './quick-positions.ts';
import { createPositions } from './quick-positions.ts';
import type { DrawnDocument, Shown } from './quick-update.ts';
import { updateOnlyChild } from './quick-update.ts';

interface DrawnPrototype {
  posBeforeChild: (child: Drawn) => number;
}
interface DrawnNodePrototype {
  updateChildren: (view: EditorView, pos: number) => void;
}

let isInstalled = false;

/**
 * Makes the two things quick that ProseMirror does by going through all blocks of the document: to
 * find the block that was typed into, at every key, and to find the position of each block that is
 * drawn anew, where thousands change at once (replace all and its undo). What is drawn is the same.
 */
export function drawQuickly(view: EditorView): void {
  if (isInstalled) return;
  isInstalled = true;
  const { docView } = view as unknown as { readonly docView: object };
  // The classes are not exported: of drawn nodes, and of all that is drawn.
  const nodes = Object.getPrototypeOf(docView) as DrawnNodePrototype;
  const all = Object.getPrototypeOf(nodes) as DrawnPrototype;
  const { updateChildren } = nodes;
  const { posBeforeChild } = all;
  const shown = new WeakMap<object, Shown>();
  let positions: ReturnType<typeof createPositions> | null = null;

  all.posBeforeChild = function positionBefore(this: Drawn & DrawnPrototype, child) {
    return positions ? positions(this, child) : posBeforeChild.call(this, child);
  };
  nodes.updateChildren = function updateAll(
    this: DrawnNodePrototype & DrawnDocument & { readonly parent?: unknown },
    ...given
  ) {
    if (this.parent) {
      updateChildren.apply(this, given);
      return;
    }
    const former = shown.get(this);
    shown.set(this, { node: this.node, innerDeco: this.innerDeco });
    if (former && updateOnlyChild(this, former, given[0])) return;
    positions = createPositions((parent, child) => posBeforeChild.call(parent, child));
    try {
      updateChildren.apply(this, given);
    } finally {
      positions = null;
    }
  };
}
