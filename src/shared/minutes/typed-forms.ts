import type { SessionZone } from './session.ts';
import { SESSION_ZONES } from './session.ts';

/** Why a typed text could not be taken: its form, a day that no calendar has, or a false weekday. */
export type Misunderstanding = 'form' | 'no-such-day' | 'other-weekday';

/**
 * What a typed text means. "Empty" is an answer (the value is not known); "not understood" is none,
 * so the field keeps the text, says why and changes nothing.
 */
export type TypedForm<T> =
  | { readonly type: 'empty' }
  | { readonly type: 'understood'; readonly value: T }
  | { readonly type: 'not-understood'; readonly reason: Misunderstanding };

/** "HH:MM" or the end that is left open, "selesai". */
export type EndTime = string;

export interface TimeRange {
  readonly start: string | null;
  readonly end: EndTime | null;
}

const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'jan', 'january'],
  ['februari', 'pebruari', 'feb', 'peb', 'february'],
  ['maret', 'mar', 'mrt', 'march'],
  ['april', 'apr'],
  ['mei', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['agustus', 'agu', 'ags', 'agt', 'agst', 'aug', 'august'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nopember', 'nov', 'nop'],
  ['desember', 'des', 'dec', 'december'],
];

/** In the order of `Date.getUTCDay`. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['minggu', 'ahad', 'sunday'],
  ['senin', 'monday'],
  ['selasa', 'tuesday'],
  ['rabu', 'wednesday'],
  ['kamis', 'thursday'],
  ["jum'at", 'jumat', 'friday'],
  ['sabtu', 'saturday'],
];

/** Two-digit years below this are of this century; archives reach back to 1980. */
const FIRST_YEAR_OF_LAST_CENTURY = 80;
const YEARS = { first: 1900, last: 2199 };

/** "s.d.", "s/d", "sd", "sampai (dengan)", "hingga" or a dash. */
const UNTIL = String.raw`(?:s\s?[./]\s?d\b\.?|sd\b\.?|sampai(?:\s+dengan)?\b|hingga\b|-)`;
const UNTIL_AT_START = new RegExp(`^${UNTIL}\\s*`);
const UNTIL_BETWEEN = new RegExp(`^(.*?)\\s*${UNTIL}\\s*(.*)$`);

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Longer texts are no dates or times, and are not worth a pattern's work. */
const LONGEST_FORM = 120;

function understood<T>(value: T): TypedForm<T> {
  return { type: 'understood', value };
}

function notUnderstood(reason: Misunderstanding = 'form'): {
  readonly type: 'not-understood';
  readonly reason: Misunderstanding;
} {
  return { type: 'not-understood', reason };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < FIRST_YEAR_OF_LAST_CENTURY ? 2000 + year : 1900 + year;
}

/** Takes a weekday off the front: its number, or null where none is written. */
function splitWeekday(text: string): { readonly weekday: number | null; readonly rest: string } {
  const match = /^(?:hari\s+)?([a-z']+)\b[\s,/]*(.*)$/.exec(text);
  const weekday = WEEKDAYS.findIndex((names) => names.includes(match?.[1] ?? ''));
  return weekday === -1 ? { weekday: null, rest: text } : { weekday, rest: match?.[2] ?? '' };
}

interface DateParts {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

function dateParts(text: string): DateParts | null {
  const iso = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]) };

  const numbers = /^(\d{1,2})(?:\s?([-./])\s?|\s)(\d{1,2})(?:\s?\2\s?|\s)(\d{4}|\d{2})$/.exec(text);
  if (numbers) {
    return {
      day: Number(numbers[1]),
      month: Number(numbers[3]),
      year: fullYear(numbers[4] ?? ''),
    };
  }

  const named = /^(\d{1,2})[\s\-./]*([a-z]+)\.?[\s\-./,]*(\d{4}|'?\d{2})$/.exec(text);
  if (!named) return null;
  const month = MONTHS.findIndex((names) => names.includes(named[2] ?? '')) + 1;
  if (month === 0) return null;
  return { day: Number(named[1]), month, year: fullYear((named[3] ?? '').replace("'", '')) };
}

/** Reads a typed date as "YYYY-MM-DD". A date without its year is not guessed. */
export function readDate(text: string): TypedForm<string> {
  const typed = plain(text);
  if (typed === '') return { type: 'empty' };
  if (typed.length > LONGEST_FORM) return notUnderstood();
  const { weekday, rest } = splitWeekday(typed);
  const parts = dateParts(rest.replace(/^(?:tanggal|tgl\.?)\s*/, ''));
  if (!parts) return notUnderstood();
  const { day, month, year } = parts;
  if (year < YEARS.first || year > YEARS.last) return notUnderstood();
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return notUnderstood('no-such-day');
  }
  // Either the day or the date is wrong, and only the writer knows which.
  if (weekday !== null && date.getUTCDay() !== weekday) return notUnderstood('other-weekday');
  return understood(date.toISOString().slice(0, 10));
}

/** The hour of the day for "2 siang" or "7 malam"; null where the words do not fit. */
function hourInPartOfDay(hour: number, part: string | undefined): number | null {
  switch (part) {
    case undefined:
      return hour;
    case 'pagi':
      return hour <= 11 ? hour : null;
    case 'siang':
      if (hour >= 10) return hour <= 15 ? hour : null;
      return hour >= 1 && hour <= 3 ? hour + 12 : null;
    case 'sore':
      if (hour >= 12) return hour <= 18 ? hour : null;
      return hour >= 2 && hour <= 6 ? hour + 12 : null;
    case 'malam':
      if (hour > 12) return hour >= 18 ? hour : null;
      return hour >= 6 && hour <= 11 ? hour + 12 : null;
    default:
      return null;
  }
}

const TIME_OF_DAY = new RegExp(
  String.raw`^(?:pukul|pkl\.?|jam)?\s*` +
    String.raw`(?:(\d{1,2})\s?[:.]\s?(\d{2})(?:[:.]\d{2})?|(\d{1,2})(\d{2})|(\d{1,2}))` +
    String.raw`\s*(pagi|siang|sore|malam)?\s*(?:wib|wita|wit)?\.?$`,
);

function timeOfDay(typed: string): string | null {
  const match = TIME_OF_DAY.exec(typed);
  if (!match) return null;
  const hour = hourInPartOfDay(Number(match[1] ?? match[3] ?? match[5]), match[6]);
  const minute = Number(match[2] ?? match[4] ?? 0);
  if (hour === null || hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function endTime(typed: string): EndTime | null {
  const rest = typed.replace(UNTIL_AT_START, '');
  if (/^selesai(?: (?:wib|wita|wit))?\.?$/.test(rest)) return 'selesai';
  return timeOfDay(rest);
}

function timeRange(typed: string): TimeRange | null {
  if (UNTIL_AT_START.test(typed) || typed.startsWith('selesai')) {
    const end = endTime(typed);
    return end === null ? null : { start: null, end };
  }
  const halves = UNTIL_BETWEEN.exec(typed);
  const start = timeOfDay(halves?.[1] ?? typed);
  if (start === null) return null;
  if (!halves) return { start, end: null };
  const end = endTime(halves[2] ?? '');
  return end === null ? null : { start, end };
}

function reader<T>(parse: (typed: string) => T | null): (text: string) => TypedForm<T> {
  return (text) => {
    const typed = plain(text);
    if (typed === '') return { type: 'empty' };
    const value = typed.length > LONGEST_FORM ? null : parse(typed);
    return value === null ? notUnderstood() : understood(value);
  };
}

/**
 * Reads a typed time of day as "HH:MM": "14:20", "14.20", "9", "0910", "pukul 2 siang WIB".
 * "9.5" is not understood: it may mean five past or half past nine.
 */
export const readTimeOfDay = reader(timeOfDay);

/** Reads when something ends: a time of day, or "selesai" in all its spellings. */
export const readEndTime = reader(endTime);

/** Reads "09.00 s.d. 12.00 WIB" or "09:00-selesai"; one time alone is the start. */
export const readTimeRange = reader(timeRange);

function valueOf<T>(form: TypedForm<T>): T | null {
  return form.type === 'understood' ? form.value : null;
}

/** A typed date as "YYYY-MM-DD", or null. */
export const parseDate = (text: string): string | null => valueOf(readDate(text));

/** A typed time of day as "HH:MM", or null. */
export const parseTimeOfDay = (text: string): string | null => valueOf(readTimeOfDay(text));

/** A typed end as "HH:MM" or "selesai", or null. */
export const parseEndTime = (text: string): EndTime | null => valueOf(readEndTime(text));

/** A typed start and end, or null. */
export const parseTimeRange = (text: string): TimeRange | null => valueOf(readTimeRange(text));

/** The zone that a typed time names, or null. */
export function mentionedZone(text: string): SessionZone | null {
  const found = /\b(WIB|WITA|WIT)\b/i.exec(text)?.[1]?.toUpperCase();
  return SESSION_ZONES.find((zone) => zone === found) ?? null;
}

/** A time of day or an end as it stands in a field and in documents: "14.20", "selesai", "". */
export function timeText(time: string | null): string {
  return time === null ? '' : time.replace(':', '.');
}
