import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode } from '../../shared/contract/errors.ts';
import type { ImportOutcome, ImportProgress, ImportRun } from '../../shared/contract/imports.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { ImportAnswer, ImportRequest } from '../jobs/import-minutes.ts';
import type { ListedMinutes } from '../jobs/list-minutes.ts';
import { createImportReader } from './import-reader.ts';
import { runJob } from './jobs.ts';
import type { Log } from './log.ts';
import type { StorageCall } from './storage-call.ts';

const TITLES = { id: 'Pilih folder notula lama', en: 'Choose the folder of old minutes' } as const;

/** The window and its first pages come before what was not ended the last time. */
const AFTER_START_MS = 5000;
/** Between two files: whatever waits for the archive or the processor gets it. */
const PAUSE_MS = 15;
/** Where the archive does not answer. */
const RETRY_MS = 30_000;

interface ImportsOptions {
  readonly window: () => BrowserWindow;
  readonly language: () => 'id' | 'en';
  /** Where originals are kept. */
  readonly filesFolder: string;
  readonly call: StorageCall;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly log: Log;
}

export interface Imports {
  readonly handlers: Pick<
    Handlers<'main'>,
    'imports.choose' | 'imports.start' | 'imports.pause' | 'imports.resume' | 'imports.cancel'
  >;
  /** Goes on with what was not ended; where another archive took the place of this one, too. */
  readonly goOn: (delayMs?: number) => void;
  readonly stop: () => void;
}

interface FolderChoice extends ListedMinutes {
  readonly folder: string;
}

/** Runs imports in the background, one file after the other, and says how far they are. */
export function createImports(options: ImportsOptions): Imports {
  const { call, log } = options;
  const reader = createImportReader(options.filesFolder, log);
  const choices = new Map<string, FolderChoice>();
  let isStopped = false;
  let isAtWork = false;
  let wishes = 0;

  const tell = (
    { id, state, counts }: ImportRun,
    path: string | null,
    failure: AppErrorCode | null = null,
  ): void => options.onProgress({ id, state, counts, path, failure });

  /** Throws an AppError where it is not the file that hinders. */
  async function ask(request: ImportRequest) {
    const answer = await reader.ask(request);
    if (answer.type === 'failed') throw new AppError(answer.code);
    return answer;
  }

  async function outcomeOf(root: string, name: string): Promise<ImportOutcome> {
    const path = join(root, ...name.split('/'));
    const known = await ask({ type: 'know', path, root });
    if (known.type !== 'known') return refused(known);
    const { sha256 } = known;
    if (await call('imports.isKnown', { sha256 })) return known;
    const read = await ask({ type: 'read', path, root });
    if (read.type !== 'read') return refused(read, sha256);
    const kept = await ask({ type: 'keep', path, root, sha256 });
    return kept.type === 'kept' ? { type: 'taken', read: read.read } : refused(kept, sha256);
  }

  async function settle(id: ImportRun['id'], path: string, outcome: ImportOutcome) {
    try {
      return await call('imports.settle', { id, path, outcome });
    } catch (error) {
      // A disk without room hinders every file; anything else is this one's.
      const code = error instanceof AppError ? error.code : 'internal';
      if (code.startsWith('storage-') || code.startsWith('archive-')) throw error;
      log(`import: a file could not be kept: ${code}`);
      const failed = { type: 'refused', sha256: null, reason: 'failed' } as const;
      return call('imports.settle', { id, path, outcome: failed });
    }
  }

  async function pauseAfter(run: ImportRun, error: unknown): Promise<void> {
    const code = error instanceof AppError ? error.code : 'internal';
    log(`import: ${code}`);
    tell(await call('imports.setState', { id: run.id, state: 'dijeda' }), null, code);
  }

  async function work(): Promise<void> {
    let last: ImportRun | null = null;
    while (!isStopped) {
      const next = await call('imports.next', {});
      if (next === null || next.run.id !== last?.id) await tellEnd(last);
      if (next === null) return;
      const { run, path } = next;
      tell(run, path);
      try {
        const outcome = await outcomeOf(run.folder, path);
        // The program is being closed: the file is read again the next time.
        if (isStopped) return;
        last = await settle(run.id, path, outcome);
      } catch (error) {
        last = null;
        await pauseAfter(run, error);
      }
      await delay(PAUSE_MS);
    }
  }

  async function tellEnd(run: ImportRun | null): Promise<void> {
    if (run === null) return;
    const runs = await call('imports.list', {});
    const ended = runs.find(({ id }) => id === run.id);
    if (ended !== undefined) tell(ended, null);
  }

  async function workOff(): Promise<void> {
    let served: number;
    do {
      served = wishes;
      try {
        await work();
      } catch (error) {
        // As when a backup takes the place of the archive: what was not settled is read again.
        log(`import: ${String(error)}`);
        await delay(RETRY_MS);
        wishes += 1;
      }
    } while (served !== wishes && !isStopped);
  }

  function goOn(delayMs = AFTER_START_MS): void {
    // Also for whoever is at work: it may have seen just before that there was nothing to do.
    wishes += 1;
    if (isAtWork) return;
    isAtWork = true;
    void delay(delayMs)
      .then(workOff)
      .finally(() => {
        isAtWork = false;
        reader.stop();
      });
  }

  async function setState(
    id: ImportRun['id'],
    state: 'berjalan' | 'dijeda' | 'dibatalkan',
  ): Promise<ImportRun> {
    const run = await call('imports.setState', { id, state });
    tell(run, null);
    if (state === 'berjalan') goOn(0);
    return run;
  }

  return {
    handlers: {
      'imports.choose': async () => {
        const { canceled, filePaths } = await dialog.showOpenDialog(options.window(), {
          title: TITLES[options.language()],
          properties: ['openDirectory'],
        });
        const [folder] = filePaths;
        if (canceled || folder === undefined) return null;
        // The job's own answer; nothing else answers to its type.
        const listed = (await runJob({ type: 'list-minutes', folder }, log)) as ListedMinutes;
        const chosen = randomUUID();
        // One is enough: the window shows one choice at a time.
        choices.clear();
        choices.set(chosen, { ...listed, folder });
        const { files, ...counts } = listed;
        const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
        return { chosen, folder, fileCount: files.length, sizeBytes, ...counts };
      },
      'imports.start': async ({ chosen }) => {
        const choice = choices.get(chosen);
        if (choice === undefined || choice.files.length === 0) throw new AppError('not-found', {});
        choices.delete(chosen);
        const run = await call('imports.begin', {
          folder: choice.folder,
          files: [...choice.files],
        });
        tell(run, null);
        goOn(0);
        return run;
      },
      'imports.pause': ({ id }) => setState(id, 'dijeda'),
      'imports.resume': ({ id }) => setState(id, 'berjalan'),
      'imports.cancel': ({ id }) => setState(id, 'dibatalkan'),
    },
    goOn,
    stop: () => {
      isStopped = true;
      reader.stop();
    },
  };
}

function refused(answer: ImportAnswer, sha256: string | null = null): ImportOutcome {
  return answer.type === 'refused'
    ? { ...answer, sha256: answer.sha256 ?? sha256 }
    : { type: 'refused', sha256, reason: 'crashed' };
}
