import type { DayId, SessionId } from '../../shared/ids.ts';
import type {
  MeetingCourse,
  MeetingDayTimes,
  MeetingEvent,
} from '../../shared/minutes/meeting-course.ts';
import type { ArchiveDatabase } from '../db/database.ts';

interface MarkRow {
  readonly event: MeetingEvent;
  readonly at_ms: number;
  readonly day_id: DayId | null;
}

interface DayTimesRow {
  readonly day_id: DayId;
  readonly opened: string | null;
  readonly closed: string | null;
}

/** All SQL about the course of meetings. Callers hold the transaction. */
export function createMeetingStore(db: ArchiveDatabase) {
  const selectMarks = db.prepare<[SessionId], MarkRow>(
    'SELECT event, at_ms, day_id FROM meeting_marks WHERE session_id = ? ORDER BY sequence',
  );
  const selectDays = db.prepare<[SessionId], DayTimesRow>(
    `SELECT m.day_id, m.opened, m.closed FROM meeting_days m
     JOIN session_days d ON d.id = m.day_id
     WHERE d.session_id = ? ORDER BY d.position`,
  );
  const deleteMarks = db.prepare<[SessionId]>('DELETE FROM meeting_marks WHERE session_id = ?');
  const insertMark = db.prepare<[SessionId, number, MeetingEvent, number, DayId | null]>(
    'INSERT INTO meeting_marks (session_id, sequence, event, at_ms, day_id) VALUES (?, ?, ?, ?, ?)',
  );
  const upsertDay = db.prepare<[DayId, string | null, string | null]>(
    `INSERT INTO meeting_days (day_id, opened, closed) VALUES (?, ?, ?)
     ON CONFLICT (day_id) DO UPDATE SET opened = excluded.opened, closed = excluded.closed`,
  );

  return {
    course: (id: SessionId): MeetingCourse => ({
      marks: selectMarks
        .all(id)
        .map(({ event, at_ms, day_id }) => ({ event, atMs: at_ms, dayId: day_id })),
      days: selectDays
        .all(id)
        .map(({ day_id, opened, closed }) => ({ dayId: day_id, opened, closed })),
    }),
    putCourse: (id: SessionId, { marks, days }: MeetingCourse): void => {
      deleteMarks.run(id);
      for (const [sequence, { event, atMs, dayId }] of marks.entries()) {
        insertMark.run(id, sequence, event, atMs, dayId);
      }
      for (const { dayId, opened, closed } of days) upsertDay.run(dayId, opened, closed);
    },
    putDay: ({ dayId, opened, closed }: MeetingDayTimes): void =>
      void upsertDay.run(dayId, opened, closed),
  };
}

export type MeetingStore = ReturnType<typeof createMeetingStore>;
