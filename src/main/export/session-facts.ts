import {
  dateRange,
  listInWords,
  longDate,
  longDateRange,
  timeSpan,
} from '../../shared/minutes/dates.ts';
import { timeText } from '../../shared/minutes/typed-forms.ts';
import type { Session, SessionDay } from '../../shared/minutes/session.ts';
import type { Fact } from './model.ts';
import { xmlLine, xmlText } from './xml-text.ts';

/** What the abbreviations of kinds stand for, to see whether a title says its kind already. */
const KIND_IN_FULL: Readonly<Record<string, string>> = {
  fgd: 'focus group discussion',
  rakor: 'rapat koordinasi',
  rakornas: 'rapat koordinasi nasional',
  pleno: 'rapat pleno',
};

/**
 * Kind and title as one phrase, the kind once: "FGD: Evaluasi …", "KPU-Bawaslu Talk",
 * "Rapat Koordinasi Nasional (Rakornas)", "Rapat Koordinasi Kota …"; "" where neither is known.
 */
export function sessionHeading(session: Pick<Session, 'kind' | 'title'>): string {
  const [kind, title] = [xmlLine(session.kind), xmlLine(session.title)];
  if (kind === '' || title === '') return kind || title;
  const [kindWords, titleWords] = [` ${kind.toLowerCase()} `, ` ${title.toLowerCase()} `];
  if (titleWords.replace(/[^\p{L}\p{N}]+/gu, ' ').includes(kindWords)) return title;
  const inFull = KIND_IN_FULL[kind.toLowerCase()];
  if (inFull !== undefined && titleWords.includes(` ${inFull} `)) {
    // An abbreviation explains the words right before it; after other words it explains nothing.
    return titleWords.endsWith(` ${inFull} `) ? `${title} (${kind})` : title;
  }
  return `${kind}: ${title}`;
}

/** Dates that are known, and how many days there were where some date is not. */
export function dateLines(days: readonly SessionDay[]): readonly string[] {
  const dates = days.flatMap((day) => (day.date === null ? [] : [day.date]));
  if (dates.length === days.length) return [longDateRange(dates)];
  const dayCount = days.length === 1 ? '' : `${days.length} hari`;
  if (dates.length === 0) return dayCount === '' ? [] : [`……………………………… (${dayCount})`];
  return [`${longDateRange(dates)} (dari ${dayCount}; tanggal lain ………………………)`];
}

/** "20 Juli 2024", or "hari ke-2" where its date is not known. */
export function shortDayName(days: readonly SessionDay[], index: number): string {
  const date = days[index]?.date ?? null;
  return date === null ? `hari ke-${index + 1}` : dateRange([date]);
}

/**
 * The times of one day: those the secretary gave, and beside them when the meeting was opened and
 * closed where that is another time. Neither is ever printed as the other.
 */
export function dayTimes({ meeting, zone }: Session, day: SessionDay): string {
  const given = timeSpan(day, zone);
  const real = meeting.days.find(({ dayId }) => dayId === day.id);
  const [opened, closed] = [real?.opened ?? null, real?.closed ?? null];
  if (given === '') return timeSpan({ start: opened, end: closed }, zone);
  if ((opened ?? day.start) === day.start && (closed ?? day.end) === day.end) return given;
  const facts = [
    ...(opened === null ? [] : [`dibuka pukul ${timeText(opened)} ${zone}`]),
    ...(closed === null ? [] : [`ditutup pukul ${timeText(closed)} ${zone}`]),
  ];
  return `${given} (${facts.join(', ')})`;
}

export function timeLines(session: Session): readonly string[] {
  const spans = session.days.map((day) => dayTimes(session, day));
  if (spans.every((span) => span === '')) return [];
  if (spans.length === 1) return spans;
  return spans.flatMap((span, index) => {
    if (span === '') return [];
    const date = session.days[index]?.date ?? null;
    return [`${date === null ? `Hari ke-${index + 1}` : longDate(date)}: ${span}`];
  });
}

export function placeLines(session: Session): readonly string[] {
  const place = xmlLine(session.place);
  if (session.mode === null) return known(place);
  return [place === '' ? session.mode : `${place} (${session.mode})`];
}

/** "Tertutup, rahasia": who may come, and who may read of it. */
export function natureLines({
  access,
  confidentiality,
}: Pick<Session, 'access' | 'confidentiality'>): readonly string[] {
  const nature = [access, confidentiality].filter((word) => word !== null).join(', ');
  return nature === '' ? [] : [`${nature.charAt(0).toUpperCase()}${nature.slice(1)}`];
}

export function seriesLines(session: Session): readonly string[] {
  const parts = [
    xmlLine(session.series?.title ?? ''),
    session.seriesNumber === null ? '' : `pertemuan ke-${session.seriesNumber}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? [] : [parts.join(', ')];
}

/** A text line by line, without empty ones. */
export const known = (text: string): readonly string[] =>
  xmlText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const fact = (label: string, lines: readonly string[]): Fact => ({ label, lines });

/**
 * The facts at the head of a Notula (FORMATS §2). Those that every Notula has are there as blanks
 * where nothing is known; the others only where something is.
 */
export function sessionFacts(session: Session): readonly Fact[] {
  const hosts = session.hosts.map((host) => xmlLine(host.name)).filter((name) => name !== '');
  const ifKnown = (label: string, lines: readonly string[]): readonly Fact[] =>
    lines.length === 0 ? [] : [fact(label, lines)];
  return [
    fact('Sidang/Rapat', known(sessionHeading(session))),
    ...ifKnown('Tema', known(session.theme)),
    ...ifKnown('Seri', seriesLines(session)),
    fact('Hari/Tanggal', dateLines(session.days)),
    fact('Surat Undangan', known(session.invitation)),
    fact('Waktu Sidang/Rapat', timeLines(session)),
    ...ifKnown('Tempat', placeLines(session)),
    ...ifKnown('Tautan', known(session.link)),
    ...ifKnown('Sifat', natureLines(session)),
    ...ifKnown('Penyelenggara', hosts.length === 0 ? [] : [listInWords(hosts)]),
    ...ifKnown('Tujuan', known(session.purpose)),
  ];
}
