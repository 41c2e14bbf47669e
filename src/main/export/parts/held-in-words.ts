import { listInWords, timeSpan } from '../../../shared/minutes/dates.ts';
import { dateFullyInWords } from '../../../shared/minutes/number-words.ts';
import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import { xmlLine } from '../xml-text.ts';
import { SHORT_BLANK } from './text.ts';

const DATE_IN_BLANKS =
  `${SHORT_BLANK}, tanggal ${SHORT_BLANK}${SHORT_BLANK} bulan ${SHORT_BLANK} ` +
  `tahun ${SHORT_BLANK}${SHORT_BLANK}`;
const DAY_MS = 86_400_000;

const dateWords = ({ date }: SessionDay): string =>
  date === null ? DATE_IN_BLANKS : dateFullyInWords(date);

/** When the meeting was really held where that is known, else when it was planned. */
function heldTime({ meeting, zone }: Session, day: SessionDay): string {
  const real = meeting.days.find(({ dayId }) => dayId === day.id);
  return timeSpan({ start: real?.opened ?? day.start, end: real?.closed ?? day.end }, zone);
}

const timeBlank = (session: Session): string => `pukul ${SHORT_BLANK} ${session.zone}`;

/** Days that follow each other, or of which not every date is known. */
function isRun(days: readonly SessionDay[]): boolean {
  return days.every((day, index) => {
    const before = days[index - 1]?.date ?? null;
    if (before === null || day.date === null) return true;
    return Date.parse(day.date) - Date.parse(before) === DAY_MS;
  });
}

function placeWords({ place, mode }: Session): string {
  const at = xmlLine(place).replace(/^(?:bertempat\s+)?di\s+/i, '');
  const online = { luring: '', daring: ' secara daring', hibrida: ' secara hibrida' };
  const way = mode === null ? '' : online[mode];
  // A meeting that is only online needs no room.
  if (at === '' && mode === 'daring') return 'secara daring';
  return `bertempat di ${at || `${SHORT_BLANK}${SHORT_BLANK}${SHORT_BLANK}`}${way}`;
}

/**
 * Day, place and time as a berita acara begins: "Pada hari ini Selasa, tanggal delapan belas bulan
 * Februari tahun dua ribu dua puluh lima, bertempat di …, pukul 09.00 WIB s.d. selesai". Of days in
 * a row the first and the last are named; other days one by one, each with its time where they
 * differ.
 */
export function heldInWords(session: Session): string {
  const { days } = session;
  const place = placeWords(session);
  const times = days.map((day) => heldTime(session, day));
  const [firstDay, lastDay] = [days[0], days.at(-1)];
  if (firstDay === undefined || lastDay === undefined) return '';
  if (days.length === 1) {
    return `Pada hari ini ${dateWords(firstDay)}, ${place}, ${times[0] || timeBlank(session)}`;
  }
  const isSameTime = times.every((time) => time === times[0]);
  const named = days.flatMap((day, index) => {
    const isInner = index > 0 && index < days.length - 1;
    if (isInner && isRun(days)) return [];
    const time = isSameTime ? '' : `, ${times[index] || timeBlank(session)}`;
    return [`hari ${dateWords(day)}${time}`];
  });
  const all = isRun(days)
    ? named.join(isSameTime ? ' sampai dengan ' : ', sampai dengan ')
    : listInWords(named);
  const time = isSameTime ? `, ${times[0] || timeBlank(session)}` : '';
  return `Pada ${all}, ${place}${time}`;
}
