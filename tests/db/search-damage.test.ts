import { afterEach, beforeEach, expect, test } from 'vitest';

import { openDatabase } from '../../src/main/db/database.ts';
import { createAboutStore } from '../../src/main/about/store.ts';
import { createArchiveReader } from '../../src/main/search/archive-reader.ts';
import { createIndexDatabase } from '../../src/main/search/index-database.ts';
import { createIndexStore } from '../../src/main/search/index-store.ts';
import { createIndexer } from '../../src/main/search/indexer.ts';
import { blockIdSchema, sessionIdSchema } from '../../src/shared/ids.ts';
import type { TestArchive } from './search-archive.ts';
import { createTestArchive, found, indexAll, NOW_MS, rootOf, search } from './search-archive.ts';

let archive: TestArchive;
beforeEach(() => {
  archive = createTestArchive();
});
afterEach(() => archive.close());

test('a damaged block is found by its words, and keeps nothing else from being found', () => {
  archive.addSession({ id: 's1', texts: ['tahapan rusak', 'tahapan utuh'] });
  archive.addSession({ id: 's2', texts: ['tahapan lain'] });
  archive.exec("UPDATE blocks SET node = '{\"attrs\":' WHERE plain_text = 'tahapan rusak'");
  const engine = archive.openEngine();
  indexAll(engine);
  const answer = search(engine, 'tahapan');
  expect(found(answer).toSorted()).toEqual(['s1/b0', 's1/b1', 's2/b0']);
  expect(answer).toMatchObject({ isRebuilding: false, pendingChanges: 0 });
  expect(archive.logged).toEqual([]);

  archive.exec("UPDATE blocks SET type = 'followUp' WHERE plain_text = 'tahapan rusak'");
  const db = openDatabase(archive.file, { nativeBinding: null, isReadOnly: true });
  try {
    const block = [sessionIdSchema.parse('s1'), blockIdSchema.parse('b0')] as const;
    const row = createAboutStore(db).followUp(...block);
    expect(row).toMatchObject({ text: 'tahapan rusak', responsible: '', status: 'belum' });
  } finally {
    db.close();
  }
});

test('a failure of the archive is no damage of the index', () => {
  archive.addSession({ id: 's1', texts: ['tahapan lama'] });
  const engine = archive.openEngine();
  indexAll(engine);
  archive.exec('ALTER TABLE file_texts RENAME TO elsewhere');
  archive.saveBlocks('s1', [{ id: 'b1', text: 'tahapan baru' }]);
  archive.enqueue('s1', null);
  indexAll(engine);
  expect(found(search(engine, 'tahapan'))).toEqual(['s1/b0']);
  expect(archive.logged).toEqual([expect.stringContaining('could not be read')]);
});

test('a session that cannot be read waits, and the others are indexed', () => {
  for (const id of ['s1', 's2', 's3']) archive.addSession({ id, texts: [`kata ${id}`] });
  const db = openDatabase(archive.file, { nativeBinding: null, isReadOnly: true });
  const indexDb = createIndexDatabase(':memory:', null);
  try {
    const reader = createArchiveReader(db);
    const index = createIndexStore(indexDb, rootOf);
    const logged: string[] = [];
    let nowMs = NOW_MS;
    let isBroken = true;
    const broken: typeof reader = {
      ...reader,
      indexedBlocks: (id) => {
        if (isBroken && id === 's2') throw new Error('rusak');
        return reader.indexedBlocks(id);
      },
    };
    const indexer = createIndexer(
      broken,
      index,
      () => nowMs,
      (text) => logged.push(text),
    );
    const goOn = (): void => {
      while (indexer.step() !== 'idle');
    };
    const indexed = () => index.sessions.all().map(({ id }) => id);
    indexer.reconcile();
    goOn();
    expect(indexed().toSorted()).toEqual(['s1', 's3']);
    expect(indexer.isRebuilding()).toBe(false);
    expect(indexer.countPending()).toBe(1);
    expect(logged).toHaveLength(1);

    isBroken = false;
    goOn();
    expect(indexer.countPending()).toBe(1);
    nowMs += 10_000;
    goOn();
    expect(indexed().toSorted()).toEqual(['s1', 's2', 's3']);
    expect(indexer.countPending()).toBe(0);
  } finally {
    indexDb.close();
    db.close();
  }
});
