import { longDate } from '../../../shared/minutes/dates.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { timeText } from '../../../shared/minutes/typed-forms.ts';
import { officerLines } from '../attendance-rows.ts';
import type { DocumentInput } from '../document-input.ts';
import type { FactRow, OfficialDocument, Piece } from '../official-document.ts';
import { addendaList } from '../parts/addenda.ts';
import { attendancePieces, attendanceTable } from '../parts/attendance.ts';
import { closingPieces } from '../parts/closing.ts';
import { coursePieces, meetingCourse } from '../parts/course.ts';
import { LABEL_WIDTH_MM, agendaOf, agendaRow, factRow } from '../parts/facts.ts';
import { documentFrame, titlePiece } from '../parts/head.ts';
import { subjectInCapitals } from '../parts/occasion.ts';
import { plannedTimeLines } from '../parts/planned-times.ts';
import { headsInWords, presencesOf } from '../parts/present.ts';
import { signaturesPiece } from '../parts/signatures.ts';
import { LONG_BLANK, SHORT_BLANK, headingPiece, textPiece } from '../parts/text.ts';
import { dateLines, known, natureLines, placeLines, seriesLines } from '../session-facts.ts';
import { xmlLine } from '../xml-text.ts';

/** When each day was really opened or closed; no line where that is not known of any day. */
function realTimes(session: Session, key: 'opened' | 'closed'): readonly string[] {
  const { days, meeting, zone } = session;
  const times = days.map((day) => {
    const time = meeting.days.find(({ dayId }) => dayId === day.id)?.[key] ?? null;
    return time === null ? null : `pukul ${timeText(time)} ${zone}`;
  });
  if (times.every((time) => time === null)) return [];
  if (days.length === 1) return times.filter((time) => time !== null);
  return times.map((time, index) => {
    const date = days[index]?.date ?? null;
    const dayName = date === null ? `Hari ke-${index + 1}` : longDate(date);
    return `${dayName}: ${time ?? `pukul ${SHORT_BLANK} ${zone}`}`;
  });
}

/** The facts at the head, the times of opening and closing among them. */
function factRows(record: SessionRecord): readonly FactRow[] {
  const { session, attendance, notulisName } = record;
  const officers = officerLines(officersOf(attendance), notulisName);
  const hosts = session.hosts.map(({ name }) => xmlLine(name)).filter((name) => name !== '');
  const ifKnown = (label: string, lines: readonly string[]): readonly FactRow[] =>
    lines.length === 0 ? [] : [factRow(label, lines)];
  const group = (label: string): FactRow => ({ label, value: null, isUnder: false });
  return [
    ...ifKnown('Jenis Rapat', known(session.kind)),
    factRow('Sifat Rapat', natureLines(session)),
    ...ifKnown('Tema', known(session.theme)),
    ...ifKnown('Seri', seriesLines(session)),
    factRow('Hari/Tanggal', dateLines(session.days)),
    factRow('Pukul', plannedTimeLines(session)),
    factRow('Tempat', placeLines(session)),
    ...ifKnown('Tautan', known(session.link)),
    ...ifKnown('Penyelenggara', hosts),
    ...ifKnown('Surat Undangan', known(session.invitation)),
    ...ifKnown('Tujuan', known(session.purpose)),
    agendaRow('Acara', agendaOf(record)),
    group('Waktu Rapat'),
    factRow('Dibuka', realTimes(session, 'opened'), true),
    factRow('Ditutup', realTimes(session, 'closed'), true),
    group('Pimpinan Rapat'),
    factRow('Ketua', officers.chair, true),
    factRow('Sekretaris', officers.secretary, true),
    factRow('Notulis', officers.recorder, true),
  ];
}

const GUEST_ROLE = /^(?:undangan|tamu)\b/i;
const isGuest = (line: Attendance): boolean =>
  line.days.some((day) => GUEST_ROLE.test(day.role?.trim() ?? ''));

const PRESENT_HEADING = 'PESERTA RAPAT YANG HADIR';

/**
 * Who was there, how many and by name, apart from the guests, from those who were away and from
 * those of whom nothing is recorded. Where that is everybody, nobody is said to have been there.
 */
function attendeePieces(record: SessionRecord): readonly Piece[] {
  const { days } = record.session;
  const { present, absent, unrecorded } = presencesOf(record.attendance);
  if (present.length === 0 && absent.length === 0) {
    const heading = unrecorded.length === 0 ? PRESENT_HEADING : 'PESERTA RAPAT';
    return [headingPiece(1, heading), ...attendancePieces(record)];
  }
  const list = (heading: string, lines: readonly Attendance[]): readonly Piece[] =>
    lines.length === 0
      ? []
      : [headingPiece(3, `${heading}: ${headsInWords(lines)}`), attendanceTable(lines, days)];
  const [guests, members] = [present.filter(isGuest), present.filter((line) => !isGuest(line))];
  return [
    headingPiece(1, PRESENT_HEADING),
    textPiece(`Jumlah yang hadir: ${headsInWords(present) || SHORT_BLANK}.`, {
      isKeptWithNext: true,
    }),
    ...(days.length === 1
      ? []
      : [
          textPiece(
            'Yang hadir pada salah satu hari dihitung hadir; kehadiran setiap hari ada pada kolom keterangan.',
            { size: 'small', alignment: 'start', isKeptWithNext: true },
          ),
        ]),
    ...(guests.length > 0 ? [...list('Peserta', members), ...list('Undangan', guests)] : []),
    ...(guests.length === 0 && members.length > 0 ? [attendanceTable(members, days)] : []),
    ...list('Tidak hadir', absent),
    ...list('Kehadirannya tidak dicatat', unrecorded),
  ];
}

/**
 * The full record (FORMATS §2): everything that was noted, in its order, with who said it and when.
 * Private notes are no part of the minutes.
 */
export function risalahDocument(input: DocumentInput): OfficialDocument {
  const { record, numbers } = input;
  const course = meetingCourse(record);
  const about = subjectInCapitals(record.session);
  const body = [
    headingPiece(1, 'PEMBUKAAN'),
    ...(course.opening.length === 0 ? [textPiece(LONG_BLANK)] : coursePieces(course.opening)),
    headingPiece(1, 'PEMBAHASAN AGENDA RAPAT'),
    ...(course.discussion.length === 0 ? [textPiece(LONG_BLANK)] : coursePieces(course.discussion)),
    headingPiece(1, 'KESIMPULAN'),
    ...closingPieces(course),
  ];
  return {
    ...documentFrame('risalah', input),
    pieces: [
      titlePiece('RISALAH', {
        number: xmlLine(numbers.risalah ?? record.session.documentNumber),
        about: about || LONG_BLANK,
      }),
      { type: 'facts', labelWidthMm: LABEL_WIDTH_MM, rows: factRows(record) },
      ...attendeePieces(record),
      ...body,
      ...addendaList(record, body, { level: 1, title: 'ADENDUM', isKeptWithNext: true }),
      signaturesPiece('risalah', input),
    ],
  };
}
