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

export const backupCalls = {
  'backups.create': call('main', z.object({}), returns<BackupInfo>()),
  'backups.list': call('main', z.object({}), returns<readonly BackupInfo[]>()),
  /** Replaces the archive by a backup; the present archive is kept as a backup first. */
  'backups.restore': call('main', z.object({ fileName: z.string().max(200) }), returns<void>()),
  'backups.showFolder': call('main', z.object({}), returns<void>()),
};
