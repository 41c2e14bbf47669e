import { describe, expect, it } from 'vitest';

import { risalahDocument } from '../../../../../src/main/export/kinds/risalah.ts';
import { blockPlainText } from '../../../../../src/shared/document/plain-text.ts';
import {
  attendee,
  emptyRecord,
  exampleRecord,
  fullRecord,
  recordOf,
  statement,
} from '../../../../documents/records.ts';
import { inputOf, linesOf, linesOfKind } from '../document-lines.ts';

const risalah = linesOfKind('risalah');
const between = (lines: readonly string[], from: string, to: string): readonly string[] =>
  lines.slice(lines.indexOf(from) + 1, lines.indexOf(to));

describe('the Risalah', () => {
  it('says what it is about, and when the meeting was really opened and closed', () => {
    const record = fullRecord(1);
    const lines = risalah({
      ...record,
      session: {
        ...record.session,
        access: 'terbuka',
        meeting: {
          marks: [],
          days: record.session.days
            .slice(0, 1)
            .map(({ id }) => ({ dayId: id, opened: '09:12', closed: '11:45' })),
        },
      },
    });
    expect(lines.slice(0, 4)).toEqual([
      'RISALAH',
      'Nomor: 59.a/PK.01-BA/9999/2025',
      'TENTANG',
      'RAPAT PLENO TERBUKA REKAPITULASI DAFTAR PEMILIH BERKELANJUTAN KABUPATEN CONTOH',
    ]);
    expect(lines).toContain('Sifat Rapat : Terbuka');
    expect(lines).toContain('Hari/Tanggal : Selasa dan Rabu, 18 dan 19 Februari 2025');
    expect(lines).toContain(
      'Dibuka : Selasa, 18 Februari 2025: pukul 09.12 WIB | Rabu, 19 Februari 2025: pukul ………… WIB',
    );
    expect(lines).toContain(
      'Ditutup : Selasa, 18 Februari 2025: pukul 11.45 WIB | Rabu, 19 Februari 2025: pukul ………… WIB',
    );
    expect(lines).toContain('Ketua : Dr. H. Budi Contoh, S.H., M.Si.');
    expect(lines).toContain('Sekretaris : ');
    expect(lines).toContain('Notulis : Siti Contoh, S.IP.');
  });

  it('never prints a planned time as the time of opening', () => {
    const lines = risalah(
      recordOf({ days: [{ date: '2025-02-18', start: '09:00', end: '12:00' }] }),
    );
    expect(lines).toContain('Pukul : 09.00 s.d. 12.00 WIB');
    expect(lines).toContain('Dibuka : ');
    expect(lines).toContain('Ditutup : ');
  });

  it('holds every word of the minutes, and no private note', () => {
    const base = fullRecord(3);
    const noted = base.blocks.map((block, index) => ({
      ...block,
      attrs: { ...block.attrs, note: `Rahasia nomor ${index}`, isImportant: true },
    })) as typeof base.blocks;
    const text = risalah({ ...base, blocks: noted }).join('\n');
    const spoken = base.blocks.flatMap((block) => blockPlainText(block).split(/[\n\t]/));
    for (const words of spoken) expect(text).toContain(words);
    expect(text).not.toContain('Rahasia');
  });

  it('keeps the order of what was said, with who said it and when', () => {
    const document = risalahDocument(inputOf(fullRecord(2)));
    const speakers = document.pieces.flatMap((piece) =>
      piece.type === 'speaker'
        ? [`${piece.name}: ${piece.asides.join(', ')}`.replaceAll('\u00a0', ' ')]
        : [],
    );
    expect(speakers.slice(0, 3)).toEqual([
      'Dr. H. Budi Contoh, S.H., M.Si.: sambutan, pukul 09.00 WIB',
      'Contoh Nama Peserta Yang Panjang Nomor 1: pertanyaan, pukul 09.10 WIB',
      'Contoh Nama Peserta Yang Panjang Nomor 2: tanggapan, pukul 09.14 WIB',
    ]);
    const headings = document.pieces.flatMap((piece) =>
      piece.type === 'heading' && piece.level === 1
        ? piece.content.map((node) => (node.type === 'text' ? node.text : ''))
        : [],
    );
    expect(headings).toEqual([
      'PESERTA RAPAT YANG HADIR',
      'PEMBUKAAN',
      'PEMBAHASAN AGENDA RAPAT',
      'KESIMPULAN',
    ]);
    expect(linesOf(document)).toContain('Hari ke-2: Rabu, 19 Februari 2025');
  });

  it('tells who was there from guests, from who was away and from whom nothing is recorded', () => {
    const record = {
      ...emptyRecord(),
      attendance: [
        attendee('a', 'Ani Contoh', { day: { presence: 'hadir', role: 'peserta' } }),
        attendee('b', 'Beni Contoh', { day: { presence: 'daring', role: 'undangan' } }),
        attendee('c', 'Cici Contoh', { day: { presence: 'izin', role: 'undangan' } }),
        attendee('d', 'Kelompok Contoh', { type: 'group' }),
      ],
    };
    expect(between(risalah(record), 'PESERTA RAPAT YANG HADIR', 'PEMBUKAAN')).toEqual([
      'Jumlah yang hadir: 2 orang.',
      'Peserta: 1 orang',
      'No | Nama | Jabatan/Instansi | Keterangan',
      '1 | Ani Contoh |  | Peserta, hadir',
      'Undangan: 1 orang',
      'No | Nama | Jabatan/Instansi | Keterangan',
      '1 | Beni Contoh |  | Undangan, daring',
      'Tidak hadir: 1 orang',
      'No | Nama | Jabatan/Instansi | Keterangan',
      '1 | Cici Contoh |  | Undangan, izin',
      'Kehadirannya tidak dicatat: 1 kelompok/lembaga yang jumlah orangnya tidak dicatat',
      'No | Nama | Jabatan/Instansi | Keterangan',
      '1 | Kelompok Contoh |  | ',
    ]);
  });

  it('says of nobody that they were there where no presence is recorded', () => {
    const lines = risalah(exampleRecord('fgd-prabumulih'));
    expect(lines).not.toContain('PESERTA RAPAT YANG HADIR');
    expect(between(lines, 'PESERTA RAPAT', 'PEMBUKAAN').at(-1)).toBe(
      'Tercatat 1 orang dan 3 kelompok/lembaga.',
    );
  });

  it('has no empty list where everybody was away', () => {
    const record = {
      ...emptyRecord(),
      attendance: [attendee('a', 'Ani Contoh', { day: { presence: 'izin' } })],
    };
    expect(between(risalah(record), 'PESERTA RAPAT YANG HADIR', 'PEMBUKAAN')).toEqual([
      'Jumlah yang hadir: ………….',
      'Tidak hadir: 1 orang',
      'No | Nama | Jabatan/Instansi | Keterangan',
      '1 | Ani Contoh |  | Izin',
    ]);
  });

  it('is signed by the secretary on the left and the chair on the right', () => {
    const lines = risalah({ ...fullRecord(1), blocks: [statement('Ya.', { speaker: 'ketua' })] });
    expect(lines.slice(lines.indexOf('Notulis'))).toEqual([
      'Notulis',
      'Kasubbag Teknis Sekretariat KPU Kabupaten Contoh,',
      '(Siti Contoh, S.IP.)',
      'Penata (III/c)',
      '19900101 201501 2 001',
      'Ketua Rapat',
      'Ketua KPU Kabupaten Contoh,',
      '(Dr. H. Budi Contoh, S.H., M.Si.)',
    ]);
  });

  it('is a form to be filled in where nothing is known', () => {
    const text = risalah(emptyRecord()).join('\n');
    expect(text).not.toMatch(/undefined|null|NaN|Invalid/);
    expect(risalahDocument(inputOf(emptyRecord())).isDraft).toBe(true);
  });
});
