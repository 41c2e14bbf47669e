import { longDate, timeSpan } from '../../../shared/minutes/dates.ts';
import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import { SHORT_BLANK } from './text.ts';

/** "Sabtu, 20 Juli 2024"; "hari ke-2, …………" where the date of one of several is not known. */
export function dayName({ days }: Pick<Session, 'days'>, index: number): string {
  const date = days[index]?.date ?? null;
  if (date !== null) return longDate(date);
  return days.length === 1 ? '' : `Hari ke-${index + 1}, ${SHORT_BLANK}`;
}

/** The days of a session, a line for each; none where the only one is not known. */
export function dayLines(session: Pick<Session, 'days'>): readonly string[] {
  return session.days.map((_, index) => dayName(session, index)).filter((line) => line !== '');
}

/** "09.00 WIB s.d. selesai": without the word that stands before the colon already. */
function clock(day: SessionDay, zone: Session['zone']): string {
  return timeSpan(day, zone).replace(/^pukul /, '');
}

/** The planned times: one line where all days have the same, else one for each day. */
export function plannedTimeLines(session: Pick<Session, 'days' | 'zone'>): readonly string[] {
  const times = session.days.map((day) => clock(day, session.zone));
  const [first = ''] = times;
  if (times.every((time) => time === first)) return first === '' ? [] : [first];
  return times.map(
    (time, index) =>
      `${dayName(session, index)}: ${time === '' ? `${SHORT_BLANK} ${session.zone}` : time}`,
  );
}
