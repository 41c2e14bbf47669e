import { z } from 'zod';

/** The official documents that one session gives (FORMATS §2), in the order in which an office needs them. */
export const DOCUMENT_KINDS = [
  'undangan',
  'daftar-hadir-kosong',
  'daftar-hadir',
  'notula',
  'notulen',
  'risalah',
  'berita-acara',
  'laporan',
  'siaran-pers',
  'tindak-lanjut',
] as const;

export const documentKindSchema = z.enum(DOCUMENT_KINDS);
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** The documents' names, as they stand in titles, file names and menus. */
export const DOCUMENT_NAMES: Readonly<Record<DocumentKind, string>> = {
  undangan: 'Undangan',
  'daftar-hadir-kosong': 'Daftar Hadir (kosong)',
  'daftar-hadir': 'Daftar Hadir',
  notula: 'Notula',
  notulen: 'Notulen',
  risalah: 'Risalah',
  'berita-acara': 'Berita Acara',
  laporan: 'Laporan Kegiatan',
  'siaran-pers': 'Siaran Pers',
  'tindak-lanjut': 'Daftar Tindak Lanjut',
};
