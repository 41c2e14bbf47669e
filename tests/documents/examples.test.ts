import { describe, expect, it } from 'vitest';

import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { allText, cells, count, elements, exported, paragraphs } from './docx.ts';
import { emptyRecord, exampleEntries, recordOf } from './records.ts';

const records = exampleEntries().map((entry) => [String(entry.id), recordOf(entry)] as const);
const [prabumulih, probolinggo, bengkulu, palembang, makassar] = records.map(
  ([, record]) => record,
);

/** What no document may show: words of the program instead of words of the meeting. */
const PROGRAM_WORDS = /undefined|null|NaN|Invalid Date|\[object/;

const PARTS_IN_ORDER = [
  'NOTULA',
  'Sidang/Rapat',
  'Hari/Tanggal',
  'Surat Undangan',
  'Waktu Sidang/Rapat',
  'Acara',
  'Pimpinan Sidang/Rapat',
  'Ketua',
  'Sekretaris',
  'Pencatat',
  'Peserta Sidang/Rapat',
  'Kegiatan Sidang/Rapat',
  '1.\tKata Pembukaan',
  '2.\tPembahasan',
  '3.\tPenutup/Kesimpulan',
  'Pimpinan Sidang/Rapat,',
];

describe.each([...records, ['kosong', emptyRecord()] as const])('%s', (_, record) => {
  it('shows no word of the program and no label without a value', async () => {
    const file = exported(record);
    for (const part of ['word/document.xml', 'word/footer1.xml', 'word/header1.xml']) {
      expect(paragraphs(file, part).join('\n')).not.toMatch(PROGRAM_WORDS);
    }
    expect(file.xml('docProps/core.xml')).not.toMatch(PROGRAM_WORDS);
    const [facts] = elements(file.dom('word/document.xml'), 'w:tbl');
    const withoutValue = (facts ? cells(facts) : [])
      .filter(([label = '', , value = '']) => label === '' || value.trim() === '')
      .map(([label]) => label);
    // It has no colon either: under it stand the three lines with values.
    expect(withoutValue).toEqual(['Pimpinan Sidang/Rapat']);
    // A colon alone stands between a label and its value.
    for (const line of paragraphs(file)) expect(line).not.toMatch(/.:\s*$/);
  });

  it('has the official parts in their order', async () => {
    const lines = paragraphs(exported(record));
    let from = 0;
    const found = PARTS_IN_ORDER.filter((part) => {
      const at = lines.indexOf(part, from);
      from = Math.max(from, at + 1);
      return at !== -1;
    });
    expect(found).toEqual(PARTS_IN_ORDER);
  });

  it('has every text of the minutes once', async () => {
    const text = allText(exported(record));
    const said = record.blocks
      .filter((block) => block.type !== 'agendaItem')
      .map(blockPlainText)
      .filter((words) => words !== '');
    expect(said.map((words) => [words, count(text, words)])).toEqual(
      said.map((words) => [words, 1]),
    );
  });

  it('says KONSEP on every page and gives the same bytes again', async () => {
    const [first, second] = [exported(record), exported(record)];
    expect(paragraphs(first, 'word/header1.xml').join()).toContain('KONSEP');
    expect(paragraphs(first, 'word/footer1.xml').join()).toContain('Halaman ');
    expect(first.bytes).toEqual(second.bytes);
  });
});

describe('what the examples say', () => {
  const text = async (record: typeof prabumulih): Promise<string> =>
    record ? allText(exported(record)) : '';

  it('Prabumulih: date, time and groups; nobody is said to have been present', async () => {
    const shown = await text(prabumulih);
    expect(shown).toContain('Selasa, 18 Februari 2025');
    expect(shown).toContain('pukul 09.00 WIB s.d. selesai');
    expect(shown).toContain('Lembaga pemantau pemilu dan pemilihan');
    expect(shown).not.toMatch(/\bhadir\b/i);
  });

  it('Prabumulih: the speech opens the meeting', async () => {
    const lines = prabumulih ? paragraphs(exported(prabumulih)) : [];
    const [opening, discussion, speech] = [
      lines.indexOf('1.\tKata Pembukaan'),
      lines.indexOf('2.\tPembahasan'),
      lines.findIndex((line) => line.startsWith('FGD adalah agenda evaluasi rutin')),
    ];
    expect(opening).toBeLessThan(speech);
    expect(speech).toBeLessThan(discussion);
  });

  it('Probolinggo: four hosts, roles, and a follow-up with blanks', async () => {
    const shown = await text(probolinggo);
    expect(shown).toContain('KPU-Bawaslu Talk, pertemuan ke-1');
    expect(shown).toContain('Bawaslu Kota Probolinggo, dan Bawaslu Kabupaten Probolinggo');
    expect(shown).toContain('Tuan rumah');
    expect(shown).toContain('Mengundang narasumber lain pada pertemuan berikutnya\n…………\n…………');
  });

  it('Bengkulu: the notes stay notes', async () => {
    const shown = await text(bengkulu);
    expect(shown).toContain('Pembicara tidak disebut');
    expect(shown).toContain(
      "Catatan notulis: sumber juga menyebut 'komisioner lainnya': perlu klarifikasi",
    );
  });

  it('Palembang: two days as one date', async () => {
    expect(await text(palembang)).toContain('Sabtu dan Minggu, 20 dan 21 Juli 2024');
  });

  it('Makassar: two days without dates, a nameless attendee, a recommendation unknown', async () => {
    const shown = await text(makassar);
    expect(shown).toContain('Rapat Koordinasi Nasional (Rakornas)');
    expect(shown).toContain('…… (2 hari)');
    expect(shown).toContain('Aula Kantor KPU Kota Makassar (daring)');
    expect(shown).toMatch(/7\n…………\nKasubag Teknis Penyelenggaraan Pemilu dan Hukum KPU/);
    expect(shown).toMatch(/……\nCatatan notulis: rekomendasi disampaikan, isi tidak diketahui/);
  });
});
