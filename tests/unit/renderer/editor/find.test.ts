import { history, undo } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Step } from '@tiptap/pm/transform';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, it } from 'vitest';

import {
  ReplaceTextsStep,
  editsFor,
} from '../../../../src/renderer/features/editor/find/replace-step.ts';
import type { Found, Query } from '../../../../src/renderer/features/editor/find/search.ts';
import { NO_QUERY, createSearch } from '../../../../src/renderer/features/editor/find/search.ts';
import { agendaItem, list, paragraph, schema, statement } from './editor-fixture.ts';

const everywhere = (): boolean => true;
const documentOf = (...blocks: readonly Node[]) => schema.node('doc', null, blocks);

const allOf = (found: Found) =>
  Array.from({ length: found.count }, (_, index) => found.at(index)).flatMap(
    (match) => match ?? [],
  );

function matchesIn(doc: ReturnType<typeof documentOf>, query: Partial<Query>): string[] {
  const found = createSearch({ ...NO_QUERY, ...query })(doc, everywhere);
  return Array.from({ length: found.count }, (_, index) => {
    const match = found.at(index);
    if (!match) throw new Error('A counted match is there');
    expect(found.indexOf(match)).toBe(index);
    expect(found.indexFrom(match.from)).toBe(index);
    return doc.textBetween(match.from, match.to);
  });
}

const said = (speakerId: string | null, text: string) =>
  schema.node('statement', { id: `s-${text}`, speakerId }, [paragraph(text)]);

it('finds in every kind of text, in order, also across marks', () => {
  const bold = schema.mark('bold');
  const mixed = schema.node('paragraph', null, [
    schema.text('daf', [bold]),
    schema.text('tar pemilih'),
  ]);
  const doc = documentOf(
    agendaItem('a', 'Daftar hadir'),
    statement('b', mixed, list('bulletList', [paragraph('satu daftar')])),
  );
  expect(matchesIn(doc, { text: 'daftar' })).toEqual(['Daftar', 'daftar', 'daftar']);
  expect(matchesIn(doc, { text: 'daftar', isCaseSensitive: true })).toEqual(['daftar', 'daftar']);
});

it('takes a word as it is written: diacritics, signs and whole words', () => {
  const doc = documentOf(
    statement('a', 'Andre André kata-kata berkata (x.y) x-y katanya Rp\u00a05'),
  );
  expect(matchesIn(doc, { text: 'andre' })).toEqual(['Andre']);
  expect(matchesIn(doc, { text: 'ANDRÉ'.normalize('NFD') })).toEqual(['André']);
  expect(matchesIn(doc, { text: 'kata', isWholeWord: true })).toEqual(['kata', 'kata']);
  expect(matchesIn(doc, { text: 'kata' })).toHaveLength(4);
  expect(matchesIn(doc, { text: 'x.y' })).toEqual(['x.y']);
  expect(matchesIn(doc, { text: '(x', isWholeWord: true })).toEqual(['(x']);
  expect(matchesIn(doc, { text: 'Rp 5' })).toEqual(['Rp\u00a05']);
  expect(matchesIn(doc, { text: '' })).toEqual([]);
});

it('does not take a letter for one with an accent behind it', () => {
  expect(matchesIn(documentOf(statement('a', 'cafe\u0301 cafe')), { text: 'cafe' })).toEqual([
    'cafe',
  ]);
});

it('searches one speaker alone, or those who are not named', () => {
  const doc = documentOf(
    said('budi', 'setuju satu'),
    said(null, 'setuju dua'),
    agendaItem('c', 'setuju tiga'),
    said('siti', 'setuju empat'),
  );
  const texts = (speaker: Query['speaker']) => matchesIn(doc, { text: 'setuju', speaker }).length;
  expect(texts('all')).toBe(4);
  expect(texts('budi' as Query['speaker'])).toBe(1);
  expect(texts('none')).toBe(1);
});

it('replaces all as one step that keeps the caret, the marks and the ids, and is undone as one', () => {
  const bold = schema.mark('bold');
  const doc = documentOf(
    statement(
      'a',
      schema.node('paragraph', null, [schema.text('KPU', [bold]), schema.text(' dan KPU')]),
    ),
    statement('b', 'tanpa'),
    agendaItem('c', 'KPU KPU'),
  );
  let state = EditorState.create({ doc, plugins: [history()] });
  const caret = TextSelection.create(doc, doc.child(0).nodeSize + 4);
  state = state.apply(state.tr.setSelection(caret));
  const found = createSearch({ ...NO_QUERY, text: 'kpu' })(doc, everywhere);
  const step = new ReplaceTextsStep(editsFor(doc, allOf(found), 'Komisi'));
  state = state.apply(state.tr.step(step));
  state.doc.check();
  expect(state.doc.children.map((node) => node.textContent)).toEqual([
    'Komisi dan Komisi',
    'tanpa',
    'Komisi Komisi',
  ]);
  expect(state.doc.children.map((node) => node.attrs['id'])).toEqual(['a', 'b', 'c']);
  expect(state.doc.nodeAt(2)?.marks).toEqual([bold]);
  expect(state.doc.child(1)).toBe(doc.child(1));
  expect(state.selection.head).toBe(caret.head + 6);
  undo(state, (transaction) => {
    state = state.apply(transaction);
  });
  expect(state.doc.eq(doc)).toBe(true);
});

it('deletes with an empty replacement, and survives being kept as JSON', () => {
  const doc = documentOf(statement('a', 'ee satu ee dua'));
  const found = createSearch({ ...NO_QUERY, text: 'ee ' })(doc, everywhere);
  const step = new ReplaceTextsStep(editsFor(doc, allOf(found), ''));
  const kept = Step.fromJSON(schema, JSON.parse(JSON.stringify(step.toJSON())));
  const after = kept.apply(doc).doc;
  expect(after?.textContent).toBe('satu dua');
  expect(after && step.invert(doc).apply(after).doc?.eq(doc)).toBe(true);
});

it('fails rather than reach outside of text', () => {
  const doc = documentOf(statement('a', 'satu'), statement('b', 'dua'));
  const across = { from: 3, to: doc.child(0).nodeSize + 3 };
  const step = new ReplaceTextsStep(editsFor(doc, [across], 'x'));
  expect(step.apply(doc).failed).not.toBeNull();
});

it('finds and replaces in 6,000 statements of 60 words', () => {
  const text = Array.from({ length: 59 }, (_, index) => `kata${index % 7}`).join(' ');
  const doc = documentOf(
    ...Array.from({ length: 6000 }, (_, index) => statement(`s${index}`, `${text} pemilih`)),
  );
  const found = createSearch({ ...NO_QUERY, text: 'pemilih' })(doc, everywhere);
  const edits = editsFor(doc, allOf(found), 'warga');
  const after = new ReplaceTextsStep(edits).apply(doc).doc;
  expect(found.count).toBe(6000);
  expect(after?.lastChild?.textContent.endsWith('warga')).toBe(true);
});
