import { describe, expect, it } from 'vitest';

import {
  LARGEST_IN_WORDS,
  dateFullyInWords,
  numberInWords,
} from '../../../../src/shared/minutes/number-words.ts';

const DIGITS = ['satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const SCALES: Readonly<Record<string, number>> = { ribu: 1e3, juta: 1e6, miliar: 1e9 };

/** Reads the words back, word by word, by the grammar of Indonesian numerals. */
function read(words: string): number {
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const word of words.split(' ')) {
    const scale = SCALES[word];
    if (scale !== undefined) {
      total += (group + digit) * scale;
      group = 0;
      digit = 0;
    } else if (word === 'seribu') {
      total += 1000;
    } else if (word === 'seratus') {
      group += 100;
    } else if (word === 'sepuluh' || word === 'sebelas') {
      group += word === 'sepuluh' ? 10 : 11;
    } else if (word === 'belas') {
      group += 10 + digit;
      digit = 0;
    } else if (word === 'puluh' || word === 'ratus') {
      group += digit * (word === 'puluh' ? 10 : 100);
      digit = 0;
    } else {
      const found = DIGITS.indexOf(word);
      if (found === -1 || digit !== 0) throw new Error(`not a numeral: ${words}`);
      digit = found + 1;
    }
  }
  return total + group + digit;
}

/** A fixed run of numbers that look random, so that a failure can be met again. */
function* scattered(count: number): Generator<number> {
  let seed = 20_250_218;
  for (let index = 0; index < count; index += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    // As many small numbers as large ones.
    yield 1 + Math.floor((seed / 2_147_483_648) * 10 ** (1 + (index % 12)));
  }
}

describe('a number in words', () => {
  it.each([
    [0, 'nol'],
    [1, 'satu'],
    [9, 'sembilan'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [18, 'delapan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [99, 'sembilan puluh sembilan'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [200, 'dua ratus'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [1100, 'seribu seratus'],
    [1945, 'seribu sembilan ratus empat puluh lima'],
    [2000, 'dua ribu'],
    [2025, 'dua ribu dua puluh lima'],
    [10_000, 'sepuluh ribu'],
    [11_000, 'sebelas ribu'],
    [21_000, 'dua puluh satu ribu'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_000, 'satu juta seribu'],
    [1_000_000_000, 'satu miliar'],
    [1_000_001_001, 'satu miliar seribu satu'],
    [
      LARGEST_IN_WORDS,
      'sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta ' +
        'sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan',
    ],
  ])('%i is "%s"', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  it('says every number up to 20,000 so that it reads back', () => {
    for (let value = 1; value <= 20_000; value += 1) expect(read(numberInWords(value))).toBe(value);
  });

  it('says large numbers so that they read back, and never "satu ribu", "satu ratus", "satu puluh"', () => {
    for (const value of scattered(5000)) {
      const words = numberInWords(value);
      expect(read(words)).toBe(value);
      expect(words).not.toMatch(
        /(?:^|juta |miliar )satu ribu|(?:puluh|ratus|seratus) seribu|satu ratus|satu puluh|satu belas/,
      );
      expect(words).not.toMatch(/ {2}|^ | $/);
    }
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, LARGEST_IN_WORDS + 1])(
    'has no words for %d',
    (value) => {
      expect(() => numberInWords(value)).toThrow(RangeError);
    },
  );
});

describe('a date in words', () => {
  it.each([
    ['2025-02-18', 'Selasa, tanggal delapan belas bulan Februari tahun dua ribu dua puluh lima'],
    ['2024-07-20', 'Sabtu, tanggal dua puluh bulan Juli tahun dua ribu dua puluh empat'],
    ['2000-01-01', 'Sabtu, tanggal satu bulan Januari tahun dua ribu'],
    [
      '2024-02-29',
      'Kamis, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh empat',
    ],
    [
      '1999-12-31',
      'Jumat, tanggal tiga puluh satu bulan Desember tahun seribu sembilan ratus sembilan puluh sembilan',
    ],
  ])('%s is "%s"', (date, words) => {
    expect(dateFullyInWords(date)).toBe(words);
  });

  it('refuses what is no date', () => {
    expect(() => dateFullyInWords('selasa')).toThrow(RangeError);
  });
});
