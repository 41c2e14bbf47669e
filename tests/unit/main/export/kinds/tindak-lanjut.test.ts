import { describe, expect, it } from 'vitest';

import {
  emptyRecord,
  followUp,
  fullRecord,
  narration,
  recordOf,
} from '../../../../documents/records.ts';
import { linesOfKind } from '../document-lines.ts';

const followUpLines = linesOfKind('tindak-lanjut');

describe('the list of follow-ups', () => {
  it('says what is to be done, by whom, by when, how far it is, and what was noted of it', () => {
    const record = {
      ...recordOf({ kind: 'Rakor', title: 'Evaluasi', documentNumber: '12/NOT/2025' }),
      blocks: [
        followUp('Menyurati Disdukcapil', {
          responsible: 'Divisi Data',
          dueDate: '2025-03-01',
          status: 'selesai',
        }),
        narration('Catatan notulis: surat dikirim lewat pos'),
        followUp('Menyusun jadwal'),
        followUp('Membentuk tim', { status: 'berjalan' }),
        followUp(''),
      ],
    };
    expect(followUpLines(record).slice(0, 11)).toEqual([
      'DAFTAR TINDAK LANJUT',
      'Sidang/Rapat : Rakor: Evaluasi',
      'Hari/Tanggal : ',
      'Tempat : ',
      'Nomor Notula : 12/NOT/2025',
      'Pimpinan Sidang/Rapat : ',
      'Jumlah: 3 tindak lanjut (1 belum, 1 berjalan, dan 1 selesai).',
      'No | Tindak lanjut | Penanggung jawab | Batas waktu | Status | Keterangan',
      '1 | Menyurati Disdukcapil | Divisi Data | 1 Maret 2025 | Selesai | surat dikirim lewat pos',
      '2 | Menyusun jadwal | ………… | ………… | Belum | ',
      '3 | Membentuk tim | ………… | ………… | Berjalan | ',
    ]);
  });

  it('is a form to be filled in where nothing is to be done', () => {
    const lines = followUpLines(emptyRecord());
    expect(lines).toContain('Jumlah: ………… tindak lanjut.');
    expect(lines).toContain('3 | ………… | ………… | ………… | ………… | ');
    expect(lines.join('\n')).not.toMatch(/undefined|null/);
  });

  it('has its own number, where one was confirmed, and the usual two signatures', () => {
    const numbers = { 'tindak-lanjut': '7/TL/2025' };
    const lines = followUpLines(fullRecord(1), { numbers });
    expect(lines[1]).toBe('Nomor: 7/TL/2025');
    expect(lines).toContain('(Siti Contoh, S.IP.)');
    expect(lines).toContain('(Dr. H. Budi Contoh, S.H., M.Si.)');
  });
});
