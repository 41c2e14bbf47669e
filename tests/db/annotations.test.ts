import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import type { Block } from '../../src/shared/document/block.ts';
import type { BlockId } from '../../src/shared/ids.ts';
import { blockIds, makeFolder, openTestArchive } from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;

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
});
afterEach(() => {
  db.close();
  folder.remove();
});

it('keeps flag and note with the block, away from what is searched and from a duplicate', async () => {
  const { id: sessionId } = services['sessions.create']({ changes: { title: 'Rapat' } });
  const item: Block = {
    type: 'agendaItem',
    attrs: { id: 'a' as BlockId, dayId: null, isImportant: true, note: 'tanyakan lagi' },
    content: [{ type: 'text', text: 'Pembukaan' }],
  };
  services['documents.save']({
    sessionId,
    upserts: [item],
    deletions: [],
    order: blockIds('a'),
  });
  expect((await services['documents.load']({ sessionId })).blocks).toEqual([item]);
  const searched = db.prepare('SELECT plain_text FROM blocks').pluck().all();
  expect(searched).toEqual(['Pembukaan']);

  const copy = services['sessions.duplicate']({ id: sessionId });
  const { blocks } = await services['documents.load']({ sessionId: copy.id });
  expect(blocks.map(({ attrs }) => Object.keys(attrs).toSorted())).toEqual([['dayId', 'id']]);
});
