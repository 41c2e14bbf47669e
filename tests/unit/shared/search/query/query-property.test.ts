import { describe, expect, test } from 'vitest';

import { completionsAt } from '../../../../../src/shared/search/query/complete.ts';
import { editQuery, filtersOf } from '../../../../../src/shared/search/query/edit.ts';
import { formatQuery } from '../../../../../src/shared/search/query/format.ts';
import { parseQuery } from '../../../../../src/shared/search/query/parse.ts';
import type { Place, SearchNode } from '../../../../../src/shared/search/query/query.ts';
import { FILTER_KEYS } from '../../../../../src/shared/search/query/query.ts';
import { randomFrom } from '../../../../fixtures/random-inputs.ts';

const today = '2026-11-22';
const complete = { today, isComplete: true };
const LONGEST = 500;

const PIECES = [
  'coklit',
  'Data',
  'pemilih',
  'atau',
  'ATAU',
  'OR',
  'NEAR',
  'DEKAT',
  'NEAR/3',
  'NEAR(',
  'BUKAN',
  'DAN',
  'tidak',
  'undang-undang',
  '7/2017',
  '10:30',
  'x*',
  '**',
  '"',
  '“',
  '"data pemilih"',
  "jum'at",
  '(',
  ')',
  '[',
  '-',
  '--',
  '–',
  '|',
  '||',
  ',',
  ', 5)',
  ':',
  '::',
  '..',
  '…',
  'juli',
  'juli 2024',
  '5',
  '2024',
  '2024-07',
  '31/02/2024',
  's.d.',
  'kemarin',
  'bulan lalu',
  'terbuka',
  'final',
  'Budi Contoh',
  '😀',
  '👩‍👩‍👧',
  'اجتماع',
  'שלום',
  'e\u0301',
  '\u202E',
  '\uD800',
  '\u0000',
  '\uE000',
  'ß',
  'İ',
  '１２',
  'https://contoh.id',
  'catatan:',
  'tindak lanjut:',
  'pembicra:',
  ...FILTER_KEYS.map((key) => `${key}:`),
  ...FILTER_KEYS.map((key) => `-${key}:a`),
];

function randomText(seed: number): string {
  const random = randomFrom(seed);
  let text = '';
  const count = 1 + random.below(random.below(2) === 0 ? 8 : 60);
  for (let at = 0; at < count; at += 1) {
    text += random.pick(PIECES) + random.pick(['', ' ', ' ', ' ', '  ', ',']);
  }
  return text.slice(0, LONGEST);
}

/** Without the places, which belong to one text. */
const bare = (nodes: readonly SearchNode[]): unknown =>
  JSON.parse(
    JSON.stringify(nodes, (key, value: unknown) =>
      key === 'start' || key === 'end' ? undefined : value,
    ),
  );

function placesOf(nodes: readonly SearchNode[]): readonly Place[] {
  return nodes.flatMap((node): readonly Place[] => {
    switch (node.type) {
      case 'any':
      case 'all':
        return [node, ...placesOf(node.parts)];
      case 'near':
        return [node, ...node.terms];
      case 'not':
        return [node, ...placesOf([node.part])];
      case 'term':
      case 'filter':
        return [node];
    }
  });
}

describe('any text', () => {
  test('has a reading, whose parts and notes stand in the text', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const text = randomText(seed);
      const query = parseQuery(text, { today });
      for (const { start, end } of [...placesOf(query.all), ...query.notes]) {
        expect([text, start >= 0 && start < end && end <= text.length]).toEqual([text, true]);
      }
    }
  });

  test('has a canonical form that says the same, and is one itself', () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const text = randomText(seed);
      const canonical = formatQuery(parseQuery(text, complete));
      const again = parseQuery(canonical, complete);
      expect([text, formatQuery(again)]).toEqual([text, canonical]);
      expect([text, canonical, again.notes]).toEqual([text, canonical, []]);
      const third = parseQuery(formatQuery(again), complete);
      expect(bare(third.all)).toEqual(bare(again.all));
    }
  });

  test('takes edits: what was added is there, what was removed is not, words stay', () => {
    const wordsOf = (text: string): unknown =>
      bare(parseQuery(text, complete).all.filter((node) => node.type === 'term'));
    for (let seed = 0; seed < 150; seed += 1) {
      const text = randomText(seed).slice(0, 200);
      for (const [key, value] of [
        ['jenis', 'Rapat Pleno'],
        ['tanggal', '2024-07'],
        ['keputusan', ''],
      ] as const) {
        const before = parseQuery(text, complete);
        if (before.notes.some((note) => note.code === 'too-many-parts')) continue;
        const isThere = (edited: string): boolean =>
          filtersOf(parseQuery(edited, complete)).some(
            (one) => one.key === key && !one.isNegated && one.value === value,
          );
        const added = editQuery(text, { type: 'add', key, value }, complete);
        expect([text, added, isThere(added)]).toEqual([text, added, true]);
        expect([text, added, wordsOf(added)]).toEqual([text, added, wordsOf(text)]);
        const removed = editQuery(added, { type: 'remove', key, value }, complete);
        expect([text, removed, isThere(removed)]).toEqual([text, removed, false]);
      }
    }
  });

  test('may be completed anywhere', () => {
    const candidates = {
      speakers: [{ name: 'Budi Contoh', sessionCount: 2 }],
      organizations: [{ name: 'Bawaslu Kota Contoh', sessionCount: 1 }],
      kinds: [],
      series: [],
      years: [{ name: '2024', sessionCount: 1 }],
    };
    for (let seed = 0; seed < 150; seed += 1) {
      const text = randomText(seed).slice(0, 120);
      const caret = randomFrom(seed + 1).below(text.length + 1);
      const { start, end } = completionsAt(text, caret, candidates, today);
      expect([text, caret, start <= caret && caret <= end && end <= text.length]).toEqual([
        text,
        caret,
        true,
      ]);
    }
  });
});

describe('the longest text', () => {
  // What a reading costs is counted in tokens of a grammar without going back; a pattern that goes
  // back over the text again and again would run into the time limit of the test.
  test.each([
    'a',
    ' ',
    '(',
    ')',
    '"',
    '-',
    '- ',
    ':',
    ',',
    '|',
    '*',
    '😀',
    'tanggal:',
    'tanggal: ',
    'tanggal:1 ',
    'tindak ',
    'tindak - ',
    'tindak lanjut ',
    'NEAR(',
    'NEAR ',
    'a NEAR ',
    'ATAU ',
    'a atau ',
    '-(',
    '(a ',
    '(a ATAU ',
    'jenis:a,',
    'jenis:a ',
    'juli ',
    '1 juli ',
    '..',
    'a: ',
    'ا ',
    'ב"',
  ])('of %j is read as fast as any', (piece) => {
    const text = piece.repeat(LONGEST).slice(0, LONGEST);
    for (let round = 0; round < 10; round += 1) {
      const query = parseQuery(text, { today });
      expect(query.all.length).toBeLessThanOrEqual(48);
    }
  });
});
