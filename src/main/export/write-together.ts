import * as nodeFs from 'node:fs/promises';
import { basename, dirname } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { PreparedFile, WriteOptions } from './write-file.ts';
import {
  codeOf,
  isThere,
  prepareFile,
  renamePatiently,
  temporaryPath,
  writeError,
} from './write-file.ts';

export interface FileToWrite {
  readonly targetPath: string;
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

export interface WriteTogetherOptions extends WriteOptions {
  /** All files are ready under temporary names; the first takes its place when this is fulfilled. */
  readonly beforePlacing?: () => Promise<void>;
}

/** A place in which something new stands, and how it comes back to what it was. */
interface Taken {
  readonly restore: () => Promise<void>;
  readonly forget: () => Promise<void>;
}

/** Copies what stands in a place, so that at every moment either the old or the new stands there. */
async function keepOld(targetPath: string, options: WriteOptions): Promise<Taken> {
  const { fs = nodeFs, mark = String(process.pid) } = options;
  const copyPath = temporaryPath(targetPath, mark, 'lama');
  const forget = async (): Promise<void> => fs.rm(copyPath, { force: true });
  try {
    await fs.copyFile(targetPath, copyPath);
  } catch (error) {
    await forget().catch(() => undefined);
    if (codeOf(error) !== 'ENOENT') throw writeError(error, targetPath);
    return { restore: async () => fs.rm(targetPath, { force: true }), forget };
  }
  return {
    forget,
    restore: async () => {
      try {
        await renamePatiently(copyPath, targetPath, options);
      } catch (error) {
        const details = {
          fileName: basename(targetPath),
          folder: dirname(targetPath),
          copyName: basename(copyPath),
        };
        throw new AppError('export-partly', details, { cause: error });
      }
    },
  };
}

async function placeAll(files: readonly PreparedFile[], options: WriteOptions): Promise<void> {
  const [only, ...others] = files;
  // Renaming one file needs nothing to come back to.
  if (only !== undefined && others.length === 0) return only.commit();
  const taken: Taken[] = [];
  try {
    for (const file of files) {
      const place = await keepOld(file.targetPath, options);
      try {
        await file.commit();
      } catch (error) {
        await place.forget();
        throw error;
      }
      taken.push(place);
    }
  } catch (error) {
    const undone = await Promise.allSettled(taken.map(async (place) => place.restore()));
    const failed = undone.find((outcome) => outcome.status === 'rejected');
    throw failed === undefined ? error : failed.reason;
  }
  await Promise.allSettled(taken.map(async (place) => place.forget()));
}

/**
 * Makes and writes several files, all of them or none: each is made, written and synced under a
 * temporary name before the first takes its place, and where one cannot, those before it give theirs
 * back. Answers with the bytes written. Throws AppError as writeFileSafely does, and `export-partly`
 * where an old file could not come back; its copy is kept then.
 */
export async function writeTogether(
  files: readonly FileToWrite[],
  options: WriteTogetherOptions = {},
): Promise<number> {
  const prepared: PreparedFile[] = [];
  let sizeBytes = 0;
  try {
    for (const { targetPath, make } of files) {
      const bytes = await make();
      prepared.push(await prepareFile(targetPath, bytes, options));
      sizeBytes += bytes.byteLength;
    }
    await options.beforePlacing?.();
    await placeAll(prepared, options);
  } catch (error) {
    await Promise.allSettled(prepared.map(async (file) => file.discard()));
    throw error;
  }
  return sizeBytes;
}

/**
 * Takes away what an export that was ended from outside left of the files it was to write, and gives
 * their places back to the old files where it was ended between the first place and the last.
 */
export async function removeTemporaries(
  targetPaths: readonly string[],
  mark: string,
): Promise<void> {
  const waiting = new Set<string>();
  for (const path of targetPaths) if (await isThere(temporaryPath(path, mark))) waiting.add(path);
  // Where none waits all are placed, or the export has cleared up itself: a copy that is still there
  // is one that it could not put back and has told of.
  if (waiting.size === 0) return;
  await Promise.allSettled(
    targetPaths.map(async (path) => {
      const copyPath = temporaryPath(path, mark, 'lama');
      if (!waiting.has(path)) return nodeFs.rename(copyPath, path);
      // The old file still stands; its copy may be half of it.
      await nodeFs.rm(copyPath, { force: true });
      return nodeFs.rm(temporaryPath(path, mark), { force: true });
    }),
  );
}
