import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { sqliteAppError } from '../../src/main/db/sqlite-errors.ts';
import type { SaveBatch } from '../../src/shared/contract/documents.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import {
  addSession,
  blockIds,
  documents,
  makeFolder,
  narration,
  openTestArchive,
} from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
});
afterEach(() => {
  db.close();
  folder.remove();
});

const save = (batch: SaveBatch) => documents(db)['documents.save'](batch);
const load = (sessionId: SaveBatch['sessionId']) => documents(db)['documents.load']({ sessionId });
const everything = () => ({
  sessions: db.prepare('SELECT * FROM sessions').all(),
  blocks: db.prepare('SELECT * FROM blocks ORDER BY id').all(),
  queue: db.prepare('SELECT * FROM index_queue').all(),
});

function failureOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    const failure = error instanceof AppError ? error : sqliteAppError(error);
    if (failure !== null) return failure;
    throw error;
  }
  throw new Error('did not fail');
}

describe('saving a batch', () => {
  it('acknowledges each batch with the next number and keeps the order of the window', async () => {
    const sessionId = addSession(db, 's1');
    const first = save({
      sessionId,
      upserts: [narration('a', 'satu'), narration('b', 'dua')],
      deletions: [],
      order: blockIds('a', 'b'),
    });
    const second = save({
      sessionId,
      upserts: [narration('c', 'tiga')],
      deletions: blockIds('a'),
      order: blockIds('c', 'b'),
    });
    expect([first.sequence, second.sequence]).toEqual([1, 2]);
    const loaded = load(sessionId);
    expect(loaded.sequence).toBe(2);
    expect(loaded.blocks.map(({ attrs }) => attrs.id)).toEqual(['c', 'b']);
  });

  it('queues every changed and removed block for the search index', async () => {
    const sessionId = addSession(db, 's1');
    save({
      sessionId,
      upserts: [narration('a', 'satu'), narration('b', 'dua')],
      deletions: [],
      order: blockIds('a', 'b'),
    });
    save({ sessionId, upserts: [], deletions: blockIds('a'), order: blockIds('b') });
    expect(db.prepare('SELECT block_id FROM index_queue ORDER BY seq').pluck().all()).toEqual([
      'a',
      'b',
      'a',
    ]);
  });

  it.each([
    ['leaves a block out', ['a']],
    ['names a block twice', ['a', 'a']],
    ['names a block that is not there', ['a', 'x']],
  ])('changes nothing where the order %s', async (_case, order) => {
    const sessionId = addSession(db, 's1');
    save({
      sessionId,
      upserts: [narration('a', 'satu')],
      deletions: [],
      order: blockIds('a'),
    });
    const before = everything();
    const failure = failureOf(() =>
      save({
        sessionId,
        upserts: [narration('a', 'diubah'), narration('b', 'dua')],
        deletions: [],
        order: blockIds(...order),
      }),
    );
    expect(failure.code).toBe('invalid-input');
    expect(everything()).toEqual(before);
  });

  it('refuses to change a final session or one that is gone', () => {
    const sessionId = addSession(db, 's1', { status: 'final' });
    const batch: SaveBatch = {
      sessionId,
      upserts: [narration('a', 'x')],
      deletions: [],
      order: blockIds('a'),
    };
    const before = everything();
    expect(failureOf(() => save(batch)).code).toBe('session-final');
    const gone = { ...batch, sessionId: 'gone' as SaveBatch['sessionId'] };
    expect(failureOf(() => save(gone)).code).toBe('not-found');
    expect(everything()).toEqual(before);
  });

  it('says that the disk is full and keeps what was there, then saves once there is room', async () => {
    const sessionId = addSession(db, 's1');
    save({
      sessionId,
      upserts: [narration('a', 'satu')],
      deletions: [],
      order: blockIds('a'),
    });
    const before = everything();
    const pageCount = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pageCount}`);
    const many = Array.from({ length: 200 }, (_, index) =>
      narration(`n${index}`, 'kata '.repeat(100)),
    );
    const batch: SaveBatch = {
      sessionId,
      upserts: [narration('a', 'diubah'), ...many],
      deletions: [],
      order: blockIds('a', ...many.map(({ attrs }) => attrs.id)),
    };
    expect(failureOf(() => save(batch)).code).toBe('storage-full');
    expect(everything()).toEqual(before);

    db.pragma('max_page_count = 1000000');
    expect(save(batch).sequence).toBe(2);
    expect(load(sessionId).blocks).toHaveLength(201);
  });
});
