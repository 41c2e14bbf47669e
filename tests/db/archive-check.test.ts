import {
  closeSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';

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
    filesFolder: join(dirname(file), 'lampiran'),
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
    fileCount: 0,
    fileFaults: [],
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

it('names every file beside minutes that is gone or another one', () => {
  const { id } = services['sessions.create']({ changes: { title: 'Rapat Contoh' } });
  const place = (text: string): { sha256: string; path: string } => {
    const sha256 = createHash('sha256').update(text).digest('hex');
    const path = join(dirname(file), 'lampiran', sha256.slice(0, 2), sha256);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    services['files.keep']({
      sessionId: id,
      files: [{ sha256, name: `${text}.jpg`, mediaType: 'image/jpeg', sizeBytes: 4, role: 'foto' }],
    });
    return { sha256, path };
  };
  const [, changed, gone] = [place('satu'), place('dua2'), place('tiga')];
  expect(check()).toMatchObject({ fileCount: 3, fileFaults: [] });
  writeFileSync(changed.path, 'DUA2');
  rmSync(gone.path);
  const { fileCount, fileFaults } = check();
  expect(fileCount).toBe(3);
  expect(fileFaults.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { sessionId: id, title: 'Rapat Contoh', name: 'dua2.jpg', fault: 'damaged' },
    { sessionId: id, title: 'Rapat Contoh', name: 'tiga.jpg', fault: 'missing' },
  ]);
});
