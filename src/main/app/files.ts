import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { app, dialog, shell } from 'electron';
import type { BrowserWindow } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { AddedFile, FilesProgress } from '../../shared/contract/files.ts';
import { MOST_FILES_PER_SESSION } from '../../shared/contract/files.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { NativeBinding } from '../db/database.ts';
import type { FileRole } from '../../shared/files/file-kinds.ts';
import { isProgram } from '../../shared/files/programs.ts';
import { shownAs } from '../../shared/files/shown-files.ts';
import type { SessionId } from '../../shared/ids.ts';
import { contentPath, removeUnfinished } from '../files/content.ts';
import { shownCopy } from '../files/shown-copy.ts';
import type { SweptFiles } from '../files/sweep.ts';
import { textStart } from '../files/text-start.ts';
import type { FileOnDisk } from '../jobs/kept-files.ts';
import { fileNameToShow } from './file-name-to-show.ts';
import { runJob } from './jobs.ts';
import type { ReadKeptFile } from './kept-file-answers.ts';
import { createKeptFileAnswers } from './kept-file-answers.ts';
import type { Log } from './log.ts';
import type { dataPaths } from './paths.ts';
import type { StorageCall } from './storage-call.ts';

const TITLES = {
  id: { add: 'Lampirkan berkas', saveCopy: 'Simpan salinan berkas' },
  en: { add: 'Attach files', saveCopy: 'Save a copy of the file' },
} as const;

interface FilesOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  readonly paths: ReturnType<typeof dataPaths>;
  readonly nativeBinding: NativeBinding;
  readonly call: StorageCall;
  readonly onProgress: (progress: FilesProgress) => void;
  readonly clock: () => number;
  readonly log: Log;
}

export interface Files {
  readonly handlers: Pick<
    Handlers<'main'>,
    | 'files.add'
    | 'files.addDropped'
    | 'files.cancelAdding'
    | 'files.open'
    | 'files.saveCopy'
    | 'files.textStart'
  >;
  /** Where files lie that were dropped on the window now; answers with what it may call them. */
  readonly keepDropped: (paths: readonly string[]) => readonly string[];
  readonly read: ReadKeptFile;
  /** Ends an adding that runs; the files are not kept. */
  readonly stop: () => void;
  /** Takes away what nothing names any more; at a quiet time. */
  readonly sweep: () => Promise<void>;
}

/** Brings files into the folder beside the archive, and shows those that are there. */
export function createFiles(options: FilesOptions): Files {
  const { paths, call, log } = options;
  // Copies that another program may have open: they go with the next start.
  const shownFolder = join(app.getPath('temp'), 'notula-lampiran');

  let isReading = false;

  /** Reads what can be read of the files that nobody has read yet, one after the other. */
  const readTexts = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    try {
      for (;;) {
        const unread = await call('files.unread', {});
        if (unread.length === 0) return;
        for (const { sha256, name, mediaType } of unread) {
          const path = contentPath(paths.files, sha256);
          const job = { type: 'file-text', path, name, mediaType } as const;
          // A file that ends the job's process has no words for us, and is not read again at each start.
          const text = await runJob(job, log).catch(() => '');
          await call('files.keepText', { sha256, text: String(text) });
        }
      }
    } catch (error) {
      log(`files (words): ${String(error)}`);
    } finally {
      isReading = false;
    }
  };

  let adding: AbortController | null = null;
  let dropped: ReadonlyMap<string, string> = new Map();

  const add = async (
    sessionId: SessionId,
    filePaths: readonly string[],
    role: FileRole | null,
  ): Promise<readonly AddedFile[] | null> => {
    if (filePaths.length > MOST_FILES_PER_SESSION) {
      throw new AppError('too-many-files', { limit: MOST_FILES_PER_SESSION });
    }
    if (adding !== null) throw new AppError('files-adding');
    adding = new AbortController();
    const mark = `${randomUUID().slice(0, 8)}-`;
    try {
      const { signal } = adding;
      const job = {
        type: 'place-files',
        paths: filePaths,
        folder: paths.files,
        role,
        mark,
      } as const;
      const watch = { onCopied: options.onProgress, signal };
      // The job's own answer; nothing else answers to its type.
      const placed = (await runJob(job, log, watch)) as readonly FileOnDisk[];
      const kept = await call('files.keep', { sessionId, files: [...placed] });
      void readTexts();
      return kept.map((file, index) => ({
        ...file,
        writtenAtMs: placed[index]?.writtenAtMs ?? null,
      }));
    } catch (error) {
      await removeUnfinished(paths.files, mark);
      if (error instanceof AppError && error.code === 'export-cancelled') return null;
      throw error;
    } finally {
      adding = null;
    }
  };

  return {
    handlers: {
      'files.add': async ({ sessionId, role }) => {
        const { canceled, filePaths } = await dialog.showOpenDialog(options.window(), {
          title: TITLES[options.language()].add,
          properties: ['openFile', 'multiSelections'],
        });
        if (canceled || filePaths.length === 0) return null;
        return add(sessionId, filePaths, role);
      },
      'files.addDropped': async ({ sessionId, dropped: names }) => {
        const filePaths = names.flatMap((name) => dropped.get(name) ?? []);
        dropped = new Map();
        if (filePaths.length === 0) throw new AppError('not-found', { what: 'file' });
        return add(sessionId, filePaths, null);
      },
      'files.cancelAdding': () => adding?.abort(),
      'files.open': async ({ id }) => {
        const { sha256, sizeBytes, name } = await call('files.get', { id });
        // The system warns of programs that came from elsewhere, but not where one is opened for it.
        if (isProgram(fileNameToShow(name))) throw new AppError('file-is-program', { name });
        const content = { sha256, sizeBytes, name };
        const shown = await shownCopy(shownFolder, fileNameToShow(name), (targetPath) =>
          runJob({ type: 'copy-kept-file', folder: paths.files, content, targetPath }, log),
        );
        const failure = await shell.openPath(shown);
        if (failure !== '') throw new AppError('no-program-for-file', { name });
      },
      'files.saveCopy': async ({ id }) => {
        const { sha256, sizeBytes, name } = await call('files.get', { id });
        const { canceled, filePath } = await dialog.showSaveDialog(options.window(), {
          title: TITLES[options.language()].saveCopy,
          defaultPath: join(app.getPath('documents'), fileNameToShow(name)),
          properties: ['showOverwriteConfirmation', 'createDirectory'],
        });
        if (canceled || !filePath) return null;
        const content = { sha256, sizeBytes, name };
        const folder = paths.files;
        await runJob({ type: 'copy-kept-file', folder, content, targetPath: filePath }, log);
        return basename(filePath);
      },
      'files.textStart': async ({ id }) => {
        const file = await call('files.get', { id });
        if (shownAs(file) !== 'text') return null;
        return textStart(contentPath(paths.files, file.sha256)).catch(() => null);
      },
    },
    keepDropped: (filePaths) => {
      // Those of an earlier drop were asked for at once or never will be.
      dropped = new Map(
        filePaths.filter((path) => path !== '').map((path) => [randomUUID(), path]),
      );
      return [...dropped.keys()];
    },
    read: createKeptFileAnswers({
      folder: paths.files,
      get: (id) => call('files.get', { id }),
    }),
    stop: () => adding?.abort(),
    sweep: async () => {
      void readTexts();
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
