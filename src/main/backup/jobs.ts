import { join } from 'node:path';

import type { BackupDifference, BackupInfo } from '../../shared/contract/backups.ts';
import type { NativeBinding } from '../db/database.ts';
import { compareArchives } from './compare.ts';
import { copyArchive } from './copy.ts';
import { backupFailure } from './failure.ts';
import { listBackups, newestFingerprint, removeUnfinished, rotateBackups } from './folder.ts';
import type { BackupReason } from './names.ts';
import {
  discardStaged,
  replaceArchive,
  replaceUnusableArchive,
  setArchiveAside,
  stageBackup,
} from './replace.ts';

interface Places {
  readonly archiveFile: string;
  readonly backupFolder: string;
  readonly nativeBinding: NativeBinding;
}

/** What the job process does with backups; each job is one call of `runBackupJob`. */
export type BackupJob = Places &
  (
    | {
        readonly type: 'backup';
        readonly reason: BackupReason;
        readonly nowMs: number;
        readonly isSkippedWhenCurrent: boolean;
      }
    | { readonly type: 'list-backups' }
    | { readonly type: 'sweep-backups' }
    | {
        readonly type: 'compare-backup';
        readonly fileName: string;
        readonly isArchiveReadable: boolean;
      }
    | { readonly type: 'stage-backup'; readonly fileName: string }
    | { readonly type: 'discard-staged' }
    | { readonly type: 'replace-archive' }
    | {
        readonly type: 'replace-unusable-archive';
        readonly nowMs: number;
        readonly kind: 'rusak' | 'disisihkan';
      }
    | {
        readonly type: 'set-archive-aside';
        readonly nowMs: number;
        readonly kind: 'rusak' | 'disisihkan';
      }
  );

export interface BackupJobResults {
  readonly backup: BackupInfo | null;
  readonly 'list-backups': readonly BackupInfo[];
  readonly 'sweep-backups': null;
  readonly 'compare-backup': readonly BackupDifference[] | null;
  readonly 'stage-backup': null;
  readonly 'discard-staged': null;
  readonly 'replace-archive': null;
  /** Where the unusable archive is kept. */
  readonly 'replace-unusable-archive': string;
  readonly 'set-archive-aside': null;
}

type BackupJobResult = BackupJobResults[BackupJob['type']];

/** Throws AppError only: what no rule foresaw is `backup-failed` with its text. */
export async function runBackupJob(job: BackupJob): Promise<BackupJobResult> {
  try {
    return await run(job);
  } catch (error) {
    throw backupFailure(error);
  }
}

async function run(job: BackupJob): Promise<BackupJobResult> {
  const { archiveFile, backupFolder, nativeBinding } = job;
  switch (job.type) {
    case 'backup': {
      const { reason, nowMs } = job;
      const made = await copyArchive({
        archiveFile,
        backupFolder,
        nativeBinding,
        reason,
        nowMs,
        unlessFingerprint: job.isSkippedWhenCurrent ? newestFingerprint(backupFolder) : null,
      });
      if (made !== null) rotateBackups(backupFolder, nowMs);
      return made;
    }
    case 'list-backups':
      return listBackups(backupFolder, nativeBinding).map(({ info }) => info);
    case 'sweep-backups':
      removeUnfinished(backupFolder);
      discardStaged(archiveFile);
      return null;
    case 'compare-backup': {
      // Staging reads the copy back whole: a preview of a damaged one would promise too much.
      stageBackup(join(backupFolder, job.fileName), archiveFile, nativeBinding);
      discardStaged(archiveFile);
      return job.isArchiveReadable
        ? compareArchives(archiveFile, join(backupFolder, job.fileName), nativeBinding)
        : null;
    }
    case 'stage-backup':
      stageBackup(join(backupFolder, job.fileName), archiveFile, nativeBinding);
      return null;
    case 'discard-staged':
      discardStaged(archiveFile);
      return null;
    case 'replace-archive':
      replaceArchive(archiveFile, nativeBinding);
      return null;
    case 'replace-unusable-archive':
      return replaceUnusableArchive(archiveFile, job.nowMs, job.kind);
    case 'set-archive-aside':
      setArchiveAside(archiveFile, job.nowMs, job.kind);
      return null;
  }
}
