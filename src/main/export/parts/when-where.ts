import { listInWords, longDateRange, timeSpan } from '../../../shared/minutes/dates.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { xmlLine } from '../xml-text.ts';

const MODES = {
  luring: 'secara luring (tatap muka)',
  daring: 'secara daring',
  hibrida: 'secara hibrida (luring dan daring)',
} as const;

/** Who held it, as a list in words; `blank` where nobody is known. */
export function hostsInWords({ hosts }: Pick<Session, 'hosts'>, blank: string): string {
  const names = hosts.map(({ name }) => xmlLine(name)).filter((name) => name !== '');
  return names.length === 0 ? blank : listInWords(names);
}

/** "hari Selasa, 18 Februari 2025"; `blank` stands for each date that is not known. */
export function datesInWords({ days }: Pick<Session, 'days'>, blank: string): string {
  const dates = days.flatMap((day) => (day.date === null ? [] : [day.date]));
  if (dates.length === 0) {
    const count = days.length === 1 ? '' : ` (${days.length} hari)`;
    return `hari/tanggal ${blank}${count}`;
  }
  const unknown = days.length - dates.length;
  const rest = unknown === 0 ? '' : `, dan ${unknown} hari lain, tanggal ${blank}`;
  return `hari ${longDateRange(dates)}${rest}`;
}

/**
 * ", pukul 09.00 WIB s.d. selesai" of a session of one day: when it was really held where that is
 * known, else as planned; "" where no sentence can hold it.
 */
export function afterDate({ days, meeting, zone }: Session): string {
  const [day] = days;
  if (days.length !== 1 || day === undefined) return '';
  const real = meeting.days.find(({ dayId }) => dayId === day.id);
  const times = timeSpan({ start: real?.opened ?? day.start, end: real?.closed ?? day.end }, zone);
  return times === '' ? '' : `, ${times}`;
}

/** "di Aula … secara daring"; `blank` for a place that is not known and that there must have been. */
export function placeInWords({ place, mode }: Session, blank: string): string {
  // The sentence has its own "di".
  const name = xmlLine(place).replace(/^(?:bertempat\s+)?di\s+/i, '');
  const how = mode === null ? [] : [MODES[mode]];
  const where = name === '' && mode === 'daring' ? [] : [`di ${name === '' ? blank : name}`];
  return [...where, ...how].join(' ');
}
