import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { shell } from 'electron';

import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import { parseBackupName } from '../backup/names.ts';
import type { BackupReason } from '../backup/names.ts';
import type { NativeBinding } from '../db/database.ts';
import { createBackupTasks } from './backup-tasks.ts';
import type { Log } from './log.ts';
import type { dataPaths } from './paths.ts';
import { restoreBackup, startEmpty } from './restore.ts';
import type { Storage } from './storage.ts';

/** The first backup waits until the window has been drawn. */
const AFTER_START_MS = 2000;
/** How long leaving a session or the app waits for its backup; an unfinished one is swept later. */
const CLOSE_LIMIT_MS = 5000;

interface BackupsOptions {
  readonly paths: ReturnType<typeof dataPaths>;
  readonly storage: Storage;
  readonly nativeBinding: NativeBinding;
  readonly clock: () => number;
  readonly log: Log;
  /** The archive was replaced: what the window shows is out of date. */
  readonly onReplaced: () => void;
  /** An automatic backup was not made. */
  readonly onFailed: (code: AppErrorCode) => void;
}

type BackupHandlers = Pick<
  Handlers<'main'>,
  | 'backups.create'
  | 'backups.list'
  | 'backups.compare'
  | 'backups.restore'
  | 'backups.startEmpty'
  | 'backups.showFolder'
>;

export interface Backups {
  readonly handlers: BackupHandlers;
  readonly afterStart: () => Promise<void>;
  readonly afterSessionClose: () => Promise<void>;
}

/** Makes, lists and restores backups; every touch of their files happens in a job process. */
export function createBackups(options: BackupsOptions): Backups {
  const { paths, storage, clock, log } = options;
  // One at a time: a backup never meets a restore half-way.
  let last: Promise<unknown> = Promise.resolve();

  const run = createBackupTasks(paths, options.nativeBinding, log);

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const back = (reason: BackupReason, isSkippedWhenCurrent: boolean) =>
    run({ type: 'backup', reason, nowMs: clock(), isSkippedWhenCurrent });

  const backAutomatically = async (reason: 'start' | 'session-close'): Promise<void> => {
    try {
      const { isReady } = await storage.started();
      if (isReady) await back(reason, reason === 'session-close');
    } catch (error) {
      log(`backup (${reason}): ${describe(error)}`);
      options.onFailed(error instanceof AppError ? error.code : 'internal');
    }
  };

  const requireBackup = (fileName: string): string => {
    const isKnown = parseBackupName(fileName) !== null && existsSync(join(paths.backups, fileName));
    if (!isKnown) throw new AppError('not-found', { fileName });
    return fileName;
  };

  let isCloseWaiting = false;

  return {
    handlers: {
      'backups.create': () =>
        inTurn(async () => {
          const info = await back('manual', false);
          if (info === null) throw new AppError('backup-failed', {});
          return info;
        }),
      'backups.list': () => run({ type: 'list-backups' }),
      'backups.compare': ({ fileName }) =>
        inTurn(async () => {
          const { isReady } = await storage.started();
          return run({
            type: 'compare-backup',
            fileName: requireBackup(fileName),
            isArchiveReadable: isReady,
          });
        }),
      'backups.restore': ({ fileName }) =>
        inTurn(async () => {
          await restoreBackup(requireBackup(fileName), { ...options, run });
          options.onReplaced();
        }),
      'backups.startEmpty': () =>
        inTurn(async () => {
          await startEmpty({ ...options, run });
          options.onReplaced();
        }),
      'backups.showFolder': async () => {
        await mkdir(paths.backups, { recursive: true });
        await shell.openPath(paths.backups);
      },
    },
    afterStart: async () => {
      await delay(AFTER_START_MS);
      await inTurn(async () => {
        await run({ type: 'sweep-backups' }).catch((error: unknown) => {
          log(`backup (sweep): ${describe(error)}`);
        });
        await backAutomatically('start');
      });
    },
    afterSessionClose: async () => {
      // One that waits its turn will see everything saved until then.
      if (!isCloseWaiting) {
        isCloseWaiting = true;
        void inTurn(() => {
          isCloseWaiting = false;
          return backAutomatically('session-close');
        });
      }
      await Promise.race([last, delay(CLOSE_LIMIT_MS)]);
    },
  };
}

function describe(error: unknown): string {
  if (error instanceof AppError) return `${error.code} ${JSON.stringify(error.details)}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
