import type { SessionDay, SessionZone } from './session.ts';

const MONTH_NAMES = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** In the order of `Date.getUTCDay`. */
const WEEKDAY_NAMES = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

/** Indonesia has no summer time; the zones are whole hours ahead of UTC (Keppres 41/1987). */
export const ZONE_OFFSET_HOURS: Readonly<Record<SessionZone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface CalendarDay {
  readonly dayOfMonth: number;
  readonly month: string;
  readonly year: number;
  readonly weekday: string;
  /** Whole days since 1970, to tell whether days follow each other. */
  readonly number: number;
}

/** A date by its parts. Throws RangeError where the text is no ISO date. */
export function calendarDay(isoDate: string): CalendarDay {
  const date = new Date(`${isoDate}T00:00:00Z`);
  const month = MONTH_NAMES[date.getUTCMonth()];
  const weekday = WEEKDAY_NAMES[date.getUTCDay()];
  if (month === undefined || weekday === undefined) throw new RangeError(`no date: ${isoDate}`);
  return {
    dayOfMonth: date.getUTCDate(),
    month,
    year: date.getUTCFullYear(),
    weekday,
    number: date.getTime() / DAY_MS,
  };
}

/** "a", "a dan b", "a, b, dan c": the way Indonesian lists things (EYD V). */
export function listInWords(items: readonly string[]): string {
  if (items.length < 3) return items.join(' dan ');
  return `${items.slice(0, -1).join(', ')}, dan ${items.at(-1)}`;
}

/** "18 Februari 2025". Throws RangeError where the text is no ISO date. */
export function dateInWords(isoDate: string): string {
  const { dayOfMonth, month, year } = calendarDay(isoDate);
  return `${dayOfMonth} ${month} ${year}`;
}

/** "Selasa, 18 Februari 2025". Throws RangeError where the text is no ISO date. */
export function longDate(isoDate: string): string {
  return `${calendarDay(isoDate).weekday}, ${dateInWords(isoDate)}`;
}

/** Two days are listed; from the third day on, days that follow each other are a span. */
function isSpan(days: readonly CalendarDay[]): boolean {
  return (
    days.length > 2 && days.every((day, index) => day.number === (days[0]?.number ?? 0) + index)
  );
}

/** Day, month and year of each date, leaving out what the date after it says anyway. */
function withoutRepeats(days: readonly CalendarDay[]): readonly string[] {
  return days.map((day, index) => {
    const next = days[index + 1];
    const isYearShown = next?.year !== day.year;
    const isMonthShown = isYearShown || next.month !== day.month;
    return [day.dayOfMonth, isMonthShown ? day.month : '', isYearShown ? day.year : '']
      .filter((part) => part !== '')
      .join(' ');
  });
}

function join(days: readonly CalendarDay[], inWords: readonly string[]): string {
  return isSpan(days) ? `${inWords[0]} s.d. ${inWords.at(-1)}` : listInWords(inWords);
}

function distinctDays(isoDates: readonly string[]): readonly CalendarDay[] {
  return [...new Set(isoDates)].sort().map(calendarDay);
}

/** The ends of a span; all days otherwise. */
function shownDays(days: readonly CalendarDay[]): readonly CalendarDay[] {
  const [first, last] = [days[0], days.at(-1)];
  return isSpan(days) && first && last ? [first, last] : days;
}

/**
 * Several dates as one phrase, without weekdays: "20 dan 21 Juli 2024",
 * "31 Juli dan 1 Agustus 2024", "1 s.d. 3 Juli 2024", "1, 3, dan 5 Juli 2024"; "" for none.
 */
export function dateRange(isoDates: readonly string[]): string {
  const days = distinctDays(isoDates);
  return join(days, withoutRepeats(shownDays(days)));
}

/** The same with weekdays: "Sabtu dan Minggu, 20 dan 21 Juli 2024"; "" for none. */
export function longDateRange(isoDates: readonly string[]): string {
  const days = distinctDays(isoDates);
  if (days.length === 0) return '';
  const weekdays = join(
    days,
    shownDays(days).map((day) => day.weekday),
  );
  return `${weekdays}, ${dateRange(isoDates)}`;
}

/** "14.03": a moment (UTC milliseconds) as the clock on the wall in that zone shows it. */
export function wallClock(atMs: number, zone: SessionZone): string {
  const local = new Date(atMs + ZONE_OFFSET_HOURS[zone] * HOUR_MS).toISOString();
  return local.slice(11, 16).replace(':', '.');
}

/** The date ("YYYY-MM-DD") of a moment (UTC milliseconds) in that zone. */
export function dateOn(atMs: number, zone: SessionZone): string {
  return new Date(atMs + ZONE_OFFSET_HOURS[zone] * HOUR_MS).toISOString().slice(0, 10);
}

/**
 * Start and end of a day: "pukul 09.00 WIB s.d. selesai", "pukul 09.00 s.d. 12.00 WIB",
 * "pukul 09.00 WIB", "s.d. pukul 12.00 WIB"; "" where no time is known.
 */
export function timeSpan(times: Pick<SessionDay, 'start' | 'end'>, zone: SessionZone): string {
  const start = times.start?.replace(':', '.') ?? null;
  const end = times.end?.replace(':', '.') ?? null;
  if (start === null) {
    if (end === null) return '';
    return end === 'selesai' ? 's.d. selesai' : `s.d. pukul ${end} ${zone}`;
  }
  if (end === null) return `pukul ${start} ${zone}`;
  return end === 'selesai'
    ? `pukul ${start} ${zone} s.d. selesai`
    : `pukul ${start} s.d. ${end} ${zone}`;
}
