import { openSync, writeSync, closeSync, statSync } from 'node:fs';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { checkArchive } from '../../src/main/archive-check.ts';
import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import type { ArchiveReport } from '../../src/shared/minutes/final.ts';
import type { FinalArchive, Services } from '../fixtures/final-session.ts';
import { FINAL_AT_MS, finalSession, openFinalArchive } from '../fixtures/final-session.ts';

let archive: FinalArchive;
let file: string;
let db: ArchiveDatabase;
let services: Services;

beforeEach(() => {
  archive = openFinalArchive();
  ({ file, db, services } = archive);
});
afterEach(() => archive.remove());

const check = (): ArchiveReport =>
  checkArchive({
    type: 'check-archive',
    archiveFile: file,
    nativeBinding: null,
    nowMs: FINAL_AT_MS,
  });

/** As with a database tool, which knows nothing of Notula's triggers. */
function tamper(sql: string): void {
  const other = openDatabase(file, { nativeBinding: null });
  other.pragma('foreign_keys = OFF');
  const triggers = other.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck();
  for (const name of triggers.all()) other.exec(`DROP TRIGGER ${String(name)}`);
  other.exec(sql);
  other.close();
}

it('finds an archive sound while it is in use', () => {
  expect(check()).toEqual({
    atMs: FINAL_AT_MS,
    finalCount: 0,
    changed: [],
    logCount: 0,
    brokenAtSeq: null,
    isFileSound: true,
  });
  finalSession(services);
  services['sessions.create']({ changes: { title: 'Belum final' } });
  expect(check()).toMatchObject({
    finalCount: 1,
    changed: [],
    logCount: 4,
    brokenAtSeq: null,
    isFileSound: true,
  });
});

it('names every final session that was changed, and what of it', () => {
  const sessionId = finalSession(services);
  finalSession(services);
  tamper(`UPDATE blocks SET plain_text = 'lain' WHERE session_id = '${sessionId}' AND position = 2;
    UPDATE sessions SET title = 'Judul palsu' WHERE id = '${sessionId}'`);
  const { title } = services['sessions.get']({ id: sessionId });
  expect(title).not.toBe('Judul palsu');
  expect(check()).toMatchObject({
    finalCount: 2,
    changed: [{ sessionId, title, parts: ['session', 'document'] }],
    brokenAtSeq: null,
  });
});

it('knows of a final session that is gone, and where the log is broken', () => {
  const sessionId = finalSession(services);
  const kept = finalSession(services);
  tamper(`DELETE FROM sessions WHERE id = '${sessionId}';
    DELETE FROM finals WHERE session_id = '${sessionId}'`);
  const gone = check();
  expect(gone.finalCount).toBe(2);
  expect(gone.changed.map((one) => one.sessionId)).toEqual([sessionId]);
  expect(gone.isFileSound).toBe(false);
  tamper(`UPDATE session_log SET actor = 'Orang Lain' WHERE seq = 2`);
  const broken = check();
  expect(broken.brokenAtSeq).toBe(2);
  expect(broken.changed.find((one) => one.sessionId === kept)?.parts).toEqual(['log']);
  expect(services['log.list']({ sessionId: null, beforeSeq: null }).brokenAtSeq).toBe(2);
});

it('tells of a file that is damaged', () => {
  finalSession(services);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const descriptor = openSync(file, 'r+');
  const { size } = statSync(file);
  for (let at = 8192; at + 4096 < size; at += 4096) {
    writeSync(descriptor, Buffer.alloc(64, 0xff), 0, 64, at);
  }
  closeSync(descriptor);
  expect(check).toThrow(expect.objectContaining({ code: 'archive-damaged' }));
});
