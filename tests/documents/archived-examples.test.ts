import { readFileSync } from 'node:fs';

import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { allText, count, exported } from './docx.ts';

const examples = new URL('../../resources/examples/sessions.json', import.meta.url);

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;

beforeAll(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  let number = 0;
  services = createStorageServices({
    db,
    clock: () => 1_790_000_000_000 + number,
    newId: () => `id-${(number += 1)}`,
    readExamples: () => readFileSync(examples, 'utf8'),
  });
  services['examples.add']();
});
afterAll(() => {
  db.close();
  folder.remove();
});

test('the five sessions go through the archive into documents with nothing lost or invented', async () => {
  const sessions = services['sessions.list']();
  expect(sessions).toHaveLength(5);
  for (const { id } of sessions) {
    const record = await services['documents.record']({ sessionId: id });
    const text = allText(exported(record));
    expect(text).not.toMatch(/undefined|null|NaN|Invalid Date|\[object/);
    for (const { name } of record.attendance.filter((one) => one.name !== '')) {
      expect(text).toContain(name);
    }
    const said = record.blocks
      .filter((block) => block.type !== 'agendaItem')
      .map(blockPlainText)
      .filter((words) => words !== '');
    expect(said.length).toBeGreaterThan(0);
    for (const words of said) expect([words, count(text, words)]).toEqual([words, 1]);
  }
});
