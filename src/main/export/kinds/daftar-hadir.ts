import { listInWords } from '../../../shared/minutes/dates.ts';
import { attendeeLabel } from '../../../shared/minutes/names.ts';
import type { Presence } from '../../../shared/minutes/people.ts';
import { representativeOn } from '../../../shared/official/signatories.ts';
import type { RichNode } from '../../../shared/document/rich-text.ts';
import type { DocumentInput } from '../document-input.ts';
import type { OfficialDocument, Piece } from '../official-document.ts';
import type { AttendeeOfDay } from '../parts/attendance-list.ts';
import {
  SIGNING_ROW_MM,
  dailyLists,
  listedName,
  listedPhone,
  listedPosition,
  signingColumns,
} from '../parts/attendance-list.ts';
import { documentFrame } from '../parts/head.ts';
import { attendeeImage } from '../parts/marks.ts';
import { SHORT_BLANK, plainNode, textPiece } from '../parts/text.ts';
import type { SignatureImage } from '../signature-image.ts';
import { xmlLine } from '../xml-text.ts';

/** A role that everybody has says nothing. */
const PLAIN_ROLES: readonly string[] = ['', 'peserta', 'undangan'];

const isAbsent = ({ day }: AttendeeOfDay): boolean =>
  day?.presence === 'izin' || day?.presence === 'tidak hadir';

const lines = (...texts: readonly string[]): readonly RichNode[] =>
  texts.filter((text) => text !== '').map(plainNode);

function nameLines({ attendee, day }: AttendeeOfDay): readonly RichNode[] {
  const name = listedName(attendee) || SHORT_BLANK;
  const by = xmlLine(day?.representedBy ?? '');
  if (by !== '') return lines(by, `(mewakili ${listedName(attendee) || attendeeLabel(attendee)})`);
  return lines(name, day?.presence === 'diwakili' ? `(diwakili ${SHORT_BLANK})` : '');
}

function positionLines({ attendee, day }: AttendeeOfDay): readonly RichNode[] {
  const role = xmlLine(day?.role ?? '').toLowerCase();
  const position = listedPosition(attendee);
  // "Sekretaris KPU Kota …" need not be told that "sekretaris" is what they were.
  const isSaid = PLAIN_ROLES.includes(role) || `${position.toLowerCase()} `.startsWith(`${role} `);
  return lines(position, isSaid ? '' : `(${xmlLine(day?.role ?? '')})`);
}

/** Who is online does not sign on paper; the list says so unless they did otherwise. */
const signingText = ({ day }: AttendeeOfDay, index: number, isSigned: boolean): string =>
  day?.presence === 'daring' && !isSigned ? `${index + 1}. (daring)` : `${index + 1}.`;

/** The signature of who was there, or of who came instead. */
function signatureOf(
  { attendee, day }: AttendeeOfDay,
  input: DocumentInput,
): SignatureImage | null {
  if (day === undefined) return null;
  const name = representativeOn(attendee, day.dayId) ?? attendeeLabel(attendee);
  return attendeeImage(input, attendee, day.dayId, name);
}

/** "5 orang dan 2 kelompok"; a group of which nobody knows how many they were is not estimated. */
function headsInWords(attendees: readonly AttendeeOfDay[]): string {
  let people = 0;
  let uncounted = 0;
  for (const { attendee } of attendees) {
    if (attendee.type === 'person') people += 1;
    else if (attendee.headCount === null) uncounted += 1;
    else people += attendee.headCount;
  }
  return listInWords([
    ...(people === 0 ? [] : [`${people} orang`]),
    ...(uncounted === 0
      ? []
      : [`${uncounted} kelompok/lembaga yang jumlah orangnya tidak tercatat`]),
  ]);
}

function sums(attendees: readonly AttendeeOfDay[]): readonly string[] {
  const of = (...presences: readonly (Presence | null)[]) =>
    attendees.filter(({ day }) => presences.includes(day?.presence ?? null));
  const sentence = (start: string, counted: readonly AttendeeOfDay[]): readonly string[] =>
    counted.length === 0 ? [] : [`${start} ${headsInWords(counted)}.`];
  const absent = (word: string, who: readonly AttendeeOfDay[]): readonly string[] => {
    const names = who.map(({ attendee }) => xmlLine(attendeeLabel(attendee)) || SHORT_BLANK);
    return names.length === 0 ? [] : [`${word}: ${names.join('; ')}.`];
  };
  return [
    ...sentence('Jumlah yang hadir:', of('hadir', 'daring', 'diwakili')),
    ...sentence('Kehadiran tidak tercatat:', of(null)),
    ...absent('Izin', of('izin')),
    ...absent('Tidak hadir', of('tidak hadir')),
  ];
}

function listPieces(attendees: readonly AttendeeOfDay[], input: DocumentInput): readonly Piece[] {
  const { hasPhoneColumn } = input.options;
  const present = attendees.filter((attendee) => !isAbsent(attendee));
  const signed = present.map((attendee) => signatureOf(attendee, input));
  const rows = present.map((attendee, index) => [
    [plainNode(`${index + 1}.`)],
    nameLines(attendee),
    positionLines(attendee),
    ...(hasPhoneColumn ? [lines(listedPhone(attendee.attendee, input))] : []),
    [plainNode(signingText(attendee, index, (signed[index] ?? null) !== null))],
  ]);
  const blank = [
    [plainNode('1.')],
    [plainNode(SHORT_BLANK)],
    [],
    ...(hasPhoneColumn ? [[]] : []),
    [plainNode('1.')],
  ];
  return [
    {
      type: 'table',
      description: 'Daftar hadir: nomor, nama, jabatan atau instansi, dan tanda tangan',
      columns: signingColumns(hasPhoneColumn),
      rows: rows.length === 0 ? [blank] : rows,
      minRowHeightMm: SIGNING_ROW_MM,
      ...(signed.some((image) => image !== null) ? { signed } : {}),
    },
    ...sums(attendees).map((sum, index) =>
      textPiece(sum, { alignment: 'start', size: 'small', spaceBeforeMm: index === 0 ? 1.5 : 0 }),
    ),
  ];
}

/** Who attended, day by day, with room to sign (FORMATS §2); who was away is named under the list. */
export function daftarHadirDocument(input: DocumentInput): OfficialDocument {
  return {
    ...documentFrame('daftar-hadir', input),
    pieces: dailyLists('daftar-hadir', input, (attendees) => listPieces(attendees, input)),
  };
}
