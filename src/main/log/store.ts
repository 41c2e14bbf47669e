import type { SessionId } from '../../shared/ids.ts';
import type { LogAction, LogDetails, LogEntry } from '../../shared/minutes/final.ts';
import type { ArchiveDatabase } from '../db/database.ts';

interface LogRow {
  readonly seq: number;
  readonly atMs: number;
  readonly actor: string;
  readonly action: LogAction;
  readonly sessionId: SessionId | null;
  /** JSON. */
  readonly details: string;
  readonly hash: string;
}

/** An entry as it is stored; `isReadable` is false where its details are no JSON. */
export type StoredEntry = LogEntry & { readonly isReadable: boolean };

const COLUMNS = 'seq, at_ms AS atMs, actor, action, session_id AS sessionId, details, hash';

function entryOf({ details, ...row }: LogRow): StoredEntry {
  try {
    return { ...row, details: JSON.parse(details) as LogDetails, isReadable: true };
  } catch {
    return { ...row, details: {}, isReadable: false };
  }
}

/** All SQL of the log. Callers hold the transaction. */
export function createLogStore(db: ArchiveDatabase) {
  const last = db.prepare<[], { readonly seq: number; readonly hash: string }>(
    'SELECT seq, hash FROM session_log ORDER BY seq DESC LIMIT 1',
  );
  const insert = db.prepare<[LogRow]>(
    `INSERT INTO session_log (seq, at_ms, actor, action, session_id, details, hash)
     VALUES (@seq, @atMs, @actor, @action, @sessionId, @details, @hash)`,
  );
  const after = db.prepare<[number, number], LogRow>(
    `SELECT ${COLUMNS} FROM session_log WHERE seq > ? ORDER BY seq LIMIT ?`,
  );
  const before = db.prepare<[number, number], LogRow>(
    `SELECT ${COLUMNS} FROM session_log WHERE seq < ? ORDER BY seq DESC LIMIT ?`,
  );
  const ofSessionBefore = db.prepare<[SessionId, number, number], LogRow>(
    `SELECT ${COLUMNS} FROM session_log WHERE session_id = ? AND seq < ?
     ORDER BY seq DESC LIMIT ?`,
  );
  const ofSession = db.prepare<[SessionId], LogRow>(
    `SELECT ${COLUMNS} FROM session_log WHERE session_id = ? ORDER BY seq`,
  );
  const count = db.prepare<[], number>('SELECT count(*) FROM session_log').pluck();

  return {
    last: () => last.get(),
    insert: (row: LogRow): void => void insert.run(row),
    after: (seq: number, limit: number): readonly StoredEntry[] =>
      after.all(seq, limit).map(entryOf),
    before: (sessionId: SessionId | null, seq: number, limit: number): readonly StoredEntry[] =>
      (sessionId === null
        ? before.all(seq, limit)
        : ofSessionBefore.all(sessionId, seq, limit)
      ).map(entryOf),
    ofSession: (id: SessionId): readonly StoredEntry[] => ofSession.all(id).map(entryOf),
    count: (): number => count.get() ?? 0,
    /** Changes with what other connections commit, and with nothing that this one does. */
    foreignChanges: (): number => Number(db.pragma('data_version', { simple: true })),
  };
}
