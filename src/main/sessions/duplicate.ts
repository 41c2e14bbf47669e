import type { AttendanceId, BlockId, DayId, PersonId, SessionId } from '../../shared/ids.ts';
import {
  attendanceIdSchema,
  blockIdSchema,
  dayIdSchema,
  sessionIdSchema,
} from '../../shared/ids.ts';
import type { Session } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { fieldRowOf } from './rows.ts';
import type { SessionsStore } from './store.ts';

interface AttendanceRow {
  readonly id: AttendanceId;
  readonly position: number;
  readonly type: 'person' | 'group';
  readonly person_id: PersonId | null;
  readonly group_name: string;
  readonly position_title: string;
  readonly organization_id: string | null;
  readonly head_count: number | null;
}

interface NumberRow {
  readonly number: number;
  readonly attendance_id: AttendanceId | null;
}

interface AgendaRow {
  readonly id: BlockId;
  readonly position: number;
  readonly node: string;
  readonly plain_text: string;
}

function createDuplicateStore(db: ArchiveDatabase) {
  return {
    attendance: db.prepare<[SessionId], AttendanceRow>(
      `SELECT id, position, type, person_id, group_name, position_title, organization_id, head_count
       FROM attendance WHERE session_id = ? AND removed_at_ms IS NULL ORDER BY position`,
    ),
    insertAttendance: db.prepare<[AttendanceRow & { readonly session_id: SessionId }]>(
      `INSERT INTO attendance (id, session_id, position, type, person_id, group_name,
         position_title, organization_id, head_count)
       VALUES (@id, @session_id, @position, @type, @person_id, @group_name,
         @position_title, @organization_id, @head_count)`,
    ),
    copyRole: db.prepare<
      [
        {
          readonly id: AttendanceId;
          readonly day: DayId;
          readonly from: AttendanceId;
          readonly from_day: DayId;
        },
      ]
    >(
      `INSERT INTO attendance_days (attendance_id, day_id, role)
       VALUES (@id, @day,
         (SELECT role FROM attendance_days WHERE attendance_id = @from AND day_id = @from_day))`,
    ),
    // A number that was kept free stays free in the copy too, so that no other moves up.
    numbers: db.prepare<[SessionId], NumberRow>(
      'SELECT number, attendance_id FROM speaker_numbers WHERE session_id = ?',
    ),
    insertNumber: db.prepare<[NumberRow & { readonly session_id: SessionId }]>(
      `INSERT INTO speaker_numbers (session_id, number, attendance_id)
       VALUES (@session_id, @number, @attendance_id)`,
    ),
    copySpeakerSettings: db.prepare<[{ readonly from: SessionId; readonly copy: SessionId }]>(
      `INSERT INTO speaker_settings (session_id, narrates_comings)
       SELECT @copy, narrates_comings FROM speaker_settings WHERE session_id = @from`,
    ),
    agenda: db.prepare<[SessionId], AgendaRow>(
      `SELECT id, position, node, plain_text FROM blocks
       WHERE session_id = ? AND type = 'agendaItem' ORDER BY position`,
    ),
    insertAgendaItem: db.prepare<
      [AgendaRow & { readonly session_id: SessionId; readonly day: DayId | null }]
    >(
      `INSERT INTO blocks (session_id, id, position, type, node, plain_text, speaker_id, sequence)
       VALUES (@session_id, @id, @position, 'agendaItem',
         json_remove(json_set(@node, '$.attrs.id', @id, '$.attrs.dayId', @day),
           '$.attrs.isImportant', '$.attrs.note'),
         @plain_text, NULL, 0)`,
    ),
  };
}

/**
 * "Gandakan" is how the next meeting of the same kind is begun. So what stays the same from one
 * meeting to the next is copied: the title data, place, hosts, series, who is invited in which role
 * and has which number as a speaker, whether comings are narrated, and the agenda. What is true of one meeting only is left out, because a copied date, hour, series
 * number, document number, invitation, presence or head count would look like a fact about a meeting
 * that has not been held. The number of days stays; the copy is a plan and not an example.
 */
export function createDuplicator(
  db: ArchiveDatabase,
  {
    store,
    clock,
    newId,
  }: {
    readonly store: SessionsStore;
    readonly clock: () => number;
    readonly newId: () => string;
  },
) {
  const sql = createDuplicateStore(db);

  /** Days of the original and those of the copy, in order. */
  function copyDays(original: Session, copy: SessionId): ReadonlyMap<DayId, DayId> {
    return new Map(
      original.days.map((day, position) => {
        const id = dayIdSchema.parse(newId());
        store.putDay(copy, position, { id, date: null, start_time: null, end_time: null });
        return [day.id, id];
      }),
    );
  }

  /** Lines of the original and those of the copy. */
  function copyAttendance(
    original: SessionId,
    copy: SessionId,
    days: ReadonlyMap<DayId, DayId>,
  ): ReadonlyMap<AttendanceId, AttendanceId> {
    const lines = new Map<AttendanceId, AttendanceId>();
    for (const row of sql.attendance.all(original)) {
      const id = attendanceIdSchema.parse(newId());
      lines.set(row.id, id);
      sql.insertAttendance.run({ ...row, id, session_id: copy, head_count: null });
      for (const [from_day, day] of days) sql.copyRole.run({ id, day, from: row.id, from_day });
    }
    return lines;
  }

  /** Her fingers know the numbers of those who meet again and again. */
  function copySpeakers(
    original: SessionId,
    copy: SessionId,
    lines: ReadonlyMap<AttendanceId, AttendanceId>,
  ): void {
    for (const { number, attendance_id } of sql.numbers.all(original)) {
      const holder = attendance_id === null ? null : (lines.get(attendance_id) ?? null);
      sql.insertNumber.run({ session_id: copy, number, attendance_id: holder });
    }
    sql.copySpeakerSettings.run({ from: original, copy });
  }

  function copyAgenda(original: SessionId, copy: SessionId, days: ReadonlyMap<DayId, DayId>): void {
    for (const [position, row] of sql.agenda.all(original).entries()) {
      const id = blockIdSchema.parse(newId());
      const attrs = (JSON.parse(row.node) as { attrs: { dayId: DayId | null } }).attrs;
      const day = attrs.dayId === null ? null : (days.get(attrs.dayId) ?? null);
      sql.insertAgendaItem.run({ ...row, id, position, session_id: copy, day });
      store.queueIndex(copy, id);
    }
  }

  return {
    duplicate(original: Session): SessionId {
      const id = sessionIdSchema.parse(newId());
      store.insertSession({
        id,
        ...fieldRowOf({ ...original, documentNumber: '', invitation: '', seriesNumber: null }),
        status: 'rencana',
        series_id: original.series?.id ?? null,
        is_example: 0,
        example_key: null,
        now_ms: clock(),
      });
      store.replaceHosts(
        id,
        original.hosts.map((host) => host.organizationId),
      );
      const days = copyDays(original, id);
      copySpeakers(original.id, id, copyAttendance(original.id, id, days));
      copyAgenda(original.id, id, days);
      store.queueIndex(id);
      return id;
    },
  };
}
