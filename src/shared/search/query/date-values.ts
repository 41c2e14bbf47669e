import { parseDate, readDate } from '../../minutes/typed-forms.ts';

/** Days as ISO dates, both included; null: open. */
export interface DaySpan {
  readonly from: string | null;
  readonly to: string | null;
}

export interface ReadSpan extends DaySpan {
  /** What was not as it should be; null: read as it stands. */
  readonly fault: 'bad-date' | 'year-guessed' | 'range-reversed' | null;
}

/** Longer texts are no dates. */
const LONGEST_DATE = 80;
const DAY_MS = 86_400_000;

function dayFrom(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

function addDays(isoDate: string, days: number): string {
  return new Date(Date.parse(isoDate) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The month of an ISO date, some months later. */
function monthSpan(isoDate: string, later = 0): { readonly from: string; readonly to: string } {
  const year = Number(isoDate.slice(0, 4));
  const month = Number(isoDate.slice(5, 7)) - 1 + later;
  return { from: dayFrom(year, month, 1), to: dayFrom(year, month + 1, 0) };
}

function yearSpan(year: number): DaySpan {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The week of an ISO date, from Monday to Sunday, some weeks later. */
function weekSpan(isoDate: string, later: number): DaySpan {
  const sinceMonday = (new Date(Date.parse(isoDate)).getUTCDay() + 6) % 7;
  const from = addDays(isoDate, later * 7 - sinceMonday);
  return { from, to: addDays(from, 6) };
}

function relativeSpan(typed: string, today: string): DaySpan | null {
  const text = typed.replace(/[\s_-]+/gu, ' ');
  const last = /^(\d{1,3}) (hari|minggu|bulan|tahun)(?: terakhir)?$/u.exec(text);
  if (last !== null) {
    const many = Number(last[1]);
    const months = { bulan: many, tahun: 12 * many }[last[2] ?? ''];
    if (months === undefined) {
      return { from: addDays(today, -many * (last[2] === 'hari' ? 1 : 7)), to: today };
    }
    const then = monthSpan(today, -months);
    const day = Math.min(Number(today.slice(8)), Number(then.to.slice(8)));
    return { from: addDays(then.from, day - 1), to: today };
  }
  const year = Number(today.slice(0, 4));
  switch (text) {
    case 'hari ini':
    case 'today':
      return { from: today, to: today };
    case 'kemarin':
    case 'kemaren':
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'minggu ini':
    case 'pekan ini':
    case 'this week':
      return weekSpan(today, 0);
    case 'minggu lalu':
    case 'pekan lalu':
    case 'last week':
      return weekSpan(today, -1);
    case 'bulan ini':
    case 'this month':
      return monthSpan(today);
    case 'bulan lalu':
    case 'last month':
      return monthSpan(today, -1);
    case 'tahun ini':
    case 'this year':
      return yearSpan(year);
    case 'tahun lalu':
    case 'last year':
      return yearSpan(year - 1);
    default:
      return null;
  }
}

/** A year, a month with its year or a day, exactly as written. */
function absoluteSpan(typed: string): DaySpan | null {
  if (/^\d{4}$/u.test(typed)) {
    return parseDate(`1/1/${typed}`) === null ? null : yearSpan(Number(typed));
  }
  const day = parseDate(typed);
  if (day !== null) return { from: day, to: day };
  // "2024-07" and "2024/7"; the other orders become a date when a day is put before them.
  const isoMonth = /^(\d{4})\s?[-./]\s?(\d{1,2})$/u.exec(typed);
  if (isoMonth !== null) {
    const first = parseDate(`${isoMonth[1]}-${isoMonth[2]}-1`);
    return first === null ? null : monthSpan(first);
  }
  // Four digits, so that "juli 20" does not become July 2020.
  if (!/\d{4}$/u.test(typed)) return null;
  const first = [' ', '/', '.', '-'].reduce<string | null>(
    (found, sign) => found ?? parseDate(`1${sign}${typed}`),
    null,
  );
  return first === null ? null : monthSpan(first);
}

/** A day or a month without its year: the last one that has begun, or that word with "lalu". */
function yearlessSpan(typed: string, today: string): DaySpan | null {
  const text = typed.replace(/\s*-?\s*(?:lalu|kemarin|last)$/u, '').replace(/^last\s+/u, '');
  // A bare number is no month.
  if (text === '' || /^\d+$/u.test(text)) return null;
  const year = Number(today.slice(0, 4));
  // 29 February may be eight years back.
  for (let back = 0; back <= 8; back += 1) {
    const span = /^\p{L}+\.?$/u.test(text)
      ? absoluteSpan(`${text} ${year - back}`)
      : (spanOfDay(`${text} ${year - back}`) ?? spanOfDay(`${text}/${year - back}`));
    if (typeof span?.from === 'string' && span.from <= today) return span;
  }
  return null;
}

function spanOfDay(typed: string): DaySpan | null {
  const day = parseDate(typed);
  return day === null ? null : { from: day, to: day };
}

/** What is left of a date that no calendar has: its month, or its year. */
function nearestSpan(typed: string): DaySpan | null {
  const iso = /^(\d{4})(?:\s?[-./]\s?(\d{1,2}))?/u.exec(typed);
  if (iso !== null) return absoluteSpan(`${iso[1]}-${iso[2] ?? ''}`) ?? absoluteSpan(iso[1] ?? '');
  // "Senin, 18 Februari 2025" was a Tuesday: the date counts.
  const day = spanOfDay(typed.replace(/^[\p{L}']+[\s,]+/u, ''));
  if (day !== null) return day;
  const month = absoluteSpan(typed.replace(/^\p{L}*[\s,]*\d{1,2}[\s\-./]+/u, ''));
  if (month !== null) return month;
  const year = /(?<!\d)(\d{4})(?!\d)/u.exec(typed)?.[1];
  return year === undefined ? null : absoluteSpan(year);
}

function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐-―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(\d{4}) ?- ?(\d{4})$/u, '$1..$2');
}

/** One date, month, year or relative span; null: nothing of the kind. */
function oneSpan(typed: string, today: string): ReadSpan | null {
  const exact = relativeSpan(typed, today) ?? absoluteSpan(typed);
  if (exact !== null) return { ...exact, fault: null };
  const yearless = yearlessSpan(typed, today);
  return yearless === null ? null : { ...yearless, fault: 'year-guessed' };
}

const BETWEEN = /\s*(?:\.{2,}|…)\s*|\s+(?:s\.?\s?\/?d\.?|sampai(?: dengan)?|hingga|-)\s+/u;

function rangeOf(typed: string, read: (half: string) => ReadSpan | null): ReadSpan | null {
  // NFKC has made three dots of an ellipsis.
  const halves = typed.split(BETWEEN);
  const [first, second] = halves;
  if (first === undefined || second === undefined || halves.length !== 2) return null;
  if (first === '' && second === '') return null;
  const from = first === '' ? null : read(first);
  const to = second === '' ? null : read(second);
  if ((first !== '' && from === null) || (second !== '' && to === null)) return null;
  const fault = from?.fault ?? to?.fault ?? null;
  const [start, end] = [from?.from ?? null, to?.to ?? null];
  if (start !== null && end !== null && start > end) {
    return { from: to?.from ?? null, to: from?.to ?? null, fault: fault ?? 'range-reversed' };
  }
  return { from: start, to: end, fault };
}

/** Reads a date, a span or one end of it, as it stands; null where it is none. */
export function readSpan(typed: string, today: string): ReadSpan | null {
  const text = plain(typed);
  if (text === '' || text.length > LONGEST_DATE) return null;
  return oneSpan(text, today) ?? rangeOf(text, (half) => oneSpan(half, today));
}

/** The nearest date to a text that is none; null where there is nothing to go by. */
export function readNearestSpan(typed: string, today: string): ReadSpan | null {
  const text = plain(typed);
  if (text === '' || text.length > LONGEST_DATE) return null;
  const nearest = (half: string): ReadSpan | null => {
    const exact = oneSpan(half, today);
    if (exact !== null) return exact;
    const near = nearestSpan(half);
    return near === null ? null : { ...near, fault: 'bad-date' };
  };
  const range = rangeOf(text, nearest) ?? nearest(text);
  if (range !== null) return { ...range, fault: 'bad-date' };
  // One end may still be of use.
  const half = text.split(BETWEEN).flatMap((one) => nearest(one) ?? [])[0];
  return half === undefined ? null : { ...half, fault: 'bad-date' };
}

/** How much of an ISO date says that a span begins or ends with a whole year, month or day. */
function edgeLength(date: string | null, edge: 'from' | 'to'): number {
  if (date === null || date === yearSpan(Number(date.slice(0, 4)))[edge]) return 'YYYY'.length;
  return date === monthSpan(date)[edge] ? 'YYYY-MM'.length : date.length;
}

/** "2024", "2024-07", "2024-07-05", or two of them: the shortest text for a span. */
export function spanText({ from, to }: DaySpan): string {
  const length = Math.max(edgeLength(from, 'from'), edgeLength(to, 'to'));
  const [first, last] = [from?.slice(0, length) ?? '', to?.slice(0, length) ?? ''];
  return first === last ? first : `${first}..${last}`;
}

/** Whether a word may belong to a date: it has digits or is the name of a month. */
export function isDateLike(word: string): boolean {
  return /\d/u.test(word) || parseDate(`1 ${plain(word)} 2024`) !== null;
}

/** Whether a text is a date that no calendar has, or one with another day of the week. */
export function isImpossibleDate(typed: string): boolean {
  const read = readDate(typed);
  return read.type === 'not-understood' && read.reason !== 'form';
}
