import { describe, expect, test } from 'vitest';

import { highlight } from '../../../../src/shared/search/matches.ts';
import { parseSearchText } from '../../../../src/shared/search/terms.ts';
import { wordsOf } from '../../../../src/shared/search/words.ts';

const read = (text: string): readonly string[] =>
  parseSearchText(text).map((term) => term.words.join('+') + (term.isPrefix ? '*' : ''));

describe('reading the search box', () => {
  test.each([
    ['', []],
    ['  \t ', []],
    ['"*-()', []],
    ['ko', ['ko*']],
    ['koordinasi ', ['koordinasi']],
    ['Data Pemilih', ['data', 'pemilih*']],
    ['data data pem', ['data', 'pem*']],
    ['"data pemilih" tetap', ['data+pemilih', 'tetap*']],
    ['"data pemilih"', ['data+pemilih']],
    ['"data pem', ['data+pem*']],
    ['“data pemilih”', ['data+pemilih']],
    ['undang-undang no. 7/2017', ['undang+undang', 'no', '7+2017*']],
    ['kpu,bawaslu', ['kpu', 'bawaslu*']],
    ['Évaluasi ', ['evaluasi']],
    ['-x OR NEAR(a', ['x', 'or', 'near', 'a*']],
  ])('%j', (text, terms) => {
    expect(read(text)).toEqual(terms);
  });

  test('words know their places, with marks that are written apart too', () => {
    expect(wordsOf('Cafe\u0301, 12.30')).toEqual([
      { start: 0, end: 5, folded: 'cafe' },
      { start: 7, end: 9, folded: '12' },
      { start: 10, end: 12, folded: '30' },
    ]);
  });
});

describe('highlighting', () => {
  const marked = (text: string, typed: string): string =>
    highlight(text, parseSearchText(typed))
      .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
      .join('');

  test.each([
    ['Siti Rekaan, M.Si.', 'siti', '[Siti] Rekaan, M.Si.'],
    ['Siti Rekaan, M.Si.', 'm.si ', 'Siti Rekaan, [M.Si].'],
    ['satu dua satu', 'satu "satu dua"', '[satu dua] [satu]'],
    ['tidak ada', 'lain', 'tidak ada'],
    ['<i>satu</i>', 'satu', '<i>[satu]</i>'],
  ])('%j, searching %j', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });
});
