import { z } from 'zod';

import type { ImportId, SessionFileId, SessionId } from '../ids.ts';
import { importIdSchema } from '../ids.ts';
import type { KeptGuess } from '../imports/kept-guess.ts';
import { REFUSALS } from '../imports/reading.ts';
import type { AppErrorCode } from './errors.ts';
import { call, internalCall, returns } from './define.ts';
import { sha256Schema } from './files.ts';

export const IMPORT_STATES = ['berjalan', 'dijeda', 'selesai', 'dibatalkan'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_FILE_STATES = ['menunggu', 'masuk', 'ganda', 'ditolak'] as const;
export type ImportFileState = (typeof IMPORT_FILE_STATES)[number];

/** Why a file was left out: what was found in it, or what happened while it was read. */
export const IMPORT_REASONS = [
  ...REFUSALS,
  /** Gone, locked by another program or not allowed. */
  'unreadable',
  /** It became another one while it was read. */
  'changed',
  /** Reading it took too long. */
  'timeout',
  /** The process that read it ended. */
  'crashed',
  /** What was recognised in it could not be kept. */
  'failed',
] as const;
export type ImportReason = (typeof IMPORT_REASONS)[number];

export const MOST_IMPORTED_FILES = 20_000;

export interface ImportCounts {
  readonly total: number;
  readonly waiting: number;
  readonly taken: number;
  readonly known: number;
  readonly refused: number;
  /** Taken in, not in the trash, and not compared with the original yet. */
  readonly unreviewed: number;
}

/** One import of a folder. */
export interface ImportRun {
  readonly id: ImportId;
  readonly folder: string;
  readonly state: ImportState;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
  readonly counts: ImportCounts;
}

/** What became of one file. */
export interface ImportedFile {
  /** Below the folder, parted by "/". */
  readonly path: string;
  readonly sizeBytes: number;
  readonly state: ImportFileState;
  /** Null unless it was refused. */
  readonly reason: ImportReason | null;
  /** Made of it, or that which held the same content before. */
  readonly session: {
    readonly id: SessionId;
    readonly title: string;
    readonly isTrashed: boolean;
  } | null;
  readonly isReviewed: boolean;
}

/** What was recognised in a file beside its words. */
export interface ImportReview {
  readonly sessionId: SessionId;
  /** The original; null where it was taken off the session. */
  readonly fileId: SessionFileId | null;
  readonly guess: KeptGuess['guess'];
  /** The words of the original by the index of their piece; "" where it has none. */
  readonly pieces: readonly string[];
}

/** A folder that was chosen and looked through, and of which nothing was read yet. */
export interface ChosenFolder {
  /** By what `imports.start` knows it. */
  readonly chosen: string;
  readonly folder: string;
  readonly fileCount: number;
  readonly sizeBytes: number;
  /** Of these, files of kinds that are refused, such as .doc. */
  readonly unreadCount: number;
  /** Files of other kinds, which an import does not look at. */
  readonly otherCount: number;
  /** Folders within it that could not be opened. */
  readonly closedCount: number;
  /** The folder holds more than one import takes. */
  readonly isCut: boolean;
}

/** How an import goes, told while it runs. */
export interface ImportProgress {
  readonly id: ImportId;
  readonly state: ImportState;
  /** The file that is read now. */
  readonly path: string | null;
  readonly counts: ImportCounts;
  /** Why it was paused by itself. */
  readonly failure: AppErrorCode | null;
}

const oneImport = z.object({ id: importIdSchema });
const oneFile = z.object({ id: importIdSchema, path: z.string().min(1).max(4096) });

/** What became of a file; `read` is a `ReadMinutes` as JSON: see `SealedEnvelope`. */
const outcomeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('taken'), read: z.string() }),
  z.object({ type: z.literal('known'), sha256: sha256Schema }),
  z.object({
    type: z.literal('refused'),
    sha256: sha256Schema.nullable(),
    reason: z.enum(IMPORT_REASONS),
  }),
]);
export type ImportOutcome = z.infer<typeof outcomeSchema>;

export const importCalls = {
  /** Asks for a folder and counts what is in it; null where cancelled. */
  'imports.choose': call('main', () => z.object({}), returns<ChosenFolder | null>()),
  /** Begins to import a folder that was chosen. It goes on in the background, also after a start. */
  'imports.start': call(
    'main',
    () => z.object({ chosen: z.string().min(1).max(64) }),
    returns<ImportRun>(),
  ),
  'imports.pause': call('main', () => oneImport, returns<ImportRun>()),
  'imports.resume': call('main', () => oneImport, returns<ImportRun>()),
  /** What is in stays. */
  'imports.cancel': call('main', () => oneImport, returns<ImportRun>()),
  /** The newest first. */
  'imports.list': call('storage', () => z.object({}), returns<readonly ImportRun[]>()),
  'imports.files': call('storage', () => oneImport, returns<readonly ImportedFile[]>()),
  /** Throws `not-found` where nothing was made of the file. */
  'imports.review': call('storage', () => oneFile, returns<ImportReview>()),
  'imports.setReviewed': call(
    'storage',
    () => oneFile.extend({ isReviewed: z.boolean() }),
    returns<void>(),
  ),
  /** Moves every session made by an import to the trash, but those that are final. */
  'imports.trash': call(
    'storage',
    () => oneImport,
    returns<{ readonly trashed: readonly SessionId[]; readonly keptCount: number }>(),
  ),
  'imports.begin': internalCall(
    'storage',
    () =>
      z.object({
        folder: z.string().min(1).max(4096),
        files: z
          .array(
            z.object({ path: z.string().min(1).max(4096), sizeBytes: z.number().int().min(0) }),
          )
          .min(1)
          .max(MOST_IMPORTED_FILES),
      }),
    returns<ImportRun>(),
  ),
  /** The next file of the oldest import that runs; ends imports of which none is left. */
  'imports.next': internalCall(
    'storage',
    () => z.object({}),
    returns<{ readonly run: ImportRun; readonly path: string } | null>(),
  ),
  /** Whether content was taken in before, into a session that is still there. */
  'imports.isKnown': internalCall(
    'storage',
    () => z.object({ sha256: sha256Schema }),
    returns<boolean>(),
  ),
  /** Takes in what became of a file, at once or not at all. */
  'imports.settle': internalCall(
    'storage',
    () => oneFile.extend({ outcome: outcomeSchema }),
    returns<ImportRun>(),
  ),
  'imports.setState': internalCall(
    'storage',
    () => oneImport.extend({ state: z.enum(IMPORT_STATES).exclude(['selesai']) }),
    returns<ImportRun>(),
  ),
};
