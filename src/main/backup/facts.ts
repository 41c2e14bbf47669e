import { createHash } from 'node:crypto';

import type { ArchiveDatabase } from '../db/database.ts';

/** What an archive holds, in figures that a copy of it must repeat exactly. */
export interface ArchiveFacts {
  readonly sessionCount: number;
  readonly blockCount: number;
  /** Over every session's number of saves: a copy that lost one save has another digest. */
  readonly sequenceDigest: string;
  /** Changes whenever something that the user can see changed; tells whether a copy is current. */
  readonly fingerprint: string;
}

/**
 * Every change of minutes or attendance moves a session's sequence, its time of change or the
 * number of the index queue's last row; the small tables are taken whole.
 */
const FINGERPRINT_QUERIES = [
  'SELECT id, sequence, updated_at_ms, trashed_at_ms, status FROM sessions ORDER BY id',
  "SELECT seq FROM sqlite_sequence WHERE name = 'index_queue'",
  'SELECT count(*), count(removed_at_ms) FROM attendance',
  'SELECT * FROM persons ORDER BY id',
  'SELECT * FROM organizations ORDER BY id',
  'SELECT * FROM series ORDER BY id',
  'SELECT * FROM profile ORDER BY key',
] as const;

/** Reads the figures; inside a transaction they all belong to the same moment. */
export function readFacts(db: ArchiveDatabase): ArchiveFacts {
  const count = (table: 'sessions' | 'blocks'): number =>
    Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const sequences = db.prepare(`
    SELECT s.id, s.sequence, count(b.id), COALESCE(max(b.sequence), 0)
    FROM sessions s LEFT JOIN blocks b ON b.session_id = s.id
    GROUP BY s.id ORDER BY s.id
  `);
  return {
    sessionCount: count('sessions'),
    blockCount: count('blocks'),
    sequenceDigest: digestRows([sequences]),
    fingerprint: digestRows(FINGERPRINT_QUERIES.map((query) => db.prepare(query))),
  };
}

function digestRows(statements: readonly ReturnType<ArchiveDatabase['prepare']>[]): string {
  const hash = createHash('sha256');
  for (const statement of statements) {
    for (const row of statement.raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
    hash.update('\n');
  }
  return hash.digest('hex');
}
