import { describe, expect, it } from 'vitest';

import { buildDocument } from '../../../../../src/main/export/build-document.ts';
import { showsPhones } from '../../../../../src/main/export/document-input.ts';
import type { OfficialDocument } from '../../../../../src/main/export/official-document.ts';
import type { DocumentKind } from '../../../../../src/shared/official/document-kinds.ts';
import { DOCUMENT_KINDS } from '../../../../../src/shared/official/document-kinds.ts';
import { documentOptionsSchema } from '../../../../../src/shared/official/document-options.ts';
import {
  emptyRecord,
  exampleEntries,
  exampleRecord,
  recordOf,
} from '../../../../documents/records.ts';
import { twoDayTalks } from '../../../../fixtures/records/two-day-talks.ts';
import { inputOf, linesOfKind } from '../document-lines.ts';

const lines = linesOfKind('daftar-hadir');
const blankLines = linesOfKind('daftar-hadir-kosong');
const table = ({ pieces }: OfficialDocument) => {
  const found = pieces.find((piece) => piece.type === 'table');
  if (!found) throw new Error('no table');
  return found;
};
const rowsOf = (all: readonly string[]): readonly string[] =>
  all.filter((line) => /^\d+\. \|/.test(line));
const PAGE = '--- halaman baru ---';

describe('the attendance list', () => {
  it('lists who was there on each day, and only that day, on pages of their own', () => {
    const all = lines(twoDayTalks(), { settings: { town: 'Contohkota' } });
    const first = all.slice(0, all.indexOf(PAGE));
    const second = all.slice(all.indexOf(PAGE) + 1);
    expect(first).toEqual([
      'DAFTAR HADIR',
      'Hari ke-1',
      'Hari/Tanggal : Selasa, 18 Februari 2025',
      'Waktu : pukul 09.00 s.d. 12.00 WIB',
      'Tempat : Aula KPU Kabupaten Contoh (hibrida)',
      'Acara : Rapat Koordinasi Pemutakhiran Daftar Pemilih Berkelanjutan Kabupaten Contoh',
      'Tema : Satu data, satu suara',
      'No | Nama | Jabatan/Instansi | Tanda Tangan',
      '1. | Dewi Contoh, S.Pd. | Anggota KPU Kabupaten Contoh | 1.',
      '2. | Dr. H. Budi Contoh, S.H., M.Si. | Ketua KPU Kabupaten Contoh / (pimpinan) | 2.',
      '3. | Ratna Contoh, S.E. | Sekretaris KPU Kabupaten Contoh | 3.',
      '4. | Agus Contoh | Ketua Bawaslu Kabupaten Contoh / (narasumber) | 4.',
      '5. | Sri Contoh / (mewakili Hasan Contoh) | ' +
        'Kepala Dinas Kependudukan dan Pencatatan Sipil Kabupaten Contoh | 5.',
      '6. | Wayan Contoh | Tokoh masyarakat | 6.',
      '7. | ………… | Organisasi masyarakat se-Kabupaten Contoh (12 orang) | 7.',
      '8. | ………… | Partai politik peserta pemilu | 8.',
      'Jumlah yang hadir: 18 orang dan 1 kelompok/lembaga yang jumlah orangnya tidak tercatat.',
      'Izin: Joko Contoh.',
      'Contohkota, 18 Februari 2025',
      'Sekretaris KPU Kabupaten Contoh,',
      '(Ratna Contoh, S.E.)',
      'Pembina (IV/a)',
      '19800101 200501 2 001',
    ]);
    expect(second.slice(0, 3)).toEqual([
      'DAFTAR HADIR',
      'Hari ke-2',
      'Hari/Tanggal : Rabu, 19 Februari 2025',
    ]);
    expect(second).toContain('5. | Rina Contoh | Anggota Bawaslu Kabupaten Contoh | 5. (daring)');
    expect(second).toContain('Contohkota, 19 Februari 2025');
    expect(first.join('\n')).not.toContain('Rina Contoh');
  });

  it('says of nobody that they were there where that was not recorded', () => {
    const all = exampleEntries().flatMap((entry) => lines(recordOf(entry)));
    expect(all.filter((line) => line.startsWith('Jumlah yang hadir'))).toEqual([]);
    expect(all).toContain(
      'Kehadiran tidak tercatat: 1 orang dan 3 kelompok/lembaga yang jumlah orangnya tidak tercatat.',
    );
  });

  it('leaves a line for who is known by position only', () => {
    const all = lines(exampleRecord('rakornas-makassar'));
    expect(all).toContain(
      '7. | ………… | Kasubag Teknis Penyelenggaraan Pemilu dan Hukum KPU Kota Makassar | 7.',
    );
  });

  it('has blanks and one row where nothing is known', () => {
    expect(lines(emptyRecord())).toEqual([
      'DAFTAR HADIR',
      'Hari/Tanggal : ',
      'Waktu : ',
      'Tempat : ',
      'Acara : ',
      'No | Nama | Jabatan/Instansi | Tanda Tangan',
      '1. | ………… |  | 1.',
      '……………………, ……………………………',
      'Sekretaris,',
      '()',
    ]);
  });

  it('asks for telephone numbers only where the secretary wants them', () => {
    const all = lines(twoDayTalks(), { options: { hasPhoneColumn: true } });
    expect(all).toContain('No | Nama | Jabatan/Instansi | No. HP | Tanda Tangan');
    expect(all).toContain('1. | Dewi Contoh, S.Pd. | Anggota KPU Kabupaten Contoh |  | 1.');
    expect(lines(twoDayTalks()).join('\n')).not.toContain('No. HP');
  });

  it('fills in the numbers that are known, on both lists, and shows them nowhere unasked', () => {
    const record = twoDayTalks();
    const [dewi] = record.attendance;
    const phones = dewi ? { [dewi.id]: '0812-0000-0001' } : {};
    const options = { hasPhoneColumn: true, blankAttendance: { hasNames: true } };
    const line = '1. | Dewi Contoh, S.Pd. | Anggota KPU Kabupaten Contoh | 0812-0000-0001 | 1.';
    expect(lines(record, { options, phones })).toContain(line);
    expect(blankLines(record, { options, phones })).toContain(line);
    const unnamed = blankLines(record, { options: { hasPhoneColumn: true }, phones });
    expect(unnamed.join('\n')).not.toContain('0812');
    for (const kind of DOCUMENT_KINDS) {
      const isList = kind === 'daftar-hadir' || kind === 'daftar-hadir-kosong';
      const input = inputOf(record, { options: { ...options, hasPhoneColumn: !isList }, phones });
      expect(kind + JSON.stringify(buildDocument(kind, input))).not.toContain('0812');
    }
  });

  it('has the numbers read for the lists that show them, and for no other document', () => {
    const asked = documentOptionsSchema.parse({ hasPhoneColumn: true });
    expect(showsPhones(['notula', 'daftar-hadir'], asked)).toBe(true);
    expect(showsPhones(['daftar-hadir-kosong'], asked)).toBe(true);
    expect(showsPhones(['notula', 'undangan', 'berita-acara'], asked)).toBe(false);
    expect(showsPhones(DOCUMENT_KINDS, documentOptionsSchema.parse({}))).toBe(false);
  });

  it.each<DocumentKind>(['daftar-hadir', 'daftar-hadir-kosong'])(
    'lets the numbers to sign beside go zig-zag, with room for a hand (%s)',
    (kind) => {
      const { columns, minRowHeightMm } = table(buildDocument(kind, inputOf(twoDayTalks())));
      expect(columns.map(({ title, isZigZag = false }) => [title, isZigZag])).toEqual([
        ['No', false],
        ['Nama', false],
        ['Jabatan/Instansi', false],
        ['Tanda Tangan', true],
      ]);
      expect(minRowHeightMm).toBeGreaterThanOrEqual(8);
    },
  );
});

describe('the attendance list for wet signatures', () => {
  it('has 25 numbered empty rows a day', () => {
    const rows = rowsOf(blankLines(twoDayTalks()));
    expect(rows).toHaveLength(50);
    expect(rows[0]).toBe('1. |  |  | 1.');
    expect(rows[24]).toBe('25. |  |  | 25.');
    expect(rows[25]).toBe('1. |  |  | 1.');
  });

  it('has as many rows as asked for', () => {
    const options = { blankAttendance: { rowCount: 7 } };
    expect(rowsOf(blankLines(emptyRecord(), { options }))).toHaveLength(7);
  });

  it('begins with the invited where asked, and has a row for each of them', () => {
    const options = { blankAttendance: { rowCount: 3, hasNames: true } };
    const rows = rowsOf(blankLines(twoDayTalks(), { options }));
    expect(rows.slice(0, 3)).toEqual([
      '1. | Dewi Contoh, S.Pd. | Anggota KPU Kabupaten Contoh | 1.',
      '2. | Dr. H. Budi Contoh, S.H., M.Si. | Ketua KPU Kabupaten Contoh | 2.',
      '3. | Joko Contoh | Anggota KPU Kabupaten Contoh | 3.',
    ]);
    expect(rows).toHaveLength(9 + 10);
  });

  it('says day, place and occasion, and is signed by the secretary', () => {
    const all = blankLines(twoDayTalks());
    expect(all).toContain('Hari/Tanggal : Rabu, 19 Februari 2025');
    expect(all).toContain('Tempat : Aula KPU Kabupaten Contoh (hibrida)');
    expect(all.filter((line) => line === '(Ratna Contoh, S.E.)')).toHaveLength(2);
  });

  it('names planned times, where the list of who was there says when it was opened too', () => {
    const record = twoDayTalks();
    const days = record.session.days.map(({ id }) => ({
      dayId: id,
      opened: '09:15',
      closed: null,
    }));
    const held = {
      ...record,
      session: { ...record.session, meeting: { marks: [], days: days.slice(0, 1) } },
    };
    expect(blankLines(held)[3]).toBe('Waktu : pukul 09.00 s.d. 12.00 WIB');
    expect(lines(held)[3]).toBe('Waktu : pukul 09.00 s.d. 12.00 WIB (dibuka pukul 09.15 WIB)');
  });

  it('is an attendance list as any other once it is signed: no draft, and not "kosong"', () => {
    const { isDraft, footer } = buildDocument('daftar-hadir-kosong', inputOf(emptyRecord()));
    expect(isDraft).toBe(false);
    expect(footer.text).toBe('Daftar Hadir');
  });
});
