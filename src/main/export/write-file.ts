import { createHash } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { AppError } from '../../shared/contract/errors.ts';

/** What is needed of the file system; tests put failures in its place. */
export interface WriteFs {
  readonly open: (path: string, flags: string) => Promise<WriteHandle>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly rm: (path: string, options: { readonly force: boolean }) => Promise<void>;
  readonly copyFile: (from: string, to: string) => Promise<void>;
}

export interface WriteHandle {
  readonly writeFile: (bytes: Uint8Array) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface WriteOptions {
  readonly fs?: WriteFs;
  readonly wait?: (delayMs: number) => Promise<unknown>;
  /** Tells the temporary files of one writer from those of others. */
  readonly mark?: string;
}

/** Virus scanners and synchronising tools hold a file on Windows for a moment; Word for hours. */
const RENAME_ATTEMPTS = 10;
const RENAME_PAUSE_MS = 100;

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A failure of the file system as the error that a user can be told; others stay as they are. */
export function writeError(error: unknown, targetPath: string): unknown {
  const details = { fileName: basename(targetPath), folder: dirname(targetPath) };
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('export-no-permission', details, { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('storage-full', details, { cause: error });
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('export-folder-missing', details, { cause: error });
    case 'EBUSY':
      return new AppError('export-target-open', details, { cause: error });
    default:
      return error;
  }
}

/** The same for renaming, where Windows says "no access" of a file that is open in Word. */
function renameError(error: unknown, targetPath: string): unknown {
  const isHeld = ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error));
  if (!isHeld) return writeError(error, targetPath);
  const details = { fileName: basename(targetPath), folder: dirname(targetPath) };
  return new AppError('export-target-open', details, { cause: error });
}

/** A file that is written and synced under a temporary name beside its target. */
export interface PreparedFile {
  readonly targetPath: string;
  /** Puts it in the target's place. Throws AppError; the target is then what it was. */
  readonly commit: () => Promise<void>;
  /** Takes the temporary file away. */
  readonly discard: () => Promise<void>;
}

/** Of its own short name: the target's may be as long as the file system takes. */
export function temporaryPath(targetPath: string, mark: string, extension = 'tmp'): string {
  const name = createHash('sha256').update(basename(targetPath)).digest('hex').slice(0, 12);
  return join(dirname(targetPath), `.~notula-${name}.${mark}.${extension}`);
}

/** Renames, and waits a moment for whoever holds one of the files. Throws what renaming threw. */
export async function renamePatiently(
  from: string,
  to: string,
  { fs = nodeFs, wait = delay }: WriteOptions,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      const mayPass = ['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error));
      if (!mayPass || attempt === RENAME_ATTEMPTS) throw error;
      await wait(RENAME_PAUSE_MS);
    }
  }
}

/** Writes and syncs the bytes beside the target. Throws AppError and leaves nothing behind. */
export async function prepareFile(
  targetPath: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<PreparedFile> {
  const { fs = nodeFs, mark = String(process.pid) } = options;
  const path = temporaryPath(targetPath, mark);
  const discard = async (): Promise<void> => fs.rm(path, { force: true });
  try {
    const handle = await fs.open(path, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard().catch(() => undefined);
    throw writeError(error, targetPath);
  }
  const commit = async (): Promise<void> => {
    try {
      await renamePatiently(path, targetPath, options);
    } catch (error) {
      await discard().catch(() => undefined);
      throw renameError(error, targetPath);
    }
  };
  return { targetPath, commit, discard };
}

/**
 * Writes a file so that its name always holds either the old bytes or all of the new ones. Throws
 * AppError: `export-target-open`, `export-no-permission`, `export-folder-missing`, `storage-full`.
 */
export async function writeFileSafely(
  targetPath: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const prepared = await prepareFile(targetPath, bytes, options);
  await prepared.commit();
}

export async function isThere(path: string): Promise<boolean> {
  return nodeFs.access(path).then(
    () => true,
    () => false,
  );
}

/** Throws `export-target-exists` where a file is there that nobody was asked about. */
export async function refuseToReplace(
  files: readonly { readonly targetPath: string; readonly mayReplace: boolean }[],
): Promise<void> {
  for (const { targetPath, mayReplace } of files) {
    if (!mayReplace && (await isThere(targetPath))) {
      throw new AppError('export-target-exists', { fileName: basename(targetPath) });
    }
  }
}
