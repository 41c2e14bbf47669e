import { z } from 'zod';

import type { CodeReport, FileReport } from '../signing/verification.ts';
import { call, returns } from './define.ts';
import type { SavedExport } from './exports.ts';

export const LARGEST_CHECKED_BYTES = 100 * 1024 * 1024;

/** "Periksa berkas": what a file is. */
export const fileCheckCalls = {
  /** Asks for a Word file and checks it; null where cancelled. Throws `check-not-docx`. */
  'checking.chooseFile': call('main', () => z.object({}), returns<FileReport | null>()),
  /** Checks a file that was dropped on the window. Throws `check-not-docx`. */
  'checking.file': call(
    'main',
    () =>
      z.object({
        fileName: z.string().min(1).max(300),
        bytes: z
          .instanceof(Uint8Array)
          .refine(({ byteLength }) => byteLength > 0 && byteLength <= LARGEST_CHECKED_BYTES),
      }),
    returns<FileReport>(),
  ),
};

/** What was found out, on paper. */
export const checkSheetCalls = {
  /** Sets the sheet of the file checked last on pages and asks for its place as PDF. */
  'checking.saveSheet': call('main', () => z.object({}), returns<SavedExport | null>()),
  'checking.printSheet': call('main', () => z.object({}), returns<boolean>()),
};

/** "Periksa kode": what the code at the foot of a printed page belongs to. */
export const codeCalls = {
  /**
   * What a typed code belongs to; the window reads it from pictures itself. Throws `code-malformed`.
   */
  'checking.code': call(
    'storage',
    () => z.object({ code: z.string().trim().min(1).max(200) }),
    returns<CodeReport>(),
  ),
};
