import type { IndexDatabase } from './index-database.ts';
import { indexableText } from './names.ts';

/** From how many uses on a word of a session counts as one that comes often, or most. */
const OFTEN = 4;
const MOST = 14;

export interface FoundMeeting {
  readonly number: number;
  /** The higher, the better. */
  readonly score: number;
}

/** What a word in one of the columns weighs: facts, said, often, most. */
const WEIGHTS = '6.0, 1.0, 1.0, 1.0';

/**
 * The index of whole sessions. How often a word comes is kept in three steps, by columns: that is a
 * fifth of the size of its places, and as good to rank by.
 */
export function createMeetings(db: IndexDatabase) {
  const put = db.prepare<[bigint, string, string, string, string]>(
    'INSERT OR REPLACE INTO meetings (rowid, facts, said, often, most) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = db.prepare<[bigint]>('DELETE FROM meetings WHERE rowid = ?');
  const best = db.prepare<[string, bigint], { readonly number: bigint; readonly score: number }>(
    `SELECT rowid AS number, -bm25(meetings, ${WEIGHTS}) AS score FROM meetings
     WHERE meetings MATCH ? ORDER BY score DESC, rowid DESC LIMIT ?`,
  );
  const matching = db
    .prepare<[string], bigint>('SELECT rowid FROM meetings WHERE meetings MATCH ?')
    .pluck();

  return {
    put(number: number, facts: string, uses: ReadonlyMap<string, number>): void {
      const said: string[] = [];
      const often: string[] = [];
      const most: string[] = [];
      for (const [word, count] of uses) {
        said.push(word);
        if (count >= OFTEN) often.push(word);
        if (count >= MOST) most.push(word);
      }
      put.run(
        BigInt(number),
        indexableText(facts),
        said.join(' '),
        often.join(' '),
        most.join(' '),
      );
    },
    remove: (number: number): void => void remove.run(BigInt(number)),
    /** The best sessions by bm25. */
    best: (expression: string, limit: number): readonly FoundMeeting[] =>
      best
        .all(expression, BigInt(limit))
        .map(({ number, score }) => ({ number: Number(number), score })),
    /** All sessions that match. */
    matching: (expression: string): readonly number[] => matching.all(expression).map(Number),
  };
}
export type Meetings = ReturnType<typeof createMeetings>;
