import { Fragment } from '@tiptap/pm/model';

/** Shorter lists are looked through faster than an index of them is made. */
const INDEXED_FROM = 64;

const endsOf = new WeakMap<Fragment, Uint32Array>();

function endsIn(fragment: Fragment): Uint32Array {
  const known = endsOf.get(fragment);
  if (known) return known;
  const { content } = fragment;
  const ends = new Uint32Array(content.length);
  let end = 0;
  for (const [index, child] of content.entries()) {
    // Asking a node for its size is slow where nodes are of many kinds; what holds something is two more.
    const inside = child.content.size;
    end += inside > 0 ? inside + 2 : child.nodeSize;
    ends[index] = end;
  }
  endsOf.set(fragment, ends);
  return ends;
}

/** The first of rising numbers that is greater than `pos`. */
function firstAfter(ends: Uint32Array, pos: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) > pos) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The position before a child, counted from the first. */
export const startOfChild = (fragment: Fragment, index: number): number =>
  index === 0 ? 0 : (endsIn(fragment)[index - 1] ?? 0);

/** ProseMirror's own search, which its types leave out. */
interface SearchedFragment {
  findIndex: (pos: number) => { readonly index: number; readonly offset: number };
}

let isInstalled = false;

/**
 * ProseMirror finds the child at a position by going through all children before it, some hundred times
 * for one key. In a list of thousands of blocks that costs more than all the rest; with the ends of the
 * children at hand, each search takes a dozen steps. Same answers, same errors.
 */
export function findChildrenQuickly(): void {
  if (isInstalled) return;
  isInstalled = true;
  const prototype = Fragment.prototype as unknown as SearchedFragment;
  const { findIndex } = prototype;
  prototype.findIndex = function findIndexByEnds(this: Fragment & SearchedFragment, pos) {
    if (this.childCount < INDEXED_FROM || pos <= 0 || pos >= this.size) {
      return findIndex.call(this, pos);
    }
    const ends = endsIn(this);
    const index = firstAfter(ends, pos);
    return { index, offset: index === 0 ? 0 : (ends[index - 1] ?? 0) };
  };
}
