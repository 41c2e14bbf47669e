import type { DayId } from '../ids.ts';
import { wallClock } from './dates.ts';
import { dayOfEvent } from './meeting.ts';
import { attendeeLabel, fullName, positionLine } from './names.ts';
import type { Attendance, AttendanceDay, Presence } from './people.ts';
import type { Session } from './session.ts';

/** Somebody comes late or leaves early. */
export type Coming = 'arrival' | 'departure';

type DayFacts = Pick<AttendanceDay, 'presence' | 'arrived' | 'left'>;

/** "HH:MM" on the wall of the meeting, as the attendance keeps it. */
export const timeOfDayAt = (atMs: number, zone: Session['zone']): string =>
  wallClock(atMs, zone).replace('.', ':');

const cameSomehow = (presence: Presence | null): boolean =>
  presence === 'hadir' || presence === 'daring' || presence === 'diwakili';

/** How somebody attends who is recorded now: online where the whole meeting is. */
export const presenceOfNewcomer = (mode: Session['mode']): 'hadir' | 'daring' =>
  mode === 'daring' ? 'daring' : 'hadir';

/** Who is added while the meeting runs is there on its day, since that moment. */
export type Newcomer = Pick<AttendanceDay, 'dayId' | 'presence' | 'arrived'>;

/**
 * What is recorded of somebody who is added at a moment; null while no meeting runs. `shownDay` counts
 * where it is not known which day of the session it is.
 */
export function newcomerAt(
  session: Session,
  shownDay: DayId | null,
  atMs: number,
): Newcomer | null {
  if (session.status !== 'berlangsung') return null;
  const dayId = dayOfEvent(session, 'diskors', atMs) ?? shownDay ?? session.days[0]?.id ?? null;
  if (dayId === null) return null;
  return {
    dayId,
    presence: presenceOfNewcomer(session.mode),
    arrived: timeOfDayAt(atMs, session.zone),
  };
}

/**
 * What the attendance says of a day after somebody came or left at `time`; null where the time is
 * not known. Null where it already says so. A first arrival is never overwritten: it is evidence.
 */
export function factsAfter(
  coming: Coming,
  day: DayFacts,
  time: string | null,
  mode: Session['mode'],
): DayFacts | null {
  const presence = cameSomehow(day.presence) ? day.presence : presenceOfNewcomer(mode);
  if (coming === 'departure') {
    return day.left !== null ? null : { presence, arrived: day.arrived, left: time };
  }
  const isThere = cameSomehow(day.presence) && day.left === null;
  if (isThere && (day.arrived !== null || time === null)) return null;
  return { presence, arrived: day.arrived ?? time, left: null };
}

/** "Budi Contoh, Ketua KPU Kota Contoh," with what is known of the two. */
function who(attendee: Attendance): string {
  const position = positionLine(attendee);
  return fullName(attendee) === '' || position === ''
    ? attendeeLabel(attendee)
    : `${fullName(attendee)}, ${position},`;
}

/** "Pukul 10.15 WIB Budi Contoh, Ketua KPU Kota Contoh, memasuki ruang rapat." */
export function comingSentence(
  coming: Coming,
  attendee: Attendance,
  at: { readonly atMs: number | null; readonly zone: Session['zone'] },
  presence: Presence | null,
): string {
  const time = at.atMs === null ? '' : `Pukul ${wallClock(at.atMs, at.zone)} ${at.zone} `;
  const isOnline = presence === 'daring';
  const did = {
    arrival: isOnline ? 'bergabung dalam rapat secara daring' : 'memasuki ruang rapat',
    departure: isOnline ? 'meninggalkan rapat daring' : 'meninggalkan ruang rapat',
  }[coming];
  return `${time}${who(attendee)} ${did}.`;
}
