import type { ImportedFile } from '../../../shared/contract/imports.ts';

export const FILE_FILTERS = ['semua', 'belum', 'sudah', 'ganda', 'ditolak', 'menunggu'] as const;
export type FileFilter = (typeof FILE_FILTERS)[number];

/** Whether a session was made of a file and waits for somebody to compare it with the original. */
export const awaitsReview = ({ state, session, isReviewed }: ImportedFile): boolean =>
  state === 'masuk' && session !== null && !session.isTrashed && !isReviewed;

export function isIn(file: ImportedFile, filter: FileFilter): boolean {
  switch (filter) {
    case 'semua':
      return true;
    case 'belum':
      return awaitsReview(file);
    case 'sudah':
      return file.state === 'masuk' && file.isReviewed;
    case 'ganda':
    case 'ditolak':
    case 'menunggu':
      return file.state === filter;
  }
}

export const countsOf = (files: readonly ImportedFile[]): Readonly<Record<FileFilter, number>> => ({
  semua: files.length,
  belum: files.filter((file) => isIn(file, 'belum')).length,
  sudah: files.filter((file) => isIn(file, 'sudah')).length,
  ganda: files.filter((file) => isIn(file, 'ganda')).length,
  ditolak: files.filter((file) => isIn(file, 'ditolak')).length,
  menunggu: files.filter((file) => isIn(file, 'menunggu')).length,
});

/** The next file to review after one, beginning anew at the end; null where none is left. */
export function nextToReview(files: readonly ImportedFile[], path: string): ImportedFile | null {
  const waiting = files.filter((file) => awaitsReview(file) && file.path !== path);
  const at = files.findIndex((file) => file.path === path);
  return waiting.find((file) => files.indexOf(file) > at) ?? waiting[0] ?? null;
}
