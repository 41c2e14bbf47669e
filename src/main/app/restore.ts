import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode } from '../../shared/contract/errors.ts';
import { timeInName } from '../backup/names.ts';
import type { RunBackupTask } from './backup-tasks.ts';
import type { Log } from './log.ts';
import type { dataPaths } from './paths.ts';
import type { Storage } from './storage.ts';

interface RestoreOptions {
  readonly paths: ReturnType<typeof dataPaths>;
  readonly storage: Storage;
  readonly clock: () => number;
  readonly log: Log;
  readonly run: RunBackupTask;
}

/** The index and what SQLite keeps beside it. */
const INDEX_FILES = ['', '-journal', '-wal', '-shm'] as const;

/**
 * Replaces the archive by a backup. The backup is read back first, then the present archive is
 * kept: as a backup of its own, or under another name where it cannot be opened. Whatever fails,
 * the archive that was there is there again.
 */
export async function restoreBackup(fileName: string, options: RestoreOptions): Promise<void> {
  const { paths, storage, run } = options;
  const start = await storage.started();
  await run({ type: 'stage-backup', fileName });
  // Nothing can be saved between the copy of the present archive and its replacement.
  await storage.stop();
  try {
    if (start.isReady) await replaceUsable(options);
    else {
      const nowMs = options.clock();
      await setIndexAside(paths.search, nowMs);
      await run({ type: 'replace-unusable-archive', nowMs, kind: kindOf(start.code) });
    }
  } finally {
    storage.start();
    await run({ type: 'discard-staged' }).catch((error: unknown) => options.log(String(error)));
  }
  const restarted = await storage.started();
  if (!restarted.isReady) throw new AppError(restarted.code, restarted.details);
}

async function replaceUsable({ paths, run, clock }: RestoreOptions): Promise<void> {
  const kept = await run({
    type: 'backup',
    reason: 'before-restore',
    nowMs: clock(),
    isSkippedWhenCurrent: false,
  });
  if (kept === null) throw new AppError('backup-failed', {});
  await removeSearchIndex(paths.search);
  await run({ type: 'replace-archive' });
}

/**
 * Begins an empty archive where the one that was there is missing or damaged. What is left of that
 * one is kept under other names; nothing is deleted.
 */
export async function startEmpty({ paths, storage, clock, run }: RestoreOptions): Promise<void> {
  const start = await storage.started();
  if (start.isReady) return;
  if (start.code !== 'archive-missing' && start.code !== 'archive-damaged') {
    throw new AppError(start.code, start.details);
  }
  await storage.stop();
  let isAside = false;
  try {
    const nowMs = clock();
    await setIndexAside(paths.search, nowMs);
    await run({ type: 'set-archive-aside', nowMs, kind: kindOf(start.code) });
    isAside = true;
  } finally {
    storage.start({ isNewWanted: isAside });
  }
  const restarted = await storage.started();
  if (!restarted.isReady) throw new AppError(restarted.code, restarted.details);
}

const kindOf = (code: AppErrorCode): 'rusak' | 'disisihkan' =>
  code === 'archive-damaged' ? 'rusak' : 'disisihkan';

/** Beside an archive that cannot be read the index may be the only place that has the last words. */
async function setIndexAside(searchFile: string, nowMs: number): Promise<void> {
  const aside = join(dirname(searchFile), `search-disisihkan-${timeInName(nowMs)}.db`);
  for (const suffix of INDEX_FILES) {
    if (existsSync(searchFile + suffix)) await rename(searchFile + suffix, aside + suffix);
  }
}

/** The index is made from the archive; a new one is made from the restored archive. */
async function removeSearchIndex(searchFile: string): Promise<void> {
  for (const suffix of INDEX_FILES) {
    await rm(searchFile + suffix, { force: true });
  }
}
