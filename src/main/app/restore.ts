import { rm } from 'node:fs/promises';

import { AppError } from '../../shared/contract/errors.ts';
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
      const kind = start.code === 'archive-damaged' ? 'rusak' : 'disisihkan';
      await removeSearchIndex(paths.search);
      await run({ type: 'replace-unusable-archive', nowMs: options.clock(), kind });
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

/** The index is made from the archive; a new one is made from the restored archive. */
async function removeSearchIndex(searchFile: string): Promise<void> {
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    await rm(searchFile + suffix, { force: true });
  }
}
