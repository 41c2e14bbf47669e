import type { Guess, GuessedDay } from '../../../shared/imports/guess.ts';
import type { SessionZone } from '../../../shared/minutes/session.ts';
import {
  mentionedZone,
  parseEndTime,
  parseTimeOfDay,
} from '../../../shared/minutes/typed-forms.ts';
import { datesIn } from './dates-in-text.ts';
import type { FieldKey } from './labels.ts';
import { sectionOf } from './sections.ts';
import type { TimesInText } from './times-in-text.ts';
import { timesIn } from './times-in-text.ts';
import type { Field, Unit } from './units.ts';

interface Times {
  readonly start: string | null;
  readonly end: string | null;
}

interface Stated {
  readonly date: string | null;
  readonly times: Times | null;
  readonly from: readonly number[];
  readonly isSure: boolean;
}

/** Sentences that open a Berita Acara, and others that say when and where. */
const OPENING =
  /^(?:pada\s+)?hari\s+ini|\bbertempat\s+di\b|\bdilaksanakan\s+(?:pada|di)\b|\bpada\s+(?:hari|tanggal)\b|\btelah\s+(?:dilaksanakan|diselenggarakan)\b/iu;
/** "Hari Kedua: Selasa, 4 Maret 2025" */
const DAY_HEADING =
  /^\s*(?:hari\s+(?:ke-?\s?\d|pertama|kedua|ketiga|keempat|kelima|[ivx]+\b|\d))/iu;
const HEAD_UNITS = 20;

const isField = (unit: Unit, ...keys: readonly FieldKey[]): unit is Field =>
  unit.type === 'field' && keys.includes(unit.key);

const timesOf = (times: TimesInText | undefined): Times | null =>
  times === undefined ? null : { start: times.start, end: times.end };

/** The days of one text; times that stand behind a date are that day's. */
function statedIn(text: string, from: readonly number[], isAboutTimes: boolean): readonly Stated[] {
  const dates = datesIn(text);
  const blank = dates.reduce(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
  const times = timesIn(blank, isAboutTimes);
  if (dates.length === 0) {
    const [first] = times;
    return first === undefined ? [] : [{ date: null, times: timesOf(first), from, isSure: true }];
  }
  return dates.flatMap((each, index) => {
    const until = dates[index + 1]?.start ?? text.length;
    const own =
      times.find(({ at }) => at > each.start && at < until) ??
      (dates.length === 1 ? times[0] : undefined);
    return each.dates.map((date) => ({ date, times: timesOf(own), from, isSure: each.isSound }));
  });
}

/** Adds what is stated to the days known so far: a day once, its times where they were not known. */
function withStated(days: readonly Stated[], stated: readonly Stated[]): readonly Stated[] {
  let all = [...days];
  for (const each of stated) {
    const known = all.findIndex(({ date }) => date === each.date || each.date === null);
    if (known === -1) {
      all.push(each);
    } else if (each.date === null) {
      all = all.map((day) =>
        day.times === null ? { ...day, times: each.times, from: [...day.from, ...each.from] } : day,
      );
    } else {
      const day = all[known];
      if (day?.times === null && each.times !== null)
        all[known] = { ...day, times: each.times, from: [...day.from, ...each.from] };
    }
  }
  return all;
}

function fromFields(units: readonly Unit[]): readonly Stated[] {
  let days: readonly Stated[] = [];
  for (const unit of units) {
    if (!isField(unit, 'date', 'time')) continue;
    const isAboutTimes = unit.key === 'time' || /waktu|pukul|jam/iu.test(unit.label);
    for (const value of unit.values)
      days = withStated(days, statedIn(value, unit.from, isAboutTimes));
  }
  const edge = (key: 'start' | 'end', read: (text: string) => string | null): void => {
    const field = units.find((unit) => isField(unit, key));
    const value = field?.type === 'field' ? (field.values[0] ?? '') : '';
    const time = read(value) ?? timesIn(value, true)[0]?.start ?? null;
    if (time === null || field?.type !== 'field') return;
    const { from } = field;
    const wanted = (day: Stated): Stated =>
      (day.times?.[key] ?? null) === null
        ? {
            ...day,
            times: { start: null, end: null, ...day.times, [key]: time },
            from: [...day.from, ...from],
          }
        : day;
    days =
      days.length === 0
        ? [wanted({ date: null, times: null, from: [], isSure: true })]
        : days.map(wanted);
  };
  edge('start', parseTimeOfDay);
  edge('end', parseEndTime);
  return days;
}

function fromProse(units: readonly Unit[]): readonly Stated[] {
  for (const [index, unit] of units.entries()) {
    if (unit.type !== 'paragraph') continue;
    const isTop = index < HEAD_UNITS;
    if (!isTop && !OPENING.test(unit.text)) continue;
    const stated = statedIn(unit.text.replace(/\s*\n\s*/gu, ' '), [unit.from], false).filter(
      ({ date }) => date !== null,
    );
    // A line that is little more than a date, or a sentence that says when.
    const isAbout = OPENING.test(unit.text) || unit.text.length < 120;
    if (stated.length > 0 && isAbout && !isReference(unit.text)) return stated;
  }
  return [];
}

/** A date of a letter or a law is none of the meeting. */
const isReference = (text: string): boolean =>
  /\b(?:nomor|surat|undang-undang|peraturan|keputusan|pkpu|perbawaslu|menindaklanjuti|tenggat|paling lambat|ditetapkan)\b/iu.test(
    text,
  );

function fromDayHeadings(units: readonly Unit[]): readonly Stated[] {
  return units.flatMap((unit) =>
    unit.type === 'paragraph' &&
    unit.text.length < 140 &&
    DAY_HEADING.test(unit.text) &&
    sectionOf(unit.text) === null
      ? statedIn(unit.text, [unit.from], false).filter(({ date }) => date !== null)
      : [],
  );
}

/** The days of the meeting, in order. */
export function daysOf(units: readonly Unit[]): readonly Guess<GuessedDay>[] {
  const fields = fromFields(units);
  const hasDate = fields.some(({ date }) => date !== null);
  const prose = hasDate ? [] : fromProse(units);
  const isFromProse = prose.length > 0;
  const base = isFromProse ? withStated(prose, fields) : fields;
  const all = withStated(base, fromDayHeadings(units)).filter(
    ({ date }, _, list) => date !== null || list.length === 1,
  );
  return all
    .toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
    .map(({ date, times, from, isSure }) => ({
      value: { date, start: times?.start ?? null, end: times?.end ?? null },
      from: [...new Set(from)].toSorted((a, b) => a - b),
      confidence: isSure && !isFromProse ? 'pasti' : 'dugaan',
    }));
}

/** The zone that the times of the meeting name. */
export function zoneOf(units: readonly Unit[]): Guess<SessionZone> | null {
  for (const unit of units) {
    const isTold =
      isField(unit, 'date', 'time', 'start', 'end') ||
      (unit.type === 'paragraph' && timesIn(unit.text).length > 0);
    const text = !isTold
      ? ''
      : unit.type === 'field'
        ? unit.values.join(' ')
        : unit.type === 'paragraph'
          ? unit.text
          : '';
    const zone = mentionedZone(text);
    if (zone === null || unit.type === 'table') continue;
    const from = unit.type === 'field' ? unit.from : [unit.from];
    return { value: zone, from, confidence: 'pasti' };
  }
  return null;
}
