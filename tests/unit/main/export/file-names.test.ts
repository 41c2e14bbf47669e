import { describe, expect, it } from 'vitest';

import {
  distinctFileNames,
  distinctNames,
  namesOfDocuments,
  zipFileName,
} from '../../../../src/main/export/file-names.ts';
import { DEFAULT_FILE_NAME_PATTERN } from '../../../../src/shared/official/office-settings.ts';
import { recordOf } from '../../../documents/records.ts';

const record = recordOf({ kind: 'FGD', title: 'Evaluasi', days: [{ date: '2025-02-18' }] });

describe('distinct names', () => {
  it('number what is taken, whatever the size of the letters', () => {
    expect(distinctNames(['A.docx', 'a.docx', 'B.docx', 'A.docx'])).toEqual([
      'A.docx',
      'a (2).docx',
      'B.docx',
      'A (3).docx',
    ]);
  });

  it('go round what is in the folder', () => {
    const there = new Set(['A.docx', 'A (2).docx']);
    expect(distinctNames(['A.docx', 'B.docx'], (name) => there.has(name))).toEqual([
      'A (3).docx',
      'B.docx',
    ]);
  });
});

describe('the names of several documents', () => {
  it('follow the pattern of the office', () => {
    expect(namesOfDocuments(record, ['undangan', 'notula'], '{tanggal} {dokumen}')).toEqual([
      '2025-02-18 Undangan.docx',
      '2025-02-18 Notula.docx',
    ]);
  });

  it('say which document it is where the pattern does not', () => {
    expect(namesOfDocuments(record, ['undangan', 'notula'], '{tanggal} {judul}')).toEqual([
      'Undangan 2025-02-18 Evaluasi.docx',
      'Notula 2025-02-18 Evaluasi.docx',
    ]);
    expect(namesOfDocuments(record, ['notula'], '{tanggal} {judul}')).toEqual([
      '2025-02-18 Evaluasi.docx',
    ]);
  });
});

it('names a zip after the session', () => {
  expect(zipFileName(record, DEFAULT_FILE_NAME_PATTERN)).toBe(
    'Dokumen FGD 2025-02-18 Evaluasi.zip',
  );
  expect(zipFileName(record, '{judul}')).toBe('Evaluasi.zip');
  expect(zipFileName(record, '{dokumen}')).toBe('Dokumen Evaluasi.zip');
  expect(zipFileName(record, '{salah')).toBe('Dokumen FGD 2025-02-18 Evaluasi.zip');
});

it('keeps the names of attached files, and numbers equal ones before their ends', () => {
  const names = ['Foto.jpg', 'foto.JPG', 'tanpa akhiran', 'tanpa akhiran', 'Foto (2).jpg'];
  expect(distinctFileNames(names, (name) => name === 'tanpa akhiran (2)')).toEqual([
    'Foto.jpg',
    'foto (2).JPG',
    'tanpa akhiran',
    'tanpa akhiran (3)',
    'Foto (2) (2).jpg',
  ]);
});
