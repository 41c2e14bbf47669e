import { longDate, timeSpan } from '../../../shared/minutes/dates.ts';
import { fullName, positionLine } from '../../../shared/minutes/names.ts';
import type { Attendance, AttendanceDay } from '../../../shared/minutes/people.ts';
import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type { DocumentInput } from '../document-input.ts';
import type { Piece, TableColumn } from '../official-document.ts';
import { dayTimes, placeLines, sessionHeading } from '../session-facts.ts';
import { xmlLine } from '../xml-text.ts';
import { factRow } from './facts.ts';
import { titlePiece } from './head.ts';
import { placeAndDate } from './place-date.ts';
import { signaturesPiece } from './signatures.ts';

const LABELS_MM = 30;
/** Room to sign by hand. */
export const SIGNING_ROW_MM = 10;

/** An attendee on one day of the session. */
export interface AttendeeOfDay {
  readonly attendee: Attendance;
  readonly day: AttendanceDay | undefined;
}

/**
 * Who belongs on the list of a day. Somebody of whom something is known on another day only is not
 * said to belong to this one.
 */
export function attendeesOf(
  attendance: readonly Attendance[],
  { id }: SessionDay,
): readonly AttendeeOfDay[] {
  return attendance.flatMap((attendee) => {
    const day = attendee.days.find(({ dayId }) => dayId === id);
    const isKnownElsewhere =
      (day?.presence ?? null) === null && attendee.days.some(({ presence }) => presence !== null);
    return isKnownElsewhere ? [] : [{ attendee, day }];
  });
}

/** "Budi Contoh, S.H."; "" where nobody knows who it was, as with a group. */
export const listedName = (attendee: Attendance): string =>
  attendee.type === 'group' ? '' : xmlLine(fullName(attendee));

/** "Ketua KPU Kota …"; a group is an institution: "Organisasi masyarakat (25 orang)". */
export function listedPosition(attendee: Attendance): string {
  const position = xmlLine(positionLine(attendee));
  if (attendee.type === 'person') return position;
  const heads = attendee.headCount === null ? '' : ` (${attendee.headCount} orang)`;
  const group = `${xmlLine(attendee.name)}${heads}`;
  return position === '' ? group : `${group}, ${position}`;
}

/** What stands under "No. HP"; nothing where no number is known. */
export const listedPhone = ({ id }: Attendance, { phones }: DocumentInput): string =>
  xmlLine(phones[id] ?? '');

/** The columns to be filled in; a telephone number is personal data, so only where it is asked for. */
export function signingColumns(hasPhoneColumn: boolean): readonly TableColumn[] {
  return [
    { title: 'No', widthMm: 11, alignment: 'center' },
    { title: 'Nama', widthMm: hasPhoneColumn ? 38 : 46, alignment: 'start' },
    { title: 'Jabatan/Instansi', widthMm: null, alignment: 'start' },
    ...(hasPhoneColumn
      ? [{ title: 'No. HP', widthMm: 28, alignment: 'start' } as const satisfies TableColumn]
      : []),
    {
      title: 'Tanda Tangan',
      widthMm: hasPhoneColumn ? 40 : 46,
      alignment: 'start',
      isZigZag: true,
    },
  ];
}

/** A list that is made before the meeting knows only what is planned. */
function timesOn(kind: DocumentKind, session: Session, day: SessionDay): string {
  return kind === 'daftar-hadir-kosong' ? timeSpan(day, session.zone) : dayTimes(session, day);
}

/** What the list is of: the day, the times, the place and the occasion. */
function headPieces(kind: DocumentKind, session: Session, index: number): readonly Piece[] {
  const day = session.days[index];
  const title = titlePiece('DAFTAR HADIR');
  const dayLine = {
    text: `Hari ke-${index + 1}`,
    size: 'text',
    isBold: false,
    isUnderlined: false,
  } as const;
  const times = day === undefined ? '' : timesOn(kind, session, day);
  const [heading, theme] = [sessionHeading(session), xmlLine(session.theme)];
  return [
    session.days.length === 1 ? title : { ...title, lines: [...title.lines, dayLine] },
    {
      type: 'facts',
      labelWidthMm: LABELS_MM,
      rows: [
        factRow('Hari/Tanggal', day?.date ? [longDate(day.date)] : []),
        factRow('Waktu', times === '' ? [] : [times]),
        factRow('Tempat', placeLines(session)),
        factRow('Acara', heading === '' ? [] : [heading]),
        ...(theme === '' ? [] : [factRow('Tema', [theme])]),
      ],
    },
  ];
}

/** One list for each day, on pages of its own, signed for itself. */
export function dailyLists(
  kind: DocumentKind,
  input: DocumentInput,
  listPieces: (attendees: readonly AttendeeOfDay[]) => readonly Piece[],
): readonly Piece[] {
  const { session, attendance } = input.record;
  return session.days.flatMap((day, index): readonly Piece[] => [
    ...(index === 0 ? [] : [{ type: 'page-break' } as const]),
    ...headPieces(kind, session, index),
    ...listPieces(attendeesOf(attendance, day)),
    // One signature is for the whole document: its lines stand once, at the end of it.
    signaturesPiece(
      kind,
      index === session.days.length - 1 ? input : { ...input, lines: undefined },
      [placeAndDate(input, day.date)],
    ),
  ]);
}
