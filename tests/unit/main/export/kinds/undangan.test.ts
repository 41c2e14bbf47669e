import { describe, expect, it } from 'vitest';

import { buildDocument } from '../../../../../src/main/export/build-document.ts';
import { DEFAULT_SIGNATURES } from '../../../../../src/shared/official/office-settings.ts';
import {
  attendee,
  emptyRecord,
  exampleRecord,
  withSession,
} from '../../../../documents/records.ts';
import { twoDayTalks } from '../../../../fixtures/records/two-day-talks.ts';
import { inputOf, linesOfKind } from '../document-lines.ts';

const letter = linesOfKind('undangan');

describe('the letter of invitation', () => {
  it('says who is invited to what, when and where, from top to bottom', () => {
    expect(letter(exampleRecord('fgd-prabumulih'), { settings: { town: 'Prabumulih' } })).toEqual([
      'Prabumulih, ……………………………',
      'Nomor : ………………………………………………',
      'Sifat : …………',
      'Lampiran : -',
      'Perihal : Undangan',
      'Yth.',
      '1. Martadinata, Ketua KPU Kota Prabumulih',
      '2. Bawaslu Kota Prabumulih',
      '3. Badan Kesatuan Bangsa dan Politik Kota Prabumulih',
      '4. Lembaga pemantau pemilu dan pemilihan',
      'di Tempat',
      'Dengan hormat,',
      'Dalam rangka menghimpun masukan, catatan dan evaluasi para pihak untuk integritas dan ' +
        'transparansi Pilkada 2029, kami mengundang Bapak/Ibu/Saudara untuk menghadiri ' +
        'Focus Group Discussion (FGD) tentang Evaluasi Pemilihan Gubernur dan Wakil Gubernur ' +
        'Sumatera Selatan serta Wali Kota dan Wakil Wali Kota Prabumulih Tahun 2024 yang akan ' +
        'diselenggarakan pada:',
      'Hari/Tanggal : Selasa, 18 Februari 2025',
      'Pukul : 09.00 WIB s.d. selesai',
      'Tempat : Sekretariat KPU Kota Prabumulih',
      'Agenda : 1. Capaian | 2. Kendala | 3. Peluang perbaikan',
      'Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Bapak/Ibu/Saudara, ' +
        'kami ucapkan terima kasih.',
      '……………………………,',
      '()',
    ]);
  });

  it('takes number and date from the invitation that the secretary noted', () => {
    const lines = letter(twoDayTalks());
    expect(lines).toContain('Nomor : 41/PK.01-UND/9999/2025');
    expect(lines[0]).toBe('……………………, 10 Februari 2025');
  });

  it.each([
    ['No. 12/PK.01-Und/9999/2025, tgl. 3 Maret 2025', '12/PK.01-Und/9999/2025', '3 Maret 2025'],
    ['Nomor: 005/77.a (tanggal 2025-03-03)', '005/77.a', '3 Maret 2025'],
    ['undangan lewat telepon', '………………………………………………', '……………………………'],
    ['Nomor 9/UND/2025 tanggal kemarin', '9/UND/2025', '……………………………'],
  ])('reads "%s"', (invitation, number, date) => {
    const lines = letter(withSession(emptyRecord(), { invitation }));
    expect(lines).toContain(`Nomor : ${number}`);
    expect(lines[0]).toBe(`……………………, ${date}`);
  });

  it('takes the number that was confirmed for the letter before any other', () => {
    const lines = letter(twoDayTalks(), { numbers: { undangan: '42/PK.01-UND/9999/2025' } });
    expect(lines).toContain('Nomor : 42/PK.01-UND/9999/2025');
  });

  it('names each of several days with its times, and the link of a meeting that is online too', () => {
    const lines = letter(twoDayTalks());
    expect(lines).toContain('Hari/Tanggal : Selasa, 18 Februari 2025 | Rabu, 19 Februari 2025');
    expect(lines).toContain(
      'Pukul : Selasa, 18 Februari 2025: 09.00 s.d. 12.00 WIB | ' +
        'Rabu, 19 Februari 2025: 08.30 WIB s.d. selesai',
    );
    expect(lines).toContain('Tempat : Aula KPU Kabupaten Contoh (hibrida)');
    expect(lines).toContain('Tautan : https://rapat.contoh.example/rakor-dpb');
  });

  it('says the time once where all days have the same', () => {
    const record = twoDayTalks();
    const days = record.session.days.map((day) => ({ ...day, start: '09:00', end: '12:00' }));
    expect(letter(withSession(record, { days }))).toContain('Pukul : 09.00 s.d. 12.00 WIB');
  });

  it('names planned times, not when the meeting was opened', () => {
    const record = exampleRecord('fgd-prabumulih');
    const days = record.session.days.map(({ id }) => ({
      dayId: id,
      opened: '09:20',
      closed: null,
    }));
    const lines = letter(withSession(record, { meeting: { marks: [], days } }));
    expect(lines).toContain('Pukul : 09.00 WIB s.d. selesai');
  });

  it('leaves a blank for the link of a meeting that is online', () => {
    expect(letter(exampleRecord('rakornas-makassar'))).toContain('Tautan : ');
  });

  it('puts many names on a page of their own that says which letter it belongs to', () => {
    const lines = letter(twoDayTalks());
    expect(lines).toContain('Lampiran : 1 (satu) berkas');
    expect(lines).toContain('Yth. Bapak/Ibu/Saudara (daftar terlampir)');
    expect(lines.slice(lines.indexOf('--- halaman baru ---')).slice(0, 7)).toEqual([
      '--- halaman baru ---',
      'Lampiran Surat Undangan',
      'Nomor : 41/PK.01-UND/9999/2025',
      'Tanggal : 10 Februari 2025',
      'DAFTAR UNDANGAN',
      'No | Nama | Jabatan/Instansi',
      '1. | Dewi Contoh, S.Pd. | Anggota KPU Kabupaten Contoh',
    ]);
    expect(lines.at(-2)).toBe('8. | Organisasi masyarakat se-Kabupaten Contoh (12 orang) | ');
  });

  it('does not invite the one who signs', () => {
    const lines = letter(twoDayTalks());
    expect(lines.filter((line) => line.includes('Budi Contoh'))).toEqual([
      '(Dr. H. Budi Contoh, S.H., M.Si.)',
    ]);
    const [block] = DEFAULT_SIGNATURES['daftar-hadir'].blocks;
    const signatures = { undangan: { blocks: block ? [block] : [], side: 'kanan' } } as const;
    const bySecretary = letter(twoDayTalks(), { settings: { signatures } });
    expect(bySecretary.some((line) => line.includes('| Dr. H. Budi Contoh'))).toBe(true);
    expect(bySecretary.some((line) => line.includes('| Ratna Contoh'))).toBe(false);
  });

  it('writes to one person on one line', () => {
    const record = { ...emptyRecord(), attendance: [attendee('a', 'Budi Contoh')] };
    expect(letter(record)).toContain('Yth. Budi Contoh');
  });

  it.each([
    ['untuk menyamakan data.', 'Dalam rangka menyamakan data, kami mengundang'],
    ['dalam rangka evaluasi', 'Dalam rangka evaluasi, kami mengundang'],
    ['', 'Dengan ini kami mengundang'],
    ['Menyamakan data. Menyusun jadwal.', 'Dengan ini kami mengundang'],
  ])('goes on from the purpose "%s"', (purpose, start) => {
    const lines = letter(withSession(emptyRecord(), { purpose }));
    expect(lines.some((line) => line.startsWith(start))).toBe(true);
  });

  it('says a purpose of several sentences under a label of its own', () => {
    const record = withSession(emptyRecord(), { purpose: 'Menyamakan data. Menyusun jadwal.' });
    expect(letter(record)).toContain('Tujuan : Menyamakan data. Menyusun jadwal.');
  });

  it('says how confidential it is, where that is known', () => {
    const lines = letter(withSession(emptyRecord(), { confidentiality: 'terbatas' }));
    expect(lines).toContain('Sifat : Terbatas');
  });

  it('is no draft of minutes that are not final, since it goes out before the meeting', () => {
    expect(buildDocument('undangan', inputOf(emptyRecord())).isDraft).toBe(false);
  });
});
