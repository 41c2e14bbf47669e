import { z } from 'zod';

import type { FileRole } from '../files/file-kinds.ts';
import { FILE_ROLES } from '../files/file-kinds.ts';
import type { SessionFileId, SessionId } from '../ids.ts';
import { sessionFileIdSchema, sessionIdSchema } from '../ids.ts';
import { call, internalCall, returns } from './define.ts';

/** Longest name of a file; file systems take no longer one. */
export const LONGEST_FILE_NAME = 255;
export const LONGEST_CAPTION = 1000;
export const MOST_FILES_PER_SESSION = 500;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A file beside the minutes of a session. */
export interface SessionFile {
  readonly id: SessionFileId;
  readonly sessionId: SessionId;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly role: FileRole;
  readonly caption: string;
  /** When a recording begins, UTC milliseconds; null where not known. */
  readonly startsAtMs: number | null;
  readonly addedAtMs: number;
  /** It stood beside the minutes when they became final: nothing of it changes any more. */
  readonly isFrozen: boolean;
}

/** A file that was just added. */
export interface AddedFile extends SessionFile {
  /** When the disk had it written last, UTC milliseconds; of a recording about its end. */
  readonly writtenAtMs: number | null;
}

/** How far the files that are being added have come. */
export interface FilesProgress {
  /** The one that is being copied. */
  readonly fileName: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** A file whose bytes are in the folder already. */
export const placedFileSchema = z.object({
  sha256: sha256Schema,
  name: z.string().min(1).max(LONGEST_FILE_NAME),
  mediaType: z.string().min(1).max(200),
  sizeBytes: z.number().int().min(0),
  role: z.enum(FILE_ROLES),
});
export type PlacedFile = z.infer<typeof placedFileSchema>;

const ids = z.array(sessionFileIdSchema).min(1).max(MOST_FILES_PER_SESSION);

export const fileCalls = {
  /** In their order, without those that were removed. */
  'files.list': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<readonly SessionFile[]>(),
  ),
  /**
   * Asks for files and keeps them with the session, also where it is final; null where cancelled.
   * Without a role each gets the likely one. Nothing is kept where one of them cannot be.
   */
  'files.add': call(
    'main',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        role: z.enum(FILE_ROLES).exclude(['asli']).nullable(),
      }),
    returns<readonly AddedFile[] | null>(),
  ),
  /**
   * The same for files that were dropped on the window, by what the bridge called them; telling how
   * far it is by `files.progress`, as `files.add` does.
   */
  'files.addDropped': call(
    'main',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        dropped: z.array(z.string().max(100)).min(1),
      }),
    returns<readonly AddedFile[] | null>(),
  ),
  /** Ends the adding that runs: it answers with null, and nothing of it is kept. */
  'files.cancelAdding': call('main', () => z.object({}), returns<void>()),
  /** Asks for a place and copies the file there; answers with its name there, null where cancelled. */
  'files.saveCopy': call(
    'main',
    () => z.object({ id: sessionFileIdSchema }),
    returns<string | null>(),
  ),
  /** The first lines of a text file; null where it holds none that can be read. */
  'files.textStart': call(
    'main',
    () => z.object({ id: sessionFileIdSchema }),
    returns<string | null>(),
  ),
  /** Shows a copy of the file in the program for its kind; the kept bytes stay out of reach. */
  'files.open': call('main', () => z.object({ id: sessionFileIdSchema }), returns<void>()),
  'files.update': call(
    'storage',
    () =>
      z.object({
        id: sessionFileIdSchema,
        changes: z.object({
          name: z.string().trim().min(1).max(LONGEST_FILE_NAME).optional(),
          role: z.enum(FILE_ROLES).optional(),
          caption: z.string().max(LONGEST_CAPTION).optional(),
          startsAtMs: z.number().int().nullable().optional(),
        }),
      }),
    returns<SessionFile>(),
  ),
  /** Puts the files of a session in this order; those it does not name come after. */
  'files.reorder': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema, order: z.array(sessionFileIdSchema).max(5000) }),
    returns<readonly SessionFile[]>(),
  ),
  'files.remove': call('storage', () => z.object({ ids }), returns<void>()),
  /** Brings back files removed in this run of the app, where they were (undo). */
  'files.restore': call('storage', () => z.object({ ids }), returns<readonly SessionFile[]>()),
  /** Once their bytes are in the folder. */
  'files.keep': internalCall(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        files: z.array(placedFileSchema).min(1).max(MOST_FILES_PER_SESSION),
      }),
    returns<readonly SessionFile[]>(),
  ),
  /** Files with words that nobody has read yet, a few of them. */
  'files.unread': internalCall(
    'storage',
    () => z.object({}),
    returns<readonly Pick<SessionFile, 'sha256' | 'name' | 'mediaType'>[]>(),
  ),
  /** Keeps the words of a file for the search; "" where it has none. */
  'files.keepText': internalCall(
    'storage',
    () => z.object({ sha256: sha256Schema, text: z.string() }),
    returns<void>(),
  ),
  'files.get': internalCall(
    'storage',
    () => z.object({ id: sessionFileIdSchema }),
    returns<SessionFile>(),
  ),
};
