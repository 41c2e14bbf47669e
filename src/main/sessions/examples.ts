import { blockPlainText } from '../../shared/document/plain-text.ts';
import type { OrganizationId, PersonId, SessionId } from '../../shared/ids.ts';
import { organizationIdSchema, personIdSchema, seriesIdSchema } from '../../shared/ids.ts';
import type { AppendToLog } from '../../shared/minutes/final.ts';
import type { Attendance } from '../../shared/minutes/people.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import type { Session } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createExamplesStore, exampleId } from './examples-store.ts';
import { fieldRowOf } from './rows.ts';
import type { SessionsStore } from './store.ts';

interface ExamplesOptions {
  readonly db: ArchiveDatabase;
  readonly store: SessionsStore;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Notes in the log what was done. Runs inside our transaction. */
  readonly log: AppendToLog;
  readonly exampleRecords: () => readonly SessionRecord[];
}

/** What an example is known by from one reading of the file to the next, ids being new each time. */
function exampleKey({ kind, title, days }: Session): string {
  return JSON.stringify([kind, title, days[0]?.date ?? null]);
}

/** Puts the example sessions into the archive and takes them out again, each in one transaction. */
export function createExamples(options: ExamplesOptions) {
  const { db, store, clock, newId, log } = options;
  const examples = createExamplesStore(db);

  function organizationId(name: string): OrganizationId | null {
    if (name === '') return null;
    const known = examples.organization(name);
    if (known !== undefined) return known;
    const id = organizationIdSchema.parse(exampleId(newId));
    examples.insertOrganization(id, name);
    return id;
  }

  function personId(line: Attendance, organization: OrganizationId | null): PersonId | null {
    if (line.personId === null) return null;
    const known = examples.person(line.name, organization);
    if (known !== undefined) return known;
    const id = personIdSchema.parse(exampleId(newId));
    examples.insertPerson({
      id,
      name: line.name,
      titleBefore: line.titleBefore,
      titleAfter: line.titleAfter,
      position: line.position,
      organizationId: organization,
      nip: line.nip,
      rank: line.rank,
    });
    return id;
  }

  function addSeries(session: Session): void {
    if (session.series === null) return;
    const known = store.seriesByTitle(session.series.title);
    const id = known ?? seriesIdSchema.parse(newId());
    if (known === undefined) store.insertSeries(id, session.series.title);
    store.setSeries(session.id, id);
  }

  function addAttendance(sessionId: SessionId, lines: readonly Attendance[]): void {
    for (const [rank, line] of lines.entries()) {
      const organization = organizationId(line.organizationName);
      examples.insertAttendance({
        id: line.id,
        sessionId,
        rank,
        type: line.type,
        personId: personId(line, organization),
        groupName: line.type === 'group' ? line.name : '',
        position: line.position,
        organizationId: organization,
        headCount: line.headCount,
      });
      for (const day of line.days) {
        examples.insertAttendanceDay({ ...day, attendanceId: line.id });
      }
    }
  }

  function addRecord({ session, attendance, blocks }: SessionRecord, key: string): void {
    const { id } = session;
    store.insertSession({
      id,
      ...fieldRowOf(session),
      status: session.status,
      series_id: null,
      is_example: 1,
      example_key: key,
      now_ms: clock(),
    });
    for (const [position, { id: dayId, date, start, end }] of session.days.entries()) {
      store.putDay(id, position, { id: dayId, date, start_time: start, end_time: end });
    }
    const hosts = session.hosts.map((host) => organizationId(host.name));
    store.replaceHosts(
      id,
      hosts.filter((host) => host !== null),
    );
    addSeries(session);
    addAttendance(id, attendance);
    for (const [position, block] of blocks.entries()) {
      examples.insertBlock({
        sessionId: id,
        id: block.attrs.id,
        position,
        type: block.type,
        node: JSON.stringify(block),
        plainText: blockPlainText(block),
        speakerId: block.type === 'statement' ? block.attrs.speakerId : null,
      });
      store.queueIndex(id, block.attrs.id);
    }
    examples.markSaved(id, clock());
    store.queueIndex(id);
    log('import', id, { source: 'examples' });
  }

  const add = db.transaction((records: readonly SessionRecord[]): number => {
    let added = 0;
    // The list shows what was made last first, so the file's first session is made last.
    for (const record of records.toReversed()) {
      const key = exampleKey(record.session);
      const present = examples.byKey(key);
      if (present === undefined) {
        addRecord(record, key);
        added += 1;
      } else if (present.trashed === 1) {
        store.restore(present.id, clock());
        store.queueIndex(present.id);
        log('restore', present.id);
        added += 1;
      }
    }
    return added;
  });

  const remove = db.transaction(() => {
    const ids = examples.examples();
    examples.deleteExamples();
    for (const id of ids) {
      store.queueIndex(id);
      log('remove', id);
    }
    return { removed: ids.length, kept: examples.finalCount() };
  });

  return {
    /** How many were put in or brought back from the trash. */
    add: (): number => add.immediate(options.exampleRecords()),
    /** Those that were made final stay, as every final session does. */
    remove: () => remove.immediate(),
  };
}
