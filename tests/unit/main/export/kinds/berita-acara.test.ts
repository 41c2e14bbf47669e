import { describe, expect, it } from 'vitest';

import { buildDocument } from '../../../../../src/main/export/build-document.ts';
import type { SessionRecord } from '../../../../../src/shared/minutes/record.ts';
import {
  DEFAULT_OFFICE_SETTINGS,
  DEFAULT_SIGNATURES,
} from '../../../../../src/shared/official/office-settings.ts';
import {
  decision,
  emptyRecord,
  exampleRecord,
  narration,
  recordOf,
  statement,
  withSession,
} from '../../../../documents/records.ts';
import { twoDayTalks } from '../../../../fixtures/records/two-day-talks.ts';
import { inputOf, linesOfKind } from '../document-lines.ts';

const built = (...input: Parameters<typeof inputOf>) =>
  buildDocument('berita-acara', inputOf(...input));
const lines = linesOfKind('berita-acara');
const opening = (record: SessionRecord): string =>
  lines(record).find((line) => line.startsWith('Pada hari')) ?? '';
/** Days with these dates; null: not known. */
const onDays = (record: SessionRecord, dates: readonly (string | null)[]): SessionRecord =>
  withSession(record, {
    days: recordOf({ days: dates.map((date) => ({ date })) }).session.days,
  });

describe('the berita acara', () => {
  it('records place, time, results and input in the order of the form', () => {
    expect(lines(twoDayTalks(), { settings: { town: 'Contohkota' } })).toEqual([
      'BERITA ACARA',
      'Nomor: 63/PK.01-BA/9999/2025',
      'TENTANG',
      'RAPAT KOORDINASI PEMUTAKHIRAN DAFTAR PEMILIH BERKELANJUTAN KABUPATEN CONTOH',
      'Pada hari Selasa, tanggal delapan belas bulan Februari tahun dua ribu dua puluh lima, ' +
        'pukul 09.00 s.d. 12.00 WIB, sampai dengan hari Rabu, tanggal sembilan belas bulan ' +
        'Februari tahun dua ribu dua puluh lima, pukul 08.30 WIB s.d. selesai, bertempat di ' +
        'Aula KPU Kabupaten Contoh secara hibrida, telah dilaksanakan Rapat Koordinasi ' +
        'Pemutakhiran Daftar Pemilih Berkelanjutan Kabupaten Contoh dengan tema ' +
        '“Satu data, satu suara”, dalam rangka menyamakan data pemilih antarlembaga, yang ' +
        'dipimpin oleh Dr. H. Budi Contoh, S.H., M.Si., Ketua KPU Kabupaten Contoh, dengan ' +
        'hasil sebagai berikut:',
      'Keputusan',
      '1. Menyepakati 312 data kematian dihapus dari daftar pemilih.',
      'Diputuskan secara mufakat.',
      '2. Posko aduan dibuka di 12 kecamatan.',
      'Diputuskan dengan pemungutan suara: setuju 9, tidak setuju 2, abstain 1.',
      'Rekomendasi',
      '3. Dinas menyerahkan data kematian setiap bulan.',
      'Tindak Lanjut',
      '4. Menyurati seluruh camat',
      'Penanggung jawab: KPU Kabupaten Contoh. Batas waktu: 1 Maret 2025.',
      '5. Mencetak spanduk posko',
      'Masukan dan Tanggapan',
      '1. Bawaslu Kabupaten Contoh',
      '• Agus Contoh, Ketua (pertanyaan): Kapan data kematian diserahkan?',
      '• Rina Contoh, Anggota (usulan): Posko aduan dibuka di setiap kecamatan.',
      '2. Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh (Sri Contoh, mewakili Hasan Contoh, Kepala)',
      '• Tanggapan: Sebanyak 312 data kematian diserahkan minggu ini.',
      '3. Wayan Contoh, Tokoh masyarakat',
      '• Warga di perbatasan perlu didatangi.',
      '4. Organisasi masyarakat se-Kabupaten Contoh',
      '• Kami mendukung posko aduan.',
      '5. Pembicara tidak disebut',
      '• Usulan: Jadwal coklit perlu diumumkan lebih awal.',
      'Demikian Berita Acara ini dibuat dengan sebenarnya untuk dapat dipergunakan ' +
        'sebagaimana mestinya.',
      'Dibuat di Contohkota',
      'Pada tanggal 19 Februari 2025',
      'No | Nama | Jabatan | Tanda Tangan',
      '1. | Dr. H. Budi Contoh, S.H., M.Si. | Ketua | 1.',
      '2. | Dewi Contoh, S.Pd. | Anggota | 2.',
    ]);
  });

  it('begins one day with its date in words', () => {
    expect(opening(exampleRecord('fgd-prabumulih'))).toMatch(
      /^Pada hari ini Selasa, tanggal delapan belas bulan Februari tahun dua ribu dua puluh lima, bertempat di Sekretariat KPU Kota Prabumulih, pukul 09\.00 WIB s\.d\. selesai, telah dilaksanakan /,
    );
  });

  it('says when the meeting was really opened and closed, where that is known', () => {
    const record = exampleRecord('fgd-prabumulih');
    const days = record.session.days.map(({ id }) => ({
      dayId: id,
      opened: '09:20',
      closed: '11:45',
    }));
    expect(opening(withSession(record, { meeting: { marks: [], days } }))).toContain(
      'pukul 09.20 s.d. 11.45 WIB',
    );
  });

  it('lists days that do not follow each other one by one', () => {
    const talk = exampleRecord('talk-probolinggo');
    expect(opening(onDays(talk, ['2025-02-03', '2025-02-05', '2025-02-10']))).toMatch(
      /^Pada hari Senin, tanggal tiga .+ lima, hari Rabu, tanggal lima .+ lima, dan hari Senin, tanggal sepuluh bulan/,
    );
    const inARow = opening(onDays(talk, ['2025-02-03', '2025-02-04', '2025-02-05']));
    expect(inARow).toMatch(/^Pada hari Senin, .+ sampai dengan hari Rabu, /);
    expect(inARow).not.toContain('Selasa');
  });

  it('has blanks for what is not known', () => {
    expect(lines(emptyRecord())).toEqual([
      'BERITA ACARA',
      'Nomor: ………………………………………………',
      'TENTANG',
      '………………………………',
      'Pada hari ini …………, tanggal …………………… bulan ………… tahun ……………………, ' +
        'bertempat di ………………………………, pukul ………… WIB, telah dilaksanakan ………………………………, ' +
        'dengan hasil sebagai berikut:',
      '1. ………………………………………………',
      '2. ………………………………………………',
      'Demikian Berita Acara ini dibuat dengan sebenarnya untuk dapat dipergunakan ' +
        'sebagaimana mestinya.',
      'Dibuat di ……………………',
      'Pada tanggal ……………………………',
      '……………………………,',
      '()',
    ]);
  });

  it('needs no heading over decisions alone', () => {
    const record = { ...emptyRecord(), blocks: [decision('Menyetujui jadwal.')] };
    expect(lines(record)).toContain('1. Menyetujui jadwal.');
    expect(lines(record)).not.toContain('Keputusan');
  });

  it('keeps the notes of the secretary with the words they are about', () => {
    const all = lines(exampleRecord('wawancara-bengkulu'));
    const at = all.findIndex((line) => line.startsWith('• Pertukaran informasi'));
    expect(all[at + 1]).toBe(
      "Catatan notulis: sumber juga menyebut 'komisioner lainnya': perlu klarifikasi",
    );
    expect(all).toContain('1. KPU Provinsi Bengkulu (Sarjan Efendi, Divisi Penyelenggaraan)');
    expect(all).toContain('2. Pembicara tidak disebut');
  });

  it('leaves out speeches, presentations, closing words and who steers the talk', () => {
    const record = {
      ...twoDayTalks(),
      blocks: [
        statement('Sambutan panjang.', { speaker: 'bawaslu-1', kind: 'sambutan' }),
        narration('Catatan notulis: sambutan dibacakan.'),
        statement('Paparan panjang.', { speaker: 'bawaslu-1', kind: 'paparan' }),
        statement('Kata akhir.', { speaker: 'bawaslu-1', kind: 'closing statement' }),
        statement('Silakan.', { speaker: 'ketua' }),
        statement('', { speaker: 'tamu', kind: 'usulan' }),
      ],
    };
    expect(lines(record)).not.toContain('Masukan dan Tanggapan');
    expect(lines(record).join('\n')).not.toContain('sambutan dibacakan');
  });

  it('is signed by the members of all hosts where no chair is known', () => {
    expect(lines(exampleRecord('talk-probolinggo')).slice(-6)).toEqual([
      'No | Nama | Jabatan | Tanda Tangan',
      '1. | Ahmad Hudri | Ketua KPU Kota Probolinggo | 1.',
      '2. | Radfan Faisal | Anggota KPU Kota Probolinggo | 2.',
      '3. | Lukman Hakim | Ketua KPU Kabupaten Probolinggo | 3.',
      '4. | Azam Fikri | Ketua Bawaslu Kota Probolinggo | 4.',
      '5. | Fathul Qorib | Ketua Bawaslu Kabupaten Probolinggo | 5.',
    ]);
  });

  it('is signed as the office has set it, where it has', () => {
    const signatures = { 'berita-acara': DEFAULT_SIGNATURES['berita-acara'] };
    const all = lines(twoDayTalks(), { settings: { signatures } });
    expect(all.slice(-4)).toEqual([
      'Dibuat di ……………………',
      'Pada tanggal 19 Februari 2025',
      'Ketua KPU Kabupaten Contoh,',
      '(Dr. H. Budi Contoh, S.H., M.Si.)',
    ]);
  });

  it('has the usual page of a berita acara unless the office has a page of its own', () => {
    expect(built(emptyRecord()).page).toMatchObject({ fontSizePt: 12, lineSpacing: 1.5 });
    const page = { ...DEFAULT_OFFICE_SETTINGS.page, paper: 'F4' } as const;
    expect(built(emptyRecord(), { settings: { page } }).page).toEqual(page);
  });

  it('is a draft until the session is final', () => {
    expect(built(emptyRecord()).isDraft).toBe(true);
    expect(built(withSession(emptyRecord(), { status: 'final' })).isDraft).toBe(false);
  });
});
