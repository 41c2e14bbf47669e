import type { QueueEntry } from '../../shared/contract/queue.ts';
import type { AttendanceId, DayId, QueueEntryId, SessionId } from '../../shared/ids.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';

const COLUMNS = `q.id, q.day_id AS dayId, q.attendance_id AS attendanceId,
  q.noted_at_ms AS notedAtMs, q.served_at_ms AS servedAtMs`;

interface NewEntry {
  readonly id: QueueEntryId;
  readonly sessionId: SessionId;
  readonly dayId: DayId;
  readonly attendanceId: AttendanceId;
  readonly nowMs: number;
}

/** All SQL about who asked to speak. */
export function createQueueStore(db: ArchiveDatabase) {
  const status = db
    .prepare<[SessionId], SessionStatus>('SELECT status FROM sessions WHERE id = ?')
    .pluck();
  const knows = db
    .prepare<[{ sessionId: SessionId; dayId: DayId; attendanceId: AttendanceId }], number>(
      `SELECT count(*) FROM attendance a JOIN session_days d ON d.session_id = a.session_id
       WHERE a.id = @attendanceId AND d.id = @dayId AND a.session_id = @sessionId`,
    )
    .pluck();
  // Whoever was taken off the attendance waits for nothing until that is undone.
  const listed = db.prepare<[SessionId], QueueEntry>(
    `SELECT ${COLUMNS} FROM speaker_queue q
     JOIN attendance a ON a.id = q.attendance_id AND a.removed_at_ms IS NULL
     JOIN session_days d ON d.id = q.day_id
     WHERE q.session_id = ? AND q.removed_at_ms IS NULL
     ORDER BY d.position, q.position, q.noted_at_ms, q.id`,
  );
  const entry = db.prepare<[QueueEntryId], QueueEntry & { readonly sessionId: SessionId }>(
    `SELECT ${COLUMNS}, q.session_id AS sessionId FROM speaker_queue q WHERE q.id = ?`,
  );
  const waiting = db.prepare<[DayId, AttendanceId], QueueEntry>(
    `SELECT ${COLUMNS} FROM speaker_queue q WHERE q.day_id = ? AND q.attendance_id = ?
     AND q.served_at_ms IS NULL AND q.removed_at_ms IS NULL`,
  );
  const insert = db.prepare<[NewEntry]>(
    `INSERT INTO speaker_queue (id, session_id, day_id, position, attendance_id, noted_at_ms)
     VALUES (@id, @sessionId, @dayId,
       (SELECT coalesce(max(position), 0) + 1 FROM speaker_queue WHERE day_id = @dayId),
       @attendanceId, @nowMs)`,
  );
  const setState = db.prepare<[number | null, number | null, QueueEntryId]>(
    'UPDATE speaker_queue SET served_at_ms = ?, removed_at_ms = ? WHERE id = ?',
  );
  const places = db.prepare<[SessionId, DayId], { id: QueueEntryId; position: number }>(
    `SELECT id, position FROM speaker_queue
     WHERE session_id = ? AND day_id = ? AND served_at_ms IS NULL AND removed_at_ms IS NULL
     ORDER BY position, noted_at_ms, id`,
  );
  const setPlace = db.prepare<[number, QueueEntryId]>(
    'UPDATE speaker_queue SET position = ? WHERE id = ?',
  );
  return {
    status: (sessionId: SessionId) => status.get(sessionId),
    knows: (sessionId: SessionId, dayId: DayId, attendanceId: AttendanceId): boolean =>
      knows.get({ sessionId, dayId, attendanceId }) === 1,
    listed: (sessionId: SessionId): readonly QueueEntry[] => listed.all(sessionId),
    entry: (id: QueueEntryId) => entry.get(id),
    waiting: (dayId: DayId, attendanceId: AttendanceId) => waiting.get(dayId, attendanceId),
    insert: (row: NewEntry): void => void insert.run(row),
    setState: (id: QueueEntryId, servedAtMs: number | null, removedAtMs: number | null): void =>
      void setState.run(servedAtMs, removedAtMs, id),
    places: (sessionId: SessionId, dayId: DayId) => places.all(sessionId, dayId),
    setPlace: (id: QueueEntryId, position: number): void => void setPlace.run(position, id),
  };
}
