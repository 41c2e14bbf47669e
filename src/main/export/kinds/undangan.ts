import { dateInWords } from '../../../shared/minutes/dates.ts';
import { fullName, positionLine } from '../../../shared/minutes/names.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { parseDate } from '../../../shared/minutes/typed-forms.ts';
import type { DocumentInput } from '../document-input.ts';
import type { FactRow, OfficialDocument, Piece } from '../official-document.ts';
import { agendaOf, agendaRow, factRow } from '../parts/facts.ts';
import { documentFrame, titlePiece } from '../parts/head.ts';
import { forPurpose, occasion, purposeLines, withTheme } from '../parts/occasion.ts';
import { DATE_BLANK, placeAndDate } from '../parts/place-date.ts';
import { dayLines, plannedTimeLines } from '../parts/planned-times.ts';
import { signaturesPiece, signaturesSetting } from '../parts/signatures.ts';
import { FIRST_LINE_MM, LONG_BLANK, SHORT_BLANK, plainNode, textPiece } from '../parts/text.ts';
import { placeLines } from '../session-facts.ts';
import { xmlLine } from '../xml-text.ts';

/** More names than this go on a page of their own, as "daftar terlampir". */
const MOST_NAMES_IN_LETTER = 8;
const HEAD_LABELS_MM = 22;
const FACT_LABELS_MM = 34;

interface Letter {
  /** "" where not known. */
  readonly number: string;
  readonly isoDate: string | null;
  readonly invited: readonly Attendance[];
  readonly hasAnnex: boolean;
}

/** Everybody on the list but the one who signs: nobody invites himself. */
function invitees({ record, settings }: DocumentInput): readonly Attendance[] {
  const { chairs, secretaries } = officersOf(record.attendance);
  const { blocks } = signaturesSetting('undangan', settings);
  const signs = (signer: string): boolean => blocks.some((block) => block.signer === signer);
  const signing = [
    ...(signs('pimpinan') ? chairs.slice(0, 1) : []),
    ...(signs('sekretaris') ? secretaries.slice(0, 1) : []),
  ];
  return record.attendance.filter((attendee) => !signing.includes(attendee));
}

/** Number and date are those that the secretary noted of the letter in the session's facts. */
function letterOf(input: DocumentInput): Letter {
  const invitation = xmlLine(input.record.session.invitation);
  const number = /\b(?:nomor|no\.?)\s*:?\s*(\S*\/\S*[^\s,;.])/i.exec(invitation)?.[1] ?? '';
  const date = /\b(?:tanggal|tgl\.?)\s*:?\s*([^,;()]+?)\s*\.?\s*(?:[,;()]|$)/i.exec(
    invitation,
  )?.[1];
  const invited = invitees(input);
  return {
    number: xmlLine(input.numbers.undangan ?? '') || number,
    isoDate: date === undefined ? null : parseDate(date),
    invited,
    hasAnnex: invited.length > MOST_NAMES_IN_LETTER,
  };
}

function headRows({ record }: DocumentInput, { number, hasAnnex }: Letter): readonly FactRow[] {
  const { confidentiality } = record.session;
  const nature =
    confidentiality === null
      ? SHORT_BLANK
      : confidentiality.charAt(0).toUpperCase() + confidentiality.slice(1);
  return [
    factRow('Nomor', [number || LONG_BLANK]),
    factRow('Sifat', [nature]),
    factRow('Lampiran', [hasAnnex ? '1 (satu) berkas' : '-']),
    factRow('Perihal', ['Undangan']),
  ];
}

/** Name and position of a person, or the group with how many are asked to come. */
function nameAndPosition(attendee: Attendance): readonly [name: string, position: string] {
  const position = xmlLine(positionLine(attendee));
  if (attendee.type === 'person') return [xmlLine(fullName(attendee)), position];
  const heads = attendee.headCount === null ? '' : ` (${attendee.headCount} orang)`;
  return [`${xmlLine(attendee.name)}${heads}`, position];
}

const addressee = (attendee: Attendance): string =>
  nameAndPosition(attendee)
    .filter((part) => part !== '')
    .join(', ') || SHORT_BLANK;

function addressPieces({ invited, hasAnnex }: Letter): readonly Piece[] {
  const line = (text: string, label = ''): Piece =>
    textPiece(text, { label, alignment: 'start', isKeptWithNext: true });
  const first = (text: string): Piece =>
    textPiece(text, { alignment: 'start', spaceBeforeMm: 4, isKeptWithNext: true });
  const names = invited.length === 0 ? [LONG_BLANK] : invited.map(addressee);
  if (hasAnnex) return [first('Yth. Bapak/Ibu/Saudara (daftar terlampir)'), line('di Tempat')];
  if (names.length === 1) return [first(`Yth. ${names.join('')}`), line('di Tempat')];
  return [
    first('Yth.'),
    ...names.map((name, index) => line(name, `${index + 1}.`)),
    line('di Tempat'),
  ];
}

function whenAndWhere({ record }: DocumentInput): readonly FactRow[] {
  const { session } = record;
  const link = xmlLine(session.link);
  const isOnline = session.mode === 'daring' || session.mode === 'hibrida';
  const purpose = purposeLines(session);
  return [
    factRow('Hari/Tanggal', dayLines(session)),
    factRow('Pukul', plannedTimeLines(session)),
    factRow('Tempat', placeLines(session)),
    ...(link !== '' || isOnline ? [factRow('Tautan', link === '' ? [] : [link])] : []),
    ...(purpose.length === 0 ? [] : [factRow('Tujuan', purpose)]),
    agendaRow('Agenda', agendaOf(record)),
  ];
}

function invitingSentence({ record }: DocumentInput): string {
  const { session } = record;
  const purpose = forPurpose(session);
  const inviting =
    `kami mengundang Bapak/Ibu/Saudara untuk menghadiri ${occasion(session)}` +
    `${withTheme(session)} yang akan diselenggarakan pada:`;
  return purpose === ''
    ? `Dengan ini ${inviting}`
    : `${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}, ${inviting}`;
}

/** Who is invited, on a page of its own that names the letter it belongs to. */
function annexPieces({ number, isoDate, invited, hasAnnex }: Letter): readonly Piece[] {
  if (!hasAnnex) return [];
  const rows = invited.map((attendee, index) => {
    const [name, position] = nameAndPosition(attendee);
    return [
      [plainNode(`${index + 1}.`)],
      [plainNode(name || SHORT_BLANK)],
      position === '' ? [] : [plainNode(position)],
    ];
  });
  return [
    { type: 'page-break' },
    textPiece('Lampiran Surat Undangan', { alignment: 'start' }),
    {
      type: 'facts',
      labelWidthMm: HEAD_LABELS_MM,
      rows: [
        factRow('Nomor', [number || LONG_BLANK]),
        factRow('Tanggal', [isoDate === null ? DATE_BLANK : dateInWords(isoDate)]),
      ],
    },
    titlePiece('DAFTAR UNDANGAN'),
    {
      type: 'table',
      description: 'Daftar undangan: nomor, nama, dan jabatan atau instansi',
      columns: [
        { title: 'No', widthMm: 11, alignment: 'center' },
        { title: 'Nama', widthMm: null, alignment: 'start' },
        { title: 'Jabatan/Instansi', widthMm: null, alignment: 'start' },
      ],
      rows,
      minRowHeightMm: 0,
    },
  ];
}

/**
 * The letter that invites to the meeting (FORMATS §2). It goes out before there are any minutes, so
 * it is never marked as their draft; it names the planned times, not when the meeting was held.
 */
export function undanganDocument(input: DocumentInput): OfficialDocument {
  const letter = letterOf(input);
  return {
    ...documentFrame('undangan', input),
    isDraft: false,
    pieces: [
      textPiece(placeAndDate(input, letter.isoDate), { alignment: 'end' }),
      { type: 'facts', labelWidthMm: HEAD_LABELS_MM, rows: headRows(input, letter) },
      ...addressPieces(letter),
      textPiece('Dengan hormat,', { spaceBeforeMm: 4, isKeptWithNext: true }),
      textPiece(invitingSentence(input), { firstLineMm: FIRST_LINE_MM, isKeptWithNext: true }),
      { type: 'facts', labelWidthMm: FACT_LABELS_MM, rows: whenAndWhere(input) },
      textPiece(
        'Demikian undangan ini kami sampaikan. Atas perhatian dan kehadiran Bapak/Ibu/Saudara, ' +
          'kami ucapkan terima kasih.',
        { firstLineMm: FIRST_LINE_MM, spaceBeforeMm: 2, isKeptWithNext: true },
      ),
      signaturesPiece('undangan', input, []),
      ...annexPieces(letter),
    ],
  };
}
