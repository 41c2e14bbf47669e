import type { AttachmentId, BlockId, SessionId } from '../../shared/ids.ts';
import type { StoredMediaType } from '../../shared/document/image-rules.ts';
import type { Addendum } from '../../shared/minutes/final.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';

/** A final session as it is kept. */
export interface FinalRow {
  readonly atMs: number;
  readonly actor: string;
  readonly reason: string;
  /** JSON. */
  readonly findings: string;
  readonly canonical: string;
  readonly sha256: string;
}

/** A block with the columns that repeat parts of it. */
export interface BlockRow {
  readonly id: BlockId;
  readonly type: string;
  readonly node: string;
  readonly plainText: string;
  readonly speakerId: string | null;
}

interface ImageRow {
  readonly mediaType: StoredMediaType;
  readonly bytes: Uint8Array;
}

interface SessionState {
  readonly status: SessionStatus;
  readonly title: string;
  readonly updatedAtMs: number;
  /** Number and time of the last save. */
  readonly sequence: number;
  readonly savedAtMs: number;
}

/** All SQL of final sessions. Callers hold the transaction. */
export function createFinalsStore(db: ArchiveDatabase) {
  const session = db.prepare<[string], SessionState>(
    `SELECT status, title, updated_at_ms AS updatedAtMs, sequence, saved_at_ms AS savedAtMs
     FROM sessions WHERE id = ?`,
  );
  const final = db.prepare<[string], FinalRow>(
    'SELECT at_ms AS atMs, actor, reason, findings, canonical, sha256 FROM finals WHERE session_id = ?',
  );
  const exists = db.prepare<[string], 1>('SELECT 1 FROM finals WHERE session_id = ?').pluck();
  const insert = db.prepare<[FinalRow & { readonly sessionId: SessionId }]>(
    `INSERT INTO finals (session_id, at_ms, actor, reason, findings, canonical, sha256)
     VALUES (@sessionId, @atMs, @actor, @reason, @findings, @canonical, @sha256)`,
  );
  const addenda = db.prepare<[string], Addendum>(
    `SELECT number, block_id AS blockId, text, at_ms AS atMs, actor, sha256
     FROM addenda WHERE session_id = ? ORDER BY number`,
  );
  const insertAddendum = db.prepare<[Addendum & { readonly sessionId: SessionId }]>(
    `INSERT INTO addenda (session_id, number, block_id, text, at_ms, actor, sha256)
     VALUES (@sessionId, @number, @blockId, @text, @atMs, @actor, @sha256)`,
  );
  const blocks = db.prepare<[string], BlockRow>(
    `SELECT id, type, node, plain_text AS plainText, speaker_id AS speakerId
     FROM blocks WHERE session_id = ? ORDER BY position`,
  );
  const image = db.prepare<[string], ImageRow>(
    'SELECT media_type AS mediaType, bytes FROM attachments WHERE id = ?',
  );
  const isUsed = db
    .prepare<[string, string], 1>(
      'SELECT 1 FROM session_attachments WHERE session_id = ? AND attachment_id = ?',
    )
    .pluck();
  const keepLogo = db.prepare<[string]>(
    `INSERT INTO attachments (id, media_type, width_px, height_px, bytes, added_at_ms)
     SELECT id, media_type, width_px, height_px, bytes, added_at_ms FROM office_logos WHERE id = ?
     ON CONFLICT (id) DO NOTHING`,
  );
  const useImage = db.prepare<[string, string]>(
    `INSERT INTO session_attachments (session_id, attachment_id) VALUES (?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const setFinal = db.prepare<[number, string]>(
    "UPDATE sessions SET status = 'final', updated_at_ms = ? WHERE id = ?",
  );
  const queueIndex = db.prepare<[string]>(
    'INSERT INTO index_queue (session_id, block_id) VALUES (?, NULL)',
  );
  // The log knows of those whose frozen copy is gone.
  const known = db
    .prepare<[], SessionId>(
      `SELECT session_id FROM finals
       UNION SELECT id FROM sessions WHERE status = 'final'
       UNION SELECT session_id FROM session_log WHERE action = 'finalise' AND session_id NOT NULL`,
    )
    .pluck();

  return {
    session: (id: SessionId) => session.get(id),
    final: (id: SessionId) => final.get(id),
    isFinal: (id: SessionId): boolean => exists.get(id) === 1,
    insert: (sessionId: SessionId, row: FinalRow): void => void insert.run({ ...row, sessionId }),
    addenda: (id: SessionId): readonly Addendum[] => addenda.all(id),
    insertAddendum: (sessionId: SessionId, addendum: Addendum): void =>
      void insertAddendum.run({ ...addendum, sessionId }),
    blocks: (id: SessionId): readonly BlockRow[] => blocks.all(id),
    image: (id: AttachmentId) => image.get(id),
    isImageOf: (sessionId: SessionId, id: AttachmentId): boolean => isUsed.get(sessionId, id) === 1,
    /** A logo stays with what it heads, whatever its office prints later. */
    keepLogo: (sessionId: SessionId, id: string): void => {
      keepLogo.run(id);
      useImage.run(sessionId, id);
    },
    setFinal: (id: SessionId, nowMs: number): void => void setFinal.run(nowMs, id),
    queueIndex: (id: SessionId): void => void queueIndex.run(id),
    /** Every session that is final, or was once. */
    known: (): readonly SessionId[] => known.all(),
    foreignChanges: (): number => Number(db.pragma('data_version', { simple: true })),
  };
}

export type FinalsStore = ReturnType<typeof createFinalsStore>;
