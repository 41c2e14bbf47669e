import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';
import { describe, expect, it } from 'vitest';

import type {
  DrawnDocument,
  DrawnPart,
} from '../../../../src/renderer/features/editor/model/quick-update.ts';
import {
  isDecoratedSameElsewhere,
  onlyChangedChild,
  updateOnlyChild,
} from '../../../../src/renderer/features/editor/model/quick-update.ts';
import { schema, statement } from './editor-fixture.ts';

const WORDS = ['Rapat dibuka', 'Data pemilih', 'Usul diterima', 'Rapat ditutup'];
const doc = schema.node(
  'doc',
  null,
  WORDS.map((words, index) => statement(`b${index}`, words)),
);
const startOf = (index: number): number =>
  Array.from({ length: index }, (_, before) => doc.child(before).nodeSize).reduce(
    (sum, size) => sum + size,
    0,
  );
/** Types into a block, before its first letter. */
function typedInto(index: number, text: string) {
  const { tr } = EditorState.create({ doc });
  return tr.insertText(text, startOf(index) + 2);
}
const inline = (index: number, name = 'hit') =>
  Decoration.inline(startOf(index) + 2, startOf(index) + 6, { class: name });
const whole = (index: number, name = 'now') =>
  Decoration.node(startOf(index), startOf(index) + doc.child(index).nodeSize, { class: name });

describe('the only block that changed', () => {
  it('is found where one was typed into', () => {
    for (const index of WORDS.keys())
      expect(onlyChangedChild(doc, typedInto(index, 'x').doc)).toBe(index);
  });

  it('is none where nothing, two blocks or their number changed', () => {
    const { tr } = EditorState.create({ doc });
    const two = typedInto(0, 'x');
    expect(onlyChangedChild(doc, doc)).toBeNull();
    expect(onlyChangedChild(doc, two.insertText('y', two.doc.content.size - 3).doc)).toBeNull();
    expect(onlyChangedChild(doc, tr.delete(0, startOf(1)).doc)).toBeNull();
  });
});

describe('decorations of the blocks beside the changed one', () => {
  const { doc: after, mapping } = typedInto(1, 'abc');
  const change = { start: startOf(1), end: startOf(2), growth: 3 };
  const isSame = (before: DecorationSet, now: DecorationSet) =>
    isDecoratedSameElsewhere(before, now, change);

  it('are the same where they only moved with the text', () => {
    const before = DecorationSet.create(
      doc,
      [0, 1, 2, 3].flatMap((at) => [inline(at), whole(at)]),
    );
    expect(isSame(before, before.map(mapping, after))).toBe(true);
    expect(isSame(DecorationSet.empty, DecorationSet.empty)).toBe(true);
  });

  it('are the same whatever happens within the changed block', () => {
    const others = [inline(0), inline(3)];
    const before = DecorationSet.create(doc, [...others, inline(1)]);
    const without = DecorationSet.create(doc, [...others]).map(mapping, after);
    expect(isSame(before, without)).toBe(true);
    expect(isSame(DecorationSet.create(doc, [...others]), before.map(mapping, after))).toBe(true);
  });

  it('differ where one came, went, moved or looks otherwise', () => {
    const before = () => DecorationSet.create(doc, [inline(0), whole(2)]);
    const now = (...decorations: Decoration[]) =>
      DecorationSet.create(doc, decorations).map(mapping, after);
    expect(isSame(before(), now(inline(0), whole(2)))).toBe(true);
    expect(isSame(before(), now(inline(0)))).toBe(false);
    expect(isSame(before(), now(whole(2)))).toBe(false);
    expect(isSame(before(), now(inline(0), whole(2), inline(3)))).toBe(false);
    expect(isSame(before(), now(inline(0), whole(3)))).toBe(false);
    expect(isSame(before(), now(inline(0), whole(2, 'other')))).toBe(false);
    expect(isSame(before(), now(inline(0, 'other'), whole(2)))).toBe(false);
    expect(isSame(before(), before())).toBe(false);
  });

  it('differ where the whole changed block is marked otherwise', () => {
    const before = DecorationSet.create(doc, [whole(1)]);
    const now = DecorationSet.create(doc, [whole(1, 'other')]).map(mapping, after);
    expect(isSame(before, now)).toBe(false);
  });
});

describe('the update of one block', () => {
  const VIEW = { composing: false } as EditorView;

  function drawn(node: Node, given: Partial<DrawnPart> = {}) {
    const updates: Node[] = [];
    const part: DrawnPart = {
      children: [],
      node,
      dom: {},
      outerDeco: [],
      dirty: 0,
      update: (next) => {
        updates.push(next);
        return true;
      },
      ...given,
    };
    return { part, updates };
  }

  function page(given: Partial<Record<number, Partial<DrawnPart>>> = {}) {
    const blocks = WORDS.map((_, index) => drawn(doc.child(index), given[index]));
    const parts = blocks.map(({ part }) => part);
    const [first, second, third, fourth] = parts as [DrawnPart, DrawnPart, DrawnPart, DrawnPart];
    const group = (...children: DrawnPart[]): DrawnPart => ({ children, dom: {}, dirty: 0 });
    const shown = (after: Node): DrawnDocument => ({
      children: [group(first, second), group(third, fourth)],
      dom: {},
      dirty: 0,
      node: after,
      innerDeco: DecorationSet.empty,
    });
    return { updates: blocks.map((block) => block.updates), shown };
  }
  const FORMER = { node: doc, innerDeco: DecorationSet.empty };

  it('reaches the block that was typed into, and no other', () => {
    const { updates, shown } = page();
    const after = typedInto(2, 'x').doc;
    expect(updateOnlyChild(shown(after), FORMER, VIEW)).toBe(true);
    expect(updates).toEqual([[], [], [after.child(2)], []]);
  });

  it('leaves all to ProseMirror where a block beside it is to be redrawn', () => {
    const after = typedInto(2, 'x').doc;
    for (const beside of [0, 3]) {
      const { updates, shown } = page({ [beside]: { dirty: 1 } });
      // The document knows of it, the container does not.
      const document = { ...shown(after), dirty: 1 };
      expect(updateOnlyChild(document, FORMER, VIEW)).toBe(false);
      expect(updates.flat()).toEqual([]);
    }
  });

  it('leaves all to ProseMirror where a whole container is to be redrawn', () => {
    const { updates, shown } = page();
    const document = { ...shown(typedInto(2, 'x').doc), dirty: 1 };
    const [first] = document.children;
    if (first) first.dirty = 3;
    expect(updateOnlyChild(document, FORMER, VIEW)).toBe(false);
    expect(updates.flat()).toEqual([]);
  });

  it('reaches the block that the browser typed into itself', () => {
    const { updates, shown } = page({ 2: { dirty: 2 } });
    const after = typedInto(2, 'x').doc;
    expect(updateOnlyChild({ ...shown(after), dirty: 1 }, FORMER, VIEW)).toBe(true);
    expect(updates).toEqual([[], [], [after.child(2)], []]);
  });

  it('leaves all to ProseMirror while an input method puts a word together', () => {
    const { updates, shown } = page();
    const after = typedInto(2, 'x').doc;
    const composing = { composing: true } as EditorView;
    expect(updateOnlyChild(shown(after), FORMER, composing)).toBe(false);
    expect(updates.flat()).toEqual([]);
  });

  it('lets ProseMirror put the new element into the page where the block got another', () => {
    const { shown } = page({
      2: {
        update() {
          Object.assign(this, { dom: {} });
          return true;
        },
      },
    });
    const document = shown(typedInto(2, 'x').doc);
    expect(updateOnlyChild(document, FORMER, VIEW)).toBe(false);
    expect(document.dirty).toBe(2);
  });
});
