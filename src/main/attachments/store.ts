import type { StoredMediaType } from '../../shared/document/image-rules.ts';
import type { ArchiveDatabase } from '../db/database.ts';

export interface AttachmentRow {
  readonly id: string;
  readonly mediaType: StoredMediaType;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
}

/** All SQL of attachments; statements are prepared once. */
export function createAttachmentStore(db: ArchiveDatabase) {
  const put = db.prepare(`
    INSERT INTO attachments (id, media_type, width_px, height_px, bytes, added_at_ms)
    VALUES (@id, @mediaType, @widthPx, @heightPx, @bytes, @addedAtMs)
    ON CONFLICT (id) DO NOTHING
  `);
  const use = db.prepare(`
    INSERT INTO session_attachments (session_id, attachment_id)
    SELECT ?, id FROM attachments WHERE id = ?
    ON CONFLICT DO NOTHING
  `);
  const read = db.prepare<[string], AttachmentRow>(`
    SELECT id, media_type AS mediaType, width_px AS widthPx, height_px AS heightPx, bytes
    FROM attachments WHERE id = ?
  `);
  const countOf = db
    .prepare<[string], number>('SELECT count(*) FROM session_attachments WHERE session_id = ?')
    .pluck();
  const isUsed = db
    .prepare<[string, string], number>(
      'SELECT 1 FROM session_attachments WHERE session_id = ? AND attachment_id = ?',
    )
    .pluck();
  const status = db.prepare<[string], string>('SELECT status FROM sessions WHERE id = ?').pluck();

  return {
    put: (row: AttachmentRow, addedAtMs: number): void => {
      put.run({ ...row, addedAtMs });
    },
    /** Notes that a session uses an attachment; nothing happens where there is none of that id. */
    use: (sessionId: string, id: string): void => {
      use.run(sessionId, id);
    },
    read: (id: string): AttachmentRow | undefined => read.get(id),
    countOf: (sessionId: string): number => countOf.get(sessionId) ?? 0,
    isUsed: (sessionId: string, id: string): boolean => isUsed.get(sessionId, id) === 1,
    status: (sessionId: string): string | undefined => status.get(sessionId),
  };
}
