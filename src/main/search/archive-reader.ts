import type { ArchiveDatabase } from '../db/database.ts';
import type { BlockType } from '../../shared/document/block.ts';
import { longDate } from '../../shared/minutes/dates.ts';
import { attendeeLabel, positionLine } from '../../shared/minutes/names.ts';
import type { SessionZone } from '../../shared/minutes/session.ts';
import { createCandidates } from './candidates.ts';

/** What the search reads of a session. */
export interface ArchiveSession {
  readonly id: string;
  readonly kind: string;
  readonly zone: SessionZone;
  readonly title: string;
  readonly theme: string;
  readonly purpose: string;
  readonly document_number: string;
  readonly place: string;
  readonly series_title: string | null;
  readonly hosts: string | null;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly start_time: string | null;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
  readonly sequence: number;
}

export interface ArchiveBlockHead {
  readonly id: string;
  readonly position: number;
  readonly sequence: number;
  readonly speaker_id: string | null;
}

export interface ArchiveBlock extends ArchiveBlockHead {
  readonly type: BlockType;
  readonly plain_text: string;
  /** "" for what is no statement. */
  readonly statement_kind: string;
  /** Who is to do a follow-up; null for other blocks. */
  readonly responsible: string | null;
  readonly spoken_at_ms: number | null;
  /** Date of the day of the session that the block belongs to. */
  readonly day: string | null;
}

export interface ArchiveAttendee {
  readonly id: string;
  readonly label: string;
  /** Position and organization at that session. */
  readonly post: string;
  /** Name, position and organization, and who came instead. */
  readonly line: string;
}

export interface QueueRow {
  readonly seq: number;
  readonly session_id: string;
  readonly block_id: string | null;
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
  return { id: row.id, label, post, line: parts.filter(Boolean).join(', ') };
}

const SESSION = `
SELECT s.id, s.kind, s.title, s.theme, s.purpose, s.document_number, s.place, s.zone,
  s.created_at_ms, s.updated_at_ms, s.sequence,
  (SELECT title FROM series WHERE id = s.series_id) AS series_title,
  (SELECT group_concat(o.name, ', ') FROM session_hosts h
    JOIN organizations o ON o.id = h.organization_id WHERE h.session_id = s.id) AS hosts,
  (SELECT min(date) FROM session_days WHERE session_id = s.id) AS first_date,
  (SELECT max(date) FROM session_days WHERE session_id = s.id) AS last_date,
  (SELECT start_time FROM session_days WHERE session_id = s.id
    ORDER BY date IS NULL, date, position LIMIT 1) AS start_time
FROM sessions s WHERE s.id = ? AND s.trashed_at_ms IS NULL`;

const ATTENDEE = `
SELECT a.id, a.group_name, a.position_title, p.name, p.title_before, p.title_after,
  o.name AS organization_name,
  (SELECT group_concat(DISTINCT represented_by) FROM attendance_days
    WHERE attendance_id = a.id AND represented_by <> '') AS represented_by
FROM attendance a
LEFT JOIN persons p ON p.id = a.person_id
LEFT JOIN organizations o ON o.id = a.organization_id`;

/** A copy that cannot be read counts as none: what is shown of the session are its rows then, too. */
const FROZEN = "CASE WHEN json_valid(f.canonical) THEN f.canonical ELSE '{}' END";

/** Of a final session those of its frozen copy, by the names that they had. */
const FROZEN_ATTENDEE = `
SELECT a.value ->> '$.id' AS id, a.value ->> '$.name' AS name,
  CASE a.value ->> '$.type' WHEN 'group' THEN a.value ->> '$.name' ELSE '' END AS group_name,
  a.value ->> '$.position' AS position_title, a.value ->> '$.titleBefore' AS title_before,
  a.value ->> '$.titleAfter' AS title_after, a.value ->> '$.organizationName' AS organization_name,
  (SELECT group_concat(DISTINCT value ->> '$.representedBy') FROM json_each(a.value, '$.days')
    WHERE value ->> '$.representedBy' <> '') AS represented_by
FROM finals f, json_each(${FROZEN}, '$.record.attendance') a`;

/** Final sessions whose attendance is kept at hand. */
const MOST_FROZEN = 500;

/** The private note of a block is not read: no search finds it. */
const BLOCK_TEXT = `type, plain_text,
  CASE type WHEN 'statement' THEN node ->> '$.attrs.kind' ELSE '' END AS statement_kind,
  CASE type WHEN 'followUp' THEN node ->> '$.attrs.responsible' END AS responsible,
  CASE WHEN type IN ('statement', 'break') THEN node ->> '$.attrs.spokenAtMs' END AS spoken_at_ms,
  (SELECT date FROM session_days WHERE id = node ->> '$.attrs.dayId') AS day`;

/** Everything the search asks of the archive; read only. */
export function createArchiveReader(db: ArchiveDatabase) {
  const session = db.prepare<[string], ArchiveSession>(SESSION);
  const attendees = db.prepare<[string], AttendeeRow>(
    `${ATTENDEE} WHERE a.session_id = ? AND a.removed_at_ms IS NULL ORDER BY a.position`,
  );
  const frozenAttendees = db.prepare<[string], AttendeeRow>(
    `${FROZEN_ATTENDEE} WHERE f.session_id = ? ORDER BY a.key`,
  );
  const finalSessionOf = db
    .prepare<[string], string>(
      `SELECT a.session_id FROM attendance a JOIN finals f ON f.session_id = a.session_id
       WHERE a.id = ?`,
    )
    .pluck();
  const oneAttendee = db.prepare<[string], AttendeeRow>(`${ATTENDEE} WHERE a.id = ?`);
  const block = db.prepare<[string, string], ArchiveBlock>(
    `SELECT id, position, sequence, speaker_id, ${BLOCK_TEXT}
     FROM blocks WHERE session_id = ? AND id = ?`,
  );
  const blockHeads = db.prepare<[string], ArchiveBlockHead>(
    `SELECT id, position, sequence, speaker_id FROM blocks
     WHERE session_id = ? ORDER BY position, id`,
  );
  const previousBlock = db
    .prepare<[string, number, number, string], string>(
      `SELECT id FROM blocks
       WHERE session_id = ? AND (position < ? OR (position = ? AND id < ?))
       ORDER BY position DESC, id DESC LIMIT 1`,
    )
    .pluck();
  const agendaBefore = db
    .prepare<[string, number], string>(
      `SELECT plain_text FROM blocks WHERE session_id = ? AND type = 'agendaItem' AND position < ?
       ORDER BY position DESC LIMIT 1`,
    )
    .pluck();
  const blocksBefore = db.prepare<[string, number, number], ArchiveBlock>(
    `SELECT id, position, sequence, speaker_id, ${BLOCK_TEXT} FROM blocks
     WHERE session_id = ? AND position < ? ORDER BY position DESC LIMIT ?`,
  );
  const blocksFrom = db.prepare<[string, number, number], ArchiveBlock>(
    `SELECT id, position, sequence, speaker_id, ${BLOCK_TEXT} FROM blocks
     WHERE session_id = ? AND position >= ? ORDER BY position LIMIT ?`,
  );
  const candidates = createCandidates(db);
  const queue = db.prepare<[number, number], QueueRow>(
    'SELECT seq, session_id, block_id FROM index_queue WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const queueLength = db
    .prepare<[number], number>('SELECT count(*) FROM index_queue WHERE seq > ?')
    .pluck();
  const lastSeq = db
    .prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'index_queue'")
    .pluck();
  // Newest first, so that a rebuild answers for the latest meetings within moments.
  const sessionStates = db.prepare<[], Pick<ArchiveSession, 'id' | 'sequence' | 'updated_at_ms'>>(
    `SELECT s.id, s.sequence, s.updated_at_ms FROM sessions s WHERE s.trashed_at_ms IS NULL
     ORDER BY (SELECT min(date) FROM session_days WHERE session_id = s.id) DESC NULLS LAST,
       s.created_at_ms DESC`,
  );

  // The newest first: where there is too much to read, what was used lately matters.
  const seriesTexts = db
    .prepare<[string, string, number], string>(
      `SELECT b.plain_text FROM blocks b JOIN sessions s ON s.id = b.session_id
       WHERE s.trashed_at_ms IS NULL
         AND (s.id = ? OR s.series_id = (SELECT series_id FROM sessions WHERE id = ?))
       ORDER BY s.created_at_ms DESC, b.session_id, b.position DESC LIMIT ?`,
    )
    .pluck();

  const frozen = new Map<string, readonly ArchiveAttendee[]>();
  /** Reading a copy takes a moment, and a copy never changes. */
  function frozenOf(sessionId: string): readonly ArchiveAttendee[] {
    const known = frozen.get(sessionId);
    if (known !== undefined) return known;
    const found = frozenAttendees.all(sessionId).map(attendee);
    if (frozen.size >= MOST_FROZEN) frozen.clear();
    if (found.length > 0) frozen.set(sessionId, found);
    return found;
  }

  return {
    /** One consistent view of the archive for several reads. */
    inOneView: <T>(read: () => T): T => db.transaction(read)(),
    session: (id: string) => session.get(id) ?? null,
    attendees(sessionId: string): readonly ArchiveAttendee[] {
      const asFrozen = frozenOf(sessionId);
      return asFrozen.length > 0 ? asFrozen : attendees.all(sessionId).map(attendee);
    },
    speaker(id: string | null): ArchiveAttendee | null {
      if (id === null) return null;
      const finalId = finalSessionOf.get(id);
      const asFrozen = finalId === undefined ? [] : frozenOf(finalId);
      const row = oneAttendee.get(id);
      const found = asFrozen.find((one) => one.id === id) ?? (row && attendee(row));
      return found?.label ? found : null;
    },
    block: (sessionId: string, id: string) => block.get(sessionId, id) ?? null,
    /** Title of the agenda item under which a place in the minutes stands. */
    agendaBefore: (sessionId: string, position: number) =>
      agendaBefore.get(sessionId, position) ?? null,
    /** Blocks before a place, the nearest first. */
    blocksBefore: (sessionId: string, position: number, limit: number) =>
      blocksBefore.all(sessionId, position, limit),
    blocksFrom: (sessionId: string, position: number, limit: number) =>
      blocksFrom.all(sessionId, position, limit),
    blockHeads: (sessionId: string) => blockHeads.all(sessionId),
    previousBlockId: (sessionId: string, head: ArchiveBlockHead) =>
      previousBlock.get(sessionId, head.position, head.position, head.id) ?? null,
    queueAfter: (seq: number, limit: number) => queue.all(seq, limit),
    queueLengthAfter: (seq: number) => queueLength.get(seq) ?? 0,
    /** The highest number the queue ever gave out, rows that are trimmed included. */
    lastQueueSeq: () => lastSeq.get() ?? 0,
    sessionStates: () => sessionStates.all(),
    candidates,
    /** The texts of a session and of all others of its series. */
    seriesTexts: (sessionId: string, limit: number) =>
      seriesTexts.iterate(sessionId, sessionId, limit),
  };
}
export type ArchiveReader = ReturnType<typeof createArchiveReader>;

/** A date that is none, in an archive that somebody else wrote, must not stop the indexing. */
function isDate(date: string | null): date is string {
  return date !== null && !Number.isNaN(Date.parse(`${date}T00:00:00Z`));
}

/** Stands between facts that are indexed as one text. */
export const FACT_SEPARATOR = ' · ';

/** The facts by which a session itself is found; a hit shows those that match. */
export function sessionFacts(session: ArchiveSession): readonly string[] {
  const dates = [session.first_date, session.last_date].filter(isDate);
  return [
    session.title,
    session.theme,
    session.kind,
    session.place,
    session.hosts,
    session.series_title,
    session.purpose,
    session.document_number,
    ...dates.map(longDate),
  ]
    .map((part) => part?.trim() ?? '')
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index);
}

export function attendanceFacts(attendees: readonly ArchiveAttendee[]): readonly string[] {
  return attendees.map((one) => one.line).filter(Boolean);
}

/** The words of a block; also what its hit shows. */
export function blockText(block: ArchiveBlock): string {
  return [block.plain_text, block.responsible ?? ''].filter(Boolean).join(FACT_SEPARATOR);
}
