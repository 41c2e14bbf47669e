import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createStorage } from '../../src/main/app/storage.ts';
import type { Storage } from '../../src/main/app/storage.ts';
import { openEnvelope } from '../../src/shared/contract/envelope.ts';
import { makeFolder } from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';

let folder: TestFolder;
let storage: Storage;
let logged: string[];

beforeEach(() => {
  folder = makeFolder();
  logged = [];
  storage = createStorage({
    workerFiles: {
      storage: new URL('../../src/main/storage-worker.ts', import.meta.url),
      search: new URL('../fixtures/frail-search-worker.ts', import.meta.url),
    },
    archiveFile: folder.archiveFile,
    searchFile: `${folder.path}/search.db`,
    backupFolder: folder.backupFolder,
    wasSessionOpen: false,
    examplesFile: '',
    rootWordsFile: '',
    nativeBinding: null,
    log: (text) => logged.push(text),
  });
});
afterEach(async () => {
  await storage.stop();
  folder.remove();
});

const search = async (text: string) =>
  openEnvelope(await storage.callSearch('search.query', { text }));
const answers = (value: unknown) =>
  vi.waitFor(async () => expect(await search('')).toEqual({ ok: true, value }), 10_000);

it('starts a search worker that died again, and tells it of the queue', async () => {
  await storage.callStorage('sessions.create', { changes: {} });
  await answers({ queuedSeq: 1 });

  expect(await search('mati')).toMatchObject({ ok: false, code: 'search-unavailable' });
  await answers({ queuedSeq: 1 });
  expect(logged).toEqual(['the search worker ended; starting it again']);

  // The archive went on working all the time.
  expect(openEnvelope(await storage.callStorage('sessions.list', {}))).toMatchObject({ ok: true });
});

it('leaves a search worker off that keeps dying', async () => {
  for (let death = 0; death < 6; death += 1) {
    await answers({ queuedSeq: 0 });
    await search('mati');
  }
  expect(await search('')).toMatchObject({ ok: false, code: 'search-unavailable' });
  expect(logged.at(-1)).toBe('the search worker ended; it stays off');
});
