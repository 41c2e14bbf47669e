import { blockPlainText } from '../../../shared/document/plain-text.ts';
import { dateInWords, listInWords } from '../../../shared/minutes/dates.ts';
import { attendeeLabel, fullName, positionLine } from '../../../shared/minutes/names.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import type { DocumentInput } from '../document-input.ts';
import type { OfficialDocument, Piece } from '../official-document.ts';
import { documentFrame, titlePiece } from '../parts/head.ts';
import { forPurpose, occasion, purposeLines, withTheme } from '../parts/occasion.ts';
import { countsByInstitution, headsInWords, presencesOf } from '../parts/present.ts';
import { marked, missing } from '../parts/press-marks.ts';
import { pressStatements } from '../parts/press-quotes.ts';
import { signaturesPiece } from '../parts/signatures.ts';
import { textPiece } from '../parts/text.ts';
import { afterDate, datesInWords, hostsInWords, placeInWords } from '../parts/when-where.ts';
import { parted } from '../sections.ts';
import { representative } from '../spoken-by.ts';
import { xmlLine } from '../xml-text.ts';

/** More institutions than this are counted: a newspaper has no room for all of them. */
const MOST_INSTITUTIONS = 12;

const paragraph = (text: string): Piece => textPiece(marked(text), { spaceBeforeMm: 1.5 });

/** "PRABUMULIH, 18 Februari 2025": the town of the office and the last day of the event. */
function dateline({ settings, record }: DocumentInput): string {
  const town = xmlLine(settings.town).toLocaleUpperCase('id') || missing('kota');
  const date = record.session.days.at(-1)?.date ?? null;
  return `${town}, ${date === null ? missing('tanggal') : dateInWords(date)}`;
}

function event(session: Session): string {
  const kind = xmlLine(session.kind);
  if (xmlLine(session.title) !== '') return occasion(session);
  return kind === '' ? missing('nama kegiatan') : `${occasion(session)} ${missing('judul')}`;
}

/** Who held what, when, where and how. */
function lead(input: DocumentInput): Piece {
  const { session } = input.record;
  const sentence =
    `${hostsInWords(session, missing('penyelenggara'))} menyelenggarakan ${event(session)}` +
    `${withTheme(session)} pada ${datesInWords(session, missing('tanggal kegiatan'))}` +
    `${afterDate(session)}, ${placeInWords(session, missing('tempat'))}.`;
  return textPiece([...marked(dateline(input), true), ...marked(` — ${sentence}`)]);
}

/** Institutions of those lines in words, the hosts before their guests. */
function institutions(lines: readonly Attendance[], session: Session): string {
  const names = countsByInstitution(lines, session)
    .map(({ organizationName }) => xmlLine(organizationName))
    .filter((name) => name !== '');
  const rest = names.length - MOST_INSTITUTIONS;
  const shown = rest > 1 ? [...names.slice(0, MOST_INSTITUTIONS), `${rest} lembaga lain`] : names;
  return listInWords(shown);
}

/** How many came, from where. Who is not recorded as having come is not said to have come. */
function attendanceSentences({ attendance, session }: SessionRecord): string {
  if (attendance.length === 0) return `Kegiatan ini dihadiri ${missing('peserta dan jumlahnya')}.`;
  const { present, unrecorded } = presencesOf(attendance);
  if (present.length === 0) {
    const listed = institutions(unrecorded, session);
    const from = listed === '' ? '' : ` Tercatat dalam daftar peserta: ${listed}.`;
    return `Kegiatan ini dihadiri ${missing('jumlah peserta yang hadir')}.${from}`;
  }
  const from = institutions(present, session);
  const rest = unrecorded.length === 0 ? '' : ` ${missing('kehadiran peserta lain')}`;
  const heads = headsInWords(present, missing('jumlah orangnya'));
  return `Kegiatan ini dihadiri ${heads}${from === '' ? '' : `, dari ${from}`}${rest}.`;
}

const ROLES = [
  { role: /^pimpinan\b/i, words: 'Kegiatan dipimpin oleh' },
  { role: /^(?:moderator|host)\b/i, words: 'Kegiatan dipandu oleh' },
  { role: /^narasumber\b/i, words: 'Narasumber kegiatan ini adalah' },
] as const;

function nameAndPosition(attendee: Attendance): string {
  const [name, position] = [xmlLine(fullName(attendee)), xmlLine(positionLine(attendee))];
  const by = representative(attendee, null);
  if (by !== null) {
    const absent = [name, position].filter((part) => part !== '').join(', ');
    return `${by || missing('nama wakil')} (mewakili ${absent})`;
  }
  return name === '' || position === ''
    ? xmlLine(attendeeLabel(attendee))
    : `${name} (${position})`;
}

/** Who led the event and who was asked to speak, as far as they are not recorded as away. */
function roleSentences({ attendance }: SessionRecord): readonly string[] {
  const { absent } = presencesOf(attendance);
  const there = attendance.filter((attendee) => !absent.includes(attendee));
  return ROLES.flatMap(({ role, words }) => {
    const names = there
      .filter((attendee) => attendee.days.some((day) => role.test(day.role?.trim() ?? '')))
      .map(nameAndPosition)
      .filter((name) => name !== '');
    return names.length === 0 ? [] : [`${words} ${listInWords(names)}.`];
  });
}

function purposeSentence({ session }: SessionRecord): string {
  const purpose = forPurpose(session);
  if (purpose !== '') return `Kegiatan ini dilaksanakan ${purpose}.`;
  const lines = purposeLines(session);
  return lines.length === 0
    ? `Kegiatan ini dilaksanakan dalam rangka ${missing('tujuan kegiatan')}.`
    : lines.join(' ');
}

/** Parts that every event has: no newspaper calls them topics, unless there is nothing else. */
const FORMALITY =
  /^(?:acara\s+|kata\s+)?(?:pembukaan|penutup(?:an)?|doa|istirahat|ishoma|pernyataan penutup|closing statement|sambutan(?:[-\s](?:sambutan|pembuka(?:an)?|penutup(?:an)?))?)$/i;

function topicsSentence({ blocks }: SessionRecord): string {
  const items = parted(blocks)
    .agenda.map((item) => xmlLine(blockPlainText(item)).replace(/[.;,]+$/, ''))
    .filter((topic) => topic !== '');
  const subjects = items.filter((topic) => !FORMALITY.test(topic));
  const topics = subjects.length === 0 ? items : subjects;
  if (topics.length === 0) return `Topik yang dibahas: ${missing('topik')}.`;
  // A topic with a comma in it would look like two.
  const listed = topics.some((topic) => topic.includes(','))
    ? topics.join('; ')
    : listInWords(topics);
  return `Agenda kegiatan ini meliputi ${listed}.`;
}

function closingPieces({ settings }: DocumentInput): readonly Piece[] {
  const credit = xmlLine(settings.press.credit).replace(/^\(|\)$/g, '');
  const contact = xmlLine(settings.press.contact) || missing('nama dan nomor narahubung');
  return [
    textPiece(marked(`(${credit || missing('Humas dan nama kantor')})`), {
      alignment: 'start',
      spaceBeforeMm: 4,
      isKeptWithNext: true,
    }),
    textPiece(marked(`Narahubung: ${contact}`), { alignment: 'start', spaceBeforeMm: 1.5 }),
  ];
}

/**
 * The press release (FORMATS §2): facts of the record and words that were marked as said exactly so.
 * Nothing is put into anybody's mouth; what is missing is marked in the text. It is signed only
 * where the office says so.
 */
export function siaranPersDocument(input: DocumentInput): OfficialDocument {
  const { record, settings, numbers } = input;
  const { quotes, closing } = pressStatements(record);
  const headline = xmlLine(record.session.title) || missing('judul');
  const noQuote = missing('kutipan langsung dengan nama dan jabatan pembicara');
  return {
    ...documentFrame('siaran-pers', input),
    pieces: [
      titlePiece('SIARAN PERS', { number: xmlLine(numbers['siaran-pers'] ?? '') }),
      titlePiece(headline),
      lead(input),
      paragraph([attendanceSentences(record), ...roleSentences(record)].join(' ')),
      paragraph(`${purposeSentence(record)} ${topicsSentence(record)}`),
      ...(quotes.length === 0 ? [noQuote] : quotes).map(paragraph),
      ...closing.map(paragraph),
      ...closingPieces(input),
      ...(settings.signatures['siaran-pers'] ? [signaturesPiece('siaran-pers', input)] : []),
    ],
  };
}
