import type { ArchiveDatabase } from './database.ts';

export interface IndexQueue {
  /** Number of the newest row; 0 where nothing was ever queued. */
  readonly newestSeq: () => number;
  /** Drops the rows that search.db has taken in. */
  readonly trim: (indexedSeq: number) => void;
}

/** The queue between the archive and search.db, seen from the archive's side. */
export function createIndexQueue(db: ArchiveDatabase): IndexQueue {
  // sqlite_sequence keeps the number after the rows are gone.
  const newest = db
    .prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'index_queue'")
    .pluck();
  const trim = db.prepare('DELETE FROM index_queue WHERE seq <= ?');
  return {
    newestSeq: () => newest.get() ?? 0,
    trim: (indexedSeq) => {
      trim.run(indexedSeq);
    },
  };
}
