import type { AttendanceId, DayId, OrganizationId, PersonId, SessionId } from '../../shared/ids.ts';
import type { AttendanceDay, Organization, Person } from '../../shared/minutes/people.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';

/** A line of the attendance as it is stored, without its days. */
export interface AttendanceRow {
  readonly id: AttendanceId;
  readonly sessionId: SessionId;
  readonly rank: number;
  readonly type: 'person' | 'group';
  readonly personId: PersonId | null;
  readonly groupName: string;
  readonly position: string;
  readonly organizationId: OrganizationId | null;
  readonly headCount: number | null;
  readonly removedAtMs: number | null;
}

/** A line with the facts that come from its person and its organization. */
export interface NamedAttendanceRow extends AttendanceRow {
  readonly personName: string | null;
  readonly titleBefore: string | null;
  readonly titleAfter: string | null;
  readonly nip: string | null;
  readonly personRank: string | null;
  readonly organizationName: string | null;
}

export interface AttendanceDayRow extends AttendanceDay {
  readonly attendanceId: AttendanceId;
}

const PERSON_COLUMNS = `
  p.id, p.name, p.title_before AS titleBefore, p.title_after AS titleAfter, p.position,
  p.organization_id AS organizationId, p.nip, p.rank, p.phone,
  coalesce(o.name, '') AS organizationName
  FROM persons p LEFT JOIN organizations o ON o.id = p.organization_id`;
const ORGANIZATION_COLUMNS = 'id, name, short_name AS shortName, address FROM organizations';
const ATTENDANCE_COLUMNS = `
  a.id, a.session_id AS sessionId, a.position AS rank, a.type, a.person_id AS personId,
  a.group_name AS groupName, a.position_title AS position, a.organization_id AS organizationId,
  a.head_count AS headCount, a.removed_at_ms AS removedAtMs`;
const NAMED_ATTENDANCE = `
  SELECT ${ATTENDANCE_COLUMNS}, p.name AS personName, p.title_before AS titleBefore,
    p.title_after AS titleAfter, p.nip, p.rank AS personRank, o.name AS organizationName
  FROM attendance a
  LEFT JOIN persons p ON p.id = a.person_id
  LEFT JOIN organizations o ON o.id = a.organization_id`;
const DAY_COLUMNS = `
  d.attendance_id AS attendanceId, d.day_id AS dayId, d.role, d.presence,
  d.represented_by AS representedBy, d.arrived, d.departed AS "left"`;

type Values = Record<string, string | number | null>;

/** All SQL about people, organizations and attendance. */
export function createPeopleStore(db: ArchiveDatabase) {
  const all = <Row>(sql: string) => {
    const statement = db.prepare<Values, Row>(sql);
    return (values: Values = {}): readonly Row[] => statement.all(values);
  };
  const one = <Row>(sql: string) => {
    const statement = db.prepare<Values, Row>(sql);
    return (values: Values = {}): Row | undefined => statement.get(values);
  };
  const run = (sql: string) => {
    const statement = db.prepare<Values>(sql);
    return (values: Values): number => statement.run(values).changes;
  };

  const persons = all<Person>(`SELECT ${PERSON_COLUMNS} ORDER BY p.name, p.id`);
  const person = one<Person>(`SELECT ${PERSON_COLUMNS} WHERE p.id = @id`);
  const insertPerson = run(`
    INSERT INTO persons
      (id, name, title_before, title_after, position, organization_id, nip, rank, phone)
    VALUES (@id, @name, @titleBefore, @titleAfter, @position, @organizationId, @nip, @rank, @phone)`);
  const updatePerson = run(`
    UPDATE persons SET name = @name, title_before = @titleBefore, title_after = @titleAfter,
      position = @position, organization_id = @organizationId, nip = @nip, rank = @rank,
      phone = @phone
    WHERE id = @id`);

  const organizations = all<Organization>(
    `SELECT ${ORGANIZATION_COLUMNS} ORDER BY name COLLATE NOCASE, id`,
  );
  const organization = one<Organization>(`SELECT ${ORGANIZATION_COLUMNS} WHERE id = @id`);
  const insertOrganization = run(`
    INSERT INTO organizations (id, name, short_name, address)
    VALUES (@id, @name, @shortName, @address)`);
  const updateOrganization = run(`
    UPDATE organizations SET name = @name, short_name = @shortName, address = @address
    WHERE id = @id`);

  const listed = all<NamedAttendanceRow>(`${NAMED_ATTENDANCE}
    WHERE a.session_id = @sessionId AND a.removed_at_ms IS NULL ORDER BY a.position, a.id`);
  const phones = all<{ readonly id: AttendanceId; readonly phone: string }>(`
    SELECT a.id, p.phone FROM attendance a JOIN persons p ON p.id = a.person_id
    WHERE a.session_id = @sessionId AND a.removed_at_ms IS NULL AND p.phone <> ''`);
  const line = one<NamedAttendanceRow>(`${NAMED_ATTENDANCE} WHERE a.id = @id`);
  const places = all<{ readonly id: AttendanceId; readonly rank: number }>(`
    SELECT id, position AS rank FROM attendance
    WHERE session_id = @sessionId AND removed_at_ms IS NULL ORDER BY position, id`);
  const lastPlace = one<{ readonly rank: number }>(`
    SELECT coalesce(max(position), 0) AS rank FROM attendance WHERE session_id = @sessionId`);
  const insertAttendance = run(`
    INSERT INTO attendance (id, session_id, position, type, person_id, group_name, position_title,
      organization_id, head_count)
    VALUES (@id, @sessionId, @rank, @type, @personId, @groupName, @position, @organizationId,
      @headCount)`);
  const updateAttendance = run(`
    UPDATE attendance SET person_id = @personId, group_name = @groupName,
      position_title = @position, organization_id = @organizationId, head_count = @headCount
    WHERE id = @id`);
  const setPlace = run('UPDATE attendance SET position = @rank WHERE id = @id');
  const setRemoved = run('UPDATE attendance SET removed_at_ms = @removedAtMs WHERE id = @id');
  const purgeRemoved = run(`
    DELETE FROM attendance WHERE removed_at_ms <= @untilMs
      AND session_id NOT IN (SELECT session_id FROM finals)
      AND NOT EXISTS (SELECT 1 FROM blocks WHERE speaker_id = attendance.id)
      AND NOT EXISTS (SELECT 1 FROM marks WHERE attendance_id = attendance.id)`);
  const statementCount = one<{ readonly count: number }>(
    'SELECT count(*) AS count FROM blocks WHERE session_id = @sessionId AND speaker_id = @id',
  );

  const days = all<AttendanceDayRow>(`
    SELECT ${DAY_COLUMNS} FROM session_days s
    JOIN attendance_days d ON d.day_id = s.id
    JOIN attendance a ON a.id = d.attendance_id
    WHERE s.session_id = @sessionId AND a.removed_at_ms IS NULL ORDER BY s.position`);
  const daysOfLine = all<AttendanceDayRow>(`
    SELECT ${DAY_COLUMNS} FROM attendance_days d JOIN session_days s ON s.id = d.day_id
    WHERE d.attendance_id = @id ORDER BY s.position`);
  const insertDay = run(`
    INSERT INTO attendance_days (attendance_id, day_id, role, presence, arrived)
    VALUES (@attendanceId, @dayId, @role, @presence, @arrived)`);
  const updateDay = run(`
    UPDATE attendance_days SET role = @role, presence = @presence, represented_by = @representedBy,
      arrived = @arrived, departed = @left
    WHERE attendance_id = @attendanceId AND day_id = @dayId`);
  const addMissingDays = run(`
    INSERT INTO attendance_days (attendance_id, day_id)
    SELECT a.id, s.id FROM attendance a JOIN session_days s ON s.session_id = a.session_id
    WHERE a.session_id = @sessionId AND NOT EXISTS (
      SELECT 1 FROM attendance_days d WHERE d.attendance_id = a.id AND d.day_id = s.id)`);
  const sessionDays = all<{ readonly id: DayId }>(
    'SELECT id FROM session_days WHERE session_id = @sessionId ORDER BY position',
  );

  const session = one<{ readonly status: SessionStatus }>(
    'SELECT status FROM sessions WHERE id = @sessionId',
  );
  const touchSession = run('UPDATE sessions SET updated_at_ms = @nowMs WHERE id = @sessionId');
  const queueSession = run(
    'INSERT INTO index_queue (session_id, block_id) VALUES (@sessionId, NULL)',
  );
  const queueSessionsOfPerson = run(`
    INSERT INTO index_queue (session_id, block_id)
    SELECT DISTINCT session_id, NULL FROM attendance WHERE person_id = @id`);
  const queueSessionsOfOrganization = run(`
    INSERT INTO index_queue (session_id, block_id)
    SELECT session_id, NULL FROM attendance WHERE organization_id = @id
    UNION SELECT session_id, NULL FROM session_hosts WHERE organization_id = @id`);
  const changeCount = one<{ readonly count: number }>('SELECT total_changes() AS count');

  return {
    /** Grows with every write on this connection: tells whether something read is still true. */
    changeCount: (): number => changeCount()?.count ?? 0,
    persons: () => persons(),
    person: (id: PersonId) => person({ id }),
    insertPerson: (value: Person) => insertPerson({ ...value }),
    updatePerson: (value: Person) => updatePerson({ ...value }),
    organizations: () => organizations(),
    organization: (id: OrganizationId) => organization({ id }),
    insertOrganization: (value: Organization) => insertOrganization({ ...value }),
    updateOrganization: (value: Organization) => updateOrganization({ ...value }),
    listed: (sessionId: SessionId) => listed({ sessionId }),
    phones: (sessionId: SessionId) => phones({ sessionId }),
    line: (id: AttendanceId) => line({ id }),
    places: (sessionId: SessionId) => places({ sessionId }),
    lastPlace: (sessionId: SessionId): number => lastPlace({ sessionId })?.rank ?? 0,
    insertAttendance: (row: Omit<AttendanceRow, 'removedAtMs'>) => insertAttendance({ ...row }),
    updateAttendance: (row: AttendanceRow) =>
      updateAttendance({
        id: row.id,
        personId: row.personId,
        groupName: row.groupName,
        position: row.position,
        organizationId: row.organizationId,
        headCount: row.headCount,
      }),
    setPlace: (id: AttendanceId, rank: number) => setPlace({ id, rank }),
    setRemoved: (id: AttendanceId, removedAtMs: number | null) => setRemoved({ id, removedAtMs }),
    purgeRemoved: (untilMs: number) => purgeRemoved({ untilMs }),
    statementCount: (sessionId: SessionId, id: AttendanceId): number =>
      statementCount({ sessionId, id })?.count ?? 0,
    days: (sessionId: SessionId) => days({ sessionId }),
    daysOfLine: (id: AttendanceId) => daysOfLine({ id }),
    insertDay: (
      row: Pick<AttendanceDayRow, 'attendanceId' | 'dayId' | 'role' | 'presence' | 'arrived'>,
    ) => insertDay({ ...row }),
    updateDay: (row: AttendanceDayRow) => updateDay({ ...row }),
    addMissingDays: (sessionId: SessionId) => addMissingDays({ sessionId }),
    sessionDays: (sessionId: SessionId) => sessionDays({ sessionId }).map((day) => day.id),
    sessionStatus: (sessionId: SessionId) => session({ sessionId })?.status,
    touchSession: (sessionId: SessionId, nowMs: number) => touchSession({ sessionId, nowMs }),
    queueSession: (sessionId: SessionId) => queueSession({ sessionId }),
    queueSessionsOfPerson: (id: PersonId) => queueSessionsOfPerson({ id }),
    queueSessionsOfOrganization: (id: OrganizationId) => queueSessionsOfOrganization({ id }),
  };
}

export type PeopleStore = ReturnType<typeof createPeopleStore>;
