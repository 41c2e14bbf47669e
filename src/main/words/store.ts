import type { ArchiveDatabase } from '../db/database.ts';

export interface ExpansionRow {
  readonly short: string;
  /** The expansion as JSON; null where one of the start was removed. */
  readonly value: string | null;
}

export interface PhraseRow {
  readonly id: string;
  readonly value: string | null;
}

/** The office's own words, and what it changed of those that came from the start. */
export function createWordsStore(db: ArchiveDatabase) {
  const settings = db.prepare<[], { readonly key: string; readonly is_on: number }>(
    'SELECT key, is_on FROM word_settings',
  );
  const putSetting = db.prepare<[string, number]>(
    'INSERT OR REPLACE INTO word_settings (key, is_on) VALUES (?, ?)',
  );
  const expansions = db.prepare<[], ExpansionRow>('SELECT short, value FROM expansions');
  const putExpansion = db.prepare<[string, string | null]>(
    'INSERT OR REPLACE INTO expansions (short, value) VALUES (?, ?)',
  );
  const deleteExpansion = db.prepare<[string]>('DELETE FROM expansions WHERE short = ?');
  const phrases = db.prepare<[], PhraseRow>('SELECT id, value FROM phrases ORDER BY position');
  const putPhrase = db.prepare<[string, string | null]>(
    `INSERT INTO phrases (id, value, position)
     VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM phrases))
     ON CONFLICT (id) DO UPDATE SET value = excluded.value`,
  );
  const deletePhrase = db.prepare<[string]>('DELETE FROM phrases WHERE id = ?');
  const sentences = db.prepare<[], { readonly key: string; readonly text: string }>(
    'SELECT key, text FROM meeting_sentences',
  );
  const putSentence = db.prepare<[string, string]>(
    'INSERT OR REPLACE INTO meeting_sentences (key, text) VALUES (?, ?)',
  );
  const deleteSentence = db.prepare<[string]>('DELETE FROM meeting_sentences WHERE key = ?');
  const ownWords = db
    .prepare<[], string>('SELECT word FROM own_words ORDER BY word COLLATE NOCASE, word')
    .pluck();
  const addOwnWord = db.prepare<[string]>('INSERT OR IGNORE INTO own_words (word) VALUES (?)');
  const removeOwnWord = db.prepare<[string]>('DELETE FROM own_words WHERE word = ?');

  return {
    settings: (): ReadonlyMap<string, boolean> =>
      new Map(settings.all().map((row) => [row.key, row.is_on === 1])),
    putSetting: (key: string, isOn: boolean): void => void putSetting.run(key, isOn ? 1 : 0),
    expansions: () => expansions.all(),
    putExpansion: (short: string, value: string | null): void =>
      void putExpansion.run(short, value),
    deleteExpansion: (short: string): void => void deleteExpansion.run(short),
    phrases: () => phrases.all(),
    putPhrase: (id: string, value: string | null): void => void putPhrase.run(id, value),
    deletePhrase: (id: string): void => void deletePhrase.run(id),
    sentences: () => sentences.all(),
    putSentence: (key: string, text: string): void => void putSentence.run(key, text),
    deleteSentence: (key: string): void => void deleteSentence.run(key),
    ownWords: () => ownWords.all(),
    addOwnWord: (word: string): void => void addOwnWord.run(word),
    removeOwnWord: (word: string): void => void removeOwnWord.run(word),
  };
}
