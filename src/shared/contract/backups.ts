import { z } from 'zod';

import { call, returns } from './define.ts';

export interface BackupInfo {
  readonly fileName: string;
  readonly createdAtMs: number;
  readonly sizeBytes: number;
  readonly sessionCount: number;
  readonly blockCount: number;
  /** Why it was made. */
  readonly reason: 'start' | 'session-close' | 'manual' | 'before-migration' | 'before-restore';
}

/** What restoring would do to a session that is not the same in the backup. */
export interface BackupDifference {
  readonly sessionId: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string | null;
  /**
   * removed: not in the backup, so it would go; older: it would go back to an earlier state;
   * added: only in the backup; newer: the backup holds a later state.
   */
  readonly change: 'removed' | 'older' | 'added' | 'newer';
}

const oneBackup = z.object({ fileName: z.string().max(200) });

export const backupCalls = {
  'backups.create': call('main', () => z.object({}), returns<BackupInfo>()),
  'backups.list': call('main', () => z.object({}), returns<readonly BackupInfo[]>()),
  /** Reads a backup back and says what it would change; null where the archive is unreadable. */
  'backups.compare': call('main', () => oneBackup, returns<readonly BackupDifference[] | null>()),
  /** Replaces the archive by a backup; the present archive is kept as a backup first. */
  'backups.restore': call('main', () => oneBackup, returns<void>()),
  /** Begins an empty archive in place of one that is missing or damaged, whose files are set aside. */
  'backups.startEmpty': call('main', () => z.object({}), returns<void>()),
  'backups.showFolder': call('main', () => z.object({}), returns<void>()),
};
