import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import type { Block } from '../../src/shared/document/block.ts';
import type { AttendanceId, BlockId, DayId, SessionId } from '../../src/shared/ids.ts';
import { blockIds, makeFolder, openTestArchive } from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;
let sessionId: SessionId;

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  let lastId = 0;
  services = createStorageServices({
    db,
    clock: () => 1_790_000_000_000,
    newId: () => `id-${(lastId += 1)}`,
    readExamples: () => '',
  });
  sessionId = services['sessions.create']({ changes: {} }).id;
});
afterEach(() => {
  db.close();
  folder.remove();
});

const statement = (speakerId: AttendanceId | null, dayId: DayId | null): Block => ({
  type: 'statement',
  attrs: {
    id: 'a' as BlockId,
    dayId,
    speakerId,
    kind: 'pernyataan',
    spokenAtMs: null,
  },
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Setuju.' }] }],
});

const save = (block: Block) =>
  services['documents.save']({
    sessionId,
    upserts: [block],
    deletions: [],
    order: blockIds(block.attrs.id),
  });

const speakers = async () =>
  (await services['attendance.list']({ sessionId })).map(({ id, name, days }) => ({
    id,
    name,
    dayCount: days.length,
  }));

it('keeps who spoke, also where the line was removed while the statement was on its way', async () => {
  const [added] = await services['attendance.add']({
    sessionId,
    entries: [{ type: 'person', person: { name: 'Budi Contoh' } }],
  });
  const id = added?.id ?? ('' as AttendanceId);
  await services['attendance.remove']({ ids: [id] });
  expect(await speakers()).toEqual([]);

  const queuedBefore = db.prepare('SELECT count(*) FROM index_queue').pluck().get();
  expect(save(statement(id, null))).toMatchObject({ hasChangedAttendance: true });
  expect(await speakers()).toEqual([{ id, name: 'Budi Contoh', dayCount: 1 }]);
  expect(
    db.prepare('SELECT block_id FROM index_queue WHERE seq > ?').pluck().all(queuedBefore),
  ).toEqual(['a', null]);

  expect(save(statement(id, null))).toMatchObject({ hasChangedAttendance: false });
});

it('puts what is written on a day that was removed on the first day', async () => {
  const [first, second] = ['hari-1' as DayId, 'hari-2' as DayId];
  const day = (id: DayId) => ({ id, date: null, start: null, end: null });
  const changes = { days: [day(first), day(second)] };
  services['sessions.update']({ id: sessionId, changes });
  save(statement(null, second));
  expect((await services['documents.load']({ sessionId })).blocks[0]?.attrs.dayId).toBe(second);

  services['sessions.update']({ id: sessionId, changes: { days: [day(first)] } });
  save(statement(null, second));
  expect((await services['documents.load']({ sessionId })).blocks[0]?.attrs.dayId).toBe(first);
});
