import type {
  ImportCounts,
  ImportFileState,
  ImportReason,
  ImportState,
} from '../../shared/contract/imports.ts';
import type { ImportId, SessionFileId, SessionId } from '../../shared/ids.ts';
import type { ArchiveDatabase } from '../db/database.ts';

interface RunRow {
  readonly id: ImportId;
  readonly folder: string;
  readonly state: ImportState;
  readonly startedAtMs: number;
  readonly endedAtMs: number | null;
}

interface FileRow {
  readonly path: string;
  readonly sizeBytes: number;
  readonly state: ImportFileState;
  readonly reason: ImportReason | '';
  readonly sessionId: SessionId | null;
  readonly title: string | null;
  readonly trashedAtMs: number | null;
  readonly reviewedAtMs: number | null;
}

interface ReviewRow {
  readonly sessionId: SessionId;
  readonly sha256: string;
  readonly guess: string;
  readonly text: string | null;
  readonly fileId: SessionFileId | null;
}

interface SettledRow {
  readonly importId: ImportId;
  readonly path: string;
  readonly state: Exclude<ImportFileState, 'menunggu'>;
  readonly reason: ImportReason | '';
  readonly sha256: string | null;
  readonly sessionId: SessionId | null;
  readonly guess: string | null;
}

const RUN_COLUMNS = `id, folder, state, started_at_ms AS startedAtMs, ended_at_ms AS endedAtMs`;

/** All SQL of imports. Callers hold the transaction. */
export function createImportsStore(db: ArchiveDatabase) {
  const selectRuns = db.prepare<[], RunRow>(
    `SELECT ${RUN_COLUMNS} FROM imports ORDER BY started_at_ms DESC, id`,
  );
  const selectRun = db.prepare<[ImportId], RunRow>(
    `SELECT ${RUN_COLUMNS} FROM imports WHERE id = ?`,
  );
  const selectRunning = db.prepare<[], RunRow>(
    `SELECT ${RUN_COLUMNS} FROM imports WHERE state = 'berjalan' ORDER BY started_at_ms, id LIMIT 1`,
  );
  const selectCounts = db.prepare<[ImportId], ImportCounts>(
    `SELECT count(*) AS total,
       count(*) FILTER (WHERE f.state = 'menunggu') AS waiting,
       count(*) FILTER (WHERE f.state = 'masuk') AS taken,
       count(*) FILTER (WHERE f.state = 'ganda') AS known,
       count(*) FILTER (WHERE f.state = 'ditolak') AS refused,
       count(*) FILTER (WHERE f.state = 'masuk' AND f.reviewed_at_ms IS NULL
         AND s.id NOT NULL AND s.trashed_at_ms IS NULL) AS unreviewed
     FROM import_files f LEFT JOIN sessions s ON s.id = f.session_id WHERE f.import_id = ?`,
  );
  const insertRun = db.prepare<[ImportId, string, number]>(
    `INSERT INTO imports (id, folder, state, started_at_ms) VALUES (?, ?, 'berjalan', ?)`,
  );
  const insertFile = db.prepare<[ImportId, string, number]>(
    `INSERT INTO import_files (import_id, path, size_bytes, state) VALUES (?, ?, ?, 'menunggu')
     ON CONFLICT DO NOTHING`,
  );
  const setState = db.prepare<[ImportState, number | null, ImportId]>(
    'UPDATE imports SET state = ?, ended_at_ms = ? WHERE id = ?',
  );
  const selectNext = db
    .prepare<[ImportId], string>(
      `SELECT path FROM import_files WHERE import_id = ? AND state = 'menunggu'
       ORDER BY path LIMIT 1`,
    )
    .pluck();
  const selectState = db
    .prepare<[ImportId, string], ImportFileState>(
      'SELECT state FROM import_files WHERE import_id = ? AND path = ?',
    )
    .pluck();
  const settle = db.prepare<[SettledRow]>(
    `UPDATE import_files SET state = @state, reason = @reason, sha256 = @sha256,
       session_id = @sessionId, guess = @guess
     WHERE import_id = @importId AND path = @path`,
  );
  const selectFiles = db.prepare<[ImportId], FileRow>(
    `SELECT f.path, f.size_bytes AS sizeBytes, f.state, f.reason, s.id AS sessionId, s.title,
       s.trashed_at_ms AS trashedAtMs, f.reviewed_at_ms AS reviewedAtMs
     FROM import_files f LEFT JOIN sessions s ON s.id = f.session_id
     WHERE f.import_id = ? ORDER BY f.path`,
  );
  const selectReview = db.prepare<[ImportId, string], ReviewRow>(
    `SELECT f.session_id AS sessionId, f.sha256, f.guess, t.text,
       (SELECT x.id FROM session_files x WHERE x.session_id = f.session_id
          AND x.sha256 = f.sha256 AND x.removed_at_ms IS NULL LIMIT 1) AS fileId
     FROM import_files f LEFT JOIN file_texts t ON t.sha256 = f.sha256
     WHERE f.import_id = ? AND f.path = ? AND f.state = 'masuk'
       AND f.session_id NOT NULL AND f.guess NOT NULL`,
  );
  const setReviewed = db.prepare<[number | null, ImportId, string]>(
    `UPDATE import_files SET reviewed_at_ms = ?
     WHERE import_id = ? AND path = ? AND state = 'masuk'`,
  );
  const selectMade = db.prepare<[ImportId], { readonly id: SessionId; readonly status: string }>(
    `SELECT s.id, s.status FROM import_files f JOIN sessions s ON s.id = f.session_id
     WHERE f.import_id = ? AND f.state = 'masuk' AND s.trashed_at_ms IS NULL ORDER BY f.path`,
  );
  // Also in the trash: whoever threw it away can bring it back, and would otherwise have it twice.
  const selectKnown = db
    .prepare<[{ readonly sha256: string }], SessionId>(
      `SELECT session_id FROM import_files
         WHERE sha256 = @sha256 AND state = 'masuk' AND session_id NOT NULL
       UNION ALL
       SELECT session_id FROM session_files
         WHERE sha256 = @sha256 AND role = 'asli' AND removed_at_ms IS NULL
       LIMIT 1`,
    )
    .pluck();
  const setDone = db.prepare<[SessionId]>("UPDATE sessions SET status = 'selesai' WHERE id = ?");

  return {
    runs: (): readonly RunRow[] => selectRuns.all(),
    run: (id: ImportId) => selectRun.get(id),
    oldestRunning: () => selectRunning.get(),
    counts: (id: ImportId): ImportCounts => {
      const counts = selectCounts.get(id);
      return counts ?? { total: 0, waiting: 0, taken: 0, known: 0, refused: 0, unreviewed: 0 };
    },
    insertRun: (id: ImportId, folder: string, atMs: number): void =>
      void insertRun.run(id, folder, atMs),
    insertFile: (id: ImportId, path: string, sizeBytes: number): void =>
      void insertFile.run(id, path, sizeBytes),
    setState: (id: ImportId, state: ImportState, endedAtMs: number | null): void =>
      void setState.run(state, endedAtMs, id),
    nextPath: (id: ImportId) => selectNext.get(id),
    fileState: (id: ImportId, path: string) => selectState.get(id, path),
    settle: (row: SettledRow): void => void settle.run(row),
    files: (id: ImportId): readonly FileRow[] => selectFiles.all(id),
    review: (id: ImportId, path: string) => selectReview.get(id, path),
    /** Whether there is such a file of which a session was made. */
    setReviewed: (id: ImportId, path: string, atMs: number | null): boolean =>
      setReviewed.run(atMs, id, path).changes === 1,
    /** Sessions made by an import that are not in the trash. */
    made: (id: ImportId) => selectMade.all(id),
    sessionOf: (sha256: string) => selectKnown.get({ sha256 }),
    setDone: (sessionId: SessionId): void => void setDone.run(sessionId),
  };
}
