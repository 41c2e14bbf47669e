import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { copyBeforeMigration } from '../../src/main/backup/before-migration.ts';
import { verifyBackup } from '../../src/main/backup/verify.ts';
import { openArchive } from '../../src/main/db/archive.ts';
import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { APPLICATION_ID, ARCHIVE_VERSION } from '../../src/main/db/migrations.ts';
import { schema1 } from '../../src/main/db/schema-1.sql.ts';
import { schema2 } from '../../src/main/db/schema-2.sql.ts';
import { schema3 } from '../../src/main/db/schema-3.sql.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { blockSchema, DOCUMENT_FORMAT_VERSION } from '../../src/shared/document/block.ts';
import type { DayId, SessionId } from '../../src/shared/ids.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { addSession, blockIds, makeFolder, narration } from '../fixtures/archive.ts';

const NOW_MS = Date.UTC(2026, 10, 22, 14, 20, 5);
const SESSION = 'rapat-lama' as SessionId;
const DAY = 'hari-1' as DayId;
/** People have archives of these versions: what makes them may never be another text. */
const SCHEMA_1_SHA256 = '30c66e2c607902a38346ae65805ba7a4c337f50b235769cdb90ec524c2449a4e';
const SCHEMA_2_SHA256 = '7cf97a698a003380fe574d2527777282a93baebbb28889edf8972897796a6c94';
const SCHEMA_3_SHA256 = '144dcb11f04e73bcd46cc7dd1f41d111edb3d8d9719116d6785bd21cb90081bb';

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

/** Every row of the tables of version 1, as text. */
function rowsOf(db: ArchiveDatabase): Readonly<Record<string, readonly string[]>> {
  const tables = [...schema1.matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => String(name));
  const columns = (table: string): string => {
    const [definition = ''] = (schema1.split(`CREATE TABLE ${table} (`)[1] ?? '').split('STRICT');
    const names = [...definition.matchAll(/^ {2}([a-z_]+) (?:TEXT|INTEGER)/gm)];
    return names.map(([, name]) => name).join(', ');
  };
  return Object.fromEntries(
    tables.map((table) => [
      table,
      db
        .prepare(`SELECT ${columns(table)} FROM ${table}`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  );
}

/** An archive as version 1 left it: a session with a day, two attendees and what they said. */
function makeArchiveOfVersion1(): ReturnType<typeof rowsOf> {
  const db = openDatabase(folder.archiveFile, { nativeBinding: null });
  db.exec(schema1);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('user_version = 1');
  addSession(db, SESSION, { title: 'Rapat dari versi lama' });
  db.exec(`
    INSERT INTO profile VALUES ('officeName', 'Kantor Contoh');
    INSERT INTO organizations (id, name) VALUES ('org', 'KPU Kota Contoh');
    INSERT INTO session_days VALUES ('${DAY}', '${SESSION}', 0, '2025-02-18', '09:00', 'selesai');
    INSERT INTO session_hosts VALUES ('${SESSION}', 0, 'org');
    INSERT INTO persons (id, name, organization_id) VALUES ('p1', 'Budi Contoh', 'org'), ('p2', 'Siti Misal', NULL);
    INSERT INTO attendance (id, session_id, position, type, person_id, position_title, organization_id)
      VALUES ('a1', '${SESSION}', 0, 'person', 'p1', 'Ketua', 'org'), ('a2', '${SESSION}', 1, 'person', 'p2', '', NULL);
    INSERT INTO attendance_days VALUES ('a1', '${DAY}', 'pimpinan', 'hadir', '', '09:05', NULL), ('a2', '${DAY}', NULL, 'izin', '', NULL, NULL);
    INSERT INTO activity (at_ms, actor, action, session_id) VALUES (1, 'Budi Contoh', 'create', '${SESSION}');
    UPDATE sessions SET sequence = 2, saved_at_ms = 5;
  `);
  const block = db.prepare("INSERT INTO blocks VALUES (?, ?, ?, 'statement', ?, ?, 'a1', 2)");
  for (const [position, text] of ['Rapat dibuka.', 'Rapat ditutup.'].entries()) {
    const id = `b${position}`;
    const attrs = { id, dayId: DAY, speakerId: 'a1', kind: 'pernyataan', spokenAtMs: 7 };
    const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
    const node = JSON.stringify({ type: 'statement', attrs, content });
    block.run(SESSION, id, position, node, text);
    db.prepare('INSERT INTO index_queue (session_id, block_id) VALUES (?, ?)').run(SESSION, id);
  }
  const rows = rowsOf(db);
  db.close();
  return rows;
}

const open = (copyFirst = true): ArchiveDatabase =>
  openArchive(folder.archiveFile, {
    nativeBinding: null,
    hadArchive: () => true,
    copyBeforeMigration: (older) => {
      if (!copyFirst) throw new Error('no room for a copy');
      const { backupFolder } = folder;
      copyBeforeMigration(older, { backupFolder, clock: () => NOW_MS, nativeBinding: null });
    },
  });

it('leaves what makes versions 1 to 3 as people have it', () => {
  expect(createHash('sha256').update(schema1).digest('hex')).toBe(SCHEMA_1_SHA256);
  expect(createHash('sha256').update(schema2).digest('hex')).toBe(SCHEMA_2_SHA256);
  expect(createHash('sha256').update(schema3).digest('hex')).toBe(SCHEMA_3_SHA256);
});

it('brings an archive of version 3 to the present one; what nobody froze is final no more', () => {
  const before = makeArchiveOfVersion1();
  const older = openDatabase(folder.archiveFile, { nativeBinding: null });
  older.exec(schema2);
  older.exec(schema3);
  older.pragma('user_version = 3');
  older.exec(`INSERT INTO document_numbers VALUES ('${SESSION}', 'notula', '7/ND/2025')`);
  // As it came with a file in which it was final.
  addSession(older, 'dari-berkas', { status: 'final' });
  older.close();
  const db = open();
  expect(db.pragma('user_version', { simple: true })).toBe(ARCHIVE_VERSION);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.prepare("SELECT status FROM sessions WHERE id = 'dari-berkas'").pluck().get()).toBe(
    'selesai',
  );
  expect(rowsOf(db)['activity']).toEqual(before['activity']);
  const services = createStorageServices({
    db,
    clock: () => NOW_MS,
    newId: () => 'baru',
    readExamples: () => '[]',
  });
  expect(services['log.list']({ sessionId: null, beforeSeq: null }).entries).toEqual([]);
  services['finals.finalise']({ sessionId: SESSION, reason: 'Diperiksa.' });
  expect(services['finals.state']({ sessionId: SESSION })?.changedParts).toEqual([]);
  const write = () => db.prepare("UPDATE blocks SET plain_text = 'lain'").run();
  expect(write).toThrow('session-final');
  db.close();
});

it('brings an archive of version 2 to the present one, its images with it', () => {
  const before = makeArchiveOfVersion1();
  const older = openDatabase(folder.archiveFile, { nativeBinding: null });
  older.exec(schema2);
  older.pragma('user_version = 2');
  older.exec(`
    INSERT INTO attachments VALUES ('${'a'.repeat(64)}', 'image/png', 1, 1, x'00', 1);
    INSERT INTO session_attachments VALUES ('${SESSION}', '${'a'.repeat(64)}');
  `);
  older.close();
  const db = open();
  expect(db.pragma('user_version', { simple: true })).toBe(ARCHIVE_VERSION);
  expect(rowsOf(db)).toEqual(before);
  expect(db.prepare('SELECT count(*) FROM session_attachments').pluck().get()).toBe(1);
  expect(db.prepare('SELECT count(*) FROM office_settings').pluck().get()).toBe(0);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
  const copies = readdirSync(folder.backupFolder).filter((name) => name.endsWith('.db'));
  expect(copies).toEqual(['notula-2026-11-22T14.20.05-before-migration.db']);
});

it('brings an archive of version 1 to the present one with every row kept', () => {
  const before = makeArchiveOfVersion1();
  const db = open();
  expect(db.pragma('user_version', { simple: true })).toBe(ARCHIVE_VERSION);
  expect(ARCHIVE_VERSION).toBeGreaterThan(1);
  expect(rowsOf(db)).toEqual(before);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});

it('reads blocks of version 1 as they are, by the rules of today', () => {
  makeArchiveOfVersion1();
  const db = open();
  const stored = db.prepare('SELECT node FROM blocks ORDER BY position').pluck().all();
  expect(stored).toHaveLength(2);
  for (const node of stored) {
    expect(JSON.stringify(blockSchema.parse(JSON.parse(String(node))))).toBe(node);
  }
  const formats = db.prepare('SELECT DISTINCT format_version FROM sessions').pluck().all();
  expect(formats).toEqual([DOCUMENT_FORMAT_VERSION]);
  db.close();
});

it('makes a verified copy of version 1 before, once', () => {
  const before = makeArchiveOfVersion1();
  open().close();
  open().close();
  const names = readdirSync(folder.backupFolder).filter((name) => name.endsWith('.db'));
  expect(names).toEqual(['notula-2026-11-22T14.20.05-before-migration.db']);
  const file = join(folder.backupFolder, names[0] ?? '');
  expect(verifyBackup(file, null)).toMatchObject({ sessionCount: 1, blockCount: 2 });
  const copy = openDatabase(file, { nativeBinding: null, isReadOnly: true });
  expect(copy.pragma('user_version', { simple: true })).toBe(1);
  expect(rowsOf(copy)).toEqual(before);
  copy.close();
});

it('leaves version 1 as it was where no copy can be made', () => {
  const before = makeArchiveOfVersion1();
  const bytes = readFileSync(folder.archiveFile);
  expect(() => open(false)).toThrow('no room for a copy');
  expect(readFileSync(folder.archiveFile).equals(bytes)).toBe(true);
  const db = openDatabase(folder.archiveFile, { nativeBinding: null, isReadOnly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  expect(rowsOf(db)).toEqual(before);
  db.close();
});

it('opens the old minutes and goes on writing in them', async () => {
  makeArchiveOfVersion1();
  const db = open();
  let number = 0;
  const services = createStorageServices({
    db,
    clock: () => NOW_MS,
    newId: () => `baru-${(number += 1)}`,
    readExamples: () => '[]',
  });
  const session = services['sessions.get']({ id: SESSION });
  expect(session.title).toBe('Rapat dari versi lama');
  expect(session.days).toEqual([{ id: DAY, date: '2025-02-18', start: '09:00', end: 'selesai' }]);
  const attendance = await services['attendance.list']({ sessionId: SESSION });
  expect(attendance.map(({ name }) => name)).toEqual(['Budi Contoh', 'Siti Misal']);
  services['documents.save']({
    sessionId: SESSION,
    upserts: [narration('b2', 'Ditambahkan kemudian.')],
    deletions: [],
    order: blockIds('b0', 'b2', 'b1'),
  });
  const { blocks, sequence } = await services['documents.load']({ sessionId: SESSION });
  expect(sequence).toBe(3);
  expect(blocks.map((block) => block.attrs.id)).toEqual(['b0', 'b2', 'b1']);
  expect(blocks[0]).toMatchObject({ attrs: { speakerId: 'a1', spokenAtMs: 7 } });
  db.close();
});
