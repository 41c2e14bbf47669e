import { expect, test } from 'vitest';

import { completionsAt } from '../../../../../src/shared/search/query/complete.ts';

const counted = (...names: readonly string[]) =>
  names.map((name, at) => ({ name, sessionCount: 10 - at }));
const candidates = {
  speakers: counted('Sari Contoh', 'Budi Contoh', 'Budiman Umpama', 'Ahmad Budi', "Nur'aini"),
  organizations: counted('Bawaslu Kota Contoh', 'KPU Kota Contoh'),
  kinds: counted('FGD', 'Rapat Kerja'),
  series: counted('Rakor Data', 'Rakor "Logistik"'),
  years: counted('2025', '2024'),
};

/** What the text becomes by each completion; "|" is the caret. */
function completed(typed: string): readonly string[] {
  const caret = typed.indexOf('|');
  const text = typed.replace('|', '');
  const { start, end, items } = completionsAt(text, caret, candidates, '2026-11-22');
  return items.map((item) => text.slice(0, start) + item.insert + text.slice(end));
}

test.each([
  ['|', []],
  ['coklit |', []],
  ['p|', []],
  ['pem|', ['pembicara:']],
  ['x -pem|', ['x -pembicara:']],
  ['ta| x', ['tanggal: x', 'tahun: x']],
  ['tindak|', ['tindaklanjut:']],
  ['spea|', ['pembicara:']],
  ['a AT|', ['a ATAU ']],
  ['bud|', ['pembicara:"Budi Contoh" ', 'pembicara:"Budiman Umpama" ', 'pembicara:"Ahmad Budi" ']],
  ['"bud|', []],
  [
    'pembicara:bud|',
    ['pembicara:"Budi Contoh" ', 'pembicara:"Budiman Umpama" ', 'pembicara:"Ahmad Budi" '],
  ],
  [
    'pembicara: bud|',
    ['pembicara: "Budi Contoh" ', 'pembicara: "Budiman Umpama" ', 'pembicara: "Ahmad Budi" '],
  ],
  ['pembicara:"budi con|', ['pembicara:"Budi Contoh" ']],
  [
    'pembicara:"budi| x" y',
    ['pembicara:"Budi Contoh" y', 'pembicara:"Budiman Umpama" y', 'pembicara:"Ahmad Budi" y'],
  ],
  ['pembicara:budi con|', ['pembicara:"Budi Contoh" ']],
  ['pembicara:contoh budi|', ['pembicara:"Budi Contoh" ']],
  [
    'pembicara:bu|diman x',
    ['pembicara:"Budi Contoh" x', 'pembicara:"Budiman Umpama" x', 'pembicara:"Ahmad Budi" x'],
  ],
  ['pembicara:contho|', ['pembicara:"Sari Contoh" ', 'pembicara:"Budi Contoh" ']],
  ['pembicara:"Budi Contoh" |', []],
  ['hadir:nur|', ["hadir:Nur'aini "]],
  ['lembaga:kota|', ['lembaga:"Bawaslu Kota Contoh" ', 'lembaga:"KPU Kota Contoh" ']],
  ['lembaga:|', ['lembaga:"Bawaslu Kota Contoh" ', 'lembaga:"KPU Kota Contoh" ']],
  ['jenis:FGD,rap|', ['jenis:FGD,"Rapat Kerja" ', 'jenis:FGD,"Rapat Pleno" ']],
  ['seri:logis|', ['seri:"Rakor Logistik" ']],
  ['tahun:|', ['tahun:2025 ', 'tahun:2024 ']],
  ['tanggal:bul|', ['tanggal:bulan-ini ', 'tanggal:bulan-lalu ']],
  ['tanggal:2024-1|', ['tanggal:2024-10 ', 'tanggal:2024-11 ', 'tanggal:2024-12 ']],
  ['status:f|', ['status:final ']],
  ['tindaklanjut:ter|', ['tindaklanjut:terbuka ']],
  ['keputusan:an|', []],
])('%s', (typed, expected) => {
  expect(completed(typed)).toEqual(expected);
});

test('a value that is in the list already is not offered again, and counts are passed on', () => {
  const { items } = completionsAt('jenis:FGD,', 10, candidates, '2026-11-22');
  expect(items.map(({ label, sessionCount }) => [label, sessionCount]).slice(0, 2)).toEqual([
    ['Rapat Kerja', 9],
    ['Talk', null],
  ]);
});
