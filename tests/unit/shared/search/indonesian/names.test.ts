import { describe, expect, it } from 'vitest';
import { nameWords } from '../../../../../src/shared/search/indonesian/names.ts';

describe('nameWords', () => {
  it.each([
    'Budi Contoh',
    'Dr. H. Budi Contoh, S.H., M.Si.',
    'budi contoh sh',
    'dr budi contoh sh mh',
    'Pak Budi Contoh',
    'Bapak Prof. Budi Contoh',
    'BUDI CONTOH, S.Pd',
  ])('finds the name in %s', (typed) => {
    expect(nameWords(typed)).toEqual(['budi', 'contoh']);
  });

  it.each([
    ['Ibu', ['ibu']],
    ['Dr', ['dr']],
    ['h', ['h']],
    ['', []],
    ['Ketua KPU', ['ketua', 'kpu']],
  ])('keeps %j', (typed, words) => {
    expect(nameWords(typed)).toEqual(words);
  });
});
