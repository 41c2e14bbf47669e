import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { history, undo } from '@tiptap/pm/history';
import { expect, it } from 'vitest';

import {
  bringBackAll,
  bringBackBlock,
} from '../../../../src/renderer/features/editor/history/bring-back.ts';
import {
  compareBlocks,
  countChanges,
} from '../../../../src/renderer/features/editor/history/compare.ts';
import { diffTexts } from '../../../../src/renderer/features/editor/history/word-diff.ts';
import type { DayId } from '../../../../src/shared/ids.ts';
import { schema, statement } from './editor-fixture.ts';

const DAYS = ['day-1'] as unknown as readonly DayId[];
const blocks = (...ids: readonly string[]): Node[] =>
  ids.map((id) => statement(id.slice(0, 1), id));
const idsOf = (nodes: readonly Node[]): string => nodes.map((node) => node.attrs['id']).join('');
const told = (before: readonly Node[], now: readonly Node[]): string[] =>
  compareBlocks(before, now).map((change) => {
    const node = change.type === 'removed' ? change.before : change.now;
    return `${change.type} ${String(node.attrs['id'])}`;
  });

const stateOf = (nodes: readonly Node[]): EditorState =>
  EditorState.create({ doc: schema.node('doc', null, nodes), plugins: [history()] });

it('tells what was added, removed, changed and moved, in the order of now', () => {
  const before = blocks('a', 'b', 'c', 'd', 'e');
  const now = blocks('b', 'x', 'd!', 'e', 'c');
  expect(told(before, now)).toEqual(['removed a', 'added x', 'changed d', 'moved c']);
  expect(countChanges(compareBlocks(before, now))).toEqual({
    added: 1,
    removed: 1,
    changed: 1,
    moved: 1,
  });
  expect(told(before, blocks('a', 'b', 'c', 'd', 'e'))).toEqual([]);
});

it('puts what was removed behind the block that it followed', () => {
  expect(told(blocks('a', 'b', 'c', 'd'), blocks('a', 'd'))).toEqual(['removed b', 'removed c']);
  expect(told(blocks('a', 'b', 'c'), blocks('c', 'x'))).toEqual([
    'removed a',
    'removed b',
    'added x',
  ]);
});

it('does not take the way a block is drawn for a change of it', () => {
  const [plain] = blocks('a');
  if (!plain) throw new Error('One block');
  const marked = plain.type.create({ ...plain.attrs }, plain.content);
  expect(compareBlocks([plain], [marked])).toEqual([]);
});

it('shows changed words between the words that stayed', () => {
  expect(diffTexts('Rapat dibuka pukul 09.00.', 'Rapat resmi dibuka pukul 09.00.')).toEqual([
    { type: 'same', text: 'Rapat ' },
    { type: 'added', text: 'resmi ' },
    { type: 'same', text: 'dibuka pukul 09.00.' },
  ]);
});

it('brings one block back: its words, its place, or itself', () => {
  const version = blocks('a', 'b', 'c', 'd');
  const start = stateOf(blocks('d', 'a', 'x', 'c!'));
  const back = (state: EditorState, id: string): EditorState => {
    const wanted = version.find((node) => node.attrs['id'] === id);
    const transaction = wanted && bringBackBlock(state, version, wanted, DAYS);
    return transaction ? state.apply(transaction) : state;
  };
  const withWords = back(start, 'c');
  expect(withWords.doc.child(3).textContent).toBe('c');
  const withBlock = back(withWords, 'b');
  expect(idsOf(withBlock.doc.children)).toBe('dabxc');
  const inPlace = back(withBlock, 'd');
  expect(idsOf(inPlace.doc.children)).toBe('abxcd');
  // The same once more changes nothing.
  expect(back(inPlace, 'b')).toBe(inPlace);
});

it('brings all back as one step, keeping the blocks that did not change', () => {
  const version = blocks('a', 'b', 'c');
  const start = stateOf([...blocks('x', 'a', 'b!', 'c')]);
  const transaction = bringBackAll(start, version, DAYS);
  if (!transaction) throw new Error('Something changes');
  let state = start.apply(transaction);
  expect(state.doc.children.map((node) => node.textContent)).toEqual(['a', 'b', 'c']);
  expect(state.doc.child(0)).toBe(start.doc.child(1));
  expect(bringBackAll(state, version, DAYS)).toBeNull();
  undo(state, (undone) => {
    state = state.apply(undone);
  });
  expect(state.doc.eq(start.doc)).toBe(true);
});

it('puts blocks of a day that is gone on the first one', () => {
  const lost = schema.node('statement', { id: 'z', dayId: 'gone' }, [schema.node('paragraph')]);
  const state = stateOf(blocks('a'));
  const transaction = bringBackBlock(state, [...blocks('a'), lost], lost, DAYS);
  expect(transaction?.doc.child(1).attrs['dayId']).toBe('day-1');
});

it('compares 2,000 blocks that all stand elsewhere', () => {
  const many = Array.from({ length: 2000 }, (_, index) =>
    statement(`s${index}`, `Pernyataan nomor ${index} `.repeat(20)),
  );
  const changes = compareBlocks(many, many.toReversed());
  expect(changes).toHaveLength(1999);
});
