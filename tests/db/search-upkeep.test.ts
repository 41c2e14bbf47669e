import {
  closeSync,
  copyFileSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { startIndexLoop } from '../../src/main/search/index-loop.ts';
import type { TestArchive } from './search-archive.ts';
import { createTestArchive, found, indexAll, search } from './search-archive.ts';

let archive: TestArchive;
beforeEach(() => {
  archive = createTestArchive();
});
afterEach(() => archive.close());

function indexed() {
  const engine = archive.openEngine();
  indexAll(engine);
  return engine;
}

describe('changes reach the index', () => {
  test('new, changed, moved and deleted blocks; answers are never stale in between', () => {
    archive.addSession({ id: 's1', texts: ['satu', 'tiga'] });
    const engine = indexed();
    archive.saveBlocks('s1', [{ id: 'new', text: 'dua satu', position: 1 }]);
    archive.exec("UPDATE blocks SET position = 2 WHERE id = 'b1'");
    archive.saveBlocks('s1', [{ id: 'b0', text: 'empat' }]);
    expect(search(engine, 'satu')).toMatchObject({ hits: [], pendingChanges: 2 });
    indexAll(engine);
    expect(found(search(engine, 'satu'))).toEqual(['s1/new']);
    expect(found(search(engine, 'empat'))).toEqual(['s1/b0']);
    expect(search(engine, 'empat').pendingChanges).toBe(0);

    archive.exec("DELETE FROM blocks WHERE id = 'new'");
    archive.enqueue('s1', 'new');
    expect(found(search(engine, 'satu'))).toEqual([]);
    indexAll(engine);
    expect(found(search(engine, 'satu'))).toEqual([]);
    expect(archive.logged).toEqual([]);
  });

  test('a person renamed, a kind and a date changed: the statements follow', () => {
    archive.addSession({
      id: 's1',
      dates: ['2024-01-01'],
      texts: ['kami setuju', 'kami pamit'],
      speakerId: 'a1',
    });
    archive.addAttendee('s1', 'a1', { name: 'Nama Lama' });
    const engine = indexed();
    expect(found(search(engine, 'lama setuju'))).toEqual(['s1/b0']);
    archive.exec("UPDATE persons SET name = 'Nama Baru'");
    archive.exec("UPDATE sessions SET kind = 'Rakor'");
    archive.exec("UPDATE session_days SET date = '2025-02-02'");
    archive.enqueue('s1', null);
    indexAll(engine);
    expect(found(search(engine, 'lama'))).toEqual([]);
    const filters = 'jenis:rakor tanggal:2025-02-02';
    expect(found(search(engine, `baru setuju ${filters}`))).toEqual(['s1/b0']);
    expect(found(search(engine, 'setuju jenis:FGD'))).toEqual([]);
  });

  test('trashed and removed sessions are not found, restored ones are', () => {
    archive.addSession({ id: 's1', title: 'Judul', texts: ['isi'] });
    archive.addSession({ id: 's2', title: 'Judul', texts: ['isi'] });
    const engine = indexed();
    archive.exec("UPDATE sessions SET trashed_at_ms = 1 WHERE id = 's1'");
    archive.enqueue('s1', null);
    expect(found(search(engine, 'isi'))).toEqual(['s2/b0']);
    indexAll(engine);
    archive.exec("DELETE FROM sessions WHERE id = 's2'");
    archive.enqueue('s2', null);
    indexAll(engine);
    expect(found(search(engine, 'judul'))).toEqual([]);
    archive.exec("UPDATE sessions SET trashed_at_ms = NULL WHERE id = 's1'");
    archive.enqueue('s1', null);
    indexAll(engine);
    expect(found(search(engine, 'isi'))).toEqual(['s1/b0']);
  });

  test('thousands of blocks, and hundreds put into one place', () => {
    archive.addSession({
      id: 's1',
      texts: Array.from({ length: 1500 }, (_, at) => `blok nomor${at} teks`),
    });
    const engine = indexed();
    expect(search(engine, 'blok', { limit: 500 }).hits).toHaveLength(500);
    expect(found(search(engine, 'nomor1499'))).toEqual(['s1/b1499']);
    // Fifty at a time, so that the room between two blocks runs out.
    for (let batch = 0; batch < 6; batch += 1) {
      archive.inOneTransaction(() => {
        archive.exec('UPDATE blocks SET position = position + 50 WHERE position > 10');
        const added = Array.from({ length: 50 }, (_, at) => batch * 50 + at).toReversed();
        archive.saveBlocks(
          's1',
          added.map((at, place) => ({ id: `n${at}`, text: `sisipan ${at}`, position: 11 + place })),
        );
      });
      indexAll(engine);
    }
    const hits = found(search(engine, 'sisipan', { limit: 500 }));
    expect(hits).toEqual(Array.from({ length: 300 }, (_, at) => `s1/n${299 - at}`));
    expect(found(search(engine, 'nomor1499'))).toEqual(['s1/b1499']);
  });

  test('many sessions of one minute have places of their own', () => {
    const facts = { dates: ['2025-05-09'], start: '00:00', texts: ['sama'] };
    archive.inOneTransaction(() => {
      for (let at = 0; at < 120; at += 1) archive.addSession({ id: `s${at}`, ...facts });
    });
    expect(search(indexed(), 'sama', { limit: 500 }).hits).toHaveLength(120);
  });

  test('the loop works through the queue, reports how far it came and hears of new rows', async () => {
    archive.addSession({ id: 's1', texts: ['awal'] });
    const engine = archive.openEngine();
    const reported: number[] = [];
    const loop = startIndexLoop({
      engine,
      report: (seq) => reported.push(seq),
      log: (text) => archive.logged.push(text),
    });
    await expect.poll(() => found(search(engine, 'awal'))).toEqual(['s1/b0']);
    archive.saveBlocks('s1', [{ id: 'b1', text: 'kemudian' }]);
    loop.wake();
    await expect.poll(() => found(search(engine, 'kemudian'))).toEqual(['s1/b1']);
    loop.stop();
    expect(reported.at(-1)).toBe(3);
    expect(archive.logged).toEqual([]);
  });
});

describe('the index is derived', () => {
  const damages: readonly (readonly [string, (file: string) => void])[] = [
    ['missing', (file) => rmSync(file)],
    ['garbage', (file) => writeFileSync(file, 'bukan basis data '.repeat(1000))],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut in half', (file) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096)],
    [
      'overwritten in the middle',
      (file) => {
        const handle = openSync(file, 'r+');
        const bytes = Buffer.alloc(statSync(file).size - 8192, 0xa5);
        writeSync(handle, bytes, 0, bytes.length, 4096);
        closeSync(handle);
      },
    ],
    [
      'of a newer version',
      (file) => {
        const db = new Database(file);
        db.pragma('user_version = 99');
        db.close();
      },
    ],
    [
      'without a table',
      (file) => {
        const db = new Database(file);
        db.exec('DROP TABLE rows');
        db.close();
      },
    ],
  ];

  test.each(damages)('%s: made anew, and never an error', (_name, damage) => {
    archive.addSession({ id: 's1', texts: ['rekapitulasi suara', 'lain'] });
    archive.addSession({ id: 's2', texts: ['rekapitulasi ulang'] });
    indexed();
    archive.closeEngines();
    archive.exec('DELETE FROM index_queue');
    damage(archive.indexFile);

    const engine = archive.openEngine();
    const early = search(engine, 'rekapitulasi');
    expect(early.hits).toEqual([]);
    expect(early).toMatchObject({ pendingChanges: 2, isRebuilding: true });
    indexAll(engine);
    expect(found(search(engine, 'rekapitulasi'))).toEqual(['s1/b0', 's2/b0']);
    expect(search(engine, 'rekapitulasi').pendingChanges).toBe(0);
  });

  const touches: readonly (readonly [string, (file: string, older: string) => void])[] = [
    ['deleted', (file) => rmSync(file)],
    ['cut', (file) => truncateSync(file, 4096)],
    ['its journal cut', (file) => truncateSync(`${file}-wal`, 64)],
    ['an older one copied over it', (file, older) => copyFileSync(older, file)],
    [
      'overwritten',
      (file) => {
        const handle = openSync(file, 'r+');
        writeSync(handle, Buffer.alloc(statSync(file).size, 0xa5), 0, statSync(file).size, 0);
        closeSync(handle);
      },
    ],
  ];

  test.each(touches)('%s while it is open: the answer comes from a new one', (_name, touch) => {
    archive.addSession({ id: 's1', texts: ['kata lama', 'kata tetap'] });
    const older = join(archive.folder, 'lama.db');
    archive.openEngineAt(older).use(({ indexer }) => indexer.step());
    archive.closeEngines();
    archive.saveBlocks('s1', [{ id: 'b0', text: 'kata baru' }]);
    const engine = indexed();
    expect(search(engine, 'kata').isRebuilding).toBe(false);
    touch(archive.indexFile, older);

    const early = search(engine, 'kata');
    expect(early).toMatchObject({ hits: [], isRebuilding: true, pendingChanges: 1 });
    indexAll(engine);
    const late = search(engine, 'kata');
    expect(found(late)).toEqual(['s1/b0', 's1/b1']);
    expect(late.isRebuilding).toBe(false);
  });

  test('an older backup of the archive was restored', () => {
    archive.addSession({ id: 's1', texts: ['lama'] });
    archive.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const backup = join(archive.folder, 'cadangan.db');
    copyFileSync(archive.file, backup);
    archive.saveBlocks('s1', [{ id: 'b0', text: 'baru' }]);
    indexed();
    archive.closeEngines();

    archive.exec("UPDATE blocks SET plain_text = 'lama', sequence = 1");
    archive.exec('UPDATE sessions SET sequence = 1, updated_at_ms = updated_at_ms - 1');
    archive.exec("UPDATE sqlite_sequence SET seq = 2 WHERE name = 'index_queue'");
    archive.exec('DELETE FROM index_queue WHERE seq > 2');
    const engine = indexed();
    expect(archive.logged).toHaveLength(1);
    expect(found(search(engine, 'baru'))).toEqual([]);
    expect(found(search(engine, 'lama'))).toEqual(['s1/b0']);
  });

  test('changes were lost from the index after the queue was trimmed', () => {
    archive.addSession({ id: 's1', texts: ['satu'] });
    indexed();
    archive.closeEngines();
    archive.saveBlocks('s1', [{ id: 'b0', text: 'dua' }]);
    archive.exec('DELETE FROM index_queue');
    expect(found(search(indexed(), 'dua'))).toEqual(['s1/b0']);
  });

  test('a session that changed unseen is indexed anew at the next start', () => {
    archive.addSession({ id: 's1', texts: ['satu'] });
    archive.addSession({ id: 's2', texts: ['lain'] });
    indexed();
    archive.closeEngines();
    archive.exec("UPDATE blocks SET plain_text = 'dua' WHERE session_id = 's1'");
    archive.exec("UPDATE sessions SET updated_at_ms = 5 WHERE id = 's1'");
    archive.exec("DELETE FROM sessions WHERE id = 's2'");
    const engine = indexed();
    expect(found(search(engine, 'dua'))).toEqual(['s1/b0']);
    expect(found(search(engine, 'lain'))).toEqual([]);
    expect(archive.logged).toEqual([]);
  });

  test('an index that is up to date is kept as it is', () => {
    archive.addSession({ id: 's1', texts: ['satu'] });
    indexed();
    archive.closeEngines();
    archive.exec('DELETE FROM index_queue');
    const engine = archive.openEngine();
    expect(search(engine, 'satu')).toMatchObject({ pendingChanges: 0, hits: [{ blockId: 'b0' }] });
    expect(archive.logged).toEqual([]);
  });

  test('a place where no file can be made: the index lives in memory', () => {
    archive.addSession({ id: 's1', texts: ['satu'] });
    const engine = archive.openEngineAt(archive.folder);
    indexAll(engine);
    expect(found(search(engine, 'satu'))).toEqual(['s1/b0']);
  });
});
