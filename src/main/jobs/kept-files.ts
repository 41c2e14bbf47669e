import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

import type { FilesProgress, PlacedFile } from '../../shared/contract/files.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { likelyRole, mediaTypeOf } from '../../shared/files/file-kinds.ts';
import type { FileRole } from '../../shared/files/file-kinds.ts';
import { renamePatiently, temporaryPath, writeError } from '../export/write-file.ts';
import type { KeptContent } from '../files/content.ts';
import { copyContent, placeContent } from '../files/content.ts';

/** Brings the bytes of chosen files into the folder beside the archive. */
export interface PlaceFilesJob {
  readonly type: 'place-files';
  readonly paths: readonly string[];
  readonly folder: string;
  /** Null: each gets the likely one. */
  readonly role: FileRole | null;
  /** Begins the names of what is not whole yet; see `removeUnfinished`. */
  readonly mark?: string;
}

/** Makes copies of kept files beside exported documents. */
export interface CopyKeptFilesJob {
  readonly type: 'copy-kept-files';
  readonly folder: string;
  readonly copies: readonly KeptCopy[];
  /** Of the temporary files, as `temporaryPath` names them. */
  readonly mark: string;
}

/** Makes a copy of a kept file for another program, or where a user wants one. */
export interface CopyKeptFileJob extends KeptCopy {
  readonly type: 'copy-kept-file';
  readonly folder: string;
}

export interface KeptCopy {
  readonly content: KeptContent;
  /** One that is there is replaced: the user was asked about it. */
  readonly targetPath: string;
}

export interface FileOnDisk extends PlacedFile {
  /** When it was written last, UTC milliseconds. */
  readonly writtenAtMs: number;
}

export type KeptFilesJob = PlaceFilesJob | CopyKeptFileJob | CopyKeptFilesJob;
export type KeptFilesResult = readonly FileOnDisk[] | null;

export const placeOptions = {
  rename: (from: string, to: string): Promise<void> => renamePatiently(from, to, {}),
};

/** Rarer than pieces are copied: each is a message between processes. */
const TOLD_EVERY_BYTES = 8 * 1024 * 1024;

async function copyKept(
  folder: string,
  { content, targetPath }: KeptCopy,
  mark = String(process.pid),
): Promise<void> {
  const temporary = temporaryPath(targetPath, mark);
  await copyContent(folder, content, temporary);
  await renamePatiently(temporary, targetPath, {}).catch((error: unknown) => {
    throw writeError(error, targetPath);
  });
}

/** Throws `file-unreadable`, also for a folder. */
async function factsOf(path: string): Promise<{ readonly size: number; readonly mtimeMs: number }> {
  const facts = await stat(path).catch(() => null);
  if (facts?.isFile() !== true) {
    throw new AppError('file-unreadable', { fileName: basename(path) });
  }
  return facts;
}

async function placeFiles(
  { paths, folder, role, mark = '' }: PlaceFilesJob,
  onProgress: (progress: FilesProgress) => void,
): Promise<readonly FileOnDisk[]> {
  const sources = await Promise.all(
    paths.map(async (path) => ({ path, ...(await factsOf(path)) })),
  );
  const totalBytes = sources.reduce((sum, { size }) => sum + size, 0);
  const placed: FileOnDisk[] = [];
  let beforeBytes = 0;
  let toldBytes = 0;
  for (const { path, mtimeMs } of sources) {
    const fileName = basename(path);
    onProgress({ fileName, doneBytes: beforeBytes, totalBytes });
    const onCopied = (copiedBytes: number): void => {
      const doneBytes = beforeBytes + copiedBytes;
      if (doneBytes - toldBytes < TOLD_EVERY_BYTES) return;
      toldBytes = doneBytes;
      // A file that grows while it is copied has no more than all of it.
      onProgress({ fileName, doneBytes: Math.min(doneBytes, totalBytes), totalBytes });
    };
    const content = await placeContent(path, folder, { ...placeOptions, onCopied, mark });
    beforeBytes += content.sizeBytes;
    placed.push({
      ...content,
      name: fileName,
      mediaType: mediaTypeOf(fileName),
      role: role ?? likelyRole(fileName),
      writtenAtMs: Math.round(mtimeMs),
    });
  }
  return placed;
}

export async function runKeptFilesJob(
  job: KeptFilesJob,
  onProgress: (progress: FilesProgress) => void = () => undefined,
): Promise<KeptFilesResult> {
  if (job.type === 'place-files') return placeFiles(job, onProgress);
  if (job.type === 'copy-kept-file') await copyKept(job.folder, job);
  else for (const copy of job.copies) await copyKept(job.folder, copy, job.mark);
  return null;
}
