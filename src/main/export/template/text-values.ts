import { dateRange, listInWords, longDate } from '../../../shared/minutes/dates.ts';
import { fullName, positionLine } from '../../../shared/minutes/names.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { timeText } from '../../../shared/minutes/typed-forms.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type { TextPlaceholderName } from '../../../shared/official/placeholders.ts';
import { printedCode, versionName } from '../../../shared/signing/code.ts';
import type { DocumentInput } from '../document-input.ts';
import { heldInWords } from '../parts/held-in-words.ts';
import { townOrBlank } from '../parts/place-date.ts';
import { headsInWords, presencesOf } from '../parts/present.ts';
import { LONG_BLANK, SHORT_BLANK } from '../parts/text.ts';
import {
  dateLines,
  known,
  placeLines,
  seriesLines,
  sessionHeading,
  timeLines,
} from '../session-facts.ts';
import { xmlLine } from '../xml-text.ts';

const DRAFT_WORD = 'KONSEP';

const orLong = (lines: readonly string[]): string => lines.join('\n') || LONG_BLANK;
const orShort = (text: string): string => text || SHORT_BLANK;

const knownDates = ({ days }: Session): readonly string[] =>
  days.flatMap(({ date }) => (date === null ? [] : [date]));

/** When it was really opened or closed: the first day's opening, the last day's closing. */
function realTime({ days, meeting, zone }: Session, key: 'opened' | 'closed'): string {
  const day = key === 'opened' ? days[0] : days.at(-1);
  const time = meeting.days.find(({ dayId }) => dayId === day?.id)?.[key] ?? null;
  return `${time === null ? SHORT_BLANK : timeText(time)} ${zone}`;
}

/** Of a person whose role is known; every blank is to be filled in by hand. */
function personValue(
  attendee: Attendance | undefined,
  field: 'nama' | 'jabatan' | 'pangkat' | 'nip',
  fallbackName = '',
): string {
  switch (field) {
    case 'nama':
      return xmlLine(attendee ? fullName(attendee) : fallbackName) || LONG_BLANK;
    case 'jabatan':
      return xmlLine(attendee ? positionLine(attendee) : '') || LONG_BLANK;
    case 'pangkat':
      return orShort(xmlLine(attendee?.rank ?? ''));
    case 'nip':
      return orShort(xmlLine(attendee?.nip ?? ''));
  }
}

/** What a text placeholder stands for in one session; lines are parted by "\n". */
export function textValue(
  name: TextPlaceholderName,
  kind: DocumentKind,
  input: DocumentInput,
): string {
  const { record, numbers } = input;
  const { session, attendance, notulisName } = record;
  const { chairs, secretaries, recorders } = officersOf(attendance);
  const dates = knownDates(session);
  switch (name) {
    case 'kegiatan':
      return orLong(known(sessionHeading(session)));
    case 'judul':
      return orLong(known(session.title));
    case 'jenis':
      return orShort(xmlLine(session.kind));
    case 'tema':
      return orLong(known(session.theme));
    case 'tujuan':
      return orLong(known(session.purpose));
    case 'seri':
      return orLong(seriesLines(session));
    case 'sifat':
      return orShort(
        [session.access, session.confidentiality].filter((word) => word !== null).join(', '),
      );
    case 'nomor':
      return xmlLine(numbers[kind] ?? session.documentNumber) || LONG_BLANK;
    case 'undangan':
      return orLong(known(session.invitation));
    case 'penyelenggara': {
      const hosts = session.hosts.map((host) => xmlLine(host.name)).filter((host) => host !== '');
      return hosts.length === 0 ? LONG_BLANK : listInWords(hosts);
    }
    case 'kantor':
      return xmlLine(record.officeName) || LONG_BLANK;
    case 'kota':
      return townOrBlank(input);
    case 'konsep':
      return session.status === 'final' ? '' : DRAFT_WORD;
    case 'versi':
      return record.final === undefined ? '' : versionName(record.final.version);
    case 'kode':
      return record.final === undefined ? '' : printedCode(record.final);
    case 'hari':
      return dates.length === 0
        ? SHORT_BLANK
        : listInWords(dates.map((date) => longDate(date).split(',')[0] ?? ''));
    case 'tanggal':
      return dates.length === 0 ? LONG_BLANK : dateRange(dates);
    case 'hari_tanggal':
      return orLong(dateLines(session.days));
    case 'hari_terbilang':
      return heldInWords(session);
    case 'pukul':
      return (
        timeLines(session)
          .map((line) => line.replace(/^pukul /, ''))
          .join('\n') || `${SHORT_BLANK} ${session.zone}`
      );
    case 'dibuka':
      return realTime(session, 'opened');
    case 'ditutup':
      return realTime(session, 'closed');
    case 'tempat':
      return orLong(placeLines(session));
    case 'cara':
      return orShort(session.mode ?? '');
    case 'tautan':
      return orLong(known(session.link));
    case 'pimpinan.nama':
      return personValue(chairs[0], 'nama');
    case 'pimpinan.jabatan':
      return personValue(chairs[0], 'jabatan');
    case 'pimpinan.pangkat':
      return personValue(chairs[0], 'pangkat');
    case 'pimpinan.nip':
      return personValue(chairs[0], 'nip');
    case 'sekretaris.nama':
      return personValue(secretaries[0], 'nama');
    case 'sekretaris.jabatan':
      return personValue(secretaries[0], 'jabatan');
    case 'sekretaris.pangkat':
      return personValue(secretaries[0], 'pangkat');
    case 'sekretaris.nip':
      return personValue(secretaries[0], 'nip');
    case 'notulis.nama':
      return personValue(recorders[0], 'nama', notulisName);
    case 'notulis.jabatan':
      return personValue(recorders[0], 'jabatan');
    case 'notulis.pangkat':
      return personValue(recorders[0], 'pangkat');
    case 'notulis.nip':
      return personValue(recorders[0], 'nip');
    case 'hadir.jumlah':
      return headsInWords(presencesOf(attendance).present) || `${SHORT_BLANK} orang`;
  }
}
