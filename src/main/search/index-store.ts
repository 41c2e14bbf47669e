import type { IndexedSession } from './directory.ts';
import { createDirectory } from './directory.ts';
import type { IndexDatabase } from './index-database.ts';
import { createMeetings } from './meetings.ts';
import type { NameKind } from './names.ts';
import { createNames } from './names.ts';
import { createRowTexts } from './row-texts.ts';
import { createVocabulary } from './vocabulary.ts';

interface SessionRow {
  readonly number: bigint;
  readonly base: bigint;
  readonly length: bigint;
  readonly session_id: string;
  readonly day: bigint;
  readonly start_time: string | null;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly kind: string;
  readonly series: string;
  readonly status: string;
  readonly sequence: bigint;
  readonly updated_at_ms: bigint;
}

function sessionOf(row: SessionRow): IndexedSession {
  return {
    number: Number(row.number),
    base: row.base,
    length: row.length,
    id: row.session_id,
    day: row.day,
    startTime: row.start_time,
    firstDate: row.first_date,
    lastDate: row.last_date,
    kind: row.kind,
    series: row.series,
    status: row.status,
    sequence: Number(row.sequence),
    updatedAtMs: Number(row.updated_at_ms),
  };
}

/** All SQL on search.db. Every integer comes back as BigInt: rowids do not fit into a number. */
export function createIndexStore(db: IndexDatabase, rootOf: (word: string) => string) {
  db.defaultSafeIntegers(true);
  const doneSeq = db.prepare<[], bigint>('SELECT done_seq FROM progress').pluck();
  const setDoneSeq = db.prepare<[bigint]>('UPDATE progress SET done_seq = ?');
  const isComplete = db.prepare<[], bigint>('SELECT is_complete FROM progress').pluck();
  const setComplete = db.prepare<[bigint]>('UPDATE progress SET is_complete = ?');
  const hasAllWords = db.prepare<[], bigint>('SELECT has_all_words FROM progress').pluck();
  const setHasAllWords = db.prepare<[bigint]>('UPDATE progress SET has_all_words = ?');

  const sessions = db.prepare<[], SessionRow>('SELECT * FROM sessions ORDER BY base');
  const lastNumber = db
    .prepare<[], bigint>('SELECT coalesce(max(number), 0) FROM sessions')
    .pluck();
  const putSession = db.prepare(
    `INSERT INTO sessions VALUES (@number, @base, @length, @id, @day, @startTime, @firstDate,
       @lastDate, @kind, @series, @status, @sequence, @updatedAtMs, 1)
     ON CONFLICT (number) DO UPDATE SET first_date = excluded.first_date,
       last_date = excluded.last_date, kind = excluded.kind, series = excluded.series,
       status = excluded.status, sequence = excluded.sequence,
       updated_at_ms = excluded.updated_at_ms, day = excluded.day`,
  );
  const deleteSession = db.prepare<[bigint]>('DELETE FROM sessions WHERE number = ?');
  const setMeetingOld = db.prepare<[bigint, bigint]>(
    'UPDATE sessions SET is_meeting_old = ? WHERE number = ?',
  );
  const oldMeetings = db
    .prepare<[], bigint>('SELECT number FROM sessions WHERE is_meeting_old = 1')
    .pluck();

  const addPending = db.prepare<[string]>(
    'INSERT OR IGNORE INTO pending_sessions (session_id) VALUES (?)',
  );
  const pending = db
    .prepare<[], string>('SELECT session_id FROM pending_sessions ORDER BY place')
    .pluck();
  const isPending = db
    .prepare<[string], bigint>('SELECT 1 FROM pending_sessions WHERE session_id = ?')
    .pluck();
  const removePending = db.prepare<[string]>('DELETE FROM pending_sessions WHERE session_id = ?');
  const countPending = db.prepare<[], bigint>('SELECT count(*) FROM pending_sessions').pluck();

  const savedWords = db
    .prepare<[], [string, bigint, string | null]>('SELECT word, row_count, root FROM words')
    .raw();
  // Words of the index's own begin with a private-use character and are nobody's to complete.
  const allWords = db
    .prepare<[], [string, bigint]>(
      "SELECT term, doc FROM all_words WHERE NOT (term >= '\uE000' AND term < '\uE001')",
    )
    .raw();
  const putWord = db.prepare<[string, bigint, string | null]>(
    'INSERT OR REPLACE INTO words VALUES (?, ?, ?)',
  );
  const names = db
    .prepare<[], [bigint, NameKind, string]>('SELECT id, kind, name FROM names')
    .raw();
  const putName = db.prepare<[bigint, string, string]>('INSERT INTO names VALUES (?, ?, ?)');
  const mergeTexts = db.prepare<[number]>("INSERT INTO texts (texts, rank) VALUES ('merge', ?)");
  const mergeMeetings = db.prepare<[number]>(
    "INSERT INTO meetings (meetings, rank) VALUES ('merge', ?)",
  );
  const freePages = db.prepare<[], bigint>('PRAGMA freelist_count').pluck();
  const totalChanges = db.prepare<[], bigint>('SELECT total_changes()').pluck();

  const directory = createDirectory(() => sessions.all().map(sessionOf));
  const nameIndex = createNames({
    load: () => names.all().map(([id, kind, name]) => ({ id: Number(id), kind, name })),
    insert: ({ id, kind, name }) => void putName.run(BigInt(id), kind, name),
  });
  const vocabulary = createVocabulary(
    {
      areSaved: () => hasAllWords.get() === 1n,
      *load() {
        if (hasAllWords.get() === 1n) {
          for (const [word, rows, root] of savedWords.iterate()) {
            yield { word, rows: Number(rows), root: root ?? word };
          }
        } else {
          for (const [word, rows] of allWords.iterate()) {
            yield { word, rows: Number(rows), root: undefined };
          }
        }
      },
      save: (words) => {
        for (const { word, rows, root } of words) {
          putWord.run(word, BigInt(rows), root === word || root === undefined ? null : root);
        }
      },
    },
    rootOf,
  );
  const meetings = createMeetings(db);
  const rows = createRowTexts(db);

  return {
    rows,
    meetings,
    names: nameIndex,
    vocabulary,
    /** What is kept in memory beside the file follows it when the work fails. */
    inTransaction<T>(work: () => T): T {
      try {
        return db.transaction(work)();
      } catch (error) {
        directory.forget();
        nameIndex.forget();
        throw error;
      }
    },
    doneSeq: () => Number(doneSeq.get() ?? -1n),
    setDoneSeq: (seq: number) => void setDoneSeq.run(BigInt(seq)),
    isComplete: () => isComplete.get() === 1n,
    setComplete: (is: boolean) => void setComplete.run(is ? 1n : 0n),

    sessions: directory,
    nextNumber: () => Number(lastNumber.get() ?? 0n) + 1,
    putSession(session: IndexedSession): void {
      const { number, sequence, updatedAtMs } = session;
      putSession.run({
        ...session,
        number: BigInt(number),
        sequence: BigInt(sequence),
        updatedAtMs: BigInt(updatedAtMs),
      });
      directory.put(session);
    },
    deleteSession(session: IndexedSession): void {
      deleteSession.run(BigInt(session.number));
      meetings.remove(session.number);
      directory.remove(session.id);
    },
    setMeetingOld: (number: number, is: boolean) =>
      void setMeetingOld.run(is ? 1n : 0n, BigInt(number)),
    /** Sessions whose row in the index of meetings is behind. */
    oldMeetings: () => oldMeetings.all().map(Number),

    addPending: (sessionId: string) => void addPending.run(sessionId),
    /** The first one that does not have to wait. */
    firstPending(hasToWait: (sessionId: string) => boolean): string | null {
      for (const sessionId of pending.iterate()) if (!hasToWait(sessionId)) return sessionId;
      return null;
    },
    isPending: (sessionId: string) => isPending.get(sessionId) !== undefined,
    removePending: (sessionId: string) => void removePending.run(sessionId),
    countPending: () => Number(countPending.get() ?? 0n),

    /** Counts words that were added to rows. */
    addWords(used: Iterable<readonly [word: string, rows: number]>): void {
      vocabulary.add(used);
      if (hasAllWords.get() === 1n) setHasAllWords.run(0n);
    },
    /** Keeps some of the words that were counted; false when there was nothing to keep. */
    saveWords(): boolean {
      if (hasAllWords.get() === 1n) return false;
      db.transaction(() => {
        if (vocabulary.save()) setHasAllWords.run(1n);
      })();
      return true;
    },
    /** Gives some free pages back to the disk; false where there are few. */
    shrink(pages: number): boolean {
      const free = freePages.get() ?? 0n;
      if (free < BigInt(pages)) return false;
      db.exec(`PRAGMA incremental_vacuum(${pages})`);
      return (freePages.get() ?? 0n) < free;
    },
    /** Merges about `pages` pages of the index; false when nothing is left to merge. */
    merge(pages: number): boolean {
      // FTS5 itself counts as one change; see "merge" in its documentation.
      return [mergeTexts, mergeMeetings].some((statement) => {
        const before = totalChanges.get() ?? 0n;
        statement.run(pages);
        return (totalChanges.get() ?? 0n) - before >= 2n;
      });
    },
  };
}
export type IndexStore = ReturnType<typeof createIndexStore>;
