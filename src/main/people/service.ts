import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { NewAttendance } from '../../shared/contract/people.ts';
import type { AttendanceId, OrganizationId, SessionId } from '../../shared/ids.ts';
import type { Organization, Person } from '../../shared/minutes/people.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createAttendance } from './attendance.ts';
import { createColumnMappings } from './column-mappings.ts';
import type { Directory } from './directory.ts';
import { openDirectory } from './directory.ts';
import type { PeopleIndex } from './find.ts';
import { buildPeopleIndex, findPeople } from './find.ts';
import { createPeopleStore } from './store.ts';
import type { TakeIn } from './take-in.ts';
import { openTakeIn } from './take-in.ts';

export interface PeopleServiceOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
}

type PeopleHandlers = Pick<
  Handlers<'storage'>,
  | 'people.find'
  | 'people.list'
  | 'people.create'
  | 'people.update'
  | 'organizations.list'
  | 'organizations.create'
  | 'organizations.update'
>;

const KEEP_REMOVED_MS = 24 * 60 * 60 * 1000;

/** People, organizations and attendance: each person and organization kept once. */
export function createPeopleService({ db, clock, newId }: PeopleServiceOptions) {
  const store = createPeopleStore(db);
  const attendance = createAttendance({ db, store, clock, newId });

  /** Writes in one transaction; one inside another's transaction joins it. */
  const write = <T>(change: (directory: Directory) => T): T =>
    db.transaction(() => change(openDirectory(store, newId)))();

  let index: { readonly madeAt: number; readonly value: PeopleIndex } | null = null;
  function currentIndex(): PeopleIndex {
    const now = store.changeCount();
    if (index?.madeAt !== now) {
      index = { madeAt: now, value: buildPeopleIndex(store.persons(), store.organizations()) };
    }
    return index.value;
  }

  const updateOrganization = ({ id, changes }: ParsedInput<'organizations.update'>): Organization =>
    write((directory) => directory.updateOrganization(id, changes));

  const handlers: PeopleHandlers = {
    'people.find': ({ text, limit }) => findPeople(currentIndex(), text, limit),
    'people.list': () => store.persons(),
    'people.create': ({ fields }) => write((directory) => directory.ensurePerson(fields)),
    'people.update': ({ id, changes }) => write((directory) => directory.updatePerson(id, changes)),
    'organizations.list': () => store.organizations(),
    'organizations.create': ({ fields }) =>
      write((directory) => directory.ensureOrganization(fields)),
    'organizations.update': (input) => updateOrganization(input),
  };

  return {
    handlers: { ...handlers, ...attendance.handlers, ...createColumnMappings(db, clock) },
    attendanceOf: attendance.list,
    /** Adds lines at the end. Belongs to the transaction it is called in. */
    addAttendance: (sessionId: SessionId, entries: readonly NewAttendance[]) =>
      attendance.add({ sessionId, entries: [...entries] }),
    organizations: (): readonly Organization[] => store.organizations(),
    persons: (): readonly Person[] => store.persons(),
    /** For a session that comes from elsewhere. Belongs to the transaction it is called in. */
    openTakeIn: (): TakeIn => openTakeIn(store, newId),
    updateOrganization,
    /** The organization of that name, made where there is none: for the hosts of a session. */
    ensureOrganization: (name: string): OrganizationId =>
      write((directory) => directory.ensureOrganization({ name }).id),
    /** Gives every attendee a row for every day, after days were added to the session. */
    syncDays: (sessionId: SessionId): void => {
      store.addMissingDays(sessionId);
    },
    /** Puts a removed line back because it is named as a speaker; true where it was removed. */
    keepSpeaker: (sessionId: SessionId, id: AttendanceId): boolean => {
      const row = store.line(id);
      if (row === undefined || row.removedAtMs === null || row.sessionId !== sessionId)
        return false;
      store.setRemoved(id, null);
      store.addMissingDays(sessionId);
      store.queueSession(sessionId);
      return true;
    },
    /**
     * Drops lines that were removed more than a day ago, at the start of the storage. It also starts
     * anew in the middle of a meeting, when an undo or a statement on its way may still need them.
     * Lines that a statement refers to stay, so that it remains known who spoke.
     */
    purgeRemoved: (): void => {
      store.purgeRemoved(clock() - KEEP_REMOVED_MS);
    },
  };
}

export type PeopleService = ReturnType<typeof createPeopleService>;
