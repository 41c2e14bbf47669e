import type { AboutSession, AboutSubject, YearCount } from '../../shared/contract/about.ts';
import type { FollowUpStatus } from '../../shared/document/block.ts';
import type { AttendanceId, BlockId, SessionId } from '../../shared/ids.ts';
import type { Presence } from '../../shared/minutes/people.ts';
import type { ArchiveDatabase } from '../db/database.ts';

/** Longest stretch of a text that a list shows. */
export const SHOWN_LENGTH = 600;

interface SubjectRow {
  readonly name: string;
  readonly titleBefore: string;
  readonly titleAfter: string;
  readonly position: string;
  readonly organizationName: string;
  readonly shortName: string;
}

export interface LineRow {
  readonly id: AttendanceId;
  readonly type: 'person' | 'group';
  readonly groupName: string;
  readonly name: string | null;
  readonly titleBefore: string | null;
  readonly titleAfter: string | null;
  readonly position: string;
  readonly organizationName: string | null;
  readonly statementCount: number;
}

export interface LineDayRow {
  readonly attendanceId: AttendanceId;
  readonly role: string | null;
  readonly presence: Presence | null;
  readonly representedBy: string;
}

export interface StatementRow {
  readonly sessionId: SessionId;
  readonly blockId: BlockId;
  readonly lineId: AttendanceId;
  readonly kind: string;
  readonly text: string;
  readonly length: number;
  readonly day: string | null;
  readonly spokenAtMs: number | null;
}

export interface FollowUpRow {
  readonly sessionId: SessionId;
  readonly blockId: BlockId;
  readonly text: string;
  readonly length: number;
  readonly responsible: string;
  readonly dueDate: string | null;
  readonly status: FollowUpStatus;
}

/** Who is named as responsible, before it is known whether it is the one asked about. */
export interface ResponsibleRow {
  readonly sessionId: SessionId;
  readonly blockId: BlockId;
  readonly responsible: string;
}

export interface NameRow {
  readonly type: AboutSubject['type'];
  readonly id: string;
  readonly name: string;
}

interface Page {
  readonly id: string;
  readonly year: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Lines of the attendance, by whom they are about, of sessions that are not in the trash. */
const LINES = {
  person: `SELECT a.id, a.session_id FROM attendance a
    WHERE a.person_id = @id AND a.removed_at_ms IS NULL`,
  organization: `SELECT a.id, a.session_id FROM attendance a
    WHERE a.organization_id = @id AND a.removed_at_ms IS NULL
    UNION SELECT a.id, a.session_id FROM organizations o
    JOIN attendance a ON a.type = 'group' AND a.group_name = o.name COLLATE NOCASE
    WHERE o.id = @id AND a.removed_at_ms IS NULL`,
} as const;

/** Sessions that somebody is listed at; those that an organization held count as well. */
const SESSIONS = {
  person: `SELECT DISTINCT session_id FROM (${LINES.person})`,
  organization: `SELECT session_id FROM (${LINES.organization})
    UNION SELECT session_id FROM session_hosts WHERE organization_id = @id`,
} as const;

const DATED = `SELECT s.id AS session_id, s.created_at_ms,
    (SELECT min(date) FROM session_days WHERE session_id = s.id) AS first_date
  FROM sessions s WHERE s.trashed_at_ms IS NULL AND s.id IN (SELECT session_id FROM found)`;

const IN_YEAR = `(@year IS NULL OR coalesce(substr(d.first_date, 1, 4), 'tanpa') = @year)`;
const NEWEST_FIRST = 'd.first_date IS NULL, d.first_date DESC, d.created_at_ms DESC, d.session_id';
const BY_YEAR = 'GROUP BY year ORDER BY year IS NULL, year DESC';

/** A block that is damaged has its words all the same. The same expression has an index. */
const attribute = (name: string): string =>
  `CASE WHEN json_valid(node) THEN node ->> '$.attrs.${name}' END`;
const RESPONSIBLE = attribute('responsible');

/** All SQL about what one person or organization said, attended and promised. */
export function createAboutStore(db: ArchiveDatabase) {
  const statements = <Row>(kind: AboutSubject['type'], what: string, order: string) =>
    db.prepare<[Record<string, string | number | null>], Row>(
      `WITH lines AS (${LINES[kind]}), found AS (SELECT DISTINCT session_id FROM lines),
         dated AS (${DATED})
       SELECT ${what} FROM dated d JOIN lines l ON l.session_id = d.session_id
       JOIN blocks b ON b.speaker_id = l.id AND b.session_id = l.session_id
       WHERE b.type = 'statement' AND ${order}`,
    );
  const sessions = <Row>(kind: AboutSubject['type'], what: string, order: string) =>
    db.prepare<[Record<string, string | number | null>], Row>(
      `WITH found AS (${SESSIONS[kind]}), dated AS (${DATED}) SELECT ${what} FROM dated d ${order}`,
    );
  const both = <T>(make: (kind: AboutSubject['type']) => T): Record<AboutSubject['type'], T> => ({
    person: make('person'),
    organization: make('organization'),
  });

  const year = 'substr(d.first_date, 1, 4) AS year, count(*) AS count';
  const statementYears = both((kind) => statements<YearCount>(kind, year, `TRUE ${BY_YEAR}`));
  const sessionYears = both((kind) => sessions<YearCount>(kind, year, BY_YEAR));
  // Which ones first, and their texts only then: a sort carries all that is selected.
  const statementPage = both((kind) =>
    statements<{ readonly sessionId: SessionId; readonly blockId: BlockId }>(
      kind,
      'b.session_id AS sessionId, b.id AS blockId',
      `${IN_YEAR} ORDER BY ${NEWEST_FIRST}, b.position, b.id LIMIT @limit OFFSET @offset`,
    ),
  );
  const sessionPage = both((kind) =>
    sessions<{ readonly id: SessionId }>(
      kind,
      'd.session_id AS id',
      `WHERE ${IN_YEAR} ORDER BY ${NEWEST_FIRST} LIMIT @limit OFFSET @offset`,
    ),
  );

  const person = db.prepare<[string], SubjectRow>(`
    SELECT p.name, p.title_before AS titleBefore, p.title_after AS titleAfter, p.position,
      coalesce(o.name, '') AS organizationName, '' AS shortName
    FROM persons p LEFT JOIN organizations o ON o.id = p.organization_id WHERE p.id = ?`);
  const organization = db.prepare<[string], SubjectRow>(`
    SELECT name, '' AS titleBefore, '' AS titleAfter, '' AS position, '' AS organizationName,
      short_name AS shortName
    FROM organizations WHERE id = ?`);
  const session = db.prepare<[string], AboutSession>(`
    SELECT s.id, s.title, s.kind, s.status, s.zone, s.place,
      (SELECT min(date) FROM session_days WHERE session_id = s.id) AS firstDate,
      (SELECT max(date) FROM session_days WHERE session_id = s.id) AS lastDate
    FROM sessions s WHERE s.id = ?`);
  const statement = db.prepare<[string, string], StatementRow>(`
    SELECT session_id AS sessionId, id AS blockId, speaker_id AS lineId,
      coalesce(${attribute('kind')}, '') AS kind, substr(plain_text, 1, ${SHOWN_LENGTH}) AS text,
      length(plain_text) AS length, ${attribute('spokenAtMs')} AS spokenAtMs,
      (SELECT date FROM session_days WHERE id = ${attribute('dayId')}) AS day
    FROM blocks WHERE session_id = ? AND id = ?`);

  const LINE = `
    SELECT a.id, a.type, a.group_name AS groupName, p.name, p.title_before AS titleBefore,
      p.title_after AS titleAfter, a.position_title AS position, o.name AS organizationName,
      (SELECT count(*) FROM blocks b WHERE b.speaker_id = a.id AND b.session_id = a.session_id
        AND b.type = 'statement') AS statementCount
    FROM attendance a LEFT JOIN persons p ON p.id = a.person_id
    LEFT JOIN organizations o ON o.id = a.organization_id`;
  const line = db.prepare<[string], LineRow>(`${LINE} WHERE a.id = ?`);
  const linesAt = both((kind) =>
    db.prepare<[{ id: string; sessionId: string }], LineRow>(
      `${LINE} WHERE a.session_id = @sessionId AND a.id IN (SELECT id FROM (${LINES[kind]}))
       ORDER BY a.position, a.id`,
    ),
  );
  const daysOfLine = db.prepare<[string], LineDayRow>(`
    SELECT d.attendance_id AS attendanceId, d.role, d.presence, d.represented_by AS representedBy
    FROM attendance_days d JOIN session_days s ON s.id = d.day_id
    WHERE d.attendance_id = ? ORDER BY s.position`);
  const isHost = db
    .prepare<[string, string], number>(
      'SELECT count(*) FROM session_hosts WHERE session_id = ? AND organization_id = ?',
    )
    .pluck();
  const speakerOf = db.prepare<
    [string, string],
    { readonly personId: string | null; readonly organizationId: string | null }
  >(`
    SELECT a.person_id AS personId, coalesce(a.organization_id, (SELECT id FROM organizations
        WHERE a.type = 'group' AND name = a.group_name COLLATE NOCASE)) AS organizationId
    FROM blocks b JOIN attendance a ON a.id = b.speaker_id
    WHERE b.session_id = ? AND b.id = ?`);

  const responsibles = db.prepare<[], ResponsibleRow>(`
    SELECT session_id AS sessionId, id AS blockId, ${RESPONSIBLE} AS responsible FROM blocks
    WHERE type = 'followUp' AND ${RESPONSIBLE} > ''`);
  const followUp = db.prepare<[string, string], FollowUpRow>(`
    SELECT b.session_id AS sessionId, b.id AS blockId,
      substr(b.plain_text, 1, ${SHOWN_LENGTH}) AS text, length(b.plain_text) AS length,
      coalesce(${RESPONSIBLE}, '') AS responsible, ${attribute('dueDate')} AS dueDate,
      coalesce(${attribute('status')}, 'belum') AS status
    FROM blocks b JOIN sessions s ON s.id = b.session_id
    WHERE b.session_id = ? AND b.id = ? AND s.trashed_at_ms IS NULL`);
  const names = db.prepare<[], NameRow>(`
    SELECT 'person' AS type, id, name FROM persons
    UNION ALL SELECT 'organization', id, name FROM organizations
    UNION ALL SELECT 'organization', id, short_name FROM organizations WHERE short_name <> ''`);
  const sessionsOf = both((kind) => db.prepare<[{ id: string }], string>(SESSIONS[kind]).pluck());
  const membersOf = db.prepare<[string], { readonly sessionId: SessionId; readonly name: string }>(`
    SELECT a.session_id AS sessionId, p.name FROM attendance a JOIN persons p ON p.id = a.person_id
    WHERE a.organization_id = ? AND a.removed_at_ms IS NULL`);

  return {
    inOneView: <T>(read: () => T): T => db.transaction(read)(),
    subject: ({ type, id }: AboutSubject) => (type === 'person' ? person : organization).get(id),
    session: (id: SessionId) => session.get(id),
    statementYears: ({ type, id }: AboutSubject) => statementYears[type].all({ id }),
    sessionYears: ({ type, id }: AboutSubject) => sessionYears[type].all({ id }),
    statementPage: (type: AboutSubject['type'], page: Page) =>
      statementPage[type].all({ ...page }).flatMap((one) => {
        const row = statement.get(one.sessionId, one.blockId);
        return row === undefined ? [] : [row];
      }),
    sessionPage: (type: AboutSubject['type'], page: Page) => sessionPage[type].all({ ...page }),
    line: (id: AttendanceId) => line.get(id),
    linesAt: ({ type, id }: AboutSubject, sessionId: SessionId) =>
      linesAt[type].all({ id, sessionId }),
    daysOfLine: (id: AttendanceId) => daysOfLine.all(id),
    isHost: (sessionId: SessionId, organizationId: string) =>
      (isHost.get(sessionId, organizationId) ?? 0) > 0,
    speakerOf: (sessionId: SessionId, blockId: BlockId) => speakerOf.get(sessionId, blockId),
    responsibles: () => responsibles.all(),
    followUp: (sessionId: SessionId, blockId: BlockId) => followUp.get(sessionId, blockId),
    names: () => names.all(),
    sessionsOf: ({ type, id }: AboutSubject): ReadonlySet<string> =>
      new Set(sessionsOf[type].all({ id })),
    membersOf: (organizationId: string) => membersOf.all(organizationId),
  };
}
export type AboutStore = ReturnType<typeof createAboutStore>;
