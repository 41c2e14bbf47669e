import { wordsOf } from '../../shared/search/words.ts';
import type { IndexDatabase } from './index-database.ts';
import { indexableText } from './match-expression.ts';
import type { RowRange } from './row-key.ts';
import { createVocabulary } from './vocabulary.ts';

/** What the index keeps of a session beside its words. */
export interface IndexedSession {
  readonly base: bigint;
  readonly session_id: string;
  readonly day: bigint;
  readonly start_time: string | null;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly sequence: bigint;
  readonly updated_at_ms: bigint;
}

export interface IndexRow {
  readonly rowid: bigint;
  readonly block_id: string | null;
  readonly sequence: bigint;
  readonly label_hash: bigint;
}

export interface RowWords {
  readonly text: string;
  readonly speaker: string;
  readonly tags: string;
}

/** All SQL on search.db. Every integer comes back as BigInt: rowids do not fit into a number. */
export function createIndexStore(db: IndexDatabase) {
  db.defaultSafeIntegers(true);
  const doneSeq = db.prepare<[], bigint>('SELECT done_seq FROM progress').pluck();
  const setDoneSeq = db.prepare<[bigint]>('UPDATE progress SET done_seq = ?');
  const sessionById = db.prepare<[string], IndexedSession>(
    'SELECT * FROM sessions WHERE session_id = ?',
  );
  const sessionByBase = db.prepare<[bigint], IndexedSession>(
    'SELECT * FROM sessions WHERE base = ?',
  );
  const sessions = db.prepare<
    [],
    Pick<IndexedSession, 'session_id' | 'sequence' | 'updated_at_ms'>
  >('SELECT session_id, sequence, updated_at_ms FROM sessions');
  const basesBetween = db
    .prepare<[bigint, bigint], bigint>('SELECT base FROM sessions WHERE base BETWEEN ? AND ?')
    .pluck();
  const basesRunningInto = db
    .prepare<[string, string], bigint>(
      `SELECT base FROM sessions
       WHERE last_date > first_date AND last_date >= ? AND first_date < ? ORDER BY base`,
    )
    .pluck();
  const putSession = db.prepare<[IndexedSession]>(
    `INSERT OR REPLACE INTO sessions
     VALUES (@base, @session_id, @day, @start_time, @first_date, @last_date, @sequence,
       @updated_at_ms)`,
  );
  const forgetDay = db.prepare<[string]>('UPDATE sessions SET day = -1 WHERE session_id = ?');
  const deleteSession = db.prepare<[bigint]>('DELETE FROM sessions WHERE base = ?');

  const rowsBetween = db.prepare<[bigint, bigint], IndexRow>(
    'SELECT * FROM rows WHERE rowid BETWEEN ? AND ? ORDER BY rowid',
  );
  const rowOfBlock = db.prepare<[bigint, bigint, string], IndexRow>(
    'SELECT * FROM rows WHERE rowid BETWEEN ? AND ? AND block_id = ?',
  );
  const nextRowid = db
    .prepare<[bigint, bigint], bigint>(
      'SELECT rowid FROM rows WHERE rowid > ? AND rowid <= ? ORDER BY rowid LIMIT 1',
    )
    .pluck();
  const insertRow = db.prepare<[bigint, string | null, bigint, bigint]>(
    'INSERT INTO rows (rowid, block_id, sequence, label_hash) VALUES (?, ?, ?, ?)',
  );
  const insertWords = db.prepare<[bigint, string, string, string]>(
    'INSERT INTO texts (rowid, text, speaker, tags) VALUES (?, ?, ?, ?)',
  );
  const deleteRow = db.prepare<[bigint]>('DELETE FROM rows WHERE rowid = ?');
  const deleteWords = db.prepare<[bigint]>('DELETE FROM texts WHERE rowid = ?');
  const rowById = db.prepare<[bigint], IndexRow>('SELECT * FROM rows WHERE rowid = ?');

  const addPending = db.prepare<[string]>(
    'INSERT OR IGNORE INTO pending_sessions (session_id) VALUES (?)',
  );
  const firstPending = db
    .prepare<[], string>('SELECT session_id FROM pending_sessions ORDER BY place LIMIT 1')
    .pluck();
  const isPending = db
    .prepare<[string], bigint>('SELECT 1 FROM pending_sessions WHERE session_id = ?')
    .pluck();
  const removePending = db.prepare<[string]>('DELETE FROM pending_sessions WHERE session_id = ?');
  const countPending = db.prepare<[], bigint>('SELECT count(*) FROM pending_sessions').pluck();

  const matches = db
    .prepare<[string, bigint, bigint, bigint], bigint>(
      `SELECT rowid FROM texts WHERE texts MATCH ? AND rowid BETWEEN ? AND ?
       ORDER BY rowid LIMIT ?`,
    )
    .pluck();
  const savedWords = db.prepare<[], [string, bigint]>('SELECT word, row_count FROM words').raw();
  // Words of the index's own begin with a private-use character and are nobody's to complete.
  const allWords = db
    .prepare<[], [string, bigint]>(
      "SELECT term, doc FROM all_words WHERE NOT (term >= '\uE000' AND term < '\uE001')",
    )
    .raw();
  const putWord = db.prepare<[string, bigint]>('INSERT OR REPLACE INTO words VALUES (?, ?)');
  const hasAllWords = db.prepare<[], bigint>('SELECT has_all_words FROM progress').pluck();
  const setHasAllWords = db.prepare<[bigint]>('UPDATE progress SET has_all_words = ?');
  const vocabulary = createVocabulary({
    areSaved: () => hasAllWords.get() === 1n,
    load: () => {
      const rows = hasAllWords.get() === 1n ? savedWords.all() : allWords.all();
      return rows.map(([word, count]) => [word, Number(count)] as const);
    },
    save: (counts) => {
      for (const [word, rows] of counts) putWord.run(word, BigInt(rows));
    },
  });
  const merge = db.prepare<[number]>("INSERT INTO texts (texts, rank) VALUES ('merge', ?)");
  const totalChanges = db.prepare<[], bigint>('SELECT total_changes()').pluck();

  const deleteOne = (rowid: bigint): void => {
    deleteWords.run(rowid);
    deleteRow.run(rowid);
  };
  return {
    inTransaction: <T>(work: () => T): T => db.transaction(work)(),
    doneSeq: () => Number(doneSeq.get() ?? -1n),
    setDoneSeq: (seq: number) => void setDoneSeq.run(BigInt(seq)),

    sessionById: (id: string) => sessionById.get(id) ?? null,
    sessionByBase: (base: bigint) => sessionByBase.get(base) ?? null,
    sessions: () => sessions.all(),
    basesBetween: (range: RowRange) => basesBetween.all(range.first, range.last),
    /** Sessions of several days that began before a date and went on at least until it. */
    basesRunningInto: (date: string) => basesRunningInto.all(date, date),
    putSession: (session: IndexedSession) => void putSession.run(session),
    /** Makes the session look moved, so that it is indexed anew as a whole. */
    forgetDay: (id: string) => void forgetDay.run(id),
    deleteSession: (base: bigint) => void deleteSession.run(base),

    rowsBetween: (range: RowRange) => rowsBetween.all(range.first, range.last),
    rowOfBlock: (range: RowRange, blockId: string) =>
      rowOfBlock.get(range.first, range.last, blockId) ?? null,
    /** The lowest rowid in use after `after` and up to `last`. */
    nextRowid: (after: bigint, last: bigint) => nextRowid.get(after, last) ?? null,
    rowById: (rowid: bigint) => rowById.get(rowid) ?? null,
    insertRow(row: IndexRow, words: RowWords): void {
      const text = indexableText(words.text);
      const speaker = indexableText(words.speaker);
      insertRow.run(row.rowid, row.block_id, row.sequence, row.label_hash);
      insertWords.run(row.rowid, text, speaker, words.tags);
      const distinct = new Set(wordsOf(text).map((word) => word.folded));
      for (const word of wordsOf(speaker)) distinct.add(word.folded);
      vocabulary.add(distinct);
      if (hasAllWords.get() === 1n) setHasAllWords.run(0n);
    },
    deleteRow: deleteOne,

    addPending: (sessionId: string) => void addPending.run(sessionId),
    firstPending: () => firstPending.get() ?? null,
    isPending: (sessionId: string) => isPending.get(sessionId) !== undefined,
    removePending: (sessionId: string) => void removePending.run(sessionId),
    countPending: () => Number(countPending.get() ?? 0n),

    completions: (prefix: string, limit: number) => vocabulary.completions(prefix, limit),
    /** Keeps some of the words that were counted; false when there was nothing to keep. */
    saveWords(): boolean {
      if (hasAllWords.get() === 1n) return false;
      db.transaction(() => {
        if (vocabulary.save()) setHasAllWords.run(1n);
      })();
      return true;
    },
    /** Rowids in a range that match an FTS5 expression, newest first. */
    matches: (expression: string, range: RowRange, limit: number) =>
      matches.all(expression, range.first, range.last, BigInt(limit)),
    /** Merges about `pages` pages of the index; false when nothing is left to merge. */
    merge(pages: number): boolean {
      const before = totalChanges.get() ?? 0n;
      merge.run(pages);
      // FTS5 itself counts as one change; see "merge" in its documentation.
      return (totalChanges.get() ?? 0n) - before >= 2n;
    },
  };
}
export type IndexStore = ReturnType<typeof createIndexStore>;
