import type {
  AboutAttendance,
  AboutLine,
  AboutPromise,
  AboutSession,
  AboutStatement,
  AboutSubject,
} from '../../shared/contract/about.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { CallsOf, Handlers } from '../../shared/contract/index.ts';
import type { AttendanceId, OrganizationId, PersonId, SessionId } from '../../shared/ids.ts';
import { STRONGEST_FIRST } from '../../shared/minutes/attendance.ts';
import { attendeeLabel, fullName, positionLine } from '../../shared/minutes/names.ts';
import type { Attendance } from '../../shared/minutes/people.ts';
import { foldedWords } from '../../shared/search/words.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { NameWords } from './mentions.ts';
import { isLonger, namesOne } from './mentions.ts';
import type { AboutStore, LineRow, ResponsibleRow } from './store.ts';
import { createAboutStore, SHOWN_LENGTH } from './store.ts';

type AboutCall = Extract<CallsOf<'storage'>, `about.${string}`>;

interface AboutServiceOptions {
  readonly db: ArchiveDatabase;
  /** The attendance of a session as it is shown: of a final one by the names of the day. */
  readonly attendance: (id: SessionId) => readonly Attendance[];
}

/** Follow-ups shown of one person or organization; nobody has as many. */
const MOST_PROMISES = 2000;

interface Named {
  readonly name: string;
  readonly post: string;
}

/** Everything one person or organization said, attended and promised. */
export function createAboutService({ db, attendance }: AboutServiceOptions) {
  const store = createAboutStore(db);

  /** Looks each session up once, with the names of a final one. */
  function createLookUp() {
    const sessions = new Map<SessionId, AboutSession>();
    const frozen = new Map<SessionId, ReadonlyMap<AttendanceId, Attendance>>();
    const sessionOf = (id: SessionId): AboutSession => {
      const known = sessions.get(id) ?? store.session(id);
      if (known === undefined) throw new AppError('not-found');
      sessions.set(id, known);
      return known;
    };
    const nameOf = (sessionId: SessionId, line: LineRow): Named => {
      if (sessionOf(sessionId).status === 'final') {
        const lines =
          frozen.get(sessionId) ?? new Map(attendance(sessionId).map((one) => [one.id, one]));
        frozen.set(sessionId, lines);
        const asFrozen = lines.get(line.id);
        if (asFrozen) return { name: attendeeLabel(asFrozen), post: positionLine(asFrozen) };
      }
      const live = {
        name: line.type === 'group' ? line.groupName : (line.name ?? ''),
        titleBefore: line.titleBefore ?? '',
        titleAfter: line.titleAfter ?? '',
        position: line.position,
        organizationName: line.organizationName ?? '',
      };
      return { name: attendeeLabel(live), post: positionLine(live) };
    };
    return { sessionOf, nameOf };
  }

  function lineOf(row: LineRow, { name, post }: Named): AboutLine {
    const days = store.daysOfLine(row.id);
    const listed = (values: readonly string[]): string =>
      [...new Set(values.filter((value) => value !== ''))].join(', ');
    return {
      id: row.id,
      name,
      // Somebody who is known by a position alone is called by it.
      post: post === name ? '' : post,
      role: listed(days.map((day) => day.role ?? '')),
      presence: STRONGEST_FIRST.find((one) => days.some((day) => day.presence === one)) ?? null,
      representedBy: listed(days.map((day) => day.representedBy)),
      statementCount: row.statementCount,
    };
  }

  const subjectRow = (subject: AboutSubject): NonNullable<ReturnType<AboutStore['subject']>> => {
    const row = store.subject(subject);
    if (row === undefined) throw new AppError('not-found');
    return row;
  };

  const promiseRows = (subject: AboutSubject): readonly ResponsibleRow[] => {
    const row = subjectRow(subject);
    const isPromised = createPromiseCheck(store, subject, [row.name, row.shortName]);
    return store.responsibles().filter(isPromised);
  };

  function promisesOf(subject: AboutSubject): readonly AboutPromise[] {
    const { sessionOf } = createLookUp();
    const promises = promiseRows(subject).flatMap((one): readonly AboutPromise[] => {
      const row = store.followUp(one.sessionId, one.blockId);
      if (row === undefined) return [];
      const { sessionId, blockId, text, length, responsible, dueDate, status } = row;
      const isCut = length > SHOWN_LENGTH;
      const session = sessionOf(sessionId);
      return [{ session, blockId, text, isCut, responsible, dueDate, status }];
    });
    return promises.toSorted(inOrder).slice(0, MOST_PROMISES);
  }

  const handlers: Pick<Handlers<'storage'>, AboutCall> = {
    'about.overview': ({ subject }) =>
      store.inOneView(() => {
        const row = subjectRow(subject);
        const promises = promisesOf(subject);
        return {
          name: fullName(row),
          detail: subject.type === 'person' ? positionLine(row) : row.shortName,
          statements: store.statementYears(subject),
          sessions: store.sessionYears(subject),
          promises: promises.length,
          openPromises: promises.filter(isOpen).length,
        };
      }),
    'about.statements': ({ subject, year, offset, limit }) =>
      store.inOneView(() => {
        const { sessionOf, nameOf } = createLookUp();
        const page = { id: subject.id, year, offset, limit };
        return store.statementPage(subject.type, page).map((row): AboutStatement => {
          const line = store.line(row.lineId);
          const named = line && nameOf(row.sessionId, line);
          return {
            session: sessionOf(row.sessionId),
            blockId: row.blockId,
            kind: row.kind,
            text: row.text,
            isCut: row.length > SHOWN_LENGTH,
            speaker: named?.name ?? '',
            post: named === undefined || named.post === named.name ? '' : named.post,
            day: row.day,
            spokenAtMs: row.spokenAtMs,
          };
        });
      }),
    'about.attendance': ({ subject, year, offset, limit }) =>
      store.inOneView(() => {
        const { sessionOf, nameOf } = createLookUp();
        const page = { id: subject.id, year, offset, limit };
        return store.sessionPage(subject.type, page).map(({ id }): AboutAttendance => ({
          session: sessionOf(id),
          isHost: subject.type === 'organization' && store.isHost(id, subject.id),
          lines: store.linesAt(subject, id).map((row) => lineOf(row, nameOf(id, row))),
        }));
      }),
    'about.promises': ({ subject }) => store.inOneView(() => promisesOf(subject)),
    'about.speaker': ({ sessionId, blockId }) => {
      const row = store.speakerOf(sessionId, blockId);
      if (row === undefined) return null;
      if (row.personId !== null) return { type: 'person', id: row.personId as PersonId };
      if (row.organizationId === null) return null;
      return { type: 'organization', id: row.organizationId as OrganizationId };
    },
  };
  return handlers;
}

const isOpen = ({ status }: AboutPromise): boolean => status === 'belum' || status === 'berjalan';

/** Open ones first by when they are due, those without a date after them; then the newest. */
function inOrder(a: AboutPromise, b: AboutPromise): number {
  const newest = (b.session.firstDate ?? '').localeCompare(a.session.firstDate ?? '');
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
  if (!isOpen(a)) return newest;
  const due = (one: AboutPromise): string => one.dueDate ?? '9999';
  return due(a).localeCompare(due(b)) || newest;
}

/**
 * Whether a follow-up is somebody's: it names them, or a member that an organization had at that
 * session. A name that several bear counts only for who was at the session: nobody is taken for
 * somebody else.
 */
function createPromiseCheck(
  store: AboutStore,
  subject: AboutSubject,
  ownNames: readonly string[],
): (row: ResponsibleRow) => boolean {
  const own = ownNames.map((name) => foldedWords(name)).filter((name) => name.length > 0);
  const keys = new Set(own.map((name) => name.join(' ')));
  const others = store
    .names()
    .filter((other) => other.id !== subject.id)
    .map((other) => foldedWords(other.name));
  const longer = others.filter((other) => own.some((name) => isLonger(other, name)));
  const shared = new Set(others.map((other) => other.join(' ')).filter((name) => keys.has(name)));
  const unique = own.filter((name) => !shared.has(name.join(' ')));
  const attended = shared.size > 0 ? store.sessionsOf(subject) : new Set<string>();

  const members = new Map<string, NameWords[]>();
  if (subject.type === 'organization') {
    for (const { sessionId, name } of store.membersOf(subject.id)) {
      members.set(sessionId, [...(members.get(sessionId) ?? []), foldedWords(name)]);
    }
  }
  return ({ sessionId, responsible }) =>
    namesOne(responsible, attended.has(sessionId) ? own : unique, longer) ||
    namesOne(responsible, members.get(sessionId) ?? [], []);
}
