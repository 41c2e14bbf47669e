import { createTextMaker } from './search-text.ts';
import { seededRandom } from './report.ts';

export type QuerySet = Readonly<Record<string, readonly string[]>>;

/** Thirty questions as a secretary types them; every key of them is a search. */
export const TYPED_QUERIES: readonly string[] = [
  'evaluasi pemilihan gubernur',
  'data pemilih',
  'koordinasi dengan bawaslu',
  'daftar pemilih tetap',
  'coklit',
  'anggaran pilkada',
  'hasil rekapitulasi',
  'partisipasi masyarakat',
  'distribusi logistik',
  'surat suara rusak',
  'kpu prabumulih',
  'pemutakhiran data',
  'tindak lanjut rapat',
  'penyelenggara pemilu',
  'ketua bawaslu kota',
  'siti dua rekaan',
  'kampanye hitam',
  'sengketa hasil',
  'pembicara:budi data',
  'jenis:rakor evaluasi',
  'tahun:2020 pemilih',
  '"wali kota"',
  'sosialisasi pendidikan',
  'netralitas pegawai',
  'rekomendasi perbaikan',
  'pengawasan tahapan',
  'kendala di lapangan',
  'hak pilih',
  'integritas dan transparansi',
  'status:selesai kpu',
];

/** Everything that stands in the field while a query is typed. */
export const keysOf = (query: string): readonly string[] =>
  Array.from(query, (_, at) => query.slice(0, at + 1));

/** Words of the generator's tail, by their place: the further, the rarer. */
export function querySets(seed: number): QuerySet {
  const { tail } = createTextMaker(seededRandom(seed));
  const from = (first: number, count: number): readonly string[] =>
    tail.slice(first, first + count).map((word) => `${word} `);
  return {
    'single words, common': ['kpu ', 'pemilih ', 'data ', 'pemilihan ', 'kota ', ...from(0, 25)],
    'single words, rare': from(20_000, 30),
    'two words': from(0, 30).map((word, at) => `${word}${tail[500 + at * 7] ?? ''} `),
    phrases: [
      '"wali kota"',
      '"pemilihan gubernur"',
      '"kpu kota prabumulih"',
      '"para pihak"',
      '"evaluasi pemilihan"',
      '"data pemilih"',
    ],
    operators: [
      'pembicara:budi data ',
      'pembicara:"Siti Dua Rekaan" ',
      'lembaga:bawaslu pemilih ',
      'jenis:FGD kpu ',
      'jenis:rakor tahun:2020 kota ',
      'tanggal:2024-07..2024-08 pemilih ',
      'tahun:2019 ',
      'hadir:"Siti Dua Rekaan" kpu ',
      'keputusan:kota ',
      'tindaklanjut:terbuka data ',
      'status:selesai pemilih ',
      'kpu -kota ',
      'bawaslu ATAU panwaslu ',
      'data NEAR pemilih ',
      'pemilih juli 2024',
    ],
  };
}
