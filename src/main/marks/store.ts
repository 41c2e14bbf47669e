import type { MarkTarget } from '../../shared/contract/marks.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { ArchiveDatabase } from '../db/database.ts';

export interface MarkRow {
  readonly id: string;
  readonly sessionId: string;
  readonly attendanceId: string | null;
  readonly dayId: string | null;
  readonly kind: DocumentKind | null;
  readonly blockIndex: number | null;
  readonly signer: string;
  readonly signerName: string;
  readonly method: 'drawn' | 'image';
  readonly widthPx: number;
  readonly heightPx: number;
  readonly reusedFrom: string | null;
  readonly atMs: number;
  readonly actor: string;
  readonly removedAtMs: number | null;
}

export interface NewMarkRow extends Omit<MarkRow, 'removedAtMs'> {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly sourceSha256: string | null;
}

const FACTS = `id, session_id AS sessionId, attendance_id AS attendanceId, day_id AS dayId, kind,
  block_index AS blockIndex, signer, signer_name AS signerName, method, width_px AS widthPx,
  height_px AS heightPx, reused_from AS reusedFrom, at_ms AS atMs, actor,
  removed_at_ms AS removedAtMs`;

/** In the order in which they were made. */
const IN_ORDER = 'ORDER BY at_ms, id';

/** All SQL of visible signatures; statements are prepared once. */
export function createMarkStore(db: ArchiveDatabase) {
  const printed = db.prepare<[string], MarkRow>(
    `SELECT ${FACTS} FROM marks WHERE session_id = ? AND removed_at_ms IS NULL ${IN_ORDER}`,
  );
  const one = db.prepare<[string], MarkRow>(`SELECT ${FACTS} FROM marks WHERE id = ?`);
  const atAttendee = db.prepare<[string, string, string], MarkRow>(`
    SELECT ${FACTS} FROM marks
    WHERE session_id = ? AND attendance_id = ? AND day_id = ? AND removed_at_ms IS NULL
  `);
  const atBlock = db.prepare<[string, string, number], MarkRow>(`
    SELECT ${FACTS} FROM marks
    WHERE session_id = ? AND kind = ? AND block_index = ? AND removed_at_ms IS NULL
  `);
  const sameImage = db.prepare<[{ sha256: string; sourceSha256: string | null }], MarkRow>(`
    SELECT ${FACTS} FROM marks WHERE sha256 = @sha256
    UNION
    SELECT ${FACTS} FROM marks WHERE source_sha256 = @sourceSha256
    ORDER BY atMs, id
  `);
  const insert = db.prepare(`
    INSERT INTO marks (id, session_id, attendance_id, day_id, kind, block_index, signer, signer_name,
      method, bytes, width_px, height_px, sha256, source_sha256, reused_from, at_ms, actor)
    VALUES (@id, @sessionId, @attendanceId, @dayId, @kind, @blockIndex, @signer, @signerName,
      @method, @bytes, @widthPx, @heightPx, @sha256, @sourceSha256, @reusedFrom, @atMs, @actor)
  `);
  const takeBack = db.prepare(
    'UPDATE marks SET removed_at_ms = @atMs WHERE id = @id AND removed_at_ms IS NULL',
  );
  const bytes = db.prepare<[string], Uint8Array>('SELECT bytes FROM marks WHERE id = ?').pluck();
  const hasSession = db.prepare<[string], number>('SELECT 1 FROM sessions WHERE id = ?').pluck();

  return {
    printed: (sessionId: string): readonly MarkRow[] => printed.all(sessionId),
    one: (id: string): MarkRow | undefined => one.get(id),
    /** The one that a target has now. */
    at: (sessionId: string, target: MarkTarget): MarkRow | undefined =>
      target.type === 'attendance'
        ? atAttendee.get(sessionId, target.attendanceId, target.dayId)
        : atBlock.get(sessionId, target.kind, target.blockIndex),
    /** All, also those taken back, of the same image or made from the same picture. */
    sameImage: (sha256: string, sourceSha256: string | null): readonly MarkRow[] =>
      sameImage.all({ sha256, sourceSha256 }),
    insert: (row: NewMarkRow): void => {
      insert.run(row);
    },
    takeBack: (id: string, atMs: number): void => {
      takeBack.run({ id, atMs });
    },
    bytes: (id: string): Uint8Array | undefined => bytes.get(id),
    hasSession: (sessionId: string): boolean => hasSession.get(sessionId) === 1,
  };
}
