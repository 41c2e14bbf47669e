import type { PlacedFile, SessionFile } from '../../shared/contract/files.ts';
import { READ_MEDIA_TYPES } from '../../shared/files/shown-files.ts';
import type { SessionFileId, SessionId } from '../../shared/ids.ts';
import type { ArchiveDatabase } from '../db/database.ts';

export interface FileRow extends Omit<SessionFile, 'isFrozen'> {
  readonly position: number;
  readonly removedAtMs: number | null;
}

interface NewFileRow extends PlacedFile {
  readonly id: SessionFileId;
  readonly sessionId: SessionId;
  readonly position: number;
  readonly addedAtMs: number;
}

const COLUMNS = `id, session_id AS sessionId, position, sha256, name, media_type AS mediaType,
  size_bytes AS sizeBytes, role, caption, starts_at_ms AS startsAtMs, added_at_ms AS addedAtMs,
  removed_at_ms AS removedAtMs`;

/** All SQL of the files beside minutes. Callers hold the transaction. */
export function createFilesStore(db: ArchiveDatabase) {
  const selectListed = db.prepare<[SessionId], FileRow>(
    `SELECT ${COLUMNS} FROM session_files
     WHERE session_id = ? AND removed_at_ms IS NULL ORDER BY position, id`,
  );
  const selectOne = db.prepare<[SessionFileId], FileRow>(
    `SELECT ${COLUMNS} FROM session_files WHERE id = ?`,
  );
  const selectLast = db
    .prepare<[SessionId], number>(
      'SELECT COALESCE(MAX(position), -1) FROM session_files WHERE session_id = ?',
    )
    .pluck();
  const selectFinalAt = db
    .prepare<[SessionId], number>('SELECT at_ms FROM finals WHERE session_id = ?')
    .pluck();
  const selectSession = db
    .prepare<[SessionId], number>('SELECT 1 FROM sessions WHERE id = ?')
    .pluck();
  const insert = db.prepare<[NewFileRow]>(
    `INSERT INTO session_files
       (id, session_id, position, sha256, name, media_type, size_bytes, role, added_at_ms)
     VALUES (@id, @sessionId, @position, @sha256, @name, @mediaType, @sizeBytes, @role, @addedAtMs)`,
  );
  const update = db.prepare<[FileRow]>(
    `UPDATE session_files SET name = @name, role = @role, caption = @caption,
       starts_at_ms = @startsAtMs WHERE id = @id`,
  );
  const setPosition = db.prepare<[number, SessionFileId]>(
    'UPDATE session_files SET position = ? WHERE id = ?',
  );
  const setRemoved = db.prepare<[number | null, SessionFileId]>(
    'UPDATE session_files SET removed_at_ms = ? WHERE id = ?',
  );
  const purge = db.prepare<[number]>(
    `DELETE FROM session_files WHERE removed_at_ms < ?
       AND session_id NOT IN (SELECT session_id FROM finals)`,
  );
  const purgeTexts = db.prepare(
    'DELETE FROM file_texts WHERE sha256 NOT IN (SELECT sha256 FROM session_files)',
  );
  // The list is ours: no letters of it come from outside.
  const readTypes = READ_MEDIA_TYPES.map((type) => `'${type}'`).join(', ');
  const selectUnread = db.prepare<[], Pick<SessionFile, 'sha256' | 'name' | 'mediaType'>>(
    `SELECT sha256, name, media_type AS mediaType FROM session_files f
     WHERE media_type IN (${readTypes}) AND removed_at_ms IS NULL
       AND NOT EXISTS (SELECT 1 FROM file_texts t WHERE t.sha256 = f.sha256)
     GROUP BY sha256 LIMIT 20`,
  );
  const putText = db.prepare<[string, string]>(
    `INSERT INTO file_texts (sha256, text) VALUES (?, ?)
     ON CONFLICT (sha256) DO UPDATE SET text = excluded.text WHERE text <> excluded.text`,
  );
  const selectSessionsOf = db
    .prepare<[string], SessionId>('SELECT DISTINCT session_id FROM session_files WHERE sha256 = ?')
    .pluck();
  const queueIndex = db.prepare<[SessionId]>(
    'INSERT INTO index_queue (session_id, block_id) VALUES (?, NULL)',
  );

  return {
    listed: (sessionId: SessionId): readonly FileRow[] => selectListed.all(sessionId),
    file: (id: SessionFileId) => selectOne.get(id),
    lastPosition: (sessionId: SessionId): number => selectLast.get(sessionId) ?? -1,
    /** When the session was made final; undefined where it is not. */
    finalAtMs: (sessionId: SessionId) => selectFinalAt.get(sessionId),
    hasSession: (sessionId: SessionId): boolean => selectSession.get(sessionId) === 1,
    insert: (row: NewFileRow): void => void insert.run(row),
    update: (row: FileRow): void => void update.run(row),
    setPosition: (id: SessionFileId, position: number): void => void setPosition.run(position, id),
    setRemoved: (id: SessionFileId, atMs: number | null): void => void setRemoved.run(atMs, id),
    /** Final sessions keep their rows as they are, those of removed files too. */
    purgeRemoved: (beforeMs: number): void => {
      if (purge.run(beforeMs).changes > 0) purgeTexts.run();
    },
    unread: () => selectUnread.all(),
    /** Whether the text is another one than before. */
    putText: (sha256: string, text: string): boolean => putText.run(sha256, text).changes > 0,
    sessionsOf: (sha256: string): readonly SessionId[] => selectSessionsOf.all(sha256),
    queueIndex: (sessionId: SessionId): void => void queueIndex.run(sessionId),
  };
}
