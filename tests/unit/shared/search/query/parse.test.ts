import { describe, expect, test } from 'vitest';

import { describeQuery, formatQuery } from '../../../../../src/shared/search/query/format.ts';
import { parseQuery } from '../../../../../src/shared/search/query/parse.ts';
import { wantedTerms } from '../../../../../src/shared/search/query/query.ts';

/** A Sunday. */
const today = '2026-11-22';
const read = (text: string): string => formatQuery(parseQuery(text, { today }));
/** What the user is told: the typed part, and how it was read. */
const told = (text: string): readonly string[] =>
  parseQuery(text, { today }).notes.map((note) => `${note.code}: ${note.typed} → ${note.read}`);

describe('words', () => {
  test.each([
    ['', ''],
    ['  \t ', ''],
    ['"*-()', ''],
    ['ko', 'ko*'],
    ['koordinasi ', 'koordinasi'],
    ['Data Pemilih', 'Data Pemilih*'],
    ['data data pem', 'data pem*'],
    ['"data pemilih" tetap', '"data pemilih" tetap*'],
    ['"data pemilih"', '"data pemilih"'],
    ['"data pem', '"data pem"*'],
    ['“data pemilih”', '"data pemilih"'],
    ['undang-undang no. 7/2017', 'undang-undang no 7-2017*'],
    ['kpu,bawaslu', 'kpu bawaslu*'],
    ['koord* rapat ', 'koord* rapat'],
    ['tidak bukan dekat dan ', 'tidak bukan dekat dan'],
    ['coklit DAN dpt ', 'coklit dpt'],
    ['pukul 10:30 WIB', 'pukul 10-30 WIB*'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('fold case and diacritics, and keep what was typed and where', () => {
    const [first, second] = parseQuery('Évaluasi "Data  Pemilih', { today }).all;
    expect(first).toEqual({
      type: 'term',
      words: ['evaluasi'],
      source: 'Évaluasi',
      isPrefix: false,
      isExact: false,
      start: 0,
      end: 8,
    });
    expect(second).toMatchObject({
      words: ['data', 'pemilih'],
      source: 'Data Pemilih',
      isPrefix: true,
      isExact: true,
      start: 9,
      end: 23,
    });
  });

  test('are complete where nothing is typed any more', () => {
    const query = parseQuery('data pem', { today, isComplete: true });
    expect(formatQuery(query)).toBe('data pem');
  });

  test('are highlighted where they are wanted, not where they are excluded', () => {
    const query = parseQuery('a (b ATAU "c d") -e x NEAR y keputusan:f', { today });
    const words = wantedTerms(query.all).map((term) => term.source);
    expect(words).toEqual(['a', 'b', 'c d', 'x', 'y', 'f']);
  });
});

describe('joins', () => {
  test.each([
    ['a ATAU b c', 'a ATAU b c*'],
    ['a OR b | c ', 'a ATAU b ATAU c'],
    ['a|b ', 'a ATAU b'],
    ['(a b) ATAU (c d)', '(a b) ATAU (c d)'],
    ['(a ATAU b) c ', 'a ATAU b c'],
    ['((a)) ', 'a'],
    ['-a ', '-a'],
    ['--a ', '-a'],
    ['BUKAN a NOT b ', '-a -b'],
    ['-"data pemilih"', '-"data pemilih"'],
    ['-pembicara:budi ', '-pembicara:budi'],
    ['-(a b) ', '-(a b)'],
    ['-(a ATAU b) ', '-(a ATAU b)'],
    ['a NEAR b ', 'a NEAR b'],
    ['a DEKAT b NEAR "c d" ', 'a NEAR b NEAR "c d"'],
    ['a NEAR/3 b ', 'NEAR(a b, 3)'],
    ['NEAR(a b)', 'a NEAR b'],
    ['NEAR("a b" c, 5)', 'NEAR("a b" c, 5)'],
    ['dekat(a, b, 7) c ', 'NEAR(a b, 7) c'],
    ['a NEAR b ATAU c ', 'a NEAR b ATAU c'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(told(text)).toEqual([]);
  });

  test('a word that is excluded is not taken for a beginning', () => {
    expect(read('rapat -d')).toBe('rapat -d');
    expect(read('rapat -pembicara:bu')).toBe('rapat -pembicara:bu');
  });
});

describe('filters', () => {
  test.each([
    ['pembicara:budi ', 'pembicara:budi'],
    ['pembicara:budi', 'pembicara:budi*'],
    ['PEMBICARA : "Budi Contoh"', 'pembicara:"Budi Contoh"'],
    ['pembicara:(Budi Contoh)', 'pembicara:"Budi Contoh"'],
    ['pembicara:"Budi Contoh, S.H."', 'pembicara:"Budi Contoh, S.H."'],
    ['speaker:budi attended:sari ', 'pembicara:budi hadir:sari'],
    ['pembicara: budi coklit ', 'coklit pembicara:budi'],
    ['lembaga:KPU jenis:FGD seri:"Rakor Data" ', 'lembaga:KPU jenis:FGD seri:"Rakor Data"'],
    ['jenis:FGD,Rakor,"Rapat Pleno"', 'jenis:FGD,Rakor,"Rapat Pleno"'],
    ['hadir:budi hadir:sari ', 'hadir:budi hadir:sari'],
    ['keputusan: ', 'keputusan:'],
    ['keputusan:anggaran ', 'keputusan:anggaran'],
    ['keputusan: anggaran ', 'anggaran keputusan:'],
    ['rekomendasi:"data pemilih" penutup:', '"data pemilih"'],
    ['tindaklanjut:', 'tindaklanjut:semua'],
    ['tindak lanjut: terbuka', 'tindaklanjut:terbuka'],
    ['Tindak-lanjut:selesai', 'tindaklanjut:selesai'],
    ['tindaklanjut:anggaran ', 'tindaklanjut:anggaran'],
    ['lampiran:undangan ', 'lampiran:undangan'],
    ['status:final', 'status:final'],
    ['status:Rencana,selesai ', 'status:rencana,selesai'],
  ])('%s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  test.each([
    ['tanggal:2024-07', '2024-07'],
    ['tanggal:2024-07..2024-08', '2024-07..2024-08'],
    ['tanggal:2024', '2024'],
    ['tanggal:..2024', '..2024'],
    ['tanggal:2024-07.. x', '2024-07..'],
    ['tanggal:…2024-07-05', '..2024-07-05'],
    ['tanggal:5/7/2024', '2024-07-05'],
    ['tanggal:7/2024', '2024-07'],
    ['tanggal:juli 2024 coklit', '2024-07'],
    ['tanggal:Selasa, 18 Februari 2025, coklit', '2025-02-18'],
    ['tanggal:"1 Juli 2024 s.d. 3 Juli 2024"', '2024-07-01..2024-07-03'],
    ['tanggal:1 juli 2024 sampai dengan 31 agustus 2024 x', '2024-07..2024-08'],
    ['tanggal:2023-2024', '2023..2024'],
    ['tanggal:hari-ini', '2026-11-22'],
    ['tanggal:kemarin coklit', '2026-11-21'],
    ['tanggal:minggu ini', '2026-11-16..2026-11-22'],
    ['tanggal:minggu-lalu', '2026-11-09..2026-11-15'],
    ['tanggal:bulan-lalu', '2026-10'],
    ['bulan:lalu tanggal:tahun_lalu', '2025'],
    ['tanggal:7-hari-terakhir', '2026-11-15..2026-11-22'],
    ['tanggal:3 bulan terakhir', '2026-08-22..2026-11-22'],
    ['tahun:2024', 'tahun:2024'],
    ['tahun:2023..2024', 'tahun:2023..2024'],
    ['tahun:ini', 'tahun:2026'],
    ['tanggal:2024-07,2024-09', 'tanggal:2024-07,2024-09'],
  ])('%s', (text, expected) => {
    expect(read(text)).toContain(expected);
  });
});

describe('mistakes have the nearest reading, and are told', () => {
  test.each([
    ['pembicra:budi ', 'pembicara:budi', ['operator-spelling: pembicra:budi → pembicara:budi']],
    ['catatan:penting ', 'catatan penting', ['unknown-operator: catatan: → catatan']],
    ['hari:senin ', 'hari senin', ['unknown-operator: hari: → hari']],
    ['a atau b ', 'a ATAU b', ['operator-in-lower-case: atau → a ATAU b']],
    ['tanggal:31/02/2024', 'tanggal:2024-02', ['bad-date: 31/02/2024 → tanggal:2024-02']],
    ['tanggal:2024-13', 'tanggal:2024', ['bad-date: 2024-13 → tanggal:2024']],
    [
      'tanggal:senin, 18 februari 2025',
      'tanggal:2025-02',
      ['bad-date: senin, 18 februari 2025 → tanggal:2025-02-18'],
    ],
    ['tanggal:besok x ', 'x', ['bad-date: besok → ']],
    ['tahun:24', 'tahun:2024', ['bad-date: 24 → tahun:2024']],
    ['tanggal:juli', 'tanggal:2026-07', ['year-guessed: juli → tanggal:2026-07']],
    ['tanggal:5 desember', 'tanggal:2025-12-05', ['year-guessed: 5 desember → tanggal:2025-12-05']],
    [
      'tanggal:2024-08..2024-07',
      'tanggal:2024-07..2024-08',
      ['range-reversed: 2024-08..2024-07 → tanggal:2024-07..2024-08'],
    ],
    ['"data pemilih', '"data pemilih"*', ['unclosed-quote: "data pemilih → "data pemilih"']],
    ['(a b ', 'a b', ['unpaired-bracket: ( → a b']],
    ['a) ', 'a', ['unpaired-bracket: ) → ']],
    ['a ATAU', 'a', ['dangling-operator: ATAU → a']],
    ['ATAU a ', 'a', ['dangling-operator: ATAU → ']],
    ['a NEAR ', 'a', ['dangling-operator: NEAR → a']],
    ['NEAR(a) ', 'a', ['dangling-operator: NEAR(a) → a']],
    ['a - ', 'a', ['dangling-operator: - → ']],
    ['a BUKAN', 'a', ['dangling-operator: BUKAN → ']],
    ['a NEAR pembicara:b ', 'a pembicara:b', ['near-without-words: NEAR → a pembicara:b']],
    ['NEAR(a b, 900)', 'NEAR(a b, 100)', ['distance-limited: NEAR(a b, 900) → NEAR(a b, 100)']],
    ['pembicara:', '', ['empty-value: pembicara: → ']],
    ['pembicara: lembaga:kpu ', 'lembaga:kpu', ['empty-value: pembicara: → ']],
    ['pembicara:"" a ', 'a', ['empty-value: pembicara:"" → ']],
    ['status:ditunda a ', 'a', ['unknown-value: ditunda → ']],
    ['status:seleasi a ', 'a status:selesai', ['unknown-value: seleasi → status:selesai']],
    [
      'jenis:FGD jenis:Rakor ',
      'jenis:FGD,Rakor',
      ['contradiction: jenis:FGD jenis:Rakor → jenis:FGD,Rakor'],
    ],
    [
      'keputusan: rekomendasi: ',
      'keputusan: ATAU rekomendasi:',
      ['contradiction: keputusan: rekomendasi: → keputusan: ATAU rekomendasi:'],
    ],
    [
      'tahun:2023 tahun:2024 ',
      'tahun:2023,2024',
      ['contradiction: tahun:2023 tahun:2024 → tahun:2023,2024'],
    ],
    ['coklit -coklit ', '-coklit', ['contradiction: coklit → -coklit']],
    ['-jenis:FGD jenis:FGD ', 'jenis:FGD', ['contradiction: -jenis:FGD → jenis:FGD']],
  ])('%s', (text, expected, notes) => {
    expect(told(text)).toEqual(notes);
    expect(read(text).startsWith(expected)).toBe(true);
  });

  test('what can hold together is no contradiction', () => {
    const texts = [
      'tahun:2024 tanggal:2024-07 ',
      'keputusan:a keputusan:b ',
      'tindaklanjut:terbuka tindaklanjut:anggaran ',
      'tindaklanjut:terbuka tindaklanjut:belum ',
      'hadir:budi hadir:sari ',
    ];
    expect(texts.flatMap(told)).toEqual([]);
  });

  test('more parts than a search takes are left out', () => {
    const words = Array.from({ length: 100 }, (_one, at) => `k${at}`).join(' ');
    const query = parseQuery(words, { today });
    expect(query.all).toHaveLength(48);
    expect(query.notes.map((note) => note.code)).toEqual(['too-many-parts']);
  });

  test('are described without the sign of a word that goes on', () => {
    expect(describeQuery(parseQuery('a ATAU bud', { today }))).toBe('a ATAU bud');
  });
});
