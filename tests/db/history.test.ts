import { statSync } from 'node:fs';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { VERSION_EVERY_MS } from '../../src/main/history/service.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import type { Block } from '../../src/shared/document/block.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { SessionId, VersionId } from '../../src/shared/ids.ts';
import type { VersionInfo } from '../../src/shared/minutes/versions.ts';
import { versionsToDrop } from '../../src/shared/minutes/versions.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import {
  addSession,
  blockIds,
  makeFolder,
  narration,
  openTestArchive,
} from '../fixtures/archive.ts';
import { plainStatements } from '../fixtures/prepared-archive.ts';

const HOUR_MS = 3_600_000;

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;
let nowMs: number;
let timers: Map<() => void, number>;
let lastSteps: (() => void)[];
const SESSION = 's1' as SessionId;

function start(): void {
  let number = 0;
  timers = new Map();
  lastSteps = [];
  services = createStorageServices({
    db,
    clock: () => nowMs,
    newId: () => `id-${nowMs}-${(number += 1)}`,
    readExamples: () => '[]',
    after(delayMs, run) {
      timers.set(run, nowMs + delayMs);
      return () => timers.delete(run);
    },
    whenStopping: (run) => lastSteps.push(run),
  });
}

function pass(ms: number): void {
  nowMs += ms;
  for (const [run, atMs] of timers) {
    if (atMs > nowMs) continue;
    timers.delete(run);
    run();
  }
}

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  nowMs = 1_790_000_000_000;
  addSession(db, SESSION, { status: 'rencana' });
  db.prepare("INSERT INTO session_days (id, session_id, position) VALUES ('hari-1', ?, 0)").run(
    SESSION,
  );
  start();
  services['profile.update']({ changes: { notulisName: 'Siti Contoh' } });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const write = async (blocks: readonly Block[], order: readonly string[] | null = null) =>
  services['documents.save']({
    sessionId: SESSION,
    upserts: [...blocks],
    deletions: [],
    order: order === null ? null : blockIds(...order),
  });
const list = async (): Promise<readonly VersionInfo[]> =>
  services['history.list']({ sessionId: SESSION });
const reasons = async () => (await list()).map(({ reason }) => reason);
const textsOf = async (versionId: VersionId) =>
  (await services['history.load']({ sessionId: SESSION, versionId })).blocks.map(blockPlainText);
const keep = async (reason: 'manual' | 'closed' | 'exported' | 'before-restore') =>
  services['history.keep']({ sessionId: SESSION, reason });

it('keeps a version five minutes after the first word since the last one', async () => {
  await write([narration('a', 'satu')], ['a']);
  pass(VERSION_EVERY_MS - 1);
  expect(await list()).toEqual([]);
  await write([narration('a', 'satu dua')]);
  pass(1);
  expect(await list()).toMatchObject([
    { reason: 'interval', atMs: nowMs, actor: 'Siti Contoh', blockCount: 1, changedCount: 1 },
  ]);
  // Nothing is typed, nothing is kept.
  pass(10 * VERSION_EVERY_MS);
  expect(await list()).toHaveLength(1);
});

it('gives back what was written then, in its order, with the names of who spoke', async () => {
  const [attendee] = await services['attendance.add']({
    sessionId: SESSION,
    entries: [{ type: 'person', person: { name: 'Budi Contoh' } }],
  });
  if (!attendee) throw new Error('He attends');
  const [statement] = plainStatements(1);
  if (statement?.type !== 'statement') throw new Error('A statement');
  const said: Block = { ...statement, attrs: { ...statement.attrs, speakerId: attendee.id } };
  await write([narration('a', 'satu'), said], [statement.attrs.id, 'a']);
  const first = await keep('manual');
  await write([narration('a', 'lain'), narration('b', 'baru')], ['b', 'a', statement.attrs.id]);
  await keep('manual');
  expect(await list()).toMatchObject([
    { blockCount: 3, changedCount: 2 },
    { blockCount: 2, changedCount: 2 },
  ]);
  const loaded = await services['history.load']({
    sessionId: SESSION,
    versionId: first?.id ?? ('' as VersionId),
  });
  expect(loaded.blocks).toEqual([said, narration('a', 'satu')]);
  expect(loaded.speakers).toEqual({ [attendee.id]: 'Budi Contoh' });
});

it('keeps important steps, but nothing twice', async () => {
  await write([narration('a', 'satu')], ['a']);
  expect(await keep('closed')).not.toBeNull();
  expect(await keep('closed')).toBeNull();
  expect(await keep('before-restore')).toBeNull();
  services['meeting.mark']({ id: SESSION, event: 'dibuka', atMs: nowMs });
  expect(await keep('exported')).not.toBeNull();
  expect(await keep('exported')).toBeNull();
  expect(await reasons()).toEqual(['exported', 'meeting-started', 'closed']);
});

it('keeps the minutes as they were found before the first save of a run', async () => {
  await write([narration('a', 'dari dulu')], ['a']);
  db.exec('DELETE FROM versions');
  start();
  await write([narration('a', 'diganti')]);
  expect(await reasons()).toEqual(['opened']);
  expect(await textsOf((await list())[0]?.id ?? ('' as VersionId))).toEqual(['dari dulu']);
});

it('keeps the last words when the app ends', async () => {
  await write([narration('a', 'terakhir')], ['a']);
  for (const run of lastSteps) run();
  expect(await reasons()).toEqual(['closed']);
});

it('saves the minutes also where no version can be kept', async () => {
  await write([narration('a', 'satu')], ['a']);
  start();
  db.exec('DROP TABLE version_runs');
  await write([narration('a', 'dua')]);
  expect((await services['documents.load']({ sessionId: SESSION })).blocks).toEqual([
    narration('a', 'dua'),
  ]);
});

it('goes with its session, and names what is not there', async () => {
  await write([narration('a', 'satu')], ['a']);
  await keep('manual');
  expect(() =>
    services['history.load']({ sessionId: SESSION, versionId: 'x' as VersionId }),
  ).toThrow(AppError);
  db.prepare('DELETE FROM sessions WHERE id = ?').run(SESSION);
  for (const table of ['versions', 'version_runs', 'version_blocks', 'version_speakers']) {
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  }
  pass(VERSION_EVERY_MS);
  expect(await list()).toEqual([]);
});

it('thins out what typing left behind and drops what nobody holds any more', async () => {
  for (let index = 0; index < 30; index += 1) {
    await write([narration('a', `ke-${index}`)], index === 0 ? ['a'] : null);
    pass(VERSION_EVERY_MS);
  }
  expect(await list()).toHaveLength(30);
  nowMs += 48 * HOUR_MS;
  await write([narration('a', 'kemudian')]);
  pass(VERSION_EVERY_MS);
  const left = await list();
  expect(left.length).toBeLessThan(6);
  expect(db.prepare('SELECT count(*) FROM version_blocks').pluck().get()).toBe(left.length);
  expect(await textsOf(left[0]?.id ?? ('' as VersionId))).toEqual(['kemudian']);
});

it('thins by the rule that is written down', () => {
  const at = (id: string, hours: number, reason: VersionInfo['reason'] = 'interval') => ({
    id: id as VersionId,
    atMs: 1000 * 24 * HOUR_MS + hours * HOUR_MS,
    reason,
  });
  const now = at('now', 24 * 30).atMs;
  const kept = [
    at('today-1', 719.2),
    at('today-2', 719.1),
    at('hour-last', 600.9),
    at('hour-first', 600.1),
    at('other-hour', 601.5),
    at('day-last', 9),
    at('day-first', 7),
    at('step', 6, 'exported'),
  ];
  expect(versionsToDrop(kept, now)).toEqual(['hour-first', 'day-first']);
  expect(versionsToDrop([at('only', 0)], now)).toEqual([]);
});

it('keeps a hundred versions of 2,000 statements small', async () => {
  const blocks = plainStatements(2000);
  await write(
    blocks,
    blocks.map((block) => block.attrs.id),
  );
  const sizeOf = (): number => {
    db.pragma('wal_checkpoint(TRUNCATE)');
    return statSync(folder.archiveFile).size;
  };
  await keep('manual');
  const sizeBytes = sizeOf();
  const order = blocks.map((block) => block.attrs.id as string);
  for (let index = 0; index < 100; index += 1) {
    // Between two versions ten statements are added and one in the middle is corrected.
    const added = Array.from({ length: 10 }, (_, place) =>
      narration(`n${index}-${place}`, 'Pernyataan baru yang ditambahkan. '.repeat(12)),
    );
    order.push(...added.map((block) => block.attrs.id));
    const corrected = blocks[(index * 37) % 2000];
    await write(
      [...added, ...(corrected ? [narration(corrected.attrs.id, `koreksi ${index}`)] : [])],
      order,
    );
    nowMs += VERSION_EVERY_MS;
    await keep('manual');
  }
  const grownBytes = sizeOf() - sizeBytes;
  // The thousand new statements themselves, once in the minutes and once in the history, are most of it.
  expect(grownBytes).toBeLessThan(4e6);
});
