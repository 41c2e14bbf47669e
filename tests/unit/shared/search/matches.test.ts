import { expect, test } from 'vitest';

import { piecesOf } from '../../../../src/shared/search/matches.ts';
import { wordsOf } from '../../../../src/shared/search/words.ts';

test('words know their places, with marks that are written apart too', () => {
  expect(wordsOf('Cafe\u0301, 12.30')).toEqual([
    { start: 0, end: 5, folded: 'cafe' },
    { start: 7, end: 9, folded: '12' },
    { start: 10, end: 12, folded: '30' },
  ]);
});

test.each([
  [
    'satu dua satu',
    [
      [0, 8],
      [0, 4],
      [9, 13],
    ],
    '[satu dua] [satu]',
  ],
  ['satu\n\tdua', [[6, 9]], 'satu [dua]'],
  ['<i>satu</i>', [[3, 7]], '<i>[satu]</i>'],
  ['tidak ada', [], 'tidak ada'],
] as const)('%j is cut into pieces', (text, places, expected) => {
  const matches = places.map(([start, end]) => ({ start, end, term: 0 }));
  const pieces = piecesOf(text, matches).map((piece) =>
    piece.isMatch ? `[${piece.text}]` : piece.text,
  );
  expect(pieces.join('')).toBe(expected);
});
