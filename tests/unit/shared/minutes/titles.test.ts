import { describe, expect, test } from 'vitest';

import { fullName } from '../../../../src/shared/minutes/names.ts';
import { cleanLine, nameKey, splitTitles } from '../../../../src/shared/minutes/titles.ts';

describe('splitTitles', () => {
  test.each([
    ['Dr. H. Budi Contoh, S.H., M.Si.', 'Dr. H.', 'Budi Contoh', 'S.H., M.Si.'],
    ['Dr.H.Budi Contoh,S.H.,M.H.', 'Dr. H.', 'Budi Contoh', 'S.H., M.H.'],
    ['dr. Siti Contoh, Sp.PD', 'dr.', 'Siti Contoh', 'Sp.PD'],
    ['Prof. Dr. Ir. Budi Contoh, Ph.D', 'Prof. Dr. Ir.', 'Budi Contoh', 'Ph.D'],
    ['Drs. Budi Contoh', 'Drs.', 'Budi Contoh', ''],
    ['Dra Siti Contoh MM', 'Dra', 'Siti Contoh MM', ''],
    ['Hj. Siti Contoh S.Pd M.Pd', 'Hj.', 'Siti Contoh', 'S.Pd, M.Pd'],
    ['Siti Contoh, S.Pd M.Pd', '', 'Siti Contoh', 'S.Pd, M.Pd'],
    ['Siti Contoh, S. Sos., M. Si', '', 'Siti Contoh', 'S.Sos., M.Si'],
    ['Budi Contoh, SH, MH', '', 'Budi Contoh', 'SH, MH'],
    ['Budi Contoh, S.Pd.I, A.Md.Kom', '', 'Budi Contoh', 'S.Pd.I, A.Md.Kom'],
    ['AKBP Budi Contoh, S.I.K., M.H.', 'AKBP', 'Budi Contoh', 'S.I.K., M.H.'],
    ['Letkol Inf. Budi Contoh, S.Sos.', 'Letkol Inf.', 'Budi Contoh', 'S.Sos.'],
    ['Mayor Inf Budi Contoh', 'Mayor Inf', 'Budi Contoh', ''],
    ['K.H. Budi Contoh', 'K.H.', 'Budi Contoh', ''],
    ['Dr. (H.C.) Budi Contoh', 'Dr. (H.C.)', 'Budi Contoh', ''],
  ])('%s', (typed, titleBefore, name, titleAfter) => {
    expect(splitTitles(typed)).toEqual({ titleBefore, name, titleAfter });
  });

  test.each([
    ['Bapak Budi Contoh', 'Budi Contoh'],
    ['Ibu  Siti Contoh', 'Siti Contoh'],
    ['Pak Budi', 'Budi'],
    ['bu siti contoh', 'siti contoh'],
    ['Sdr. Budi Contoh', 'Budi Contoh'],
    ['Bapak/Ibu Budi Contoh', 'Budi Contoh'],
    ['Yth. Bapak Budi Contoh', 'Budi Contoh'],
  ])('drops the form of address: %s', (typed, name) => {
    expect(splitTitles(typed)).toEqual({ titleBefore: '', name, titleAfter: '' });
  });

  test.each([
    'Contoh, Budi',
    'Budi Contoh, Ketua',
    'H Budi Contoh',
    'Mas Contoh',
    'Irma Contoh',
    'Drajat Contoh',
    'Budi S. Contoh',
    'M. Budi Contoh',
    'Budi M.A. Contoh',
    'Ibu',
    'H.',
    'Bunga Contoh',
    'Pakpahan Contoh',
    'Ustadz',
  ])('leaves alone what is not certain: %s', (typed) => {
    expect(splitTitles(typed)).toEqual({ titleBefore: '', name: typed, titleAfter: '' });
  });

  test('what was split reads as it was written', () => {
    const typed = 'Dr. H. Budi Contoh, S.H., M.Si.';
    expect(fullName(splitTitles(typed))).toBe(typed);
  });

  test('names of the sessions that were held stay whole', () => {
    const names = [
      'Martadinata',
      'Ahmad Hudri',
      'Melgia Carolina Van Harling',
      'August Mellaz',
      'Yusnar',
    ];
    for (const name of names) expect(splitTitles(name).name).toBe(name);
  });
});

test('invisible marks, control characters and doubled spaces are not part of a line', () => {
  expect(cleanLine('\u200e Budi\u0007\t Contoh\u00a0\ufeff ')).toBe('Budi Contoh');
  expect(nameKey(' BUDI  Contoh')).toBe(nameKey('Budi contoh'));
});
