import type { BackupName } from './names.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const KEEP_NEWEST = 10;
const KEEP_DAYS = 30;
const KEEP_MONTHS = 12;
/** Copies made because the archive was about to be replaced stay at least this long. */
const KEEP_BEFORE_MS = 30 * DAY_MS;

/**
 * Says which backups may go: kept are the newest ten, the last one of each of the last thirty
 * days and of the last twelve months that have any, every recent copy made before a restore or a
 * migration, and always those in `protectedNames`.
 */
export function backupsToDelete(
  backups: readonly BackupName[],
  nowMs: number,
  protectedNames: ReadonlySet<string>,
): readonly BackupName[] {
  const newestFirst = backups.toSorted((a, b) => b.createdAtMs - a.createdAtMs);
  const kept = new Set(newestFirst.slice(0, KEEP_NEWEST));

  const keepLastOfEach = (periodOf: (atMs: number) => string, periodCount: number): void => {
    const periods = new Set<string>();
    for (const backup of newestFirst) {
      const period = periodOf(backup.createdAtMs);
      if (periods.has(period)) continue;
      if (periods.size === periodCount) return;
      periods.add(period);
      kept.add(backup);
    }
  };
  keepLastOfEach((atMs) => new Date(atMs).toISOString().slice(0, 10), KEEP_DAYS);
  keepLastOfEach((atMs) => new Date(atMs).toISOString().slice(0, 7), KEEP_MONTHS);

  return newestFirst.filter((backup) => {
    const isBefore = backup.reason === 'before-restore' || backup.reason === 'before-migration';
    const isRecent = nowMs - backup.createdAtMs < KEEP_BEFORE_MS;
    return !kept.has(backup) && !(isBefore && isRecent) && !protectedNames.has(backup.fileName);
  });
}
