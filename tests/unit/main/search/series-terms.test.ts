import { expect, test } from 'vitest';

import { createTermCounter } from '../../../../src/main/search/series-terms.ts';

function termsOf(...texts: readonly string[]): readonly string[] {
  const counter = createTermCounter();
  for (const text of texts) counter.add(text);
  return counter.terms(100);
}

test('words and names used twice are terms, the most used first', () => {
  const terms = termsOf(
    'Pemutakhiran Daftar Pemilih Tetap berjalan.',
    'Daftar Pemilih Tetap, pemutakhiran lagi.',
    'Kami membahas pemutakhiran.',
  );
  expect(terms[0]).toBe('pemutakhiran');
  expect(terms).toContain('Daftar Pemilih Tetap');
  expect(terms).not.toContain('berjalan');
});

test('a name does not run over a mark, and a link stays inside', () => {
  const terms = termsOf(
    'Kementerian Hukum dan Hak. Bawaslu Kota hadir',
    'Kementerian Hukum dan Hak. Bawaslu Kota hadir',
  );
  expect(terms).toContain('Kementerian Hukum dan Hak');
  expect(terms).toContain('Bawaslu Kota');
  expect(terms.some((term) => term.includes('Hak Bawaslu'))).toBe(false);
});
