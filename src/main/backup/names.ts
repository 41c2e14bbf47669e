import type { BackupInfo } from '../../shared/contract/backups.ts';

export type BackupReason = BackupInfo['reason'];

const REASONS: readonly BackupReason[] = [
  'start',
  'session-close',
  'manual',
  'before-migration',
  'before-restore',
];
const NAME = /^notula-(\d{4})-(\d{2})-(\d{2})T(\d{2})\.(\d{2})\.(\d{2})-([a-z]+(?:-[a-z]+)*)\.db$/;

/** Ends the name of a file that is not finished; such files are swept away at the next start. */
export const UNFINISHED_SUFFIX = '.tmp';

export interface BackupName {
  readonly fileName: string;
  readonly createdAtMs: number;
  readonly reason: BackupReason;
}

/** Sorts by time, is legal on every file system and readable: UTC, to the second. */
export function backupName(createdAtMs: number, reason: BackupReason): string {
  return `notula-${timeInName(createdAtMs)}-${reason}.db`;
}

export function timeInName(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19).replaceAll(':', '.');
}

/** What a file's name says; null where it is not a backup's name (a path is never one). */
export function parseBackupName(fileName: string): BackupName | null {
  const match = NAME.exec(fileName);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, reasonText] = match;
  const createdAtMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  const reason = REASONS.find((known) => known === reasonText);
  return Number.isNaN(createdAtMs) || reason === undefined
    ? null
    : { fileName, createdAtMs, reason };
}
