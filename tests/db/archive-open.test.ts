import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { hasTraces } from '../../src/main/backup/traces.ts';
import { openArchive } from '../../src/main/db/archive.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { APPLICATION_ID, ARCHIVE_VERSION } from '../../src/main/db/migrations.ts';
import { sqliteAppError } from '../../src/main/db/sqlite-errors.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { addSession, makeFolder, openTestArchive } from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';

const FULL = 2;

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const failureOf = (work: () => unknown): AppError => {
  try {
    work();
  } catch (error) {
    const failure = error instanceof AppError ? error : sqliteAppError(error);
    if (failure !== null) return failure;
    throw error;
  }
  throw new Error('did not fail');
};

describe('opening the archive', () => {
  it('makes a new one of the present version with STRICT tables', () => {
    const db = openTestArchive(folder.archiveFile);
    expect(db.pragma('user_version', { simple: true })).toBe(ARCHIVE_VERSION);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    db.close();
  });

  it('syncs every commit, after the first write and when opened again', () => {
    for (const id of ['s1', 's2']) {
      const db = openTestArchive(folder.archiveFile);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      expect(db.pragma('synchronous', { simple: true })).toBe(FULL);
      addSession(db, id);
      expect(db.pragma('synchronous', { simple: true })).toBe(FULL);
      db.close();
    }
  });

  it('refuses rows whose owner is missing', () => {
    const db = openTestArchive(folder.archiveFile);
    const orphan = db.prepare(
      "INSERT INTO session_days (id, session_id, position) VALUES ('d', 'nobody', 0)",
    );
    expect(() => orphan.run()).toThrow(/FOREIGN KEY/);
    db.close();
  });

  it('leaves an archive of a newer version byte for byte as it was', () => {
    const db = openTestArchive(folder.archiveFile);
    db.pragma(`user_version = ${ARCHIVE_VERSION + 3}`);
    db.close();
    const before = readFileSync(folder.archiveFile);
    const failure = failureOf(() => openTestArchive(folder.archiveFile));
    expect(failure.code).toBe('archive-newer');
    expect(failure.details).toEqual({ found: ARCHIVE_VERSION + 3, known: ARCHIVE_VERSION });
    expect(readFileSync(folder.archiveFile).equals(before)).toBe(true);
  });

  it('calls a file that is no database damaged and does not touch it', () => {
    const garbage = Buffer.from('bukan basis data. '.repeat(500));
    writeFileSync(folder.archiveFile, garbage);
    expect(failureOf(() => openTestArchive(folder.archiveFile)).code).toBe('archive-damaged');
    expect(readFileSync(folder.archiveFile).equals(garbage)).toBe(true);
  });

  it('does not take another program’s database for an archive', () => {
    const other = openDatabase(folder.archiveFile, { nativeBinding: null });
    other.exec('CREATE TABLE recipes (name TEXT)');
    other.close();
    expect(failureOf(() => openTestArchive(folder.archiveFile)).code).toBe('archive-damaged');
    const again = openDatabase(folder.archiveFile, { nativeBinding: null, isReadOnly: true });
    expect(
      again.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all(),
    ).toEqual(['recipes']);
    again.close();
  });

  it('says read-only where the file may not be written', () => {
    openTestArchive(folder.archiveFile).close();
    const db = openDatabase(folder.archiveFile, { nativeBinding: null, isReadOnly: true });
    expect(failureOf(() => addSession(db, 's')).code).toBe('storage-read-only');
    db.close();
  });
});

describe('an archive that is not there', () => {
  const open = (hadArchive: boolean) =>
    openArchive(folder.archiveFile, {
      nativeBinding: null,
      copyBeforeMigration: () => undefined,
      hadArchive: () => hadArchive,
    });

  it('is made where there never was one, also over an empty file', () => {
    for (const prepare of [() => undefined, () => writeFileSync(folder.archiveFile, '')]) {
      rmSync(folder.archiveFile, { force: true });
      prepare();
      const db = open(false);
      expect(db.pragma('user_version', { simple: true })).toBe(ARCHIVE_VERSION);
      db.close();
    }
  });

  it('is missed where there was one, and no file is made', () => {
    expect(failureOf(() => open(true)).code).toBe('archive-missing');
    expect(existsSync(folder.archiveFile)).toBe(false);
    writeFileSync(folder.archiveFile, '');
    expect(failureOf(() => open(true)).code).toBe('archive-missing');
    expect(readFileSync(folder.archiveFile)).toHaveLength(0);
  });

  it('is missed where its tables are gone', () => {
    const db = openDatabase(folder.archiveFile, { nativeBinding: null });
    db.exec('CREATE TABLE t (a); DROP TABLE t');
    db.close();
    expect(failureOf(() => open(true)).code).toBe('archive-missing');
    open(false).close();
  });

  it('is missed where its -wal is left, which keeps its bytes', () => {
    const db = openTestArchive(folder.archiveFile);
    addSession(db, 's');
    const wal = readFileSync(`${folder.archiveFile}-wal`);
    db.close();
    expect(wal.length).toBeGreaterThan(0);
    for (const empty of [
      () => rmSync(folder.archiveFile),
      () => writeFileSync(folder.archiveFile, ''),
    ]) {
      empty();
      writeFileSync(`${folder.archiveFile}-wal`, wal);
      expect(failureOf(() => open(false)).code).toBe('archive-missing');
      expect(readFileSync(`${folder.archiveFile}-wal`).equals(wal)).toBe(true);
      writeFileSync(folder.archiveFile, '');
    }
  });

  it('leaves traces: a backup, the index, the session that was open', () => {
    const places = {
      backupFolder: folder.backupFolder,
      searchFile: join(folder.path, 'search.db'),
      wasSessionOpen: false,
    };
    expect(hasTraces(places)).toBe(false);
    expect(hasTraces({ ...places, wasSessionOpen: true })).toBe(true);
    writeFileSync(places.searchFile, '');
    expect(hasTraces(places)).toBe(true);
    renameSync(places.searchFile, `${places.searchFile}.lain`);
    mkdirSync(places.backupFolder);
    expect(hasTraces(places)).toBe(false);
    writeFileSync(join(places.backupFolder, 'notula-2026-11-21T08.00.00-start.db'), 'rusak');
    expect(hasTraces(places)).toBe(true);
  });
});
