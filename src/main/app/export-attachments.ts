import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { SessionId } from '../../shared/ids.ts';
import { FILES_FOLDER, distinctFileNames } from '../export/file-names.ts';
import { temporaryPath } from '../export/write-file.ts';
import { contentPath } from '../files/content.ts';
import { fileNameToShow } from './file-name-to-show.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { StorageCall } from './storage-call.ts';

export interface ExportAttachments {
  /** What a ZIP holds beside the documents. Throws `export-files-too-large`, `kept-file-missing`. */
  readonly forZip: (
    sessionId: SessionId,
  ) => Promise<readonly { readonly name: string; readonly path: string }[]>;
  /** Copies the files into a folder beside the documents; `discard` takes the copies away again. */
  readonly copyInto: (
    folder: string,
    sessionId: SessionId,
    signal: AbortSignal,
  ) => Promise<{ readonly discard: () => Promise<void> } | 'cancelled'>;
}

interface Options {
  readonly folder: string;
  readonly call: StorageCall;
  readonly log: Log;
}

/** A ZIP is made in memory, where the documents are as well. */
const LARGEST_ZIP_MB = 100;

/** The files beside the minutes, on their way out with the documents. */
export function createExportAttachments({ folder: kept, call, log }: Options): ExportAttachments {
  return {
    forZip: async (sessionId) => {
      const files = await call('files.list', { sessionId });
      const totalBytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      if (totalBytes > LARGEST_ZIP_MB * 1_000_000) {
        throw new AppError('export-files-too-large', { limit: LARGEST_ZIP_MB });
      }
      for (const { sha256, sizeBytes, name } of files) {
        const facts = await stat(contentPath(kept, sha256)).catch(() => null);
        if (facts === null) throw new AppError('kept-file-missing', { name });
        if (facts.size !== sizeBytes) throw new AppError('kept-file-damaged', { name });
      }
      const names = distinctFileNames(files.map(({ name }) => fileNameToShow(name)));
      return files.map(({ sha256 }, index) => ({
        name: names[index] ?? sha256,
        path: contentPath(kept, sha256),
      }));
    },
    copyInto: async (folder, sessionId, signal) => {
      const files = await call('files.list', { sessionId });
      const target = join(folder, FILES_FOLDER);
      const names = distinctFileNames(
        files.map(({ name }) => fileNameToShow(name)),
        (name) => existsSync(join(target, name)),
      );
      const copies = files.map(({ sha256, name, sizeBytes }, index) => ({
        content: { sha256, name, sizeBytes },
        targetPath: join(target, names[index] ?? sha256),
      }));
      const mark = randomUUID().slice(0, 8);
      const discard = async (): Promise<void> => {
        for (const { targetPath } of copies) {
          await rm(targetPath, { force: true });
          await rm(temporaryPath(targetPath, mark), { force: true });
        }
        // Only where nothing else is in it.
        await rmdir(target).catch(() => undefined);
      };
      if (copies.length === 0) return { discard };
      try {
        await mkdir(target, { recursive: true });
        await runJob({ type: 'copy-kept-files', folder: kept, copies, mark }, log, { signal });
        return { discard };
      } catch (error) {
        await discard();
        if (error instanceof AppError && error.code === 'export-cancelled') return 'cancelled';
        throw error;
      }
    },
  };
}
