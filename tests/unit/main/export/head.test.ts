import { describe, expect, it } from 'vitest';

import type { DocumentInput } from '../../../../src/main/export/document-input.ts';
import { plainInput } from '../../../../src/main/export/document-input.ts';
import { documentFrame, letterheadOf, titlePiece } from '../../../../src/main/export/parts/head.ts';
import type {
  LetterheadSettings,
  OfficeSettings,
} from '../../../../src/shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../../../src/shared/official/office-settings.ts';
import { NOW_MS, emptyRecord, fullRecord, recordOf } from '../../../documents/records.ts';

const input = (
  settings: Partial<OfficeSettings>,
  more: Partial<DocumentInput> = {},
): DocumentInput => ({
  ...plainInput(fullRecord(1), NOW_MS),
  settings: { ...DEFAULT_OFFICE_SETTINGS, ...settings },
  ...more,
});
const linesOf = (from: DocumentInput) =>
  letterheadOf(from)?.offices.map(({ lines }) => lines.map(({ text }) => text));
const letterhead: LetterheadSettings = {
  ...DEFAULT_OFFICE_SETTINGS.letterhead,
  lines: [
    { text: 'KPU KOTA CONTOH', size: 'besar', isBold: true },
    { text: ' ', size: 'sedang', isBold: true },
    { text: 'Jalan Contoh 1', size: 'kecil', isBold: false },
  ],
};

describe('the letterhead', () => {
  it('has the lines that the office has set, without empty ones', () => {
    expect(linesOf(input({ letterhead }))).toEqual([['KPU KOTA CONTOH', 'Jalan Contoh 1']]);
  });

  it('is the name of the office where nothing is set, or of the first host, or none', () => {
    expect(linesOf(input({}))).toEqual([['KOMISI PEMILIHAN UMUM KABUPATEN CONTOH']]);
    const hosted = plainInput(recordOf({ hosts: ['Bawaslu Kota Contoh'] }), NOW_MS);
    expect(linesOf(hosted)).toEqual([['BAWASLU KOTA CONTOH']]);
    expect(letterheadOf(plainInput(emptyRecord(), NOW_MS))).toBeNull();
  });

  it('is shared by up to four hosts, by their names alone', () => {
    const hostLetterheads = ['A', 'B', 'C', 'D', 'E'].map((name) => ({
      name,
      letterhead: name === 'A' ? letterhead : DEFAULT_OFFICE_SETTINGS.letterhead,
    }));
    expect(linesOf(input({}, { hostLetterheads }))).toEqual([
      ['KPU KOTA CONTOH'],
      ['B'],
      ['C'],
      ['D'],
    ]);
    const own = linesOf(input({ letterhead, hasSharedLetterhead: false }, { hostLetterheads }));
    expect(own).toEqual([['KPU KOTA CONTOH', 'Jalan Contoh 1']]);
  });
});

describe('the frame of a document', () => {
  it('says in its properties what it is, of which meeting and by whom', () => {
    const title = 'Rapat Pleno Terbuka Rekapitulasi Daftar Pemilih Berkelanjutan Kabupaten Contoh';
    expect(documentFrame('notula', input({})).properties).toEqual({
      title: `Notula ${title}`,
      subject: title,
      author: 'Siti Contoh, S.IP.',
      createdAtMs: NOW_MS,
    });
    expect(documentFrame('risalah', plainInput(emptyRecord(), NOW_MS)).properties).toMatchObject({
      title: 'Risalah',
      subject: '',
      author: '',
    });
  });

  it('has the footer that the office has set, or the document’s name', () => {
    const footer = { hasPageNumbers: false, text: 'Salinan dinas' };
    expect(documentFrame('notula', input({ footer })).footer).toEqual(footer);
    expect(documentFrame('notula', plainInput(emptyRecord(), NOW_MS)).footer).toEqual({
      hasPageNumbers: true,
      text: 'Notula',
    });
  });
});

it('titles a document with its number and what it is about', () => {
  const { lines } = titlePiece('BERITA ACARA', {
    number: '1/BA',
    about: 'HASIL',
    isUnderlined: true,
  });
  expect(lines.map(({ text }) => text)).toEqual([
    'BERITA ACARA',
    'Nomor: 1/BA',
    'TENTANG',
    'HASIL',
  ]);
  expect(lines.map(({ isUnderlined }) => isUnderlined)).toEqual([true, false, false, false]);
  expect(titlePiece('NOTULA').lines).toHaveLength(1);
});
