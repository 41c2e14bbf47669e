import { calendarDay } from '../../../shared/minutes/dates.ts';
import { numberInWords } from '../../../shared/minutes/number-words.ts';
import { readDate } from '../../../shared/minutes/typed-forms.ts';

/** Dates that a text names together: one day, days that are listed, or the days of a span. */
export interface DatesInText {
  /** "YYYY-MM-DD", in order. */
  readonly dates: readonly string[];
  /** Where they stand in the text. */
  readonly start: number;
  readonly end: number;
  /** False where a weekday is named that was another day. */
  readonly isSound: boolean;
}

const MONTH =
  '(?:januari|jan|februari|pebruari|feb|peb|maret|mar|april|apr|mei|juni|jun|juli|jul|agustus|agu|ags|agt|agst|september|sept?|oktober|okt|november|nopember|nov|nop|desember|des)\\b\\.?';
const WEEKDAY = "(?:senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad)";
const WEEKDAYS = `(?:${WEEKDAY}(?:\\s*(?:,|/|&|-|–|dan|s[./]?d\\.?|sampai(?:\\s+dengan)?)\\s*${WEEKDAY})*\\s*[,/]?\\s*(?:(?:tanggal|tgl\\.?)\\s*)?)?`;
const UNTIL = '(?:s\\.?\\s?d\\.?|s\\s?/\\s?d\\.?|sampai(?:\\s+dengan)?|hingga|-|–|—)';
const AND = '(?:,\\s*(?:dan\\s+)?|\\s*dan\\s+|\\s*&\\s*|\\s*/\\s*)';
const DAY = '\\d{1,2}';
const YEAR = '(?:\\d{4})';

/** "20 dan 21 Juli 2024", "31 Juli s.d. 1 Agustus 2024", "Selasa, 18 Februari 2025". */
const NAMED = new RegExp(
  `(?<![\\d./])(?<weekday>${WEEKDAYS})(?<days>${DAY}(?:\\s*${MONTH})?(?:\\s+${YEAR})?(?:(?:${AND}|\\s*${UNTIL}\\s*)(?:${WEEKDAY}\\s*,?\\s*)?${DAY}(?:\\s*${MONTH})?(?:\\s+${YEAR})?)*?)[\\s,-]*(?<month>${MONTH})[\\s,-]*(?<year>${YEAR})(?!\\d)`,
  'giu',
);
/** "18/02/2025", "2025-02-18". */
const FIGURES = new RegExp(
  `(?<weekday>${WEEKDAYS})(?<![\\d./-])(?<date>\\d{1,2}([-./])\\d{1,2}\\3\\d{4}|\\d{4}-\\d{2}-\\d{2})(?![\\d/-])`,
  'giu',
);
/** "tanggal delapan belas bulan Februari tahun dua ribu dua puluh lima". */
const IN_WORDS = new RegExp(
  `tanggal\\s+(?<day>[a-z ]{3,24}?|${DAY})\\s+(?:bulan\\s+)?(?<month>${MONTH})\\s+(?:tahun\\s+)(?<year>dua ribu(?: [a-z]+){0,4}?|seribu sembilan ratus(?: [a-z]+){1,3}?|${YEAR})(?=\\s*(?:[,.();]|$|bertempat|pukul|telah|di\\b|yang|dan\\b|kami))`,
  'giu',
);

const LARGEST_DAY = 31;
const LONGEST_SPAN = 31;
const DAY_MS = 86_400_000;

const NUMBERS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 100 }, (_, index) => [numberInWords(index), index]),
);

function yearInWords(words: string): number | null {
  const [, century = '', rest = ''] =
    /^(dua ribu|seribu sembilan ratus)\s*(.*)$/u.exec(words.toLowerCase().replace(/\s+/gu, ' ')) ??
    [];
  if (century === '') return null;
  const small = rest === '' ? 0 : NUMBERS.get(rest.trim());
  if (small === undefined) return null;
  return (century === 'dua ribu' ? 2000 : 1900) + small;
}

const isoOf = (day: number | string, month: string, year: number | string): string | null => {
  const form = readDate(`${day} ${month.replace(/\.$/u, '')} ${year}`);
  return form.type === 'understood' ? form.value : null;
};

function span(first: string, last: string): readonly string[] {
  const start = Date.parse(first);
  const count = (Date.parse(last) - start) / DAY_MS + 1;
  if (count < 1 || count > LONGEST_SPAN) return [first, last];
  return Array.from({ length: count }, (_, index) =>
    new Date(start + index * DAY_MS).toISOString().slice(0, 10),
  );
}

/** The dates of "20 dan 21", "31 Juli s.d. 1" before the month and year that close them. */
function listed(days: string, month: string, year: string): readonly string[] {
  const parts = new RegExp(
    `(?<between>^|${AND}|${UNTIL})\\s*(?:${WEEKDAY}\\s*,?\\s*)?(?<day>${DAY})(?!\\d)(?:\\s*(?<month>${MONTH}))?(?:\\s+(?<year>${YEAR}))?`,
    'giu',
  );
  const found = [...days.matchAll(parts)].map(({ groups = {} }) => groups);
  const dates: string[] = [];
  found.forEach((part, index) => {
    const later = found.slice(index);
    const ownMonth = later.find((each) => each['month'] !== undefined)?.['month'] ?? month;
    const ownYear = later.find((each) => each['year'] !== undefined)?.['year'] ?? year;
    const date = isoOf(part['day'] ?? '', ownMonth, ownYear);
    if (date === null) return;
    const isUntil = index > 0 && !/^[\s,]*(?:,|dan|&|\/)/iu.test(part['between'] ?? '');
    const before = dates.at(-1);
    if (isUntil && before !== undefined) dates.push(...span(before, date).slice(1));
    else dates.push(date);
  });
  return dates;
}

function isRightWeekday(weekday: string, dates: readonly string[]): boolean {
  const named = [...weekday.toLowerCase().matchAll(new RegExp(WEEKDAY, 'giu'))].map(([word]) =>
    word.replace(/['’`]/gu, '').replace('ahad', 'minggu'),
  );
  const real = dates.map((date) => calendarDay(date).weekday.toLowerCase());
  return named.every((word) => real.includes(word));
}

/** Every date in a text, in its order. */
export function datesIn(text: string): readonly DatesInText[] {
  const found: DatesInText[] = [];
  const add = (match: RegExpExecArray, dates: readonly string[], weekday: string): void => {
    const sorted = [...new Set(dates)].toSorted();
    const start = match.index;
    const end = start + match[0].length;
    const isTaken = found.some((other) => start < other.end && other.start < end);
    if (sorted.length === 0 || isTaken) return;
    found.push({ dates: sorted, start, end, isSound: isRightWeekday(weekday, sorted) });
  };
  for (const match of text.matchAll(NAMED)) {
    const { weekday = '', days = '', month = '', year = '' } = match.groups ?? {};
    add(match, listed(days, month, year), weekday);
  }
  for (const match of text.matchAll(FIGURES)) {
    const { weekday = '', date = '' } = match.groups ?? {};
    const form = readDate(date);
    add(match, form.type === 'understood' ? [form.value] : [], weekday);
  }
  for (const match of text.matchAll(IN_WORDS)) {
    const { day = '', month = '', year = '' } = match.groups ?? {};
    const dayNumber = /^\d/u.test(day) ? Number(day) : NUMBERS.get(day.toLowerCase().trim());
    const yearNumber = /^\d/u.test(year) ? Number(year) : yearInWords(year);
    const isDay = dayNumber !== undefined && dayNumber > 0 && dayNumber <= LARGEST_DAY;
    const date = isDay && yearNumber !== null ? isoOf(dayNumber, month, yearNumber) : null;
    add(match, date === null ? [] : [date], '');
  }
  return found.toSorted((a, b) => a.start - b.start);
}
