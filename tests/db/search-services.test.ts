import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import type { SearchEngine } from '../../src/main/search/engine.ts';
import { createSearchEngine } from '../../src/main/search/engine.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { blockSchema } from '../../src/shared/document/block.ts';
import { wordsOf } from '../../src/shared/search/words.ts';
import { found, indexAll, NOW_MS, rootOf, search } from './search-archive.ts';

// The search must hear of everything that the services change, not only of what its own tests write.

let close: () => void;
let engine: SearchEngine;
let services: ReturnType<typeof createServices>;

function createServices(folder: string) {
  const db = openDatabase(join(folder, 'arsip.db'), { nativeBinding: null });
  migrate(db);
  let idNumber = 0;
  let nowMs = 1_750_000_000_000;
  const newId = (): string => `id-${(idNumber += 1)}`;
  const clock = (): number => (nowMs += 1);
  const examples = new URL('../../resources/examples/sessions.json', import.meta.url);
  const made = createStorageServices({
    db,
    clock,
    newId,
    readExamples: () => readFileSync(examples, 'utf8'),
  });
  return {
    sessions: made,
    documents: made,
    people: made,
    closeDb: () => void db.close(),
  };
}

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'notula-search-'));
  services = createServices(folder);
  const archive = openDatabase(join(folder, 'arsip.db'), { nativeBinding: null, isReadOnly: true });
  engine = createSearchEngine({
    archive,
    indexFile: join(folder, 'search.db'),
    nativeBinding: null,
    rootOf,
    clock: () => NOW_MS,
    log: (text) => expect.unreachable(text),
  });
  close = () => {
    engine.close();
    archive.close();
    services.closeDb();
    rmSync(folder, { recursive: true, force: true });
  };
});
afterEach(() => close());

const hits = (text: string): readonly string[] => {
  indexAll(engine);
  return found(search(engine, text, { limit: 500 }));
};

test('everything in the five examples is found, and nothing once they are removed', async () => {
  services.sessions['examples.add']();
  const sessions = services.sessions['sessions.list']();
  expect(sessions).toHaveLength(5);
  for (const { id, title } of sessions) {
    expect(hits(`"${title}" `)).toContain(`${id}/session`);
    const attendance = await services.people['attendance.list']({ sessionId: id });
    for (const { name } of attendance.filter((one) => one.name !== '')) {
      expect(hits(`"${name}" `)).toContain(`${id}/attendance`);
    }
    const { blocks } = await services.documents['documents.load']({ sessionId: id });
    const texts = blocks.map((block) => [block.attrs.id, blockPlainText(block)] as const);
    for (const [blockId, text] of texts.filter(([, one]) => wordsOf(one).length > 0)) {
      expect(hits(`"${text.slice(0, 490)}`)).toContain(`${id}/${blockId}`);
    }
  }
  services.sessions['examples.remove']();
  expect(hits('kpu')).toEqual([]);
});

test('what the services change is what is found', async () => {
  const { sessions, documents, people } = services;
  const { id } = sessions['sessions.create']({ changes: { title: 'Judul pertama' } });
  const [speaker] = await people['attendance.add']({
    sessionId: id,
    entries: [{ type: 'person', person: { name: 'Nama Lama' } }],
  });
  const statement = blockSchema.parse({
    type: 'statement',
    attrs: { id: 'b1', dayId: null, speakerId: speaker?.id, kind: '', spokenAtMs: null },
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Kami setuju.' }] }],
  });
  documents['documents.save']({
    sessionId: id,
    upserts: [statement],
    deletions: [],
    order: [statement.attrs.id],
  });
  expect(hits('lama setuju')).toEqual([`${id}/b1`]);

  sessions['sessions.update']({ id, changes: { title: 'Judul kedua', kind: 'Rakor' } });
  expect(hits('pertama')).toEqual([]);
  expect(hits('kedua rakor')).toEqual([`${id}/session`]);
  const rakor = search(engine, 'setuju');
  expect(found(rakor)).toEqual([`${id}/b1`]);

  const personId = speaker?.personId;
  if (!personId) throw new Error('the speaker is a person');
  await people['people.update']({ id: personId, changes: { name: 'Nama Baru' } });
  expect(hits('lama')).toEqual([]);
  expect(hits('baru setuju')).toEqual([`${id}/b1`]);

  const copy = sessions['sessions.duplicate']({ id });
  expect(hits('kedua')).toContain(`${copy.id}/session`);
  sessions['sessions.trash']({ ids: [id] });
  expect(hits('setuju').filter((hit) => hit.startsWith(`${id}/`))).toEqual([]);
  sessions['sessions.restore']({ ids: [id] });
  expect(hits('setuju')).toContain(`${id}/b1`);

  documents['documents.save']({
    sessionId: id,
    upserts: [],
    deletions: [statement.attrs.id],
    order: [],
  });
  expect(hits('setuju')).not.toContain(`${id}/b1`);
});
