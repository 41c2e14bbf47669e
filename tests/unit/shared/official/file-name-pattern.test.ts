import { describe, expect, it } from 'vitest';

import type { FileNameFacts } from '../../../../src/shared/official/file-name-pattern.ts';
import {
  documentFileName,
  fileNamePatternProblem,
} from '../../../../src/shared/official/file-name-pattern.ts';

const FACTS: FileNameFacts = {
  dokumen: 'Berita Acara',
  jenis: 'Rapat Pleno',
  tanggal: '2025-02-18',
  judul: 'Rekapitulasi Daftar Pemilih',
  nomor: '63/PK.01-BA/3507/2025',
  lembaga: 'KPU Kota Contoh',
};
const name = (pattern: string, facts: Partial<FileNameFacts> = {}): string =>
  documentFileName(pattern, { ...FACTS, ...facts }, '.docx');

describe('what is wrong with a pattern', () => {
  it('is said, and nothing where it can be used', () => {
    expect(fileNamePatternProblem('{dokumen} {tanggal}')).toBeNull();
    expect(fileNamePatternProblem('{dokumen} {tgl}')).toEqual({
      type: 'unknown-token',
      token: 'tgl',
    });
    expect(fileNamePatternProblem('{dokumen} {tanggal')).toEqual({ type: 'brace' });
    expect(fileNamePatternProblem('Notula')).toEqual({ type: 'no-token' });
  });
});

describe('a file name', () => {
  it('has what the tokens stand for', () => {
    expect(name('{tanggal}_{dokumen}_{lembaga}')).toBe(
      '2025-02-18_Berita Acara_KPU Kota Contoh.docx',
    );
    expect(name('{Dokumen} {nomor}')).toBe('Berita Acara 63 PK.01-BA 3507 2025.docx');
  });

  it('has no loose separators where a fact is not known', () => {
    expect(name('{nomor} - {dokumen}_{tanggal}_{judul}', { nomor: '', tanggal: '' })).toBe(
      'Berita Acara_Rekapitulasi Daftar Pemilih.docx',
    );
    expect(name('{nomor}', { nomor: '' })).toBe('Berita Acara.docx');
  });

  it('is valid on Windows, whatever the title says', () => {
    expect(name('{judul}', { judul: 'CON' })).toBe('Dokumen CON.docx');
    expect(name('{judul}', { judul: 'aux.rahasia' })).toBe('Dokumen aux.rahasia.docx');
    expect(name('{judul}', { judul: '..\\..\\a/b:c*?"<>|\u202Eexe. . ' })).toBe('a b c exe.docx');
    expect(name('{judul}', { judul: '...tersembunyi' })).toBe('tersembunyi.docx');
    expect(name('{judul}', { judul: 'Contoh' })).toBe('Contoh.docx');
  });

  it('stays within 120 letters and 255 bytes with whole words', () => {
    const long = name('{judul}', { judul: 'Evaluasi pemilihan '.repeat(20) });
    expect(long.length).toBeLessThanOrEqual(120);
    expect(long.endsWith('pemilihan.docx') || long.endsWith('Evaluasi.docx')).toBe(true);
    const wide = name('{judul}', { judul: '\u{1F5F3}\uFE0F'.repeat(100) });
    expect(new TextEncoder().encode(wide).length).toBeLessThanOrEqual(255);
  });

  it('comes from the usual pattern where the office has one that cannot be used', () => {
    expect(name('{apa}')).toBe(
      'Berita Acara Rapat Pleno 2025-02-18 Rekapitulasi Daftar Pemilih.docx',
    );
  });
});
