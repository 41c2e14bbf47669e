import { AppError } from '../../shared/contract/errors.ts';
import type { Handlers, ParsedInput } from '../../shared/contract/index.ts';
import type { SessionId } from '../../shared/ids.ts';
import type { LogDetails } from '../../shared/minutes/final.ts';
import { canMark, statusAfter, withMark, withoutLastMark } from '../../shared/minutes/meeting.ts';
import type { Session, SessionStatus } from '../../shared/minutes/session.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import type { MeetingStore } from './meeting-store.ts';

interface MeetingOptions {
  readonly db: ArchiveDatabase;
  readonly store: MeetingStore;
  /** A session that may be changed. */
  readonly getOpen: (id: SessionId) => Session;
  /** Changes the status with everything that belongs to that. Runs inside our transaction. */
  readonly setStatus: (session: Session, status: SessionStatus, details: LogDetails) => void;
  /** Notes that something about the session changed. Runs inside our transaction. */
  readonly touch: (id: SessionId) => void;
}

type MeetingHandlers = Pick<
  Handlers<'storage'>,
  Extract<keyof Handlers<'storage'>, `meeting.${string}`>
>;

/** The course of a meeting: opened, adjourned, gone on with, closed. */
export function createMeetingHandlers({ db, store, getOpen, setStatus, touch }: MeetingOptions) {
  const mark = ({ id, event, atMs }: ParsedInput<'meeting.mark'>): Session => {
    const session = getOpen(id);
    if (!canMark(session, event)) throw new AppError('invalid-input', { field: 'event' });
    store.putCourse(id, withMark(session, event, atMs));
    setStatus(session, statusAfter(event), { event });
    touch(id);
    return getOpen(id);
  };

  const takeBack = ({ id }: ParsedInput<'meeting.takeBack'>): Session => {
    const session = getOpen(id);
    const before = withoutLastMark(session);
    if (before === null) throw new AppError('invalid-input', { field: 'event' });
    store.putCourse(id, before.course);
    setStatus(session, before.status, { takenBack: session.meeting.marks.at(-1)?.event ?? '' });
    touch(id);
    return getOpen(id);
  };

  const setTimes = ({ id, dayId, times }: ParsedInput<'meeting.setTimes'>): Session => {
    const { days, meeting } = getOpen(id);
    if (!days.some((day) => day.id === dayId)) throw new AppError('not-found', { dayId });
    const known = meeting.days.find((day) => day.dayId === dayId);
    store.putDay({
      dayId,
      opened: times.opened === undefined ? (known?.opened ?? null) : times.opened,
      closed: times.closed === undefined ? (known?.closed ?? null) : times.closed,
    });
    touch(id);
    return getOpen(id);
  };

  const written =
    <Input>(handler: (input: Input) => Session) =>
    (input: Input): Session =>
      db.transaction(() => handler(input)).immediate();

  return {
    'meeting.mark': written(mark),
    'meeting.takeBack': written(takeBack),
    'meeting.setTimes': written(setTimes),
  } satisfies MeetingHandlers;
}
