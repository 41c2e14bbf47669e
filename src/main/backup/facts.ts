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
 * number of the index queue's last row; the small tables are taken whole. Files are named by their
 * bytes or never changed, so that their ids say enough.
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

/** The same of tables that older archives do not have, by their names. */
const LATER_QUERIES = {
  word_settings: 'SELECT * FROM word_settings ORDER BY key',
  expansions: 'SELECT * FROM expansions ORDER BY short',
  phrases: 'SELECT * FROM phrases ORDER BY id',
  own_words: 'SELECT * FROM own_words ORDER BY word',
  office_settings: 'SELECT * FROM office_settings ORDER BY organization_id',
  office_templates:
    'SELECT id, organization_id, name, kind, added_at_ms FROM office_templates ORDER BY id',
  document_numbers: 'SELECT * FROM document_numbers ORDER BY session_id, kind',
  meeting_sentences: 'SELECT * FROM meeting_sentences ORDER BY key',
} as const;

function fingerprintQueries(db: ArchiveDatabase): readonly string[] {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const present = new Set(tables.pluck().all());
  const later = Object.entries(LATER_QUERIES).flatMap(([table, query]) =>
    present.has(table) ? [query] : [],
  );
  return [...FINGERPRINT_QUERIES, ...later];
}

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
    fingerprint: digestRows(fingerprintQueries(db).map((query) => db.prepare(query))),
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
