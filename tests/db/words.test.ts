import { afterEach, beforeEach, expect, test } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import type { WordsHandlers } from '../../src/main/words/service.ts';
import { createWordsService } from '../../src/main/words/service.ts';
import type { Words } from '../../src/shared/contract/words.ts';
import { MEETING_TEMPLATES } from '../../src/shared/minutes/meeting-sentences.ts';
import type { Expansion } from '../../src/shared/words/expansion.ts';
import { STARTER_EXPANSIONS } from '../../src/shared/words/starter-expansions.ts';
import { STARTER_PHRASES } from '../../src/shared/words/starter-phrases.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
let words: WordsHandlers;

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  let number = 0;
  words = createWordsService({ db, newId: () => `frasa-${(number += 1)}` });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const own = (short: string, form: string, more: Partial<Expansion> = {}): Expansion => ({
  short,
  forms: [form],
  mode: 'otomatis',
  isExact: false,
  ...more,
});
const put = (expansion: Expansion, former: string | null = null) =>
  words['words.putExpansion']({ former, expansion });
const find = (all: Words, short: string) => all.expansions.find((one) => one.short === short);
const get = () => words['words.get']({});

test('a new archive has the starter set, everything on and no own words', () => {
  const all = get();
  expect(all.expansions.map(({ short }) => short)).toEqual(
    STARTER_EXPANSIONS.map(({ short }) => short),
  );
  expect(all.phrases).toHaveLength(STARTER_PHRASES.length);
  expect(all.settings).toEqual({ expands: true, completes: true, checksSpelling: true });
  expect(all.ownWords).toEqual([]);
  expect(all.hasChangedExpansions || all.hasChangedPhrases).toBe(false);
});

test('entries are added, changed, renamed and removed, and kept', () => {
  put(own('bwsl', 'Badan Pengawas Pemilihan Umum'));
  expect(find(get(), 'bwsl')).toMatchObject({ origin: 'sendiri', mode: 'otomatis' });
  put(own('bwsl', 'Bawaslu'));
  put(own('bws', 'Bawaslu'), 'bwsl');
  expect(find(get(), 'bwsl')).toBeUndefined();
  expect(find(get(), 'bws')?.forms).toEqual(['Bawaslu']);
  words['words.removeExpansion']({ short: 'bws' });
  expect(find(get(), 'bws')).toBeUndefined();
});

test('one of the start can be changed, removed, and brought back; own ones stay', () => {
  put(own('yg', 'yaitu'));
  put(own('kami', 'Komisi Pemilihan Umum'));
  words['words.removeExpansion']({ short: 'dll' });
  const changed = get();
  expect(find(changed, 'yg')).toMatchObject({ forms: ['yaitu'], origin: 'ubahan' });
  expect(find(changed, 'dll')).toBeUndefined();
  expect(changed.hasChangedExpansions).toBe(true);
  const restored = words['words.restoreExpansions']({});
  expect(find(restored, 'yg')).toMatchObject({ forms: ['yang'], origin: 'awal' });
  expect(find(restored, 'dll')?.origin).toBe('awal');
  expect(find(restored, 'kami')?.origin).toBe('sendiri');
  expect(restored.hasChangedExpansions).toBe(false);
});

test('one put back to what it was counts as it came', () => {
  put(own('yg', 'yaitu'));
  const same = put(own('yg', 'yang'));
  expect(find(same, 'yg')?.origin).toBe('awal');
});

test('what is kept is one clean line, and one with capitals matches only as written', () => {
  const all = put(own('PIC', '  penanggung\njawab\u0007 ', { mode: 'pemicu' }));
  expect(find(all, 'PIC')).toMatchObject({ forms: ['penanggung jawab'], isExact: true });
});

test('an import takes all, or changes nothing', () => {
  words['words.import']({
    expansions: [own('a1', 'satu'), own('yg', 'yaitu')],
    sentences: { diskors: 'Rapat dijeda.' },
  });
  expect(find(get(), 'a1')?.forms).toEqual(['satu']);
  expect(find(get(), 'yg')?.origin).toBe('ubahan');
  expect(get().sentences).toEqual({ ...MEETING_TEMPLATES, diskors: 'Rapat dijeda.' });
  // The second has nothing but a control character to stand for.
  expect(() =>
    words['words.import']({
      expansions: [own('a2', 'dua'), own('a3', '\u0007')],
      sentences: { ditutup: 'Usai.' },
    }),
  ).toThrow('too_small');
  expect(() =>
    words['words.import']({ expansions: [own('a2', 'dua')], sentences: { ditutup: '\u0007' } }),
  ).toThrow('too_small');
  expect(get().sentences.ditutup).toBe(MEETING_TEMPLATES.ditutup);
  expect(find(get(), 'a2')).toBeUndefined();
});

test('phrases are added, changed, removed and restored', () => {
  const added = words['words.putPhrase']({
    phrase: {
      id: null,
      category: 'lainnya',
      title: 'Salam',
      text: 'Assalamualaikum, {pembicara}.',
    },
  });
  expect(added.phrases.at(-1)).toMatchObject({ id: 'frasa-1', origin: 'sendiri' });
  const [first] = STARTER_PHRASES;
  if (!first) throw new Error('there are starter phrases');
  words['words.putPhrase']({ phrase: { ...first, text: 'Rapat dimulai.' } });
  expect(get().phrases[0]).toMatchObject({ text: 'Rapat dimulai.', origin: 'ubahan' });
  words['words.removePhrase']({ id: first.id });
  expect(get().phrases.some(({ id }) => id === first.id)).toBe(false);
  const restored = words['words.restorePhrases']({});
  expect(restored.phrases[0]).toMatchObject({ text: first.text, origin: 'awal' });
  expect(restored.phrases.at(-1)?.title).toBe('Salam');
  words['words.removePhrase']({ id: 'frasa-1' });
  expect(get().phrases).toHaveLength(STARTER_PHRASES.length);
});

test('official sentences take the wording of the office, and go back to how they came', () => {
  expect(get().sentences).toEqual(MEETING_TEMPLATES);
  const changes = { diskors: ' {rapat} diskors\nsampai nanti. ', ditutup: 'Usai.' };
  words['words.setSentences']({ changes });
  expect(get().sentences).toEqual({
    ...MEETING_TEMPLATES,
    diskors: '{rapat} diskors sampai nanti.',
    ditutup: 'Usai.',
  });
  words['words.setSentences']({ changes: { ditutup: MEETING_TEMPLATES.ditutup } });
  expect(db.prepare('SELECT key FROM meeting_sentences').pluck().all()).toEqual(['diskors']);
  words['words.setSentences']({ changes: MEETING_TEMPLATES });
  expect(get().sentences).toEqual(MEETING_TEMPLATES);
});

test('settings and own words are kept; a word is kept once', () => {
  words['words.set']({ changes: { expands: false } });
  words['words.addOwnWord']({ word: 'Prabumulih' });
  words['words.addOwnWord']({ word: 'Prabumulih' });
  words['words.addOwnWord']({ word: 'coklit' });
  expect(get().settings).toEqual({ expands: false, completes: true, checksSpelling: true });
  expect(get().ownWords).toEqual(['coklit', 'Prabumulih']);
  words['words.removeOwnWord']({ word: 'coklit' });
  expect(get().ownWords).toEqual(['Prabumulih']);
});

test('a row that cannot be read leaves things as they came', () => {
  db.prepare("INSERT INTO expansions (short, value) VALUES ('yg', '{rusak'), ('zz', '{}')").run();
  db.prepare("INSERT INTO meeting_sentences VALUES ('diskors', '{nanti}'), ('lain', 'x')").run();
  db.prepare("INSERT INTO phrases (id, value, position) VALUES ('x', 'null', 1)").run();
  const all = get();
  expect(find(all, 'yg')?.forms).toEqual(['yang']);
  expect(find(all, 'zz')).toBeUndefined();
  expect(all.sentences).toEqual(MEETING_TEMPLATES);
  expect(all.phrases).toHaveLength(STARTER_PHRASES.length);
});
