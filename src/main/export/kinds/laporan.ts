import type { RichNode } from '../../../shared/document/rich-text.ts';
import type { HeadCount } from '../../../shared/minutes/attendance.ts';
import { countByOrganization, totalHeads } from '../../../shared/minutes/attendance.ts';
import { listInWords } from '../../../shared/minutes/dates.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { attendanceSummary, officerLines } from '../attendance-rows.ts';
import type { DocumentInput } from '../document-input.ts';
import type { OfficialDocument, Piece } from '../official-document.ts';
import { addendaList } from '../parts/addenda.ts';
import type { MeetingCourse } from '../parts/course.ts';
import { coursePieces, meetingCourse } from '../parts/course.ts';
import { documentationPieces } from '../parts/documentation.ts';
import { LABEL_WIDTH_MM, agendaOf, factRow } from '../parts/facts.ts';
import { followUpPieces } from '../parts/follow-ups.ts';
import { documentFrame, titlePiece } from '../parts/head.ts';
import {
  forPurpose,
  occasion,
  purposeLines,
  subjectInCapitals,
  withTheme,
} from '../parts/occasion.ts';
import { pointPieces } from '../parts/points.ts';
import { countsByInstitution, presencesOf } from '../parts/present.ts';
import { signaturesPiece } from '../parts/signatures.ts';
import { speakersPieces } from '../parts/speakers.ts';
import {
  FIRST_LINE_MM,
  LONG_BLANK,
  SHORT_BLANK,
  headingPiece,
  isEmptyInline,
  plain,
  plainNode,
  richPiece,
  textPiece,
} from '../parts/text.ts';
import { afterDate, datesInWords, hostsInWords, placeInWords } from '../parts/when-where.ts';
import { dateLines, known, placeLines, seriesLines, timeLines } from '../session-facts.ts';
import { xmlLine } from '../xml-text.ts';

/** Running text; a line with blanks in it is not drawn apart to the margin. */
const prose = (text: string): Piece =>
  textPiece(text, {
    firstLineMm: FIRST_LINE_MM,
    alignment: text.includes(SHORT_BLANK) ? 'start' : 'justify',
  });
const blank = (): Piece => prose(LONG_BLANK);
const orBlankPiece = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.length === 0 ? [blank()] : pieces;

/** What was held, by whom, when and where, in sentences. */
function generalPieces({ session }: SessionRecord): readonly Piece[] {
  const series = seriesLines(session).join('');
  return [
    prose(
      `${occasion(session)}${withTheme(session)} diselenggarakan oleh ` +
        `${hostsInWords(session, SHORT_BLANK)} pada ${datesInWords(session, SHORT_BLANK)}` +
        `${afterDate(session)}, bertempat ${placeInWords(session, SHORT_BLANK)}.`,
    ),
    ...(series === '' ? [] : [prose(`Kegiatan ini termasuk dalam seri ${series}.`)]),
  ];
}

function purposePieces({ session }: SessionRecord): readonly Piece[] {
  const purpose = forPurpose(session);
  return purpose === ''
    ? orBlankPiece(purposeLines(session).map(prose))
    : [prose(`Kegiatan ini dilaksanakan ${purpose}.`)];
}

function scopePieces(record: SessionRecord): readonly Piece[] {
  const agenda = agendaOf(record);
  if (agenda.length === 0) return [blank()];
  const items = agenda.map((item) => ({
    type: 'listItem' as const,
    content: [
      { type: 'paragraph', content: isEmptyInline(item) ? plain(SHORT_BLANK) : item },
    ] satisfies RichNode[],
  }));
  return [
    textPiece('Laporan ini meliputi pembahasan atas agenda berikut:', {
      firstLineMm: FIRST_LINE_MM,
      isKeptWithNext: true,
    }),
    richPiece([{ type: 'orderedList', content: items }], { indentMm: FIRST_LINE_MM }),
  ];
}

/** The letter that the meeting was called with: what else it rests on is for the office to add. */
function basisPieces({ session }: SessionRecord): readonly Piece[] {
  return orBlankPiece(
    known(session.invitation).map((line) =>
      prose(/^(?:surat|undangan)\b/i.test(line) ? line : `Surat Undangan ${line}`),
    ),
  );
}

function introduction(record: SessionRecord): readonly Piece[] {
  return [
    headingPiece(1, 'PENDAHULUAN', 'A.'),
    headingPiece(2, 'Umum', '1.'),
    ...generalPieces(record),
    headingPiece(2, 'Maksud dan Tujuan', '2.'),
    ...purposePieces(record),
    headingPiece(2, 'Ruang Lingkup', '3.'),
    ...scopePieces(record),
    headingPiece(2, 'Dasar', '4.'),
    ...basisPieces(record),
  ];
}

const NOT_RECORDED = 'tidak dicatat';

function heads({ people, uncountedGroups }: HeadCount): string {
  if (people === 0 && uncountedGroups > 0) return NOT_RECORDED;
  return uncountedGroups > 0 ? `${people} + …` : String(people);
}

/** How many are on the list of each organization, and how many of them were there. */
function organizationTable({ attendance, session }: SessionRecord): Piece {
  const { unrecorded } = presencesOf(attendance);
  const hasPresence = unrecorded.length < attendance.length;
  const unknown = new Map(
    countByOrganization(unrecorded, null).map((count) => [count.organizationName, heads(count)]),
  );
  const rows = countsByInstitution(attendance, session).map((count, index) => {
    // Nobody is said to have stayed away only because nothing is recorded.
    const isUnknown = unknown.get(count.organizationName) === heads(count);
    return [
      [plainNode(String(index + 1))],
      [plainNode(xmlLine(count.organizationName) || 'Lembaga tidak disebut')],
      [plainNode(heads(count))],
      ...(hasPresence ? [[plainNode(isUnknown ? NOT_RECORDED : heads(count.attending))]] : []),
    ];
  });
  return {
    type: 'table',
    description: 'Jumlah peserta menurut lembaga: nomor, lembaga, dan jumlah orang',
    columns: [
      { title: 'No', widthMm: 11, alignment: 'center' },
      { title: 'Instansi/Lembaga', widthMm: null, alignment: 'start' },
      { title: 'Tercatat (orang)', widthMm: 32, alignment: 'center' },
      ...(hasPresence
        ? [{ title: 'Hadir (orang)', widthMm: 32, alignment: 'center' } as const]
        : []),
    ],
    rows,
    minRowHeightMm: 0,
  };
}

function attendeePieces(record: SessionRecord): readonly Piece[] {
  const { attendance, session } = record;
  if (attendance.length === 0) return [blank()];
  const isUncounted = totalHeads(attendance).uncountedGroups > 0;
  return [
    textPiece(attendanceSummary(attendance, session.days), {
      firstLineMm: FIRST_LINE_MM,
      isKeptWithNext: true,
    }),
    organizationTable(record),
    ...(isUncounted
      ? [
          textPiece('Jumlah orang dari sebagian kelompok/lembaga tidak dicatat.', {
            size: 'small',
            alignment: 'start',
            spaceBeforeMm: 1.5,
          }),
        ]
      : []),
  ];
}

function activities(record: SessionRecord, course: MeetingCourse): readonly Piece[] {
  const { session, attendance, notulisName } = record;
  const { chair, secretary, recorder } = officerLines(officersOf(attendance), notulisName);
  const rows = [
    factRow('Hari/Tanggal', dateLines(session.days)),
    factRow('Waktu', timeLines(session)),
    factRow('Tempat', placeLines(session)),
    factRow('Pimpinan', chair),
    ...(secretary.length === 0 ? [] : [factRow('Sekretaris', secretary)]),
    factRow('Notulis', recorder),
  ];
  return [
    headingPiece(1, 'KEGIATAN YANG DILAKSANAKAN', 'B.'),
    headingPiece(2, 'Waktu, Tempat, dan Pelaksana', '1.'),
    { type: 'facts', labelWidthMm: LABEL_WIDTH_MM, rows },
    headingPiece(2, 'Peserta', '2.'),
    ...attendeePieces(record),
    headingPiece(2, 'Agenda dan Pembicara', '3.'),
    ...orBlankPiece(speakersPieces(course)),
  ];
}

function results({ sections }: MeetingCourse): readonly Piece[] {
  const { decisions, followUps } = sections;
  const parts = [
    ...(decisions.length === 0 ? [] : [{ title: 'Keputusan', pieces: pointPieces(decisions) }]),
    ...(followUps.length === 0
      ? []
      : [{ title: 'Tindak Lanjut', pieces: followUpPieces(followUps) }]),
  ];
  return [
    headingPiece(1, 'HASIL YANG DICAPAI', 'C.'),
    ...orBlankPiece(
      parts.flatMap(({ title, pieces }, index) => [
        headingPiece(2, title, `${index + 1}.`),
        ...pieces,
      ]),
    ),
  ];
}

/** How much came of the meeting, and what was said at its end. */
function conclusionPieces({ sections, remarks }: MeetingCourse): readonly Piece[] {
  const counts = [
    { count: sections.decisions.length, noun: 'keputusan' },
    { count: sections.recommendations.length, noun: 'rekomendasi' },
    { count: sections.followUps.length, noun: 'tindak lanjut' },
  ].flatMap(({ count, noun }) => (count === 0 ? [] : [`${count} ${noun}`]));
  return [
    ...(counts.length === 0 ? [] : [prose(`Kegiatan ini menghasilkan ${listInWords(counts)}.`)]),
    ...coursePieces(remarks),
  ];
}

/**
 * The report of PANRB 80/2012 (FORMATS §2), with what the record holds. What it does not hold is a
 * blank for the office: a report's judgement is nobody's but its author's.
 */
export function laporanDocument(input: DocumentInput): OfficialDocument {
  const { record, numbers } = input;
  const course = meetingCourse(record);
  const about = subjectInCapitals(record.session);
  const body = [
    ...results(course),
    headingPiece(1, 'SIMPULAN DAN SARAN', 'D.'),
    headingPiece(2, 'Simpulan', '1.'),
    ...orBlankPiece(conclusionPieces(course)),
    headingPiece(2, 'Saran', '2.'),
    ...orBlankPiece(pointPieces(course.sections.recommendations)),
  ];
  return {
    ...documentFrame('laporan', input),
    pieces: [
      titlePiece('LAPORAN', { number: xmlLine(numbers.laporan ?? ''), about: about || LONG_BLANK }),
      ...introduction(record),
      ...activities(record, course),
      ...body,
      // Without a letter: those of the form stay what they are.
      ...addendaList(record, body, { level: 1, title: 'ADENDUM' }),
      headingPiece(1, 'PENUTUP', 'E.'),
      textPiece('Demikian laporan ini disusun untuk dipergunakan sebagaimana mestinya.', {
        firstLineMm: FIRST_LINE_MM,
        isKeptWithNext: true,
      }),
      signaturesPiece('laporan', input),
      ...documentationPieces('laporan', input),
    ],
  };
}
