import type { StoredMediaType } from '../../shared/document/image-rules.ts';
import type { AttendanceId, DayId, SessionId } from '../../shared/ids.ts';
import type { MeetingDayTimes, MeetingMark } from '../../shared/minutes/meeting-course.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';
import type { SpeakerNumber } from '../../shared/minutes/speaker-numbers.ts';
import type { ArchiveDatabase } from '../db/database.ts';

interface ImageRow {
  readonly id: string;
  readonly mediaType: StoredMediaType;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bytes: Uint8Array;
}

interface BlockRow {
  readonly id: string;
  readonly type: string;
  readonly node: string;
  readonly plainText: string;
  readonly speakerId: AttendanceId | null;
}

interface QueueRow {
  readonly id: string;
  readonly dayId: DayId;
  readonly attendanceId: AttendanceId;
  readonly notedAtMs: number;
  readonly servedAtMs: number | null;
}

interface DocumentNumberRow {
  readonly kind: string;
  readonly number: string;
}

/** All SQL that puts a session from elsewhere into the archive. Callers hold the transaction. */
export function createExchangeStore(db: ArchiveDatabase) {
  const setStatus = db.prepare<[SessionStatus, SessionId]>(
    'UPDATE sessions SET status = ? WHERE id = ?',
  );
  const insertMark = db.prepare(
    `INSERT INTO meeting_marks (session_id, sequence, event, at_ms, day_id)
     VALUES (@sessionId, @sequence, @event, @atMs, @dayId)`,
  );
  const insertDayTimes = db.prepare(
    'INSERT INTO meeting_days (day_id, opened, closed) VALUES (@dayId, @opened, @closed)',
  );
  const insertNumber = db.prepare(
    `INSERT INTO speaker_numbers (session_id, number, attendance_id)
     VALUES (@sessionId, @number, @attendanceId)`,
  );
  const setNarrating = db.prepare(
    'INSERT INTO speaker_settings (session_id, narrates_comings) VALUES (?, 1)',
  );
  const insertQueued = db.prepare(
    `INSERT INTO speaker_queue
       (id, session_id, day_id, position, attendance_id, noted_at_ms, served_at_ms)
     VALUES (@id, @sessionId, @dayId, @position, @attendanceId, @notedAtMs, @servedAtMs)`,
  );
  const insertDocumentNumber = db.prepare(
    'INSERT INTO document_numbers (session_id, kind, number) VALUES (@sessionId, @kind, @number)',
  );
  const putImage = db.prepare(
    `INSERT INTO attachments (id, media_type, width_px, height_px, bytes, added_at_ms)
     VALUES (@id, @mediaType, @widthPx, @heightPx, @bytes, @nowMs)
     ON CONFLICT (id) DO NOTHING`,
  );
  const useImage = db.prepare(
    'INSERT INTO session_attachments (session_id, attachment_id) VALUES (?, ?)',
  );
  const insertBlock = db.prepare(
    `INSERT INTO blocks (session_id, id, position, type, node, plain_text, speaker_id, sequence)
     VALUES (@sessionId, @id, @position, @type, @node, @plainText, @speakerId, 1)`,
  );
  const markSaved = db.prepare<[number, SessionId]>(
    'UPDATE sessions SET sequence = 1, saved_at_ms = ? WHERE id = ?',
  );
  const queueIndex = db.prepare<[SessionId, string | null]>(
    'INSERT INTO index_queue (session_id, block_id) VALUES (?, ?)',
  );

  return {
    setStatus: (id: SessionId, status: SessionStatus): void => void setStatus.run(status, id),
    putCourse: (
      sessionId: SessionId,
      marks: readonly MeetingMark[],
      days: readonly MeetingDayTimes[],
    ): void => {
      for (const [sequence, mark] of marks.entries()) {
        insertMark.run({ ...mark, sessionId, sequence });
      }
      for (const day of days) insertDayTimes.run({ ...day });
    },
    putNumbers: (sessionId: SessionId, numbers: readonly SpeakerNumber[]): void => {
      for (const slot of numbers) insertNumber.run({ ...slot, sessionId });
    },
    setNarrating: (sessionId: SessionId): void => void setNarrating.run(sessionId),
    putQueue: (sessionId: SessionId, rows: readonly QueueRow[]): void => {
      for (const [index, row] of rows.entries()) {
        insertQueued.run({ ...row, sessionId, position: index + 1 });
      }
    },
    putDocumentNumbers: (sessionId: SessionId, rows: readonly DocumentNumberRow[]): void => {
      for (const row of rows) insertDocumentNumber.run({ ...row, sessionId });
    },
    putImage: (sessionId: SessionId, row: ImageRow, nowMs: number): void => {
      putImage.run({ ...row, nowMs });
      useImage.run(sessionId, row.id);
    },
    putBlocks: (sessionId: SessionId, rows: readonly BlockRow[], nowMs: number): void => {
      for (const [position, row] of rows.entries()) {
        insertBlock.run({ ...row, sessionId, position });
        queueIndex.run(sessionId, row.id);
      }
      markSaved.run(nowMs, sessionId);
    },
    queueIndex: (sessionId: SessionId): void => void queueIndex.run(sessionId, null),
  };
}
