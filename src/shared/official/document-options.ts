import { z } from 'zod';

import type { DocumentKind } from './document-kinds.ts';

/** Empty rows of a blank attendance list: enough for a page, unless the secretary asks for more. */
export const DEFAULT_BLANK_ROWS = 25;
export const MOST_BLANK_ROWS = 500;

/** What the secretary chooses for one export, beside what the office has set for good. */
export const documentOptionsSchema = z.object({
  /** Of the attendance list for wet signatures. */
  blankAttendance: z
    .object({
      /** Rows in all, those with the names of the invited among them. */
      rowCount: z.number().int().min(1).max(MOST_BLANK_ROWS).default(DEFAULT_BLANK_ROWS),
      /** The invited stand in the first rows with name and position. */
      hasNames: z.boolean().default(false),
    })
    .prefault({}),
  /** Pages of the photos beside the minutes ("Dokumentasi"), where there are any. */
  photos: z
    .object({
      inReport: z.boolean().default(true),
      inMinutes: z.boolean().default(false),
    })
    .prefault({}),
  /** Of several documents at once: the files beside the minutes go with them. */
  hasFiles: z.boolean().default(false),
  /** A column for telephone numbers in attendance lists: personal data, so only where asked for. */
  hasPhoneColumn: z.boolean().default(false),
});

/** Whether a document of that kind ends with the photos of the meeting. */
export function showsPhotos(kind: DocumentKind, { photos }: DocumentOptions): boolean {
  if (kind === 'laporan') return photos.inReport;
  return (kind === 'notula' || kind === 'notulen') && photos.inMinutes;
}

export type DocumentOptions = z.infer<typeof documentOptionsSchema>;

export const DEFAULT_DOCUMENT_OPTIONS: DocumentOptions = documentOptionsSchema.parse({});
