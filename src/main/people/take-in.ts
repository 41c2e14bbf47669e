import { AppError } from '../../shared/contract/errors.ts';
import type { AttendanceId, OrganizationId, PersonId, SessionId } from '../../shared/ids.ts';
import { personIdSchema } from '../../shared/ids.ts';
import type {
  AttendanceDay,
  OrganizationFields,
  Person,
  PersonFields,
} from '../../shared/minutes/people.ts';
import { cleanLine, nameKey } from '../../shared/minutes/titles.ts';
import { openDirectory } from './directory.ts';
import type { PeopleStore } from './store.ts';

/** A line of an attendance that comes from elsewhere, its person and organization known here. */
export interface TakenLine {
  readonly id: AttendanceId;
  readonly type: 'person' | 'group';
  readonly personId: PersonId | null;
  readonly groupName: string;
  readonly position: string;
  readonly organizationId: OrganizationId | null;
  readonly headCount: number | null;
  readonly days: readonly AttendanceDay[];
}

const FACTS = ['titleBefore', 'titleAfter', 'position', 'nip', 'rank', 'phone'] as const;
type Facts = Pick<Person, (typeof FACTS)[number]>;

const sameFacts = (a: Facts, b: Facts): boolean => FACTS.every((key) => a[key] === b[key]);

/** Nothing that is known of the one speaks against the other. */
const canBeSame = (a: Facts, b: Facts): boolean =>
  FACTS.every((key) => a[key] === '' || b[key] === '' || nameKey(a[key]) === nameKey(b[key]));

function cleanPerson(fields: PersonFields): PersonFields {
  const cleaned = { ...fields, name: cleanLine(fields.name) };
  for (const key of FACTS) cleaned[key] = cleanLine(fields[key]);
  return cleaned;
}

/**
 * The people of a session that comes from elsewhere. Who is known by the same name, organization and
 * position is that person, unless a title, a number or a rank says otherwise; then, and where
 * nobody is known, somebody new is kept. What is known stays as it is; only blanks are filled.
 * Belongs to the transaction it is made in.
 */
export function openTakeIn(store: PeopleStore, newId: () => string) {
  const directory = openDirectory(store, newId);
  const candidates = Map.groupBy(store.persons(), ({ name }) => nameKey(name));
  // Two people of one file stay two.
  const taken = new Set<PersonId>();

  function matching(fields: PersonFields): Person | undefined {
    const free = (candidates.get(nameKey(fields.name)) ?? []).filter(
      (known) => known.organizationId === fields.organizationId && !taken.has(known.id),
    );
    return (
      free.find((known) => sameFacts(known, fields)) ??
      free.find((known) => canBeSame(known, fields))
    );
  }

  function fillBlanks(known: Person, fields: PersonFields): void {
    const filled = { ...known };
    for (const key of FACTS) filled[key] ||= fields[key];
    if (sameFacts(filled, known)) return;
    store.updatePerson(filled);
    store.queueSessionsOfPerson(known.id);
  }

  return {
    organization: (fields: OrganizationFields): OrganizationId =>
      directory.ensureOrganization(fields).id,
    /** Of an organization that was taken in before. */
    person(given: PersonFields): PersonId {
      const fields = cleanPerson(given);
      if (fields.name === '') throw new AppError('invalid-input', { field: 'name' });
      const known = matching(fields);
      const id = known?.id ?? personIdSchema.parse(newId());
      taken.add(id);
      if (known !== undefined) fillBlanks(known, fields);
      else store.insertPerson({ ...fields, id, organizationName: '' });
      return id;
    },
    attendance(sessionId: SessionId, lines: readonly TakenLine[]): void {
      for (const [index, line] of lines.entries()) {
        const { days, ...row } = line;
        store.insertAttendance({
          ...row,
          sessionId,
          rank: index + 1,
          groupName: cleanLine(line.groupName),
          position: cleanLine(line.position),
        });
        for (const day of days) {
          const role = cleanLine(day.role ?? '') || null;
          const { dayId, presence, arrived } = day;
          store.insertDay({ attendanceId: line.id, dayId, role, presence, arrived });
          store.updateDay({ ...day, role, attendanceId: line.id });
        }
      }
      store.addMissingDays(sessionId);
    },
  };
}

export type TakeIn = ReturnType<typeof openTakeIn>;
