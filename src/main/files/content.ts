import type { Hash } from 'node:crypto';
import { createHash, randomUUID } from 'node:crypto';
import * as nodeFs from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';

/** How the names begin of files that are not whole yet; the sweep takes away what is left of them. */
export const UNFINISHED_PREFIX = '.~notula-';

const CHUNK_BYTES = 1024 * 1024;

export interface ContentOptions {
  /** Waits for whoever holds a file for a moment, as virus scanners do on Windows. */
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly open?: (path: string, flags: string) => Promise<FileHandle>;
  /** Is told after each piece how much of the file was copied. */
  readonly onCopied?: (doneBytes: number) => void;
  /** Names this writer in its temporary files, so that they can be told from those of others. */
  readonly mark?: string;
}

export interface PlacedContent {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Where the bytes of that hash lie. */
export const contentPath = (folder: string, sha256: string): string =>
  join(folder, sha256.slice(0, 2), sha256);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

const unreadable = (path: string, cause: unknown): AppError =>
  new AppError('file-unreadable', { fileName: basename(path) }, { cause });

function unwritable(error: unknown): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError('files-no-space', {}, { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError('storage-read-only', {}, { cause: error });
    case '':
      return error;
    default:
      return new AppError('storage-unavailable', {}, { cause: error });
  }
}

/** Hands the bytes of a file on in pieces, so that a recording of hours takes no more memory. */
async function readThrough(
  path: string,
  take: (piece: Uint8Array) => Promise<void>,
): Promise<PlacedContent> {
  const hash: Hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let sizeBytes = 0;
  const source = await nodeFs.open(path, 'r').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  try {
    for (;;) {
      const { bytesRead } = await source.read(buffer, 0, CHUNK_BYTES).catch((error: unknown) => {
        throw unreadable(path, error);
      });
      if (bytesRead === 0) break;
      const piece = buffer.subarray(0, bytesRead);
      hash.update(piece);
      sizeBytes += bytesRead;
      await take(piece);
    }
  } finally {
    await source.close();
  }
  return { sha256: hash.digest('hex'), sizeBytes };
}

/** What a file is known by. Throws `file-unreadable`. */
export const contentOf = (path: string): Promise<PlacedContent> =>
  readThrough(path, () => Promise.resolve());

async function writeAll(target: FileHandle, piece: Uint8Array): Promise<void> {
  let written = 0;
  while (written < piece.byteLength) {
    const { bytesWritten } = await target.write(piece, written, piece.byteLength - written);
    written += bytesWritten;
  }
}

/** Copies and syncs under a name of its own; answers with what was really copied. */
async function copyTo(
  temporary: string,
  sourcePath: string,
  { open = nodeFs.open, onCopied }: Omit<ContentOptions, 'rename'>,
): Promise<PlacedContent> {
  const target = await open(temporary, 'wx');
  let doneBytes = 0;
  try {
    const placed = await readThrough(sourcePath, async (piece) => {
      await writeAll(target, piece);
      doneBytes += piece.byteLength;
      onCopied?.(doneBytes);
    });
    await target.sync();
    return placed;
  } finally {
    await target.close();
  }
}

/** The name of a file is only on the disk with its folder; Windows keeps names in a journal. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await nodeFs.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(path: string): Promise<number | null> {
  return nodeFs.stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

/**
 * Keeps the bytes of a file under their SHA-256: they are copied and synced under another name
 * first, so that a name which is a hash never stands over anything but the whole of its bytes.
 * Throws `file-unreadable`, `files-no-space`, `storage-read-only` or `storage-unavailable`, and leaves
 * nothing behind then.
 */
export async function placeContent(
  sourcePath: string,
  folder: string,
  { rename, mark = '', ...options }: ContentOptions,
): Promise<PlacedContent> {
  const temporary = join(folder, `${UNFINISHED_PREFIX}${mark}${randomUUID()}.tmp`);
  try {
    await nodeFs.mkdir(folder, { recursive: true });
    const placed = await copyTo(temporary, sourcePath, options);
    const target = contentPath(folder, placed.sha256);
    await nodeFs.mkdir(dirname(target), { recursive: true });
    // Also over one that is there: whatever it has become meanwhile, these are its bytes.
    await rename(temporary, target).catch(async (error: unknown) => {
      // On Windows a file that is being played cannot be replaced, and need not be.
      if ((await sizeOf(target)) !== placed.sizeBytes) throw error;
      await nodeFs.rm(temporary, { force: true });
    });
    await syncFolder(dirname(target));
    await syncFolder(folder);
    return placed;
  } catch (error) {
    await nodeFs.rm(temporary, { force: true }).catch(() => undefined);
    throw error instanceof AppError ? error : unwritable(error);
  }
}

export interface KeptContent {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly name: string;
}

/**
 * Copies kept bytes to a file of a user, and holds them against their hash on the way. Throws
 * `kept-file-missing` or `kept-file-damaged` and leaves no copy then.
 */
export async function copyContent(
  folder: string,
  { sha256, name }: KeptContent,
  targetPath: string,
): Promise<void> {
  const path = contentPath(folder, sha256);
  if ((await sizeOf(path)) === null) throw new AppError('kept-file-missing', { name });
  try {
    await nodeFs.mkdir(dirname(targetPath), { recursive: true });
    const copied = await copyTo(targetPath, path, {});
    if (copied.sha256 !== sha256) throw new AppError('kept-file-damaged', { name });
  } catch (error) {
    await nodeFs.rm(targetPath, { force: true }).catch(() => undefined);
    throw error instanceof AppError ? error : unwritable(error);
  }
}

/** Takes away what a writer of that mark left when it was ended in the middle. Never fails. */
export async function removeUnfinished(folder: string, mark: string): Promise<void> {
  const names = await nodeFs.readdir(folder).catch(() => []);
  const left = names.filter((name) => name.startsWith(`${UNFINISHED_PREFIX}${mark}`));
  await Promise.all(left.map((name) => nodeFs.rm(join(folder, name)).catch(() => undefined)));
}
