import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { copyBeforeMigration } from '../../src/main/backup/before-migration.ts';
import { copyArchive } from '../../src/main/backup/copy.ts';
import { runBackupJob } from '../../src/main/backup/jobs.ts';
import type { BackupJob, BackupJobResults } from '../../src/main/backup/jobs.ts';
import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { ARCHIVE_VERSION } from '../../src/main/db/migrations.ts';
import type { BackupInfo } from '../../src/shared/contract/backups.ts';
import {
  addSession,
  blockIds,
  documents,
  makeFolder,
  narration,
  openTestArchive,
} from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 14, 20, 5);

let folder: TestFolder;
let db: ArchiveDatabase;
beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  write('s1', 'a', 'satu');
});
afterEach(() => {
  db.close();
  folder.remove();
});

function write(session: string, block: string, text: string): void {
  const known = db.prepare('SELECT 1 FROM sessions WHERE id = ?').get(session) !== undefined;
  const sessionId = known ? (session as ReturnType<typeof addSession>) : addSession(db, session);
  void documents(db)['documents.save']({
    sessionId,
    upserts: [narration(block, text)],
    deletions: [],
    order: known ? null : blockIds(block),
  });
}

const places = () => ({
  archiveFile: folder.archiveFile,
  backupFolder: folder.backupFolder,
  nativeBinding: null,
});
const back = async (
  reason: BackupInfo['reason'] = 'manual',
  nowMs = NOW_MS,
): Promise<BackupInfo> => {
  const info = await copyArchive({ ...places(), reason, nowMs, unlessFingerprint: null });
  if (info === null) throw new Error('no backup was made');
  return info;
};
const run = async <Job extends BackupJob>(job: Job) =>
  (await runBackupJob(job)) as BackupJobResults[Job['type']];
const pathOf = ({ fileName }: { readonly fileName: string }): string =>
  join(folder.backupFolder, fileName);
const textsIn = (file: string): unknown[] => {
  const copy = openDatabase(file, { nativeBinding: null, isReadOnly: true });
  try {
    return copy.prepare('SELECT plain_text FROM blocks ORDER BY id').pluck().all();
  } finally {
    copy.close();
  }
};

describe('a backup', () => {
  it('is one readable file named after its time, with what was found beside it', async () => {
    const info = await back();
    expect(info).toEqual({
      fileName: 'notula-2026-11-22T14.20.05-manual.db',
      createdAtMs: NOW_MS,
      reason: 'manual',
      sizeBytes: readFileSync(pathOf(info)).length,
      sessionCount: 1,
      blockCount: 1,
    });
    expect(readdirSync(folder.backupFolder).toSorted()).toEqual([
      'notula-2026-11-22T14.20.05-manual.db',
      'notula-2026-11-22T14.20.05-manual.json',
    ]);
    expect(textsIn(pathOf(info))).toEqual(['satu']);
    expect(readdirSync(folder.backupFolder)).toHaveLength(2);
  });

  it('holds what is still in the write-ahead log', async () => {
    expect(existsSync(`${folder.archiveFile}-wal`)).toBe(true);
    write('s1', 'b', 'dua');
    expect(textsIn(pathOf(await back()))).toEqual(['satu', 'dua']);
  });

  it('is of one moment and ends although saving goes on meanwhile', async () => {
    const text = 'kata '.repeat(2000);
    for (let index = 0; index < 150; index += 1) write('s1', `n${index}`, text);
    const copying = back();
    let isDone = false;
    let saves = 0;
    while (!isDone && saves < 200) {
      saves += 1;
      write('s1', `later${saves}`, 'menyusul');
      // Lets the copy go on between two saves.
      isDone = await Promise.race([copying.then(() => true), immediately()]);
    }
    const info = await copying;
    expect(saves).toBeGreaterThan(1);
    expect(info.blockCount).toBe(151);
  });

  it('never takes the name of another', async () => {
    const [first, second] = [await back(), await back()];
    expect(second.fileName).toBe('notula-2026-11-22T14.20.06-manual.db');
    expect(existsSync(pathOf(first))).toBe(true);
  });

  it('leaves nothing behind where it cannot be made', async () => {
    const corrupt = join(folder.path, 'lain.db');
    db.close();
    copyFileSync(folder.archiveFile, corrupt);
    const bytes = readFileSync(corrupt);
    bytes.fill(0x5a, 4096 * 3, 4096 * 6);
    writeFileSync(corrupt, bytes);
    await expect(
      copyArchive({
        ...places(),
        archiveFile: corrupt,
        reason: 'start',
        nowMs: NOW_MS,
        unlessFingerprint: null,
      }),
    ).rejects.toMatchObject({ name: 'SqliteError' });
    expect(existsSync(folder.backupFolder) ? readdirSync(folder.backupFolder) : []).toEqual([]);
    db = openTestArchive(folder.archiveFile);
  });

  it('is skipped when leaving a session that nobody changed', async () => {
    const job = { ...places(), type: 'backup', reason: 'session-close', nowMs: NOW_MS } as const;
    const closed = () => runBackupJob({ ...job, isSkippedWhenCurrent: true });
    expect(await closed()).not.toBeNull();
    expect(await closed()).toBeNull();
    write('s1', 'a', 'satu lagi');
    expect(await closed()).not.toBeNull();
    db.prepare("INSERT INTO persons (id, name) VALUES ('p', 'Budi Contoh')").run();
    expect(await closed()).not.toBeNull();
    expect(await closed()).toBeNull();
  });

  it('is made where nothing changed but what an office has set, its numbers or its words', async () => {
    const job = { ...places(), type: 'backup', reason: 'session-close', nowMs: NOW_MS } as const;
    const closed = () => runBackupJob({ ...job, isSkippedWhenCurrent: true });
    db.prepare("INSERT INTO organizations (id, name) VALUES ('o', 'KPU Kota Contoh')").run();
    await closed();
    for (const change of [
      "INSERT INTO office_settings VALUES ('o', '{}', NULL, 1)",
      `UPDATE office_settings SET value = '{"town":"Kota Contoh"}'`,
      "INSERT INTO office_templates VALUES ('t', 'o', 'Templat', 'notula', x'00', '[]', 1)",
      "INSERT INTO document_numbers VALUES ('s1', 'undangan', '7/UND/2025')",
      "INSERT INTO meeting_sentences VALUES ('dibuka', '{rapat} dibuka.')",
      "INSERT INTO own_words VALUES ('notula')",
    ]) {
      db.prepare(change).run();
      const [made, again] = [await closed(), await closed()];
      expect([change, made !== null, again]).toEqual([change, true, null]);
    }
  });
});

describe('the copy before a migration', () => {
  it('is whole, read back and kept in the backup folder', () => {
    copyBeforeMigration(db, {
      backupFolder: folder.backupFolder,
      clock: () => NOW_MS,
      nativeBinding: null,
    });
    const fileName = 'notula-2026-11-22T14.20.05-before-migration.db';
    expect(textsIn(pathOf({ fileName }))).toEqual(['satu']);
  });

  it('stops the migration where it cannot be made', () => {
    writeFileSync(folder.backupFolder, 'a file where the folder should be');
    expect(() =>
      copyBeforeMigration(db, {
        backupFolder: folder.backupFolder,
        clock: () => NOW_MS,
        nativeBinding: null,
      }),
    ).toThrow(/EEXIST/);
    unlinkSync(folder.backupFolder);
  });
});

describe('the list of backups', () => {
  const list = () => run({ ...places(), type: 'list-backups' });

  it('is newest first and passes over what is not a whole backup', async () => {
    const [old, recent] = [await back('start'), await back('manual', NOW_MS + 60_000)];
    writeFileSync(join(folder.backupFolder, 'catatan.txt'), 'x');
    writeFileSync(pathOf({ fileName: 'notula-2026-11-22T15.00.00-manual.db' }), 'rusak');
    const cut = await back('manual', NOW_MS + 120_000);
    truncateSync(pathOf(cut), 4096);
    expect(await list()).toEqual([recent, old]);
  });

  it('reads a backup whose facts are missing', async () => {
    const info = await back();
    unlinkSync(pathOf(info).replace('.db', '.json'));
    expect(await list()).toEqual([info]);
  });

  it('is empty where there never was a backup', async () => {
    expect(await list()).toEqual([]);
  });

  it('loses unfinished files at the next start, and only those', async () => {
    const info = await back();
    const unfinished = ['notula-2026-11-22T15.00.00-start.db.tmp', 'notula-x.db.tmp-journal'];
    for (const name of unfinished) writeFileSync(join(folder.backupFolder, name), 'x');
    writeFileSync(join(folder.backupFolder, 'milik-saya.tmp'), 'x');
    await runBackupJob({ ...places(), type: 'sweep-backups' });
    expect(readdirSync(folder.backupFolder).toSorted()).toEqual([
      'milik-saya.tmp',
      info.fileName,
      info.fileName.replace('.db', '.json'),
    ]);
  });
});

describe('restoring', () => {
  const stage = (info: { readonly fileName: string }) =>
    runBackupJob({ ...places(), type: 'stage-backup', fileName: info.fileName });
  const replace = () => runBackupJob({ ...places(), type: 'replace-archive' });
  const compare = (info: BackupInfo) =>
    run({
      ...places(),
      type: 'compare-backup',
      fileName: info.fileName,
      isArchiveReadable: true,
    });

  it('says beforehand what would change', async () => {
    write('s2', 'a', 'dua');
    const info = await back();
    write('s2', 'a', 'dua, diubah');
    write('s3', 'a', 'tiga');
    db.prepare("DELETE FROM sessions WHERE id = 's1'").run();
    const differences = await compare(info);
    expect(new Map(differences?.map(({ sessionId, change }) => [sessionId, change]))).toEqual(
      new Map([
        ['s1', 'added'],
        ['s2', 'older'],
        ['s3', 'removed'],
      ]),
    );
    expect(existsSync(`${folder.archiveFile}.tmp`)).toBe(false);
  });

  it('brings back the archive of that moment, with nothing of the later one', async () => {
    const info = await back();
    write('s1', 'a', 'diubah');
    write('s9', 'a', 'baru');
    db.close();
    await stage(info);
    await replace();
    db = openTestArchive(folder.archiveFile);
    expect(textsIn(folder.archiveFile)).toEqual(['satu']);
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(1);
  });

  it.each([
    ['cut short', (file: string) => truncateSync(file, 8192), 'backup-invalid'],
    ['edited', (file: string) => replaceBytes(file, 'satu', 'dusta'.slice(0, 4)), 'backup-invalid'],
    ['no database', (file: string) => writeFileSync(file, 'x'.repeat(9000)), 'backup-invalid'],
    ['empty', (file: string) => writeFileSync(file, ''), 'backup-invalid'],
  ])('refuses a backup that is %s and changes nothing', async (_case, spoil, code) => {
    const info = await back();
    write('s1', 'a', 'sekarang');
    spoil(pathOf(info));
    await expect(stage(info)).rejects.toMatchObject({ code });
    expect(textsIn(folder.archiveFile)).toEqual(['sekarang']);
    expect(readdirSync(folder.path).filter((name) => name.includes('.tmp'))).toEqual([]);
  });

  it('refuses a backup of a newer version', async () => {
    const info = await back();
    const newer = openDatabase(pathOf(info), { nativeBinding: null });
    newer.pragma(`user_version = ${ARCHIVE_VERSION + 1}`);
    newer.pragma('journal_mode = DELETE');
    newer.close();
    unlinkSync(pathOf(info).replace('.db', '.json'));
    await expect(stage(info)).rejects.toMatchObject({ code: 'backup-newer' });
  });

  it('keeps a damaged archive byte for byte beside the restored one', async () => {
    const info = await back();
    db.close();
    const garbage = Buffer.from('rusak. '.repeat(2000));
    writeFileSync(folder.archiveFile, garbage);
    writeFileSync(`${folder.archiveFile}-wal`, 'sisa');
    await stage(info);
    const aside = await run({
      ...places(),
      type: 'replace-unusable-archive',
      nowMs: NOW_MS,
      kind: 'rusak',
    });
    expect(aside).toBe(join(folder.path, 'arsip-rusak-2026-11-22T14.20.05.db'));
    expect(readFileSync(aside).equals(garbage)).toBe(true);
    expect(readFileSync(`${aside}-wal`, 'utf8')).toBe('sisa');
    db = openTestArchive(folder.archiveFile);
    expect(textsIn(folder.archiveFile)).toEqual(['satu']);
  });

  it('works where the archive is gone altogether', async () => {
    const info = await back();
    db.close();
    for (const name of readdirSync(folder.path)) {
      if (name.startsWith('arsip')) unlinkSync(join(folder.path, name));
    }
    mkdirSync(folder.backupFolder, { recursive: true });
    await stage(info);
    await replace();
    db = openTestArchive(folder.archiveFile);
    expect(textsIn(folder.archiveFile)).toEqual(['satu']);
  });
});

const immediately = (): Promise<false> =>
  new Promise((resolve) => {
    setImmediate(() => resolve(false));
  });

function replaceBytes(file: string, from: string, to: string): void {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.write(to, at);
  writeFileSync(file, bytes);
}
