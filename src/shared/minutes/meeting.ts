import type { DayId } from '../ids.ts';
import { dateOn, wallClock } from './dates.ts';
import type {
  MeetingCourse,
  MeetingDayTimes,
  MeetingEvent,
  MeetingMark,
} from './meeting-course.ts';
import type { SessionDay, SessionStatus, SessionZone } from './session.ts';

/** What the rules below need to know of a session. */
export interface MeetingFacts {
  readonly status: SessionStatus;
  readonly zone: SessionZone;
  readonly days: readonly SessionDay[];
  readonly meeting: MeetingCourse;
}

const lastMark = ({ meeting }: Pick<MeetingFacts, 'meeting'>): MeetingMark | null =>
  meeting.marks.at(-1) ?? null;

/** Since when the meeting is adjourned, UTC milliseconds; null while it is not. */
export function pausedSince(session: Pick<MeetingFacts, 'status' | 'meeting'>): number | null {
  const last = lastMark(session);
  return session.status === 'berlangsung' && last?.event === 'diskors' ? last.atMs : null;
}

/** Words are being said and written down now: statements take the time. */
export const isRunning = (session: Pick<MeetingFacts, 'status' | 'meeting'>): boolean =>
  session.status === 'berlangsung' && pausedSince(session) === null;

/** When the meeting that runs now was opened, or gone on with on a later day; null: not known. */
export function openSince(session: MeetingFacts): number | null {
  if (session.status !== 'berlangsung') return null;
  const { marks } = session.meeting;
  const dayId = marks.at(-1)?.dayId ?? null;
  const opened = marks.findLastIndex((mark) => mark.event === 'dibuka');
  const ofDay = marks.slice(Math.max(opened, 0)).filter((mark) => mark.dayId === dayId);
  return ofDay.find(({ event }) => event === 'dibuka' || event === 'dilanjutkan')?.atMs ?? null;
}

/** What can be recorded of a meeting in its present state. */
export function canMark(session: MeetingFacts, event: MeetingEvent): boolean {
  switch (event) {
    case 'dibuka':
      return session.status === 'rencana' || session.status === 'selesai';
    case 'diskors':
    case 'ditutup':
      return event === 'ditutup' ? session.status === 'berlangsung' : isRunning(session);
    case 'dilanjutkan':
      return pausedSince(session) !== null;
  }
}

/** What one key does next; 'take-back' goes on with a meeting whose end was noted too early. */
export type MeetingStep = Exclude<MeetingEvent, 'ditutup'> | 'take-back';

/** The next sensible step; null where the minutes are final. */
export function nextStep(session: MeetingFacts, nowMs: number): MeetingStep | null {
  switch (session.status) {
    case 'rencana':
      return 'dibuka';
    case 'berlangsung':
      return pausedSince(session) === null ? 'diskors' : 'dilanjutkan';
    case 'selesai': {
      const today = dayOfDate(session, nowMs);
      const isLaterDay = today !== null && today !== lastMark(session)?.dayId;
      const isOpened = session.meeting.days.some((day) => day.dayId === today && day.opened);
      return isLaterDay && !isOpened && session.days.length > 1 ? 'dibuka' : 'take-back';
    }
    case 'final':
      return null;
  }
}

function dayOfDate({ days, zone }: MeetingFacts, atMs: number): DayId | null {
  const date = dateOn(atMs, zone);
  return days.find((day) => day.date === date)?.id ?? null;
}

/** The day of the session that it is now: where the meeting stands, else by date, else the first. */
export function dayNow(session: MeetingFacts, nowMs: number): DayId | null {
  const standing = session.status === 'berlangsung' ? lastMark(session)?.dayId : null;
  return standing ?? dayOfDate(session, nowMs) ?? session.days[0]?.id ?? null;
}

/** A pause of this length lies over a night: what follows it may belong to the next day. */
const NIGHT_MS = 4 * 3_600_000;

/**
 * The day of the session that an event belongs to. A meeting that runs past midnight stays on the day
 * on which it was opened; it moves to another day only by being opened, or gone on with after a night.
 */
export function dayOfEvent(session: MeetingFacts, event: MeetingEvent, atMs: number): DayId | null {
  const last = lastMark(session);
  const only = session.days.length === 1 ? (session.days[0]?.id ?? null) : null;
  const byDate = dayOfDate(session, atMs);
  switch (event) {
    case 'dibuka':
      return byDate ?? only;
    case 'dilanjutkan':
      return last !== null && atMs - last.atMs >= NIGHT_MS
        ? (byDate ?? last.dayId ?? only)
        : (last?.dayId ?? byDate ?? only);
    case 'diskors':
    case 'ditutup':
      return last?.dayId ?? byDate ?? only;
  }
}

/** The course with one more mark, and times filled in where they were not known. */
export function withMark(session: MeetingFacts, event: MeetingEvent, atMs: number): MeetingCourse {
  const dayId = dayOfEvent(session, event, atMs);
  const last = lastMark(session);
  const marks = [...session.meeting.marks, { event, atMs, dayId }];
  const time = timeOf(atMs, session.zone);
  let { days } = session.meeting;
  const opensDay = event === 'dibuka' || (event === 'dilanjutkan' && dayId !== last?.dayId);
  const isHeldOn = (id: DayId | null): boolean => {
    const begunMs = marks.find((mark) => mark.dayId === id)?.atMs ?? atMs;
    return isOnDate(session, id, begunMs);
  };
  if (event === 'dilanjutkan' && opensDay && last !== null && isHeldOn(last.dayId)) {
    days = fill(days, last.dayId, 'closed', timeOf(last.atMs, session.zone));
  }
  if (opensDay && isHeldOn(dayId)) days = fill(days, dayId, 'opened', time);
  if (event === 'ditutup' && isHeldOn(dayId)) days = fill(days, dayId, 'closed', time);
  return { marks, days };
}

export interface TakenBack {
  readonly status: Exclude<SessionStatus, 'final'>;
  readonly course: MeetingCourse;
}

/** The state before the last mark; times that it filled in are not known again. Null: no mark. */
export function withoutLastMark(session: MeetingFacts): TakenBack | null {
  const last = lastMark(session);
  if (last === null) return null;
  const marks = session.meeting.marks.slice(0, -1);
  const before = marks.at(-1) ?? null;
  let { days } = session.meeting;
  const empty = (mark: MeetingMark, key: 'opened' | 'closed'): void => {
    const time = timeOf(mark.atMs, session.zone);
    days = days.map((day) =>
      day.dayId === mark.dayId && day[key] === time ? { ...day, [key]: null } : day,
    );
  };
  if (last.event === 'ditutup') empty(last, 'closed');
  if (last.event === 'dibuka') empty(last, 'opened');
  if (last.event === 'dilanjutkan' && before !== null && before.dayId !== last.dayId) {
    empty(last, 'opened');
    empty(before, 'closed');
  }
  const status = last.event !== 'dibuka' ? 'berlangsung' : before === null ? 'rencana' : 'selesai';
  return { status, course: { marks, days } };
}

/** The status of a session after an event. */
export const statusAfter = (event: MeetingEvent): 'berlangsung' | 'selesai' =>
  event === 'ditutup' ? 'selesai' : 'berlangsung';

const timeOf = (atMs: number, zone: SessionZone): string => wallClock(atMs, zone).replace('.', ':');

/** A day planned for another date did not begin now, whatever the key says. */
function isOnDate({ days, zone }: MeetingFacts, dayId: DayId | null, atMs: number): boolean {
  const date = days.find((day) => day.id === dayId)?.date ?? null;
  return date === null || date === dateOn(atMs, zone);
}

function fill(
  days: readonly MeetingDayTimes[],
  dayId: DayId | null,
  key: 'opened' | 'closed',
  time: string,
): readonly MeetingDayTimes[] {
  if (dayId === null) return days;
  if (!days.some((day) => day.dayId === dayId)) {
    return fill([...days, { dayId, opened: null, closed: null }], dayId, key, time);
  }
  return days.map((day) =>
    day.dayId === dayId && day[key] === null ? { ...day, [key]: time } : day,
  );
}
