import { describe, expect, it } from 'vitest';

import { backupName, parseBackupName } from '../../src/main/backup/names.ts';
import type { BackupName, BackupReason } from '../../src/main/backup/names.ts';
import { backupsToDelete } from '../../src/main/backup/rotation.ts';

const DAY_MS = 86_400_000;
const NOW_MS = Date.UTC(2026, 10, 22, 12);

const backup = (ageMs: number, reason: BackupReason = 'start'): BackupName => ({
  fileName: backupName(NOW_MS - ageMs, reason),
  createdAtMs: NOW_MS - ageMs,
  reason,
});
const kept = (backups: readonly BackupName[], protectedNames: readonly string[] = []) => {
  const gone = new Set(backupsToDelete(backups, NOW_MS, new Set(protectedNames)));
  return backups.filter((one) => !gone.has(one));
};

describe('rotation', () => {
  it('keeps the newest ten of a busy day', () => {
    const backups = Array.from({ length: 25 }, (_, index) => backup(index * 60_000));
    expect(kept(backups)).toEqual(backups.slice(0, 10));
  });

  it('keeps the last of each of thirty days and of twelve months', () => {
    const backups = Array.from({ length: 800 }, (_, index) => backup((index * DAY_MS) / 2));
    const keptAges = kept(backups).map(({ createdAtMs }) => (NOW_MS - createdAtMs) / DAY_MS);
    expect(keptAges.filter((age) => age < 30)).toHaveLength(30 + 5);
    const months = kept(backups).map(({ createdAtMs }) =>
      new Date(createdAtMs).toISOString().slice(0, 7),
    );
    expect(new Set(months).size).toBe(12);
    expect(keptAges.length).toBeLessThan(50);
  });

  it('counts days with a backup, so a long holiday deletes nothing', () => {
    const backups = [0, 1, 2].map((index) => backup(400 * DAY_MS + index * DAY_MS));
    expect(kept(backups)).toEqual(backups);
  });

  it('keeps what was copied before a restore or a migration for thirty days', () => {
    const busy = Array.from({ length: 20 }, (_, index) => backup(index * 60_000));
    const recent = [
      backup(DAY_MS * 29 + 1, 'before-restore'),
      backup(DAY_MS * 29 + 2, 'before-migration'),
    ];
    const sameDayLater = backup(DAY_MS * 29);
    expect(kept([...busy, sameDayLater, ...recent])).toEqual(expect.arrayContaining(recent));
    const old = backup(DAY_MS * 400 + 60_000, 'before-restore');
    const others = Array.from({ length: 60 }, (_, index) => backup(index * 10 * DAY_MS));
    expect(kept([...others, old])).not.toContain(old);
  });

  it('never deletes a protected backup', () => {
    const backups = Array.from({ length: 25 }, (_, index) => backup(index * 60_000));
    const oldest = backups.at(-1);
    expect(kept(backups, [oldest?.fileName ?? ''])).toContain(oldest);
  });
});

describe('names of backups', () => {
  it('are read as they are written', () => {
    for (const reason of ['start', 'session-close', 'before-restore'] as const) {
      expect(parseBackupName(backupName(NOW_MS, reason))).toEqual({
        fileName: backupName(NOW_MS, reason),
        createdAtMs: NOW_MS,
        reason,
      });
    }
  });

  it.each([
    '../notula-2026-11-22T14.20.05-manual.db',
    'notula-2026-11-22T14.20.05-manual.db.tmp',
    'notula-2026-13-45T14.20.05-manual.db',
    'notula-2026-11-22T14.20.05-lain.db',
    'arsip.db',
  ])('are not made of %s', (name) => {
    expect(parseBackupName(name)).toBeNull();
  });
});
