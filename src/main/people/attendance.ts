import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { NewAttendance } from '../../shared/contract/people.ts';
import type { AttendanceId, OrganizationId, SessionId } from '../../shared/ids.ts';
import { attendanceIdSchema } from '../../shared/ids.ts';
import { attendeeLabel } from '../../shared/minutes/names.ts';
import type { Attendance, AttendanceDay, Person } from '../../shared/minutes/people.ts';
import { cleanLine } from '../../shared/minutes/titles.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { Directory } from './directory.ts';
import { openDirectory } from './directory.ts';
import { given } from './given.ts';
import type { AttendanceDayRow, AttendanceRow, NamedAttendanceRow, PeopleStore } from './store.ts';

type AttendanceHandlers = Pick<
  Handlers<'storage'>,
  | 'attendance.list'
  | 'attendance.phones'
  | 'attendance.add'
  | 'attendance.takeIn'
  | 'attendance.update'
  | 'attendance.updateDay'
  | 'attendance.remove'
  | 'attendance.undoRemove'
  | 'attendance.reorder'
>;

interface Options {
  readonly db: ArchiveDatabase;
  readonly store: PeopleStore;
  readonly clock: () => number;
  readonly newId: () => string;
}

function toAttendance(row: NamedAttendanceRow, days: readonly AttendanceDayRow[]): Attendance {
  return {
    id: row.id,
    type: row.type,
    personId: row.personId,
    name: row.type === 'group' ? row.groupName : (row.personName ?? ''),
    titleBefore: row.titleBefore ?? '',
    titleAfter: row.titleAfter ?? '',
    nip: row.nip ?? '',
    rank: row.personRank ?? '',
    position: row.position,
    organizationId: row.organizationId,
    organizationName: row.organizationName ?? '',
    headCount: row.headCount,
    days: days.map(({ dayId, role, presence, representedBy, arrived, left }) => ({
      dayId,
      role,
      presence,
      representedBy,
      arrived,
      left,
    })),
  };
}

type NewRow = Omit<AttendanceRow, 'id' | 'sessionId' | 'rank' | 'removedAtMs'>;

type EnteredPerson = Exclude<
  Extract<NewAttendance, { readonly type: 'person' }>['person'],
  { readonly unnamed: true }
>;

function personOf(
  entered: EnteredPerson,
  position: string,
  organizationId: OrganizationId | null,
  directory: Directory,
): Person {
  if ('personId' in entered) return directory.requirePerson(entered.personId);
  const { isNew = false, ...fields } = entered;
  const person = {
    ...fields,
    position: fields.position ?? position,
    organizationId: fields.organizationId ?? organizationId,
  };
  return isNew ? directory.addPerson(person) : directory.ensurePerson(person);
}

/** The line that an entry makes: position and organization of today are copied into it. */
function newRow(entry: NewAttendance, directory: Directory): NewRow {
  if (entry.type === 'group') {
    const groupName = cleanLine(entry.name);
    if (groupName === '') throw new AppError('invalid-input', { field: 'name' });
    return {
      type: 'group',
      personId: null,
      groupName,
      position: '',
      organizationId: null,
      headCount: entry.headCount,
    };
  }
  const common = { type: 'person', groupName: '', headCount: null } as const;
  const named =
    entry.organizationName === undefined
      ? undefined
      : (directory.organizationNamed(entry.organizationName)?.id ?? null);
  if ('unnamed' in entry.person) {
    const position = cleanLine(entry.position ?? '');
    if (position === '' && (named ?? null) === null) {
      throw new AppError('invalid-input', { field: 'position' });
    }
    return { ...common, personId: null, position, organizationId: named ?? null };
  }
  const person = personOf(entry.person, entry.position ?? '', named ?? null, directory);
  return {
    ...common,
    personId: person.id,
    position: entry.position === undefined ? person.position : cleanLine(entry.position),
    organizationId: named === undefined ? person.organizationId : named,
  };
}

type Changes = ParsedInput<'attendance.update'>['changes'];

function changedRow(row: AttendanceRow, changes: Changes, directory: Directory): AttendanceRow {
  const isForGroup = changes.groupName !== undefined || changes.headCount !== undefined;
  const isForPerson = changes.personId !== undefined || changes.position !== undefined;
  if (row.type === 'group' ? isForPerson : isForGroup) {
    throw new AppError('invalid-input', { reason: `not-for-${row.type}` });
  }
  const person = changes.personId === undefined ? null : directory.requirePerson(changes.personId);
  return {
    ...row,
    personId: person?.id ?? row.personId,
    position:
      changes.position === undefined
        ? row.position || (person?.position ?? '')
        : cleanLine(changes.position),
    organizationId:
      changes.organizationName === undefined
        ? (row.organizationId ?? person?.organizationId ?? null)
        : (directory.organizationNamed(changes.organizationName)?.id ?? null),
    groupName: changes.groupName === undefined ? row.groupName : cleanLine(changes.groupName),
    headCount: changes.headCount === undefined ? row.headCount : changes.headCount,
  };
}

/** Everything about the attendance of a session; every change is one transaction. */
export function createAttendance({ db, store, clock, newId }: Options) {
  function list(sessionId: SessionId): readonly Attendance[] {
    if (store.sessionStatus(sessionId) === undefined) {
      throw new AppError('not-found', { what: 'session' });
    }
    const days = Map.groupBy(store.days(sessionId), (day) => day.attendanceId);
    return store.listed(sessionId).map((row) => toAttendance(row, days.get(row.id) ?? []));
  }

  function view(id: AttendanceId): Attendance {
    return toAttendance(requireLine(id), store.daysOfLine(id));
  }

  function requireLine(id: AttendanceId): NamedAttendanceRow {
    const row = store.line(id);
    if (row === undefined) throw new AppError('not-found', { what: 'attendance' });
    return row;
  }

  function requireListed(id: AttendanceId): NamedAttendanceRow {
    const row = requireLine(id);
    if (row.removedAtMs !== null) throw new AppError('not-found', { what: 'attendance' });
    return row;
  }

  /** Refuses a final session and notes that the others changed. */
  function change(sessionIds: Iterable<SessionId>): void {
    for (const sessionId of new Set(sessionIds)) {
      const status = store.sessionStatus(sessionId);
      if (status === undefined) throw new AppError('not-found', { what: 'session' });
      if (status === 'final') throw new AppError('session-final');
      store.touchSession(sessionId, clock());
      store.queueSession(sessionId);
    }
  }

  function add({ sessionId, entries }: ParsedInput<'attendance.add'>): readonly Attendance[] {
    change([sessionId]);
    const directory = openDirectory(store, newId);
    const dayIds = store.sessionDays(sessionId);
    let rank = store.lastPlace(sessionId);
    const added = new Set<AttendanceId>();
    for (const entry of entries) {
      rank += 1;
      const id = attendanceIdSchema.parse(newId());
      store.insertAttendance({ id, sessionId, rank, ...newRow(entry, directory) });
      const { onDay } = entry;
      for (const dayId of dayIds) {
        const isHere = onDay?.dayId === dayId;
        store.insertDay({
          attendanceId: id,
          dayId,
          role: cleanLine(entry.role ?? '') || null,
          presence: (isHere ? onDay.presence : entry.presence) ?? null,
          arrived: isHere ? onDay.arrived : null,
        });
      }
      added.add(id);
    }
    return list(sessionId).filter((line) => added.has(line.id));
  }

  function update({ id, changes }: ParsedInput<'attendance.update'>): Attendance {
    const row = requireListed(id);
    change([row.sessionId]);
    store.updateAttendance(changedRow(row, changes, openDirectory(store, newId)));
    return view(id);
  }

  function updateDay({
    ids,
    dayId,
    changes,
  }: ParsedInput<'attendance.updateDay'>): readonly Attendance[] {
    change(ids.map((id) => requireListed(id).sessionId));
    const facts = given<AttendanceDay>(changes);
    if (facts.role !== undefined) facts.role = cleanLine(facts.role ?? '') || null;
    return ids.map((id) => {
      const days = store.daysOfLine(id).filter((day) => dayId === null || day.dayId === dayId);
      if (days.length === 0) throw new AppError('not-found', { what: 'day' });
      for (const day of days) store.updateDay({ ...day, ...facts });
      return view(id);
    });
  }

  function takeIn(input: ParsedInput<'attendance.takeIn'>): readonly Attendance[] {
    const { sessionId, dayId, added, noted } = input;
    const lines = add({ sessionId, entries: added.map(({ entry }) => entry) });
    const known = noted.map(({ id, facts }) => {
      if (requireListed(id).sessionId !== sessionId) {
        throw new AppError('not-found', { what: 'attendance' });
      }
      return { id, facts };
    });
    const fresh = lines.map(({ id }, at) => ({ id, facts: added[at]?.facts ?? {} }));
    return [...fresh, ...known].flatMap(({ id, facts }) =>
      updateDay({ ids: [id], dayId, changes: facts }),
    );
  }

  function remove({ ids }: ParsedInput<'attendance.remove'>): void {
    const rows = ids.map(requireListed);
    change(rows.map((row) => row.sessionId));
    for (const row of rows) {
      const count = store.statementCount(row.sessionId, row.id);
      if (count > 0) {
        throw new AppError('attendee-speaks', {
          name: attendeeLabel(toAttendance(row, [])),
          count,
        });
      }
      store.setRemoved(row.id, clock());
    }
  }

  function undoRemove({ ids }: ParsedInput<'attendance.undoRemove'>): readonly Attendance[] {
    const rows = ids.map(requireLine);
    const sessionIds = rows.map((row) => row.sessionId);
    change(sessionIds);
    for (const row of rows) store.setRemoved(row.id, null);
    // Days may have been added to the session while the line was away.
    for (const sessionId of new Set(sessionIds)) store.addMissingDays(sessionId);
    return ids.map(view);
  }

  function reorder({ sessionId, order }: ParsedInput<'attendance.reorder'>): void {
    change([sessionId]);
    const places = store.places(sessionId);
    const known = new Set(places.map((place) => place.id));
    // Lines that the sender has not seen yet keep their order, behind those it has.
    const wanted = new Set([...order.filter((id) => known.has(id)), ...known]);
    // The same numbers are dealt out anew, so a removed line comes back where it was.
    let index = 0;
    for (const id of wanted) {
      const place = places[index];
      if (place !== undefined && place.id !== id) store.setPlace(id, place.rank);
      index += 1;
    }
  }

  const written =
    <Input, Result>(handler: (input: Input) => Result) =>
    (input: Input): Result =>
      db.transaction(() => handler(input))();

  const handlers: AttendanceHandlers = {
    'attendance.list': ({ sessionId }) => list(sessionId),
    'attendance.phones': ({ sessionId }) =>
      Object.fromEntries(store.phones(sessionId).map(({ id, phone }) => [id, phone])),
    'attendance.add': written(add),
    'attendance.takeIn': written(takeIn),
    'attendance.update': written(update),
    'attendance.updateDay': written(updateDay),
    'attendance.remove': written(remove),
    'attendance.undoRemove': written(undoRemove),
    'attendance.reorder': written(reorder),
  };
  return { handlers, list, add };
}
