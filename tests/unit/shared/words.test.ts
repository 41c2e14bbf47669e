import { describe, expect, test } from 'vitest';

import {
  endsWord,
  expansionSchema,
  expansionTable,
  findExpansion,
  isCased,
  lastWord,
} from '../../../src/shared/words/expansion.ts';
import { BLANK, fillPhrase, phraseText } from '../../../src/shared/words/phrases.ts';
import { STARTER_EXPANSIONS } from '../../../src/shared/words/starter-expansions.ts';
import { STARTER_PHRASES } from '../../../src/shared/words/starter-phrases.ts';

const table = expansionTable(STARTER_EXPANSIONS);
const formsOf = (typed: string) => findExpansion(table, typed)?.forms ?? [];
const modeOf = (typed: string) => findExpansion(table, typed)?.expansion.mode;

describe('abbreviations', () => {
  test('the case of what was typed is kept', () => {
    expect(formsOf('yg')).toEqual(['yang']);
    expect(formsOf('Yg')).toEqual(['Yang']);
    expect(formsOf('YG')).toEqual(['YANG']);
    expect(formsOf('yG')).toEqual([]);
    expect(formsOf('Coklit')[0]).toBe('Pencocokan dan penelitian');
  });

  test('those in capitals match only as written, and pd is not PD', () => {
    expect(formsOf('DPT')[0]).toBe('Daftar Pemilih Tetap');
    expect(formsOf('dpt')).toEqual([]);
    expect(formsOf('Dpt')).toEqual([]);
    expect(formsOf('DPTb')[0]).toBe('Daftar Pemilih Tambahan');
    expect(formsOf('pd')).toEqual(['pada']);
    expect(formsOf('PD')).toEqual([]);
  });

  test('an ambiguous one has all of its meanings, and waits for the key', () => {
    expect(formsOf('PPK')).toEqual([
      'Panitia Pemilihan Kecamatan',
      'Panitia Pemilihan Kecamatan (PPK)',
      'Pejabat Pembuat Komitmen',
      'Pejabat Pembuat Komitmen (PPK)',
    ]);
    expect(modeOf('PPK')).toBe('pemicu');
    expect(modeOf('dgn')).toBe('otomatis');
  });

  test('the starter set is in order: no doubles, each as an own entry may be', () => {
    expect(table.size).toBe(STARTER_EXPANSIONS.length);
    for (const expansion of STARTER_EXPANSIONS) {
      expect(expansionSchema.parse(expansion)).toEqual(expansion);
    }
    // Nothing that is capitalised is written out by itself.
    const cased = STARTER_EXPANSIONS.filter(({ short }) => isCased(short));
    expect(cased.filter(({ mode }) => mode !== 'pemicu')).toEqual([]);
  });
});

describe('the word before the caret', () => {
  test.each([
    ['hal yg', 'yg'],
    ['yg', 'yg'],
    ['(yg', 'yg'],
    ['“yg', 'yg'],
    ['pukul 09.00 s/d', 's/d'],
    ['baris satu\uFFFCyg', 'yg'],
    // Part of an address or of another word is no abbreviation.
    ['www.yg', 'www.yg'],
    ['budi@yg', 'budi@yg'],
    ['se-yg', 'se-yg'],
    ['hal yg ', ''],
    ['', ''],
  ])('%j ends in %j', (text, word) => expect(lastWord(text)).toBe(word));

  test('what ends a word, and what does not', () => {
    for (const mark of [' ', '\u00a0', '.', ',', ';', ':', '!', '?', ')', '”']) {
      expect(endsWord(mark)).toBe(true);
    }
    for (const letter of ['a', '1', '/', '-', '@', '']) expect(endsWord(letter)).toBe(false);
  });
});

describe('phrases', () => {
  const filled = (text: string, facts: Parameters<typeof fillPhrase>[1]) =>
    phraseText(fillPhrase(text, facts));

  test('facts are filled in, what is not known becomes a blank', () => {
    expect(
      filled('Rapat dibuka oleh {pimpinan} pukul {waktu} {zona}.', {
        pimpinan: 'Dr. Budi Contoh, S.H.',
        waktu: '10.05',
        zona: 'WIB',
      }),
    ).toBe('Rapat dibuka oleh Dr. Budi Contoh, S.H. pukul 10.05 WIB.');
    expect(filled('oleh {pimpinan} di {Tempat}', { tempat: '  ' })).toBe(
      `oleh ${BLANK} di ${BLANK}`,
    );
  });

  test('other braces stay as they were written', () => {
    expect(filled('{anggaran} dan {} dan {1}', {})).toBe('{anggaran} dan {} dan {1}');
  });

  test('a fact is never read as a variable again', () => {
    expect(filled('{judul} {tempat}', { judul: '{tempat}', tempat: 'Aula' })).toBe('{tempat} Aula');
  });

  test('the starter phrases know all of their variables', () => {
    expect(new Set(STARTER_PHRASES.map(({ id }) => id)).size).toBe(STARTER_PHRASES.length);
    for (const { text } of STARTER_PHRASES) {
      const plain = fillPhrase(text, {}).filter(({ kind }) => kind === 'plain');
      expect(phraseText(plain)).not.toMatch(/[{}]/);
    }
  });
});
