import { createHash } from 'node:crypto';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import type { Block } from '../../src/shared/document/block.ts';
import { MOST_IMAGES_PER_SESSION } from '../../src/shared/document/image-rules.ts';
import type { AttachmentId, BlockId, SessionId } from '../../src/shared/ids.ts';
import { blockIds, makeFolder, openTestArchive } from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { pngImage } from '../fixtures/images.ts';

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

const newSession = (): SessionId => services['sessions.create']({ changes: {} }).id;
const add = (sessionId: SessionId, bytes: Uint8Array<ArrayBuffer>) =>
  services['attachments.add']({ sessionId, bytes });
const kept = () => db.prepare('SELECT count(*) FROM attachments').pluck().get();
const forget = (sessionId: SessionId) =>
  db.prepare('DELETE FROM sessions WHERE id = ?').run(sessionId);

const naming = (attachmentId: AttachmentId): Block => ({
  type: 'narration',
  attrs: { id: 'a' as BlockId, dayId: null },
  content: [
    {
      type: 'image',
      attrs: { attachmentId, width: 40, height: 20, alt: '', caption: 'Peta wilayah' },
    },
  ],
});
const save = (sessionId: SessionId, block: Block) =>
  services['documents.save']({
    sessionId,
    upserts: [block],
    deletions: [],
    order: blockIds('a'),
  });

it('keeps an image once by its hash, however often it is used', async () => {
  const bytes = pngImage(40, 20);
  const [one, other] = [newSession(), newSession()];
  const first = add(one, bytes);
  expect(first).toEqual({
    id: createHash('sha256').update(bytes).digest('hex'),
    widthPx: 40,
    heightPx: 20,
  });
  expect(add(other, bytes)).toEqual(first);
  expect(kept()).toBe(1);
  const read = services['attachments.read']({ id: first.id });
  expect(read && new Uint8Array(Buffer.from(read.base64, 'base64'))).toEqual(bytes);
});

it('goes with the last session that named it, also one that got it by pasting', async () => {
  const [one, other] = [newSession(), newSession()];
  const { id } = add(one, pngImage(40, 20));
  save(other, naming(id));
  forget(one);
  expect(kept()).toBe(1);
  forget(other);
  expect(kept()).toBe(0);
});

it('stays through the trash, and after the block that showed it', async () => {
  const sessionId = newSession();
  const { id } = add(sessionId, pngImage(40, 20));
  save(sessionId, naming(id));
  services['documents.save']({
    sessionId,
    upserts: [],
    deletions: blockIds('a'),
    order: [],
  });
  expect(kept()).toBe(1);
});

it('gives the images that blocks name to the document, and finds their captions', async () => {
  const sessionId = newSession();
  const { id } = add(sessionId, pngImage(40, 20));
  expect(await services['documents.record']({ sessionId })).not.toHaveProperty('images');
  save(sessionId, naming(id));
  const { images } = await services['documents.record']({ sessionId });
  expect(images?.map((image) => [image.id, image.mediaType])).toEqual([[id, 'image/png']]);
  expect(db.prepare('SELECT plain_text FROM blocks').pluck().all()).toEqual(['Peta wilayah']);
});

it('keeps the words of a block that names an image which is not there', async () => {
  const sessionId = newSession();
  save(sessionId, naming('f'.repeat(64) as AttachmentId));
  const { blocks } = await services['documents.load']({ sessionId });
  expect(blocks).toHaveLength(1);
});

it('refuses what is no PNG or JPEG of a stored size, and too many', () => {
  const sessionId = newSession();
  const refused = (bytes: Uint8Array<ArrayBuffer>) => {
    try {
      add(sessionId, bytes);
      return null;
    } catch (error) {
      return error instanceof Error ? error.message : null;
    }
  };
  expect(refused(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>'))).toBe(
    'image-invalid',
  );
  expect(refused(pngImage(1601, 10))).toBe('image-invalid');
  for (let shade = 0; shade < MOST_IMAGES_PER_SESSION; shade += 1) {
    expect(refused(pngImage(2, 2, shade))).toBeNull();
  }
  expect(refused(pngImage(2, 2, 200))).toBe('too-many-images');
  expect(refused(pngImage(2, 2, 0))).toBeNull();
});
