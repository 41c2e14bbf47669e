import type { SessionId } from '../../shared/ids.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { ArchiveDatabase } from '../db/database.ts';

export interface IssuedRow {
  readonly sessionId: SessionId;
  readonly kind: DocumentKind;
  readonly version: number;
  readonly atMs: number;
}

/** One state of a final session. */
export interface VersionRow {
  readonly sessionId: SessionId;
  readonly sha256: string;
  readonly atMs: number;
}

const COLUMNS = 'session_id AS sessionId, kind, version, at_ms AS atMs';

/** All SQL of documents that were given out, and of codes. Callers hold the transaction. */
export function createIssuedStore(db: ArchiveDatabase) {
  const newestVersion = db
    .prepare<[string], number>(
      `SELECT (SELECT count(*) FROM addenda WHERE session_id = finals.session_id)
       FROM finals WHERE session_id = ?`,
    )
    .pluck();
  // Given out again, it is known since the first time.
  const insert = db.prepare<
    [IssuedRow & { readonly contentSha256: string; readonly textSha256: string }]
  >(
    `INSERT INTO issued_documents (content_sha256, text_sha256, session_id, kind, version, at_ms)
     VALUES (@contentSha256, @textSha256, @sessionId, @kind, @version, @atMs)
     ON CONFLICT DO NOTHING`,
  );
  const byContent = db.prepare<[string], IssuedRow>(
    `SELECT ${COLUMNS} FROM issued_documents WHERE content_sha256 = ?
     ORDER BY version DESC, at_ms LIMIT 1`,
  );
  const byText = db.prepare<[string], IssuedRow>(
    `SELECT ${COLUMNS} FROM issued_documents WHERE text_sha256 = ?
     ORDER BY version DESC, at_ms LIMIT 1`,
  );
  const version = db.prepare<{ readonly version: number; readonly hashStart: string }, VersionRow>(
    `SELECT session_id AS sessionId, sha256, at_ms AS atMs FROM finals
     WHERE @version = 0 AND substr(sha256, 1, length(@hashStart)) = @hashStart
     UNION ALL
     SELECT session_id, sha256, at_ms FROM addenda
     WHERE number = @version AND substr(sha256, 1, length(@hashStart)) = @hashStart
     LIMIT 1`,
  );

  return {
    /** How many addenda a final session has; undefined where it is not final. */
    newestVersion: (id: SessionId): number | undefined => newestVersion.get(id),
    insert: (row: Parameters<typeof insert.run>[0]): void => void insert.run(row),
    byContent: (sha256: string) => byContent.get(sha256),
    byText: (sha256: string) => byText.get(sha256),
    versionOf: (code: { readonly version: number; readonly hashStart: string }) =>
      version.get(code),
  };
}
