import type { OrganizationId, PersonId, SessionId } from '../../shared/ids.ts';
import type { ArchiveDatabase } from '../db/database.ts';

type Values = Readonly<Record<string, string | number | null>>;

/**
 * What the examples brought along is known by its id, so removing them leaves alone what a user
 * made, even where an example used it too.
 */
const EXAMPLE_ID_PREFIX = 'example-';

export const exampleId = (newId: () => string): string => EXAMPLE_ID_PREFIX + newId();

/** All SQL of the example sessions. Callers hold the transaction. */
export function createExamplesStore(db: ArchiveDatabase) {
  const selectByKey = db.prepare<[string], { readonly id: SessionId; readonly trashed: 0 | 1 }>(
    `SELECT id, trashed_at_ms IS NOT NULL AS trashed FROM sessions
     WHERE is_example = 1 AND example_key = ?`,
  );
  const selectOrganization = db
    .prepare<[string], OrganizationId>('SELECT id FROM organizations WHERE name = ? COLLATE NOCASE')
    .pluck();
  const insertOrganization = db.prepare<[OrganizationId, string]>(
    'INSERT INTO organizations (id, name) VALUES (?, ?)',
  );
  const selectPerson = db
    .prepare<[string, OrganizationId | null], PersonId>(
      'SELECT id FROM persons WHERE name = ? COLLATE NOCASE AND organization_id IS ?',
    )
    .pluck();
  const insertPerson = db.prepare<[Values]>(
    `INSERT INTO persons (id, name, title_before, title_after, position, organization_id, nip, rank)
     VALUES (@id, @name, @titleBefore, @titleAfter, @position, @organizationId, @nip, @rank)`,
  );
  const insertAttendance = db.prepare<[Values]>(
    `INSERT INTO attendance (id, session_id, position, type, person_id, group_name, position_title,
       organization_id, head_count)
     VALUES (@id, @sessionId, @rank, @type, @personId, @groupName, @position, @organizationId,
       @headCount)`,
  );
  const insertAttendanceDay = db.prepare<[Values]>(
    `INSERT INTO attendance_days (attendance_id, day_id, role, presence, represented_by, arrived,
       departed)
     VALUES (@attendanceId, @dayId, @role, @presence, @representedBy, @arrived, @left)`,
  );
  const insertBlock = db.prepare<[Values]>(
    `INSERT INTO blocks (session_id, id, position, type, node, plain_text, speaker_id, sequence)
     VALUES (@sessionId, @id, @position, @type, @node, @plainText, @speakerId, 1)`,
  );
  const markSaved = db.prepare<[number, SessionId]>(
    'UPDATE sessions SET sequence = 1, saved_at_ms = ? WHERE id = ?',
  );
  const selectExamples = db
    .prepare<[], SessionId>("SELECT id FROM sessions WHERE is_example = 1 AND status <> 'final'")
    .pluck();
  const deleteExamples = db.prepare(
    `DELETE FROM sessions WHERE is_example = 1 AND status <> 'final'
       AND id NOT IN (SELECT session_id FROM finals)`,
  );
  const countFinal = db
    .prepare<[], number>("SELECT count(*) FROM sessions WHERE is_example = 1 AND status = 'final'")
    .pluck();
  const deletePersons = db.prepare<[string]>(
    `DELETE FROM persons WHERE id GLOB ? AND NOT EXISTS (
       SELECT 1 FROM attendance a WHERE a.person_id = persons.id)`,
  );
  const deleteOrganizations = db.prepare<[string]>(
    `DELETE FROM organizations WHERE id GLOB ?
       AND id NOT IN (SELECT organization_id FROM persons WHERE organization_id NOT NULL)
       AND id NOT IN (SELECT organization_id FROM session_hosts)
       AND id NOT IN (SELECT organization_id FROM attendance WHERE organization_id NOT NULL)
       AND id NOT IN (SELECT organization_id FROM office_settings)
       AND id NOT IN (SELECT organization_id FROM office_templates WHERE organization_id NOT NULL)`,
  );
  const deleteSeries = db.prepare(
    'DELETE FROM series WHERE id NOT IN (SELECT series_id FROM sessions WHERE series_id NOT NULL)',
  );

  return {
    byKey: (key: string) => selectByKey.get(key),
    organization: (name: string) => selectOrganization.get(name),
    insertOrganization: (id: OrganizationId, name: string): void =>
      void insertOrganization.run(id, name),
    person: (name: string, organizationId: OrganizationId | null) =>
      selectPerson.get(name, organizationId),
    insertPerson: (values: Values): void => void insertPerson.run(values),
    insertAttendance: (values: Values): void => void insertAttendance.run(values),
    insertAttendanceDay: (values: Values): void => void insertAttendanceDay.run(values),
    insertBlock: (values: Values): void => void insertBlock.run(values),
    markSaved: (id: SessionId, nowMs: number): void => void markSaved.run(nowMs, id),
    /** Without those that are final: nothing takes such a session away. */
    examples: (): readonly SessionId[] => selectExamples.all(),
    finalCount: (): number => countFinal.get() ?? 0,
    /** The example sessions, and the people, organizations and series that nothing uses now. */
    deleteExamples: (): void => {
      deleteExamples.run();
      deletePersons.run(`${EXAMPLE_ID_PREFIX}*`);
      deleteOrganizations.run(`${EXAMPLE_ID_PREFIX}*`);
      deleteSeries.run();
    },
  };
}
