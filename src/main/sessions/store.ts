import type { DayId, OrganizationId, SeriesId, SessionId } from '../../shared/ids.ts';
import type { SessionStatus } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { DayRow, FieldRow, HostRow, SessionRow, SummaryRow } from './rows.ts';

const FIELD_COLUMNS = [
  'kind',
  'title',
  'theme',
  'purpose',
  'document_number',
  'invitation',
  'mode',
  'place',
  'link',
  'zone',
  'access',
  'confidentiality',
  'series_number',
  'quorum',
] as const satisfies readonly (keyof FieldRow)[];

const SUMMARIES = `
WITH dates AS (
  SELECT session_id, MIN(date) AS first_date, MAX(date) AS last_date
  FROM session_days GROUP BY session_id
), host_names AS (
  SELECT h.session_id, json_group_array(o.name ORDER BY h.position) AS names
  FROM session_hosts h JOIN organizations o ON o.id = h.organization_id
  GROUP BY h.session_id
)
SELECT s.id, s.kind, s.title, d.first_date, d.last_date, s.place, s.status,
  COALESCE(n.names, '[]') AS hosts, s.is_example, s.trashed_at_ms, s.updated_at_ms
FROM sessions s
LEFT JOIN dates d ON d.session_id = s.id
LEFT JOIN host_names n ON n.session_id = s.id
ORDER BY s.created_at_ms DESC, s.id`;

export interface NewSessionRow extends FieldRow {
  readonly id: SessionId;
  readonly status: SessionStatus;
  readonly series_id: SeriesId | null;
  readonly is_example: 0 | 1;
  readonly example_key: string | null;
  readonly now_ms: number;
}

/** All SQL of sessions, their days, hosts and series. Callers hold the transaction. */
export function createSessionsStore(db: ArchiveDatabase) {
  const selectSummaries = db.prepare<[], SummaryRow>(SUMMARIES);
  const selectSession = db.prepare<[string], SessionRow>('SELECT * FROM sessions WHERE id = ?');
  const selectDays = db.prepare<[string], DayRow>(
    'SELECT id, date, start_time, end_time FROM session_days WHERE session_id = ? ORDER BY position',
  );
  const selectDayOwner = db
    .prepare<[string], SessionId>('SELECT session_id FROM session_days WHERE id = ?')
    .pluck();
  const selectHosts = db.prepare<[string], HostRow>(
    `SELECT h.organization_id, o.name FROM session_hosts h
     JOIN organizations o ON o.id = h.organization_id
     WHERE h.session_id = ? ORDER BY h.position`,
  );
  const selectOrganization = db
    .prepare<[string], OrganizationId>('SELECT id FROM organizations WHERE id = ?')
    .pluck();
  const insertSession = db.prepare<[NewSessionRow]>(
    `INSERT INTO sessions (id, ${FIELD_COLUMNS.join(', ')}, series_id, status, is_example,
       example_key, created_at_ms, updated_at_ms)
     VALUES (@id, ${FIELD_COLUMNS.map((column) => `@${column}`).join(', ')}, @series_id, @status,
       @is_example, @example_key, @now_ms, @now_ms)`,
  );
  const updateFields = db.prepare<[FieldRow & { readonly id: SessionId; readonly now_ms: number }]>(
    `UPDATE sessions SET ${FIELD_COLUMNS.map((column) => `${column} = @${column}`).join(', ')},
       updated_at_ms = @now_ms WHERE id = @id`,
  );
  const upsertDay = db.prepare<
    [DayId, SessionId, number, string | null, string | null, string | null]
  >(
    `INSERT INTO session_days (id, session_id, position, date, start_time, end_time)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET position = excluded.position, date = excluded.date,
       start_time = excluded.start_time, end_time = excluded.end_time`,
  );
  const deleteDay = db.prepare<[DayId]>('DELETE FROM session_days WHERE id = ?');
  const moveBlocks = db.prepare<
    [{ readonly from: DayId; readonly to: DayId; readonly session_id: SessionId }]
  >(
    `UPDATE blocks SET node = json_set(node, '$.attrs.dayId', @to)
     WHERE session_id = @session_id AND json_extract(node, '$.attrs.dayId') = @from`,
  );
  const deleteHosts = db.prepare<[SessionId]>('DELETE FROM session_hosts WHERE session_id = ?');
  const insertHost = db.prepare<[SessionId, number, OrganizationId]>(
    'INSERT INTO session_hosts (session_id, position, organization_id) VALUES (?, ?, ?)',
  );
  const selectSeriesTitle = db
    .prepare<[SeriesId], string>('SELECT title FROM series WHERE id = ?')
    .pluck();
  const selectSeriesByTitle = db
    .prepare<[string], SeriesId>('SELECT id FROM series WHERE title = ? COLLATE NOCASE')
    .pluck();
  const insertSeries = db.prepare<[SeriesId, string]>(
    'INSERT INTO series (id, title) VALUES (?, ?)',
  );
  const renameSeries = db.prepare<
    [{ readonly id: SeriesId; readonly title: string; readonly only: SessionId }]
  >(
    `UPDATE series SET title = @title WHERE id = @id AND NOT EXISTS (
       SELECT 1 FROM sessions WHERE series_id = @id AND id <> @only)`,
  );
  const setSeries = db.prepare<[SeriesId | null, SessionId]>(
    'UPDATE sessions SET series_id = ? WHERE id = ?',
  );
  const deleteUnusedSeries = db.prepare<[]>(
    'DELETE FROM series WHERE id NOT IN (SELECT series_id FROM sessions WHERE series_id NOT NULL)',
  );
  const selectSeriesTitles = db
    .prepare<[], string>('SELECT title FROM series ORDER BY title COLLATE NOCASE')
    .pluck();
  const setStatus = db.prepare<[SessionStatus, number, SessionId]>(
    'UPDATE sessions SET status = ?, updated_at_ms = ? WHERE id = ?',
  );
  const touch = db.prepare<[number, SessionId]>(
    'UPDATE sessions SET updated_at_ms = ? WHERE id = ?',
  );
  const trash = db.prepare<[number, number, SessionId]>(
    `UPDATE sessions SET trashed_at_ms = ?, updated_at_ms = ?
     WHERE id = ? AND trashed_at_ms IS NULL`,
  );
  const restore = db.prepare<[number, SessionId]>(
    `UPDATE sessions SET trashed_at_ms = NULL, updated_at_ms = ?
     WHERE id = ? AND trashed_at_ms IS NOT NULL`,
  );
  const insertQueue = db.prepare<[SessionId, string | null]>(
    'INSERT INTO index_queue (session_id, block_id) VALUES (?, ?)',
  );

  return {
    summaries: (): readonly SummaryRow[] => selectSummaries.all(),
    session: (id: SessionId) => selectSession.get(id),
    days: (id: SessionId): readonly DayRow[] => selectDays.all(id),
    dayOwner: (id: DayId) => selectDayOwner.get(id),
    hosts: (id: SessionId): readonly HostRow[] => selectHosts.all(id),
    hasOrganization: (id: OrganizationId): boolean => selectOrganization.get(id) !== undefined,
    insertSession: (row: NewSessionRow): void => void insertSession.run(row),
    updateFields: (id: SessionId, row: FieldRow, nowMs: number): void =>
      void updateFields.run({ ...row, id, now_ms: nowMs }),
    putDay: (sessionId: SessionId, position: number, day: DayRow): void =>
      void upsertDay.run(day.id, sessionId, position, day.date, day.start_time, day.end_time),
    /** Its attendance goes with it; the blocks written on it move to another day. */
    removeDay: (sessionId: SessionId, day: DayId, blocksTo: DayId): void => {
      moveBlocks.run({ from: day, to: blocksTo, session_id: sessionId });
      deleteDay.run(day);
    },
    replaceHosts: (sessionId: SessionId, organizations: readonly OrganizationId[]): void => {
      deleteHosts.run(sessionId);
      organizations.forEach((id, position) => insertHost.run(sessionId, position, id));
    },
    seriesTitle: (id: SeriesId): string | null => selectSeriesTitle.get(id) ?? null,
    seriesByTitle: (title: string) => selectSeriesByTitle.get(title),
    insertSeries: (id: SeriesId, title: string): void => void insertSeries.run(id, title),
    /** Takes over a corrected spelling where no other session is in the series. */
    respellSeries: (id: SeriesId, title: string, only: SessionId): void =>
      void renameSeries.run({ id, title, only }),
    setSeries: (sessionId: SessionId, seriesId: SeriesId | null): void => {
      setSeries.run(seriesId, sessionId);
      deleteUnusedSeries.run();
    },
    seriesTitles: (): readonly string[] => selectSeriesTitles.all(),
    setStatus: (id: SessionId, status: SessionStatus, nowMs: number): void =>
      void setStatus.run(status, nowMs, id),
    touch: (id: SessionId, nowMs: number): void => void touch.run(nowMs, id),
    /** Whether the session was there and not in the trash yet. */
    trash: (id: SessionId, nowMs: number): boolean => trash.run(nowMs, nowMs, id).changes === 1,
    restore: (id: SessionId, nowMs: number): boolean => restore.run(nowMs, id).changes === 1,
    queueIndex: (sessionId: SessionId, blockId: string | null = null): void =>
      void insertQueue.run(sessionId, blockId),
  };
}

export type SessionsStore = ReturnType<typeof createSessionsStore>;
