import { attendeeLabel, positionLine } from '../../shared/minutes/names.ts';
import type { ArchiveDatabase } from '../db/database.ts';

export interface ArchiveAttendee {
  readonly id: string;
  readonly label: string;
  /** Position and organization at that session. */
  readonly post: string;
  /** Name, position and organization, and who came instead. */
  readonly line: string;
  /** Came on one of the days at least, or nobody noted that they did not. */
  readonly isPresent: boolean;
}

interface AttendeeRow {
  readonly id: string;
  readonly group_name: string;
  readonly name: string | null;
  readonly title_before: string | null;
  readonly title_after: string | null;
  readonly position_title: string;
  readonly organization_name: string | null;
  readonly represented_by: string | null;
  readonly is_present: 0 | 1;
}

function attendee(row: AttendeeRow): ArchiveAttendee {
  const person = {
    name: row.name ?? '',
    titleBefore: row.title_before ?? '',
    titleAfter: row.title_after ?? '',
    position: row.position_title,
    organizationName: row.organization_name ?? '',
  };
  const label = row.group_name.trim() || attendeeLabel(person);
  const post = positionLine(person);
  const parts = [label, post === label ? '' : post, row.represented_by ?? ''];
  return {
    id: row.id,
    label,
    post,
    line: parts.filter(Boolean).join(', '),
    isPresent: row.is_present === 1,
  };
}

const attendeeSql = (where: string): string => `
SELECT a.id, a.group_name, a.position_title, p.name, p.title_before, p.title_after,
  o.name AS organization_name,
  group_concat(DISTINCT nullif(d.represented_by, '')) AS represented_by,
  count(d.presence) = 0 OR total(d.presence IN ('hadir', 'daring')) > 0 AS is_present
FROM attendance a
LEFT JOIN persons p ON p.id = a.person_id
LEFT JOIN organizations o ON o.id = a.organization_id
LEFT JOIN attendance_days d ON d.attendance_id = a.id
WHERE ${where} GROUP BY a.id ORDER BY a.position`;

/** A copy that cannot be read counts as none: what is shown of the session are its rows then, too. */
const FROZEN = "CASE WHEN json_valid(f.canonical) THEN f.canonical ELSE '{}' END";

/** Of a final session those of its frozen copy, by the names that they had. */
const FROZEN_ATTENDEE = `
SELECT a.value ->> '$.id' AS id, a.value ->> '$.name' AS name,
  CASE a.value ->> '$.type' WHEN 'group' THEN a.value ->> '$.name' ELSE '' END AS group_name,
  a.value ->> '$.position' AS position_title, a.value ->> '$.titleBefore' AS title_before,
  a.value ->> '$.titleAfter' AS title_after, a.value ->> '$.organizationName' AS organization_name,
  (SELECT group_concat(DISTINCT value ->> '$.representedBy') FROM json_each(a.value, '$.days')
    WHERE value ->> '$.representedBy' <> '') AS represented_by,
  NOT EXISTS (SELECT 1 FROM json_each(a.value, '$.days') WHERE value ->> '$.presence' IS NOT NULL)
    OR EXISTS (SELECT 1 FROM json_each(a.value, '$.days')
      WHERE value ->> '$.presence' IN ('hadir', 'daring')) AS is_present
FROM finals f, json_each(${FROZEN}, '$.record.attendance') a`;

/** Final sessions whose attendance is kept at hand. */
const MOST_FROZEN = 500;

/** Reads who was at a session; of a final one by the names that they had. */
export function createPeopleReader(db: ArchiveDatabase) {
  const attendees = db.prepare<[string], AttendeeRow>(
    attendeeSql('a.session_id = ? AND a.removed_at_ms IS NULL'),
  );
  const frozenAttendees = db.prepare<[string], AttendeeRow>(
    `${FROZEN_ATTENDEE} WHERE f.session_id = ? ORDER BY a.key`,
  );
  const isFinal = db.prepare<[string], number>('SELECT 1 FROM finals WHERE session_id = ?').pluck();
  const finalSessionOf = db
    .prepare<[string], string>(
      `SELECT a.session_id FROM attendance a JOIN finals f ON f.session_id = a.session_id
       WHERE a.id = ?`,
    )
    .pluck();
  const oneAttendee = db.prepare<[string], AttendeeRow>(attendeeSql('a.id = ?'));

  const frozen = new Map<string, readonly ArchiveAttendee[]>();
  /** Reading a copy takes a moment, and a copy never changes. */
  function frozenOf(sessionId: string): readonly ArchiveAttendee[] {
    const known = frozen.get(sessionId);
    if (known !== undefined) return known;
    if (isFinal.get(sessionId) === undefined) return [];
    const found = frozenAttendees.all(sessionId).map(attendee);
    if (frozen.size >= MOST_FROZEN) frozen.clear();
    if (found.length > 0) frozen.set(sessionId, found);
    return found;
  }

  return {
    attendees: (sessionId: string): readonly ArchiveAttendee[] => {
      const asFrozen = frozenOf(sessionId);
      return asFrozen.length > 0 ? asFrozen : attendees.all(sessionId).map(attendee);
    },
    speaker: (id: string | null): ArchiveAttendee | null => {
      if (id === null) return null;
      const finalId = finalSessionOf.get(id);
      const asFrozen = finalId === undefined ? [] : frozenOf(finalId);
      const row = oneAttendee.get(id);
      const found = asFrozen.find((one) => one.id === id) ?? (row && attendee(row));
      return found?.label ? found : null;
    },
  };
}
