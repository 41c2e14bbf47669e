import { randomUUID } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { app, dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { PlacedFile } from '../../shared/contract/files.ts';
import { MOST_FILES_PER_SESSION } from '../../shared/contract/files.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { NativeBinding } from '../db/database.ts';
import type { SweptFiles } from '../files/sweep.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { dataPaths } from './paths.ts';
import type { StorageCall } from './storage-call.ts';

const TITLES = { id: 'Lampirkan berkas', en: 'Attach files' } as const;

interface FilesOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly paths: ReturnType<typeof dataPaths>;
  readonly nativeBinding: NativeBinding;
  readonly call: StorageCall;
  readonly clock: () => number;
  readonly log: Log;
}

export interface Files {
  readonly handlers: Pick<Handlers<'main'>, 'files.add' | 'files.open'>;
  /** Takes away what nothing names any more; at a quiet time. */
  readonly sweep: () => Promise<void>;
}

/** A name that every file system takes, with the ending by which programs know its kind. */
export function fileNameToShow(name: string): string {
  const cleaned = name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '_').replace(/[. ]+$/, '');
  const ending = /\.[^.]{1,10}$/.exec(cleaned)?.[0] ?? '';
  const stem = cleaned.slice(0, cleaned.length - ending.length).slice(0, 100);
  return `${stem === '' ? 'berkas' : stem}${ending}`;
}

/** Brings files into the folder beside the archive, and shows those that are there. */
export function createFiles(options: FilesOptions): Files {
  const { paths, call, log } = options;
  // Copies that another program may have open: they go with the next start.
  const shownFolder = join(app.getPath('temp'), 'notula-lampiran');

  return {
    handlers: {
      'files.add': async ({ sessionId, role }) => {
        const { canceled, filePaths } = await dialog.showOpenDialog(options.window(), {
          title: TITLES[options.language()],
          properties: ['openFile', 'multiSelections'],
        });
        if (canceled || filePaths.length === 0) return null;
        if (filePaths.length > MOST_FILES_PER_SESSION) {
          throw new AppError('too-many-files', { limit: MOST_FILES_PER_SESSION });
        }
        const { files: folder } = paths;
        const job = { type: 'place-files', paths: filePaths, folder, role } as const;
        // The job's own answer; nothing else answers to its type.
        const files = [...((await runJob(job, log)) as readonly PlacedFile[])];
        return call('files.keep', { sessionId, files });
      },
      'files.open': async ({ id }) => {
        const { sha256, sizeBytes, name } = await call('files.get', { id });
        const folder = join(shownFolder, randomUUID());
        await mkdir(folder, { recursive: true });
        const targetPath = join(folder, fileNameToShow(name));
        const content = { sha256, sizeBytes, name };
        await runJob({ type: 'copy-kept-file', folder: paths.files, content, targetPath }, log);
        // What is changed in the other program would be lost: it says so where the file is read-only.
        await chmod(targetPath, 0o444);
        const failure = await shell.openPath(targetPath);
        if (failure !== '') throw new AppError('no-program-for-file', { name });
      },
    },
    sweep: async () => {
      try {
        await rm(shownFolder, { recursive: true, force: true }).catch(() => undefined);
        const { removedCount, removedBytes } = (await runJob(
          {
            type: 'sweep-files',
            folder: paths.files,
            archiveFile: paths.archive,
            backupFolder: paths.backups,
            nativeBinding: options.nativeBinding,
            nowMs: options.clock(),
          },
          log,
        )) as SweptFiles;
        if (removedCount > 0) log(`files: ${removedCount} swept, ${removedBytes} bytes`);
      } catch (error) {
        log(`files (sweep): ${String(error)}`);
      }
    },
  };
}
