import { expect, test } from 'vitest';

import {
  insertPhrase,
  insertPhraseBelow,
  nextBlank,
} from '../../../../src/renderer/features/editor/words/phrases/insert.ts';
import { matchPhrases } from '../../../../src/renderer/features/editor/words/phrases/match.ts';
import type { BlockId } from '../../../../src/shared/ids.ts';
import { BLANK } from '../../../../src/shared/words/phrases.ts';
import { STARTER_PHRASES } from '../../../../src/shared/words/starter-phrases.ts';
import { Desk, counter, statement } from './editor-fixture.ts';

const source = { newId: counter(), stampMs: () => null };
const titles = (typed: string) =>
  matchPhrases(STARTER_PHRASES, typed, (category) => category).map(({ title }) => title);
const selected = (desk: Desk): string => {
  const { from, to } = desk.state.selection;
  return desk.state.doc.textBetween(from, to);
};

test('phrases are found by the beginning of their name, then by what stands in them', () => {
  expect(titles('rap ditu')[0]).toBe('Rapat ditutup');
  expect(titles('persilakan')).toEqual(['Mempersilakan berbicara']);
  expect(titles('skors')[0]).toBe('Skors dicabut');
  expect(titles('')).toHaveLength(STARTER_PHRASES.length);
  expect(titles('xyz')).toEqual([]);
});

test('a phrase goes to the caret with a space where one is missing, and is one step to undo', () => {
  const desk = new Desk([statement('a', 'Baik.')]).caret('Baik.', 'after');
  desk.run(insertPhrase('Rapat dibuka.'));
  expect(desk.caretText).toBe('Baik. Rapat dibuka.|');
  expect(desk.undo().caretText).toBe('Baik.|');
  const empty = new Desk([statement('a', '')]).caretInBlock(0).run(insertPhrase('Rapat.'));
  expect(empty.caretText).toBe('Rapat.|');
});

test('the first blank is selected, Tab goes to the next and around, and ends with the last', () => {
  const desk = new Desk([statement('a', '')]).caretInBlock(0);
  desk.run(insertPhrase(`oleh ${BLANK} di ${BLANK}.`));
  expect(selected(desk)).toBe(BLANK);
  desk.type('Budi').run(nextBlank);
  expect(selected(desk)).toBe(BLANK);
  desk.type('Aula');
  expect(desk.outline).toEqual(['a:oleh Budi di Aula.']);
  expect(nextBlank(desk.state)).toBe(false);
});

test('below, it becomes a narration of its own', () => {
  const desk = new Desk([statement('a', 'Baik.')]).caret('Baik.', 'after');
  desk.run(insertPhraseBelow('Rapat diskors.', source));
  expect(desk.outline).toEqual(['a:Baik.', `${'new-1' as BlockId}:Rapat diskors.`]);
  expect(desk.undo().outline).toEqual(['a:Baik.']);
});
