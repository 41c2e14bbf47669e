import { describe, expect, it } from 'vitest';
import { abbreviationsOf } from '../../../../../src/shared/search/indonesian/abbreviations.ts';
import { OFFICE_ABBREVIATIONS } from '../../../../../src/shared/search/indonesian/office-abbreviations.ts';
import { foldedWords } from '../../../../../src/shared/search/words.ts';
import { STARTER_EXPANSIONS } from '../../../../../src/shared/words/starter-expansions.ts';

const alternatives = (text: string): readonly string[] =>
  abbreviationsOf(foldedWords(text)).map((words) => words.join(' '));

describe('abbreviations', () => {
  it.each([
    ['KPU', 'komisi pemilihan umum'],
    ['DPT', 'daftar pemilih tetap'],
    ['coklit', 'pencocokan dan penelitian'],
    ['Bawaslu', 'badan pengawas pemilihan umum'],
    ['PKPU', 'peraturan kpu'],
    ['rakor', 'rapat koordinasi'],
    ['DPTb', 'daftar pemilih tambahan'],
    ['DP4', 'daftar penduduk potensial pemilih pemilihan'],
    ['pantarlih', 'petugas pemutakhiran data pemilih'],
    ['UU', 'undang undang'],
    ['yg', 'yang'],
  ])('%s and its words find each other', (short, long) => {
    expect(alternatives(short)).toContain(long);
    expect(alternatives(long)).toContain(foldedWords(short).join(' '));
  });

  it('gives both meanings of an abbreviation, and of each only its own', () => {
    expect(alternatives('PPK')).toEqual([
      'panitia pemilihan kecamatan',
      'pejabat pembuat komitmen',
    ]);
    expect(alternatives('pejabat pembuat komitmen')).toEqual(['ppk']);
  });

  it('never takes one meaning of an abbreviation for another', () => {
    expect(alternatives('Perjanjian Kerja Sama')).toEqual(['pks']);
    expect(alternatives('Partai Keadilan Sejahtera')).toEqual(['pks']);
    expect(alternatives('DPD')).toHaveLength(2);
  });

  it('says nothing again that the starter set of the editor says', () => {
    const starters = new Set(
      STARTER_EXPANSIONS.map(({ short, forms }) => `${short} ${forms[0]}`.toLowerCase()),
    );
    const twice = OFFICE_ABBREVIATIONS.filter(
      (line) => line.length === 2 && starters.has(line.join(' ').toLowerCase()),
    );
    expect(twice).toEqual([]);
  });

  it('joins other writings of one long form', () => {
    expect(alternatives('Peraturan KPU')).toEqual(['pkpu', 'peraturan komisi pemilihan umum']);
    expect(alternatives('tanda tangan')).toContain('tandatangan');
  });

  it('has nothing for other words, nor for abbreviations that capitals tell apart', () => {
    expect(alternatives('rapat')).toEqual([]);
    expect(alternatives('pd')).toEqual([]);
    expect(abbreviationsOf([])).toEqual([]);
  });
});
