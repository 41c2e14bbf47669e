import { expect, it } from 'vitest';

import {
  mergeBlocks,
  splitBlockInTwo,
} from '../../../../src/renderer/features/editor/commands/split-merge.ts';
import { schema, Desk, agendaItem, counter, list, paragraph, statement } from './editor-fixture.ts';

const source = (stampMs: number | null = null) => ({ newId: counter(), stampMs: () => stampMs });
const spoken = (id: string, speakerId: string, text: string) =>
  schema.node('statement', { id, speakerId, kind: 'pertanyaan', spokenAtMs: 5, dayId: 'day-1' }, [
    paragraph(text),
  ]);

it('splits at the caret: same speaker and kind, ids stable, words written before without a time', () => {
  const desk = new Desk([spoken('a', 'budi', 'satu dua'), statement('z', 'akhir')]);
  desk.caret('dua').run(splitBlockInTwo(source(9)));
  expect(desk.outline).toEqual(['a:satu ', 'new-1:dua', 'z:akhir']);
  const [first, second] = desk.state.doc.children;
  expect(first?.attrs).toMatchObject({ speakerId: 'budi', spokenAtMs: 5 });
  expect(second?.attrs).toMatchObject({
    speakerId: 'budi',
    kind: 'pertanyaan',
    spokenAtMs: null,
    dayId: 'day-1',
  });
  expect(desk.caretText).toBe('|dua');
  expect(desk.undo().outline).toEqual(['a:satu dua', 'z:akhir']);
});

it('begins a further statement of the same speaker at the end, with the time of now', () => {
  const desk = new Desk([spoken('a', 'budi', 'satu')]);
  desk.caret('satu', 'after').run(splitBlockInTwo(source(9)));
  expect(desk.outline).toEqual(['a:satu', 'new-1:']);
  expect(desk.state.doc.child(1).attrs).toMatchObject({ speakerId: 'budi', spokenAtMs: 9 });
});

it('leaves no empty paragraph where it cuts between two', () => {
  const desk = new Desk([statement('a', 'satu', 'dua')]);
  desk.caret('dua').run(splitBlockInTwo(source()));
  expect(desk.outline).toEqual(['a:satu', 'new-1:dua']);
  const other = new Desk([statement('a', 'satu', 'dua')]);
  other.caret('satu', 'after').run(splitBlockInTwo(source()));
  expect(other.outline).toEqual(['a:satu', 'new-1:dua']);
  expect(other.caretText).toBe('|dua');
});

it('splits a list between its items and a heading in its middle', () => {
  const desk = new Desk([
    statement('a', list('bulletList', [paragraph('satu')], [paragraph('dua')])),
    agendaItem('b', 'Pembukaan Laporan'),
  ]);
  desk.caret('dua').run(splitBlockInTwo(source()));
  desk.state.doc.check();
  expect(desk.state.doc.children.map((node) => node.textContent)).toEqual([
    'satu',
    'dua',
    'Pembukaan Laporan',
  ]);
  desk.caret('Laporan').run(splitBlockInTwo(source()));
  expect(desk.state.doc.children.slice(2).map((node) => node.textContent)).toEqual([
    'Pembukaan ',
    'Laporan',
  ]);
});

it('does nothing where there is nothing to split off', () => {
  const desk = new Desk([statement('a', 'satu')]);
  desk.caret('satu').run(splitBlockInTwo(source()));
  expect(desk.outline).toEqual(['a:satu']);
});

it('merges with the block above or below; the upper one keeps id, speaker and time', () => {
  const blocks = () => [
    spoken('a', 'budi', 'satu'),
    spoken('b', 'siti', 'dua'),
    statement('c', 'tiga'),
  ];
  const up = new Desk(blocks()).caret('dua', 'after').run(mergeBlocks('previous'));
  expect(up.outline).toEqual(['a:satu/dua', 'c:tiga']);
  expect(up.state.doc.child(0).attrs['speakerId']).toBe('budi');
  expect(up.undo().outline).toEqual(['a:satu', 'b:dua', 'c:tiga']);
  const down = new Desk(blocks()).caret('dua', 'after').run(mergeBlocks('next'));
  expect(down.outline).toEqual(['a:satu', 'b:dua/tiga']);
  expect(down.caretText).toBe('dua|');
});
