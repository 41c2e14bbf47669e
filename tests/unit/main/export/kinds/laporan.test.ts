import { describe, expect, it } from 'vitest';

import {
  agendaItem,
  attendee,
  emptyRecord,
  exampleRecord,
  fullRecord,
  statement,
} from '../../../../documents/records.ts';
import { linesOfKind } from '../document-lines.ts';

const laporan = linesOfKind('laporan');
const after = (lines: readonly string[], heading: string): string =>
  lines[lines.indexOf(heading) + 1] ?? '';

describe('the report', () => {
  it('has the parts of PANRB 80/2012 in their order', () => {
    const lines = laporan(fullRecord(2));
    const parts = lines.filter((line) => /^(?:[A-E]|\d)\. (?:\p{Lu}|Umum)/u.test(line));
    expect(parts.filter((line) => /^[A-E]\./.test(line))).toEqual([
      'A. PENDAHULUAN',
      'B. KEGIATAN YANG DILAKSANAKAN',
      'C. HASIL YANG DICAPAI',
      'D. SIMPULAN DAN SARAN',
      'E. PENUTUP',
    ]);
    expect(lines.slice(0, 3)).toEqual([
      'LAPORAN',
      'TENTANG',
      'RAPAT PLENO TERBUKA REKAPITULASI DAFTAR PEMILIH BERKELANJUTAN KABUPATEN CONTOH',
    ]);
    const order = ['1. Umum', '2. Maksud dan Tujuan', '3. Ruang Lingkup', '4. Dasar'];
    expect(lines.filter((line) => order.includes(line))).toEqual(order);
  });

  it('says from the facts what was held, why and on what basis', () => {
    const lines = laporan(fullRecord(2));
    expect(after(lines, '1. Umum')).toBe(
      'Rapat Pleno Terbuka Rekapitulasi Daftar Pemilih Berkelanjutan Kabupaten Contoh dengan tema ' +
        '“Menjaga hak pilih setiap warga” diselenggarakan oleh KPU Kabupaten Contoh pada hari ' +
        'Selasa dan Rabu, 18 dan 19 Februari 2025, bertempat di Aula KPU Kabupaten Contoh secara ' +
        'hibrida (luring dan daring).',
    );
    expect(after(lines, '2. Maksud dan Tujuan')).toBe(
      'Kegiatan ini dilaksanakan dalam rangka menetapkan rekapitulasi triwulan pertama.',
    );
    expect(lines).toContain('2. Masukan Bawaslu dan partai politik');
    expect(after(lines, '4. Dasar')).toBe(
      'Surat Undangan Nomor 12/PK.01-Und/9999/2025 tanggal 10 Februari 2025',
    );
  });

  it('says who spoke on what, each speaker once with what they did', () => {
    const record = {
      ...emptyRecord(),
      attendance: [
        attendee('a', 'Ani Contoh', { position: 'Ketua', organizationName: 'KPU Contoh' }),
        attendee('b', 'Beni Contoh'),
      ],
      blocks: [
        statement('Selamat datang.', { speaker: 'a', kind: 'sambutan' }),
        agendaItem('Capaian'),
        statement('Satu.', { speaker: 'b', kind: 'paparan' }),
        statement('Dua.', { speaker: 'a' }),
        statement('Tiga.', { speaker: 'b', kind: 'tanggapan' }),
        statement('Empat.'),
        agendaItem('Kendala'),
        statement('Lima.', { speaker: 'a', kind: 'closing statement' }),
      ],
    };
    const lines = laporan(record);
    const start = lines.indexOf('Agenda | Pembicara');
    expect(lines.slice(start + 1, start + 4)).toEqual([
      'Pembukaan | Ani Contoh, Ketua KPU Contoh (sambutan)',
      '1. Capaian | Beni Contoh (paparan, tanggapan) / Ani Contoh, Ketua KPU Contoh / Pembicara tidak disebut',
      'Penutup | Ani Contoh, Ketua KPU Contoh (closing statement)',
    ]);
  });

  it('counts the speakers where many spoke on one thing', () => {
    const names = Array.from({ length: 20 }, (_, index) => `Peserta ${index + 1}`);
    const record = {
      ...emptyRecord(),
      attendance: names.map((name, index) => attendee(`p${index}`, name)),
      blocks: [
        agendaItem('Masukan'),
        ...names.map((_, index) => statement('Setuju.', { speaker: `p${index}` })),
      ],
    };
    const row = laporan(record).find((line) => line.startsWith('1. Masukan | '));
    expect(row?.split(' / ').slice(-2)).toEqual(['Peserta 12', 'dan 8 pembicara lain']);
  });

  it('counts by institution, and leaves open what nobody recorded', () => {
    const there = { day: { presence: 'hadir' } } as const;
    const record = {
      ...emptyRecord(),
      attendance: [
        attendee('a', 'Ani Contoh', { ...there, organizationName: 'KPU Contoh' }),
        attendee('b', 'Beni Contoh', {
          day: { presence: 'izin' },
          organizationName: 'Bawaslu Contoh',
        }),
        attendee('c', 'Ormas Contoh', { type: 'group', headCount: 25 }),
        attendee('d', 'Pemantau Contoh', { type: 'group' }),
      ],
    };
    const lines = laporan(record);
    const start = lines.indexOf('No | Instansi/Lembaga | Tercatat (orang) | Hadir (orang)');
    expect(lines.slice(start + 1, start + 6)).toEqual([
      '1 | Ormas Contoh | 25 | tidak dicatat',
      '2 | Bawaslu Contoh | 1 | 0',
      '3 | KPU Contoh | 1 | 1',
      '4 | Pemantau Contoh | tidak dicatat | tidak dicatat',
      'Jumlah orang dari sebagian kelompok/lembaga tidak dicatat.',
    ]);
    expect(laporan(exampleRecord('fgd-prabumulih'))).toContain(
      'No | Instansi/Lembaga | Tercatat (orang)',
    );
  });

  it('gives decisions and follow-ups as results, recommendations as advice', () => {
    const lines = laporan(fullRecord(2));
    const [results, conclusion, advice, end] = [
      'C. HASIL YANG DICAPAI',
      '1. Simpulan',
      '2. Saran',
      'E. PENUTUP',
    ].map((heading) => lines.indexOf(heading));
    const decided = lines.indexOf(
      '1. Menetapkan rekapitulasi daftar pemilih berkelanjutan triwulan pertama.',
    );
    const advised = lines.indexOf('1. Dinas Kependudukan menyerahkan data kematian setiap bulan.');
    expect([results, decided, conclusion, advice, advised, end]).toEqual(
      [results, decided, conclusion, advice, advised, end].toSorted((a, b) => (a ?? 0) - (b ?? 0)),
    );
    expect(decided).toBeGreaterThan(0);
    expect(lines).toContain(
      'Kegiatan ini menghasilkan 2 keputusan, 1 rekomendasi, dan 2 tindak lanjut.',
    );
  });

  it('judges nothing where nothing is noted: blanks, never words', () => {
    const lines = laporan(emptyRecord());
    for (const heading of ['2. Maksud dan Tujuan', '4. Dasar', '1. Simpulan', '2. Saran']) {
      expect(after(lines, heading)).toMatch(/^…+$/);
    }
    expect(lines.join('\n')).not.toMatch(/undefined|null|NaN|Invalid/);
    expect(lines.slice(-3)).toEqual(['……………………, ……………………………', 'Pelapor,', '()']);
  });
});
