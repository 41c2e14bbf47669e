import { expect, it } from 'vitest';

import {
  statisticsOf,
  wordsIn,
} from '../../../../src/renderer/features/editor/statistics/statistics.ts';
import { agendaItem, paragraph, schema } from './editor-fixture.ts';

const MINUTE_MS = 60_000;
const said = (speakerId: string | null, text: string, minute: number | null, dayId = 'day-1') =>
  schema.node(
    'statement',
    {
      id: text,
      dayId,
      speakerId,
      spokenAtMs: minute === null ? null : minute * MINUTE_MS,
    },
    [paragraph(text)],
  );

it('counts words as people do', () => {
  expect(wordsIn('Kata-kata pada hari Jum’at, pukul 10.30 WIB (±5 menit).')).toBe(9);
  expect(wordsIn(' … – ')).toBe(0);
});

it('shares words and time out to those who spoke, and counts what is selected', () => {
  const doc = schema.node('doc', null, [
    agendaItem('a', 'Pembukaan rapat'),
    said('budi', 'satu dua tiga', 0),
    said('siti', 'empat', 4),
    said('budi', 'lima enam', 5),
    schema.node('break', { id: 'skors', dayId: 'day-1', spokenAtMs: 15 * MINUTE_MS }),
    said('siti', 'tujuh', 60),
    said('siti', 'hari lain', 0, 'day-2'),
    said(null, 'tanpa', null),
    said('andi', '', 70),
  ]);
  const counted = statisticsOf(doc, { from: 1, to: 10 });
  expect(counted).toMatchObject({ words: 12, blocks: 9, statements: 6, selectedWords: 1 });
  expect(counted.speakers).toEqual([
    { speakerId: 'budi', statements: 2, words: 5, share: 0.5, spokenMs: 14 * MINUTE_MS },
    { speakerId: 'siti', statements: 3, words: 4, share: 0.4, spokenMs: MINUTE_MS },
    { speakerId: null, statements: 1, words: 1, share: 0.1, spokenMs: null },
  ]);
});

it('knows that nothing was said', () => {
  const doc = schema.node('doc', null, [agendaItem('a', 'Pembukaan')]);
  expect(statisticsOf(doc, { from: 1, to: 1 })).toMatchObject({
    speakers: [],
    selectedWords: null,
  });
});
