import { describe, expect, test } from 'vitest';

import type { QueryEdit } from '../../../../../src/shared/search/query/edit.ts';
import { editQuery, filtersOf } from '../../../../../src/shared/search/query/edit.ts';
import { parseQuery } from '../../../../../src/shared/search/query/parse.ts';

const options = { today: '2026-11-22' };

describe('a filter is changed in the text, and the rest stays as it was typed', () => {
  const add = (key: QueryEdit['key'], value: string): QueryEdit => ({ type: 'add', key, value });
  const set = (key: QueryEdit['key'], value: string): QueryEdit => ({ type: 'set', key, value });
  const toggle = (key: QueryEdit['key'], value: string): QueryEdit => ({
    type: 'toggle',
    key,
    value,
  });
  const cases: readonly (readonly [string, QueryEdit, string])[] = [
    ['', add('jenis', 'FGD'), 'jenis:FGD'],
    ['Data  Pemilih', add('jenis', 'Rapat Pleno'), 'Data  Pemilih jenis:"Rapat Pleno"'],
    ['jenis:FGD coklit', add('jenis', 'Rakor'), 'jenis:FGD,Rakor coklit'],
    ['Jenis: FGD coklit', add('jenis', 'fgd'), 'Jenis: FGD coklit'],
    ['hadir:budi', add('hadir', 'sari'), 'hadir:budi hadir:sari'],
    ['"data pem', add('jenis', 'FGD'), '"data pem" jenis:FGD'],
    ['coklit ATAU', add('jenis', 'FGD'), 'coklit jenis:FGD'],
    ['a jenis:FGD b', set('jenis', 'Rakor'), 'a b jenis:Rakor'],
    ['tanggal:kemarin a', set('tanggal', '2024-07..2024-08'), 'a tanggal:2024-07..2024-08'],
    ['keputusan: a', toggle('keputusan', ''), 'a'],
    ['a', toggle('keputusan', ''), 'a keputusan:'],
    ['a jenis:FGD,"Rapat Pleno",Rakor b', toggle('jenis', 'Rapat Pleno'), 'a jenis:FGD,Rakor b'],
    ['a jenis:FGD,Rakor', toggle('jenis', 'Rakor'), 'a jenis:FGD'],
    ['tindaklanjut:terbuka', toggle('tindaklanjut', 'terbuka'), ''],
    ['tindaklanjut:', toggle('tindaklanjut', 'semua'), ''],
    ['jenis:FGD ATAU jenis:Rakor a', toggle('jenis', 'FGD'), 'jenis:Rakor a'],
    ['-jenis:FGD a', { type: 'remove', key: 'jenis', isNegated: true }, 'a'],
    ['-jenis:FGD a', { type: 'remove', key: 'jenis' }, '-jenis:FGD a'],
    ['jenis:FGD a jenis:Rakor', { type: 'remove', key: 'jenis' }, 'a'],
    ['tahun:2024-07 a', { type: 'remove', key: 'tanggal', value: '2024-07' }, 'a'],
    ['a', { type: 'remove', key: 'jenis' }, 'a'],
  ];
  test.each(cases)('%j %j', (text, edit, expected) => {
    expect(editQuery(text, edit, options)).toBe(expected);
  });
});

test('the filters of the whole query are listed for chips', () => {
  const text = 'coklit jenis:FGD,Rakor -pembicara:"Budi Contoh" (a ATAU seri:x) keputusan:';
  const filters = filtersOf(parseQuery(text, options)).map(
    ({ key, value, isNegated, isAlternative, start, end }) => ({
      filter: `${isNegated ? '-' : ''}${key}:${value}`,
      typed: text.slice(start, end),
      isAlternative,
    }),
  );
  expect(filters).toEqual([
    { filter: 'jenis:FGD', typed: 'FGD', isAlternative: true },
    { filter: 'jenis:Rakor', typed: 'Rakor', isAlternative: true },
    { filter: '-pembicara:Budi Contoh', typed: 'pembicara:"Budi Contoh"', isAlternative: false },
    { filter: 'keputusan:', typed: 'keputusan:', isAlternative: false },
  ]);
});
