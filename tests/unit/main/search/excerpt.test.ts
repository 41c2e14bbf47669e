import { describe, expect, test } from 'vitest';

import { excerptOf } from '../../../../src/main/search/excerpt.ts';
import type { TermMatch } from '../../../../src/shared/search/matches.ts';
import { wordsOf } from '../../../../src/shared/search/words.ts';

/** Where words that begin like the typed ones stand. */
function matchesOf(text: string, typed: string): readonly TermMatch[] {
  const wanted = wordsOf(typed);
  return wordsOf(text).flatMap(({ start, end, folded }) => {
    const term = wanted.findIndex((word) => folded.startsWith(word.folded));
    return term === -1 ? [] : [{ start, end, term }];
  });
}

const excerpt = (text: string, typed: string): string =>
  excerptOf(text, matchesOf(text, typed))
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('');

describe('excerpts', () => {
  test('a short text stays whole, on one line', () => {
    expect(excerpt('baris satu\n\tbaris dua', 'dua')).toBe('baris satu baris [dua]');
  });

  test('a long text is cut at words, where most of the words stand together', () => {
    const filler = 'isian '.repeat(80);
    const shown = excerpt(`anggaran ${filler}rapat anggaran pilkada ${filler}`, 'anggaran pilkada');
    expect(shown).toMatch(/^… (isian )+rapat \[anggaran\] \[pilkada\]( isian)+ …$/);
    expect(shown.length).toBeLessThan(280);
  });

  test('a text that does not hold the words shows its beginning', () => {
    expect(excerpt('awal '.repeat(100), 'pembicara')).toMatch(/^awal (awal )+…$/);
  });

  test('endless words and characters outside the basic plane are not broken', () => {
    const shown = excerpt('🙂'.repeat(400) + ' kata ' + '🙂'.repeat(400), 'kata');
    expect(shown).toContain('[kata]');
    expect(shown.isWellFormed()).toBe(true);
    expect(excerpt('x'.repeat(5000), 'x').length).toBeLessThan(280);
  });
});
