import { Mark } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { Decoration, DecorationSource, EditorView } from '@tiptap/pm/view';

import { startOfChild } from './find-child.ts';

/** ProseMirror's decorations, as far as they are compared here; its types leave it out. */
interface DecorationTree {
  readonly local: readonly (Decoration & { readonly type: { eq: (other: object) => boolean } })[];
  /** Start, end and decorations of each child that has some, one after another. */
  readonly children: readonly (number | DecorationTree)[];
  readonly members?: readonly DecorationTree[];
  readonly eq: (other: object) => boolean;
}

/** What ProseMirror keeps of what it has drawn; its types leave it out. */
export interface DrawnPart {
  readonly children: readonly DrawnPart[];
  readonly node?: Node;
  readonly dom: object;
  readonly outerDeco?: readonly Decoration[];
  dirty: number;
  readonly update?: (
    node: Node,
    outerDeco: readonly Decoration[],
    innerDeco: DecorationSource,
    view: EditorView,
  ) => boolean;
}
export interface DrawnDocument extends DrawnPart {
  readonly node: Node;
  readonly innerDeco: DecorationSource;
}

/** A document and its decorations, as they were drawn. */
export interface Shown {
  readonly node: Node;
  readonly innerDeco: DecorationSource;
}

/** ProseMirror's degrees of "the page was changed beneath it". */
const CHILD_DIRTY = 1;
const CONTENT_DIRTY = 2;

/** The only child that differs between two versions; null where none or several do, or their number. */
export function onlyChangedChild(before: Node, after: Node): number | null {
  const [former, present] = [before.content.content, after.content.content];
  if (former.length !== present.length) return null;
  let first = 0;
  while (first < present.length && former[first] === present[first]) first += 1;
  let last = present.length - 1;
  while (last > first && former[last] === present[last]) last -= 1;
  return first === last ? first : null;
}

/** Where the changed child lies: it began at `start` and ended at `end`, and has grown by `growth`. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly growth: number;
}

function placeAfter({ start, end, growth }: Change, pos: number): number | null {
  if (pos <= start) return pos;
  return pos >= end ? pos + growth : null;
}

function isSameTreeElsewhere(before: DecorationTree, after: DecorationTree, change: Change) {
  const isSameLocal =
    before.local.length === after.local.length &&
    before.local.every((one, index) => {
      const other = after.local[index];
      return (
        other !== undefined &&
        one.type.eq(other.type) &&
        placeAfter(change, one.from) === other.from &&
        placeAfter(change, one.to) === other.to
      );
    });
  if (!isSameLocal) return false;
  let [index, otherIndex] = [0, 0];
  for (;;) {
    if (before.children[index] === change.start) index += 3;
    if (after.children[otherIndex] === change.start) otherIndex += 3;
    const [from, to, inside] = before.children.slice(index, index + 3);
    const [otherFrom, otherTo, other] = after.children.slice(otherIndex, otherIndex + 3);
    if (inside === undefined || other === undefined) return inside === other;
    const isSame =
      placeAfter(change, Number(from)) === otherFrom &&
      placeAfter(change, Number(to)) === otherTo &&
      (inside === other || (inside as DecorationTree).eq(other as DecorationTree));
    if (!isSame) return false;
    index += 3;
    otherIndex += 3;
  }
}

/** Whether nothing but the changed child is decorated in another way than before. */
export function isDecoratedSameElsewhere(
  before: DecorationSource,
  after: DecorationSource,
  change: Change,
): boolean {
  const trees = (source: DecorationSource): readonly DecorationTree[] => {
    const tree = source as unknown as DecorationTree;
    return tree.members ?? [tree];
  };
  const [former, present] = [trees(before), trees(after)];
  return (
    former.length === present.length &&
    former.every((tree, index) => {
      const other = present[index];
      return other !== undefined && isSameTreeElsewhere(tree, other, change);
    })
  );
}

interface FoundChild {
  readonly drawn: DrawnPart;
  readonly around: DrawnPart;
}

/** The drawn child, and what is drawn around it; null where anything beside it is to be redrawn. */
function drawnChild(document: DrawnDocument, node: Node, index: number): FoundChild | null {
  if (document.dirty > CHILD_DIRTY) return null;
  let found: FoundChild | null = null;
  let passed = 0;
  for (const part of document.children) {
    if (part.node) {
      if (part.node === node) found = { drawn: part, around: part };
      passed += 1;
      continue;
    }
    if (!found && index >= passed) {
      // Where something else is drawn among the blocks, it stands further on.
      const expected = part.children[index - passed];
      const drawn =
        expected?.node === node ? expected : part.children.find((child) => child.node === node);
      if (drawn) found = { drawn, around: part };
    }
    passed += part.children.length;
  }
  return found && !isDirtyBeside(document, found) ? found : null;
}

function isDirtyBeside({ dirty, children }: DrawnDocument, { drawn, around }: FoundChild): boolean {
  // A container hands on to the document that something in it is dirty, and keeps nothing of it.
  return children.some(
    (part) =>
      part !== drawn &&
      ((part.dirty !== 0 && (part !== around || part.dirty > CHILD_DIRTY)) ||
        ((dirty !== 0 || part.dirty !== 0) &&
          !part.node &&
          part.children.some((child) => child !== drawn && child.dirty !== 0))),
  );
}

/**
 * Draws the one block that was typed into and leaves the others alone. ProseMirror compares every
 * block of the document with what is drawn, at every key; the answer is the same. False where more
 * than one block changed, or its decorations elsewhere: then ProseMirror has to compare them all.
 */
export function updateOnlyChild(document: DrawnDocument, former: Shown, view: EditorView): boolean {
  const { node: after, innerDeco } = document;
  const index = onlyChangedChild(former.node, after);
  if (index === null || view.composing) return false;
  const [before, child] = [former.node.child(index), after.child(index)];
  if (!Mark.sameSet(before.marks, child.marks)) return false;
  const start = startOfChild(after.content, index);
  const change = {
    start,
    end: start + before.nodeSize,
    growth: child.nodeSize - before.nodeSize,
  };
  if (!isDecoratedSameElsewhere(former.innerDeco, innerDeco, change)) return false;
  const found = drawnChild(document, before, index);
  if (!found) return false;
  const { drawn, around } = found;
  const { dom } = drawn;
  const inside = innerDeco.forChild(start, child);
  if (!drawn.update?.(child, drawn.outerDeco ?? [], inside, view)) return false;
  if (drawn.dom !== dom) {
    // Another element took its place: ProseMirror puts it into the page.
    document.dirty = CONTENT_DIRTY;
    return false;
  }
  around.dirty = 0;
  return true;
}
