import { afterEach, beforeEach, expect, test } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import type { SearchesHandlers } from '../../src/main/searches/service.ts';
import { createSearchesService } from '../../src/main/searches/service.ts';
import { contract } from '../../src/shared/contract/index.ts';
import type { KeptSearches } from '../../src/shared/contract/searches.ts';
import { MOST_ASKED } from '../../src/shared/contract/searches.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
let searches: SearchesHandlers;
let nowMs: number;

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  nowMs = 1_000_000;
  let number = 0;
  searches = createSearchesService({
    db,
    clock: () => nowMs,
    newId: () => `pencarian-${(number += 1)}`,
  });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const save = (name: string, query: string) =>
  searches['searches.save']({ name, query, sort: 'terbaru' });
const names = ({ saved }: KeptSearches) => saved.map(({ name }) => name);
const asked = ({ asked: all }: KeptSearches) => all.map(({ query }) => query);
/** Asked long after the one before. */
function note(query: string): KeptSearches {
  nowMs += 3_600_000;
  return searches['searches.note']({ query });
}

test('saved searches are listed by name; a search that is saved again takes the new name', () => {
  save('Tungsura', 'tungsura');
  expect(names(save('coklit', 'coklit tahun:2024'))).toEqual(['coklit', 'Tungsura']);
  expect(names(save('Pemutakhiran', 'coklit tahun:2024'))).toEqual(['Pemutakhiran', 'Tungsura']);
  const both = searches['searches.save']({ name: 'T', query: 'tungsura', sort: 'relevan' });
  expect(names(both)).toEqual(['Pemutakhiran', 'T', 'Tungsura']);
});

test('a saved search is renamed and removed, and a removal is undone', () => {
  const [saved] = save('Lama', 'kpu').saved;
  if (saved === undefined) throw new Error('one is saved');
  expect(names(searches['searches.rename']({ id: saved.id, name: 'Baru' }))).toEqual(['Baru']);
  expect(searches['searches.remove']({ id: saved.id }).saved).toEqual([]);
  expect(() => searches['searches.rename']({ id: saved.id, name: 'X' })).toThrow('not-found');
  const restored = searches['searches.restore']({ saved: [saved], asked: [] });
  expect(restored.saved).toEqual([saved]);
  // Undoing twice adds nothing.
  expect(searches['searches.restore']({ saved: [saved], asked: [] }).saved).toEqual([saved]);
});

test('what was asked stands once, the latest first, and the oldest goes', () => {
  note('kpu');
  note('bawaslu');
  expect(asked(note('kpu'))).toEqual(['kpu', 'bawaslu']);
  for (let index = 0; index < MOST_ASKED; index += 1) note(`kata ${index}`);
  const all = asked(searches['searches.get']({}));
  expect(all).toHaveLength(MOST_ASKED);
  expect(all[0]).toBe(`kata ${MOST_ASKED - 1}`);
  expect(all).not.toContain('kpu');
});

test('a search that is typed on takes the place of its beginning, an older one stays', () => {
  note('coklit');
  nowMs += 2000;
  expect(asked(searches['searches.note']({ query: 'coklit terbatas' }))).toEqual([
    'coklit terbatas',
  ]);
  expect(asked(note('coklit terbatas 2024'))).toEqual(['coklit terbatas 2024', 'coklit terbatas']);
});

test('clearing what was asked leaves saved searches, and can be undone', () => {
  save('Tetap', 'tetap');
  note('satu');
  const before = note('dua');
  const cleared = searches['searches.clearAsked']({});
  expect(cleared.asked).toEqual([]);
  expect(names(cleared)).toEqual(['Tetap']);
  expect(searches['searches.restore']({ saved: [], asked: [...before.asked] }).asked).toEqual(
    before.asked,
  );
});

test('names and queries are single lines with something in them', () => {
  const { input } = contract['searches.save'];
  expect(input.parse({ name: ' a\nb ', query: 'kpu\n', sort: 'terbaru' })).toEqual({
    name: 'a b',
    query: 'kpu',
    sort: 'terbaru',
  });
  expect(input.safeParse({ name: ' \n ', query: 'kpu', sort: 'terbaru' }).success).toBe(false);
  expect(contract['searches.note'].input.safeParse({ query: '  ' }).success).toBe(false);
});
