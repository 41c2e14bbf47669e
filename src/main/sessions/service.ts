import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import type { SessionChanges } from '../../shared/contract/sessions.ts';
import type { DayId, OrganizationId, SessionId } from '../../shared/ids.ts';
import { dayIdSchema, seriesIdSchema, sessionIdSchema } from '../../shared/ids.ts';
import type { AppendToLog, LogDetails } from '../../shared/minutes/final.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import type { Session, SessionDay, SessionStatus } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { acceptedChanges, changedFields, EMPTY_FIELDS } from './changes.ts';
import { createDuplicator } from './duplicate.ts';
import { createExamples } from './examples.ts';
import { createMeetingHandlers } from './meeting.ts';
import { createMeetingStore } from './meeting-store.ts';
import { fieldRowOf, sessionOf, summaryOf } from './rows.ts';
import { createSessionsStore } from './store.ts';

export interface SessionsOptions {
  readonly db: ArchiveDatabase;
  readonly clock: () => number;
  readonly newId: () => string;
  /** Notes in the log what was done. Runs inside our transaction. */
  readonly log: AppendToLog;
  /** The organization of that name, made where there is none. Runs inside our transaction. */
  readonly organizationIdFor: (name: string) => OrganizationId;
  /** Gives every attendance line its entry for days that are new. Runs inside our transaction. */
  readonly syncDays: (sessionId: SessionId) => void;
  /** The sessions that come with the app; throws `examples-missing` where they are not there. */
  readonly exampleRecords: () => readonly SessionRecord[];
}

type SessionHandlers = Pick<
  Handlers<'storage'>,
  Extract<
    keyof Handlers<'storage'>,
    `sessions.${string}` | `examples.${string}` | `meeting.${string}`
  >
>;

/** Sessions, their days, hosts and series: everything about them but people and blocks. */
export function createSessionsService(options: SessionsOptions) {
  const { db, clock, newId, log } = options;
  const store = createSessionsStore(db);
  const meetings = createMeetingStore(db);
  const duplicator = createDuplicator(db, { store, clock, newId });
  const examples = createExamples({ ...options, store });

  function get(id: SessionId): Session {
    const row = store.session(id);
    if (row === undefined) throw new AppError('not-found', { sessionId: id });
    const seriesTitle = row.series_id === null ? null : store.seriesTitle(row.series_id);
    return sessionOf(row, store.days(id), meetings.course(id), store.hosts(id), seriesTitle);
  }

  /** A session that may be changed. Final minutes are evidence: they are corrected by addenda. */
  function getOpen(id: SessionId): Session {
    const session = get(id);
    if (session.status === 'final') throw new AppError('session-final', { sessionId: id });
    return session;
  }

  function putDays(id: SessionId, days: readonly SessionDay[]): void {
    const [first] = days;
    if (first === undefined) throw new AppError('invalid-input', { field: 'days' });
    const before = new Set(store.days(id).map((day) => day.id));
    for (const [position, day] of days.entries()) {
      const owner = store.dayOwner(day.id);
      if (owner !== undefined && owner !== id) {
        throw new AppError('invalid-input', { field: `days.${position}.id` });
      }
      const { date, start, end } = day;
      store.putDay(id, position, { id: day.id, date, start_time: start, end_time: end });
    }
    const after = new Set(days.map((day) => day.id));
    for (const gone of [...before].filter((day) => !after.has(day))) {
      store.removeDay(id, gone, first.id);
    }
    if (days.some((day) => !before.has(day.id))) options.syncDays(id);
  }

  function hostIds(hosts: NonNullable<SessionChanges['hosts']>): readonly OrganizationId[] {
    const ids = hosts.map((host) => {
      if (!('organizationId' in host)) return options.organizationIdFor(host.name);
      if (store.hasOrganization(host.organizationId)) return host.organizationId;
      throw new AppError('not-found', { organizationId: host.organizationId });
    });
    return [...new Set(ids)];
  }

  function putSeries(id: SessionId, title: string): void {
    if (title === '') return store.setSeries(id, null);
    const known = store.seriesByTitle(title);
    const seriesId = known ?? seriesIdSchema.parse(newId());
    if (known === undefined) store.insertSeries(seriesId, title);
    else store.respellSeries(known, title, id);
    store.setSeries(id, seriesId);
  }

  function apply(session: Session, changes: SessionChanges): void {
    const { id } = session;
    store.updateFields(id, fieldRowOf(changedFields(session, changes)), clock());
    if (changes.days !== undefined) putDays(id, changes.days);
    if (changes.hosts !== undefined) store.replaceHosts(id, hostIds(changes.hosts));
    if (changes.seriesTitle !== undefined) putSeries(id, changes.seriesTitle);
    store.queueIndex(id);
  }

  const create = db.transaction((entered: SessionChanges): Session => {
    const changes = acceptedChanges(entered);
    const id = sessionIdSchema.parse(newId());
    const nowMs = clock();
    store.insertSession({
      id,
      ...fieldRowOf({ ...EMPTY_FIELDS } as Session),
      status: 'rencana',
      series_id: null,
      is_example: 0,
      example_key: null,
      now_ms: nowMs,
    });
    const firstDay: DayId = dayIdSchema.parse(newId());
    const unknownDay = { id: firstDay, date: null, start: null, end: null };
    apply(get(id), { ...changes, days: changes.days ?? [unknownDay] });
    log('create', id);
    return get(id);
  });

  const update = db.transaction((id: SessionId, entered: SessionChanges): Session => {
    apply(getOpen(id), acceptedChanges(entered));
    return get(id);
  });

  const setStatus = db.transaction((id: SessionId, status: SessionStatus): Session => {
    changeStatus(getOpen(id), status);
    return get(id);
  });

  function changeStatus(
    { id, status: before }: Session,
    status: SessionStatus,
    details: LogDetails = {},
  ): void {
    if (before === status) return;
    store.setStatus(id, status, clock());
    store.queueIndex(id);
    log('status', id, { from: before, to: status, ...details });
  }

  const meeting = createMeetingHandlers({
    db,
    store: meetings,
    getOpen,
    setStatus: changeStatus,
    touch: (id) => store.touch(id, clock()),
  });

  const duplicate = db.transaction((id: SessionId): Session => {
    const copy = duplicator.duplicate(get(id));
    log('duplicate', copy, { of: id });
    return get(copy);
  });

  const trash = db.transaction((ids: readonly SessionId[]): void => {
    for (const id of ids) {
      getOpen(id);
      if (!store.trash(id, clock())) continue;
      store.queueIndex(id);
      log('trash', id);
    }
  });

  const restore = db.transaction((ids: readonly SessionId[]): void => {
    for (const id of ids) {
      getOpen(id);
      if (!store.restore(id, clock())) continue;
      store.queueIndex(id);
      log('restore', id);
    }
  });

  return {
    ...meeting,
    'sessions.list': () => store.summaries().map(summaryOf),
    'sessions.get': ({ id }) => get(id),
    'sessions.create': ({ changes }) => create.immediate(changes),
    'sessions.update': ({ id, changes }) => update.immediate(id, changes),
    'sessions.setStatus': ({ id, status }) => setStatus.immediate(id, status),
    'sessions.duplicate': ({ id }) => duplicate.immediate(id),
    'sessions.trash': ({ ids }) => trash.immediate(ids),
    'sessions.restore': ({ ids }) => restore.immediate(ids),
    'sessions.seriesTitles': () => store.seriesTitles(),
    'examples.add': () => ({ added: examples.add() }),
    'examples.remove': () => examples.remove(),
  } satisfies SessionHandlers;
}
