import { describe, expect, test } from 'vitest';

import {
  chipsOf,
  proposalsFor,
  readQuery,
  shownNotes,
  toggled,
  valuesOf,
  withoutFilters,
} from '../../../../../src/renderer/features/search/query-parts.ts';
import { withWords } from '../../../../../src/renderer/features/search/word-picker.tsx';

const chips = (text: string) =>
  chipsOf(readQuery(text)).map(({ key, label, rest }) => ({ key, label, rest }));

describe('chips', () => {
  test('each filter is one, and takes itself out of the text', () => {
    expect(chips('coklit pembicara:"Budi Contoh" tahun:2024 -jenis:rakor')).toEqual([
      {
        key: 'pembicara:Budi Contoh',
        label: 'Budi Contoh',
        rest: 'coklit tahun:2024 -jenis:rakor',
      },
      { key: 'tahun:2024', label: '2024', rest: 'coklit pembicara:"Budi Contoh" -jenis:rakor' },
      { key: '-jenis:rakor', label: 'rakor', rest: 'coklit pembicara:"Budi Contoh" tahun:2024' },
    ]);
  });

  test('one of several values goes alone', () => {
    expect(chips('jenis:rakor,fgd ')).toEqual([
      { key: 'jenis:rakor', label: 'rakor', rest: 'jenis:fgd ' },
      { key: 'jenis:fgd', label: 'fgd', rest: 'jenis:rakor ' },
    ]);
  });

  test('phrases, exclusions, alternatives and nearness are chips too; words are none', () => {
    const found = chips('data "daftar pemilih tetap" -terbatas coklit ');
    expect(found.map(({ label }) => label)).toEqual(['"daftar pemilih tetap"', '-terbatas']);
    expect(found[0]?.rest).toBe('data -terbatas coklit');
    expect(chips('logistik NEAR distribusi ')).toEqual([
      expect.objectContaining({ label: 'logistik NEAR distribusi', rest: '' }),
    ]);
    expect(chips('coklit ATAU mutarlih ')).toHaveLength(1);
    expect(chips('coklit mutarlih')).toEqual([]);
  });
});

describe('choosing by mouse', () => {
  test('a value is written into the text, and given up by choosing it again', () => {
    const once = toggled('coklit', 'pembicara', 'Budi Contoh');
    expect(once).toBe('coklit pembicara:"Budi Contoh"');
    expect(valuesOf(once, 'pembicara')).toEqual(['Budi Contoh']);
    expect(toggled(once, 'pembicara', 'budi contoh')).toBe('coklit');
  });

  test('of the parts of minutes, dates and statuses only one holds', () => {
    expect(toggled('coklit keputusan:', 'tindaklanjut', 'terbuka')).toBe(
      'coklit tindaklanjut:terbuka',
    );
    expect(toggled('coklit tahun:2024', 'tanggal', '2025-01-01..2025-01-31')).not.toContain('2024');
    expect(toggled('status:final', 'status', 'selesai')).toBe('status:selesai');
  });

  test('the form for words writes quotes, ATAU, NEAR and minus', () => {
    const fields = { phrase: 'daftar "pemilih', any: 'a b', near: 'c d', not: 'e -f' };
    expect(withWords('kpu ', fields)).toBe('kpu "daftar pemilih" (a ATAU b) c NEAR d -e -f');
    expect(withWords(' kpu', { phrase: '', any: '', near: '', not: '' })).toBe('kpu');
  });
});

describe('where nothing was found', () => {
  test('what may help is proposed', () => {
    expect(withoutFilters('coklit tahun:2024 -jenis:rakor')).toBe('coklit');
    expect(proposalsFor('coklit "data pemilih" tahun:1999')).toEqual([
      { type: 'withoutFilters', text: 'coklit "data pemilih"' },
      { type: 'withoutQuotes', text: 'coklit data pemilih tahun:1999' },
    ]);
    expect(proposalsFor('coklit mutarlih')).toEqual([
      { type: 'anyWord', text: 'coklit ATAU mutarlih' },
    ]);
  });

  test('nothing is proposed where only the word could be another', () => {
    expect(proposalsFor('coklit')).toEqual([]);
    expect(proposalsFor('tahun:1999')).toEqual([]);
  });
});

test('notes of what is still being typed wait, others are shown', () => {
  const codes = (text: string) => shownNotes(readQuery(text)).map(({ code }) => code);
  expect(codes('coklit "data pem')).toEqual([]);
  expect(codes('pembicara:')).toEqual([]);
  expect(codes('pembicara: coklit')).not.toContain('unclosed-quote');
  expect(codes('pembicra:budi coklit')).toEqual(['operator-spelling']);
});
