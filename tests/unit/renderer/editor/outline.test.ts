import { describe, expect, it } from 'vitest';

import {
  moveCurrentSection,
  moveSection,
  sectionsOf,
} from '../../../../src/renderer/features/editor/outline/sections.ts';
import type { BlockId } from '../../../../src/shared/ids.ts';
import { Desk, agendaItem, schema, statement } from './editor-fixture.ts';

const meeting = () =>
  new Desk([
    statement('s0', 'Sebelum acara'),
    agendaItem('a', 'Pertama'),
    statement('a1', 'Satu', 'Satu b'),
    agendaItem('b', 'Kedua'),
    agendaItem('c', 'Ketiga'),
    statement('c1', 'Tiga'),
  ]);
const ids = (desk: Desk): string =>
  desk.state.doc.children.map((node) => String(node.attrs['id'])).join(' ');
const id = (name: string) => name as BlockId;

describe('agenda sections', () => {
  it('are an item with all that follows until the next', () => {
    const sections = sectionsOf(meeting().state.doc);
    expect(sections.map(({ title }) => title)).toEqual(['Pertama', 'Kedua', 'Ketiga']);
  });

  it('move whole, in one undo step, with the caret in its words', () => {
    const desk = meeting()
      .caret('u b')
      .run(moveSection(id('a'), 2));
    expect(ids(desk)).toBe('s0 b c c1 a a1');
    expect(desk.caretText).toBe('Sat|u b');
    expect(ids(desk.run(moveSection(id('c'), 0)))).toBe('s0 c c1 b a a1');
    expect(desk.caretText).toBe('Sat|u b');
    expect(ids(desk.undo())).toBe('s0 b c c1 a a1');
    expect(ids(desk.undo())).toBe('s0 a a1 b c c1');
  });

  it('move from the caret, and stay where there is no neighbour', () => {
    const desk = meeting().caret('Tiga').run(moveCurrentSection(-1));
    expect(ids(desk)).toBe('s0 a a1 c c1 b');
    expect(ids(desk.caret('Satu b').run(moveCurrentSection(-1)))).toBe('s0 a a1 c c1 b');
    expect(moveCurrentSection(1)(meeting().caret('Sebelum').state)).toBe(false);
  });

  it('come to belong to the day that they are moved to', () => {
    const on = (name: string, text: string, dayId: string) =>
      schema.node('agendaItem', { id: name, dayId }, [schema.text(text)]);
    const desk = new Desk([on('a', 'Satu', 'd1'), on('b', 'Dua', 'd1'), on('c', 'Tiga', 'd2')]);
    desk.run(moveSection(id('a'), 2));
    expect(desk.state.doc.children.map((node) => String(node.attrs['dayId']))).toEqual([
      'd1',
      'd2',
      'd2',
    ]);
  });
});
