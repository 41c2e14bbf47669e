import type { Block, BlockOf } from '../document/block.ts';
import { imagesIn } from '../document/images.ts';
import { blockPlainText } from '../document/plain-text.ts';
import { presenceOf } from '../minutes/attendance.ts';
import { attendeeLabel } from '../minutes/names.ts';
import { officersOf } from '../minutes/officers.ts';
import { quotesIn } from '../minutes/quotes.ts';
import type { SessionRecord } from '../minutes/record.ts';
import type { DocumentKind } from './document-kinds.ts';
import { DOCUMENT_KINDS } from './document-kinds.ts';
import type { OfficeSettings, SignatureSetting } from './office-settings.ts';
import { DEFAULT_SIGNATURES } from './office-settings.ts';

/** Where in the app something that is missing can be filled in. */
export type GapPlace = 'session-data' | 'attendance' | 'minutes' | 'office-settings';

/** What a document may lack, in the order in which it is listed, and where it is filled in. */
export const GAP_PLACES = {
  'not-final': 'minutes',
  'not-public': 'session-data',
  'no-office': 'office-settings',
  'no-number': 'session-data',
  'no-title': 'session-data',
  'no-date': 'session-data',
  'no-time': 'session-data',
  'no-place': 'session-data',
  'no-host': 'session-data',
  'no-invitation': 'session-data',
  'no-purpose': 'session-data',
  'no-opening-time': 'session-data',
  'no-closing-time': 'session-data',
  'no-chair': 'attendance',
  'no-secretary': 'attendance',
  'no-recorder': 'attendance',
  'no-attendance': 'attendance',
  'attendee-without-name': 'attendance',
  'attendee-without-presence': 'attendance',
  'no-agenda': 'minutes',
  'no-statements': 'minutes',
  'statement-without-speaker': 'minutes',
  'no-quote': 'minutes',
  'quote-without-speaker': 'minutes',
  'no-decision': 'minutes',
  'no-conclusion': 'minutes',
  'no-follow-up': 'minutes',
  'point-without-text': 'minutes',
  'follow-up-without-responsible': 'minutes',
  'follow-up-without-due-date': 'minutes',
  'no-signer-name': 'office-settings',
  'no-town': 'office-settings',
  'no-press-credit': 'office-settings',
  'no-press-contact': 'office-settings',
} as const satisfies Readonly<Record<string, GapPlace>>;

export type GapCode = keyof typeof GAP_PLACES;

/** In the order of the list above; TypeScript does not keep the keys of an object. */
export const GAP_CODES = Object.keys(GAP_PLACES) as readonly GapCode[];

export interface Gap {
  readonly code: GapCode;
  readonly place: GapPlace;
  /** How many days, attendees, statements or points lack it; 1 for what there is one of. */
  readonly count: number;
}

export interface GapFacts {
  readonly record: Pick<
    SessionRecord,
    'session' | 'attendance' | 'blocks' | 'officeName' | 'notulisName'
  >;
  readonly settings: OfficeSettings;
  /** Numbers that the secretary has confirmed. */
  readonly numbers: Readonly<Partial<Record<DocumentKind, string>>>;
}

const MINUTES = ['notula', 'notulen', 'risalah'] as const satisfies readonly DocumentKind[];
const HELD = DOCUMENT_KINDS.filter((kind) => kind !== 'undangan' && kind !== 'daftar-hadir-kosong');

/** The documents that show a thing. Who signs and which numbers are given is the office's choice. */
const SHOWN_IN: Readonly<Record<GapCode, readonly DocumentKind[]>> = {
  'not-final': HELD,
  'not-public': ['siaran-pers'],
  'no-office': DOCUMENT_KINDS,
  'no-number': ['undangan', 'berita-acara'],
  'no-title': DOCUMENT_KINDS,
  'no-date': DOCUMENT_KINDS,
  'no-time': [
    ...MINUTES,
    'undangan',
    'daftar-hadir',
    'daftar-hadir-kosong',
    'berita-acara',
    'laporan',
  ],
  'no-place': DOCUMENT_KINDS,
  'no-host': ['laporan', 'siaran-pers'],
  'no-invitation': ['notula', 'notulen', 'laporan'],
  'no-purpose': ['laporan', 'siaran-pers'],
  'no-opening-time': ['risalah'],
  'no-closing-time': ['risalah'],
  'no-chair': [...MINUTES, 'laporan', 'tindak-lanjut'],
  'no-secretary': MINUTES,
  'no-recorder': MINUTES,
  'no-attendance': [
    ...MINUTES,
    'undangan',
    'daftar-hadir',
    'berita-acara',
    'laporan',
    'siaran-pers',
  ],
  'attendee-without-name': [...MINUTES, 'daftar-hadir', 'berita-acara'],
  'attendee-without-presence': ['daftar-hadir', 'risalah', 'laporan', 'siaran-pers'],
  'no-agenda': [
    ...MINUTES,
    'undangan',
    'daftar-hadir',
    'daftar-hadir-kosong',
    'laporan',
    'siaran-pers',
  ],
  'no-statements': [...MINUTES, 'laporan'],
  'statement-without-speaker': MINUTES,
  'no-quote': ['siaran-pers'],
  'quote-without-speaker': ['siaran-pers'],
  'no-decision': ['berita-acara'],
  'no-conclusion': [...MINUTES, 'laporan'],
  'no-follow-up': ['tindak-lanjut'],
  'point-without-text': [...MINUTES, 'berita-acara', 'laporan', 'tindak-lanjut'],
  'follow-up-without-responsible': [...MINUTES, 'laporan', 'tindak-lanjut'],
  'follow-up-without-due-date': [...MINUTES, 'laporan', 'tindak-lanjut'],
  'no-signer-name': [],
  'no-town': ['undangan', 'berita-acara', 'laporan', 'siaran-pers'],
  'no-press-credit': ['siaran-pers'],
  'no-press-contact': ['siaran-pers'],
};

/** A press release is signed only where the office says so. */
export function signersOf(
  kind: DocumentKind,
  settings: OfficeSettings,
): readonly SignatureSetting[] {
  const set = settings.signatures[kind];
  if (set === undefined && kind === 'siaran-pers') return [];
  return (set ?? DEFAULT_SIGNATURES[kind]).blocks;
}

const SIGNER_GAPS: Readonly<Record<SignatureSetting['signer'], GapCode>> = {
  pimpinan: 'no-chair',
  sekretaris: 'no-secretary',
  notulis: 'no-recorder',
  tertentu: 'no-signer-name',
};

function shownCodes(kind: DocumentKind, settings: OfficeSettings): readonly GapCode[] {
  const signed = new Set(signersOf(kind, settings).map(({ signer }) => SIGNER_GAPS[signer]));
  const isNumbered = (settings.numberTemplates[kind] ?? '').trim() !== '';
  return GAP_CODES.filter(
    (code) =>
      SHOWN_IN[code].includes(kind) || signed.has(code) || (code === 'no-number' && isNumbered),
  );
}

const isBlank = (text: string): boolean => text.trim() === '';
const isEmptyBlock = (block: Block): boolean =>
  isBlank(blockPlainText(block)) && imagesIn([block]).length === 0;
const once = (isMissing: boolean): number => (isMissing ? 1 : 0);

type Point = BlockOf<'decision' | 'recommendation' | 'followUp'>;
const isPoint = (block: Block): block is Point =>
  block.type === 'decision' || block.type === 'recommendation' || block.type === 'followUp';

/** The number that a document has without one of its own: the minutes and the berita acara share one. */
function sharedNumber(kind: DocumentKind, session: SessionRecord['session']): string {
  switch (kind) {
    case 'notula':
    case 'notulen':
    case 'risalah':
    case 'berita-acara':
      return session.documentNumber;
    case 'undangan':
      // The secretary notes the letter as "Nomor 12/PK.01-Und/9999/2025 tanggal …".
      return /\S\/\S/.test(session.invitation) ? session.invitation : '';
    case 'daftar-hadir':
    case 'daftar-hadir-kosong':
    case 'laporan':
    case 'siaran-pers':
    case 'tindak-lanjut':
      return '';
  }
}

function counts(
  { record, settings, numbers }: GapFacts,
  kind: DocumentKind,
): Readonly<Record<GapCode, () => number>> {
  const { session, attendance, blocks } = record;
  const { days, meeting } = session;
  const officers = officersOf(attendance);
  const timesOf = (dayId: string) => meeting.days.find((day) => day.dayId === dayId);
  const statements = blocks.filter((block) => block.type === 'statement');
  const attendeeIds = new Set(attendance.map(({ id }) => id));
  const isByUnknown = ({ attrs }: BlockOf<'statement'>): boolean =>
    attrs.speakerId === null || !attendeeIds.has(attrs.speakerId);
  const quoted = () => statements.filter((block) => quotesIn(block.content).length > 0);
  const points = blocks.filter(isPoint);
  const followUps = points.filter((block) => block.type === 'followUp');
  const shownPoints = kind === 'tindak-lanjut' ? followUps : points;
  const has = (type: Block['type']): boolean =>
    blocks.some((block) => block.type === type && !isEmptyBlock(block));
  const saysSomething = (point: Point): boolean =>
    !isEmptyBlock(point) || (point.type === 'followUp' && point.attrs.responsible !== null);

  return {
    'not-final': () => once(session.status !== 'final'),
    'not-public': () =>
      once(session.access === 'tertutup' || (session.confidentiality ?? 'biasa') !== 'biasa'),
    'no-office': () =>
      once(
        isBlank(record.officeName) &&
          session.hosts.every((host) => isBlank(host.name)) &&
          settings.letterhead.lines.every((line) => isBlank(line.text)),
      ),
    'no-number': () => once(isBlank(numbers[kind] ?? sharedNumber(kind, session))),
    'no-title': () => once(isBlank(session.title)),
    'no-date': () => days.filter((day) => day.date === null).length,
    'no-time': () =>
      days.filter((day) => day.start === null && (timesOf(day.id)?.opened ?? null) === null).length,
    'no-place': () => once(isBlank(session.place)),
    'no-host': () => once(session.hosts.every((host) => isBlank(host.name))),
    'no-invitation': () => once(isBlank(session.invitation)),
    'no-purpose': () => once(isBlank(session.purpose)),
    'no-opening-time': () =>
      days.filter((day) => (timesOf(day.id)?.opened ?? null) === null).length,
    'no-closing-time': () =>
      days.filter((day) => (timesOf(day.id)?.closed ?? null) === null).length,
    'no-chair': () => once(officers.chairs.every((chair) => attendeeLabel(chair) === '')),
    'no-secretary': () => once(officers.secretaries.every((one) => attendeeLabel(one) === '')),
    'no-recorder': () =>
      once(
        isBlank(record.notulisName) && officers.recorders.every((one) => attendeeLabel(one) === ''),
      ),
    'no-attendance': () => once(attendance.length === 0),
    'attendee-without-name': () => attendance.filter((line) => isBlank(line.name)).length,
    'attendee-without-presence': () =>
      attendance.filter((line) => presenceOf(line, null) === null).length,
    'no-agenda': () => once(!has('agendaItem')),
    'no-statements': () => once(!has('statement')),
    'statement-without-speaker': () =>
      statements.filter((block) => isByUnknown(block) && !isEmptyBlock(block)).length,
    'no-quote': () => once(quoted().length === 0),
    'quote-without-speaker': () => quoted().filter(isByUnknown).length,
    'no-decision': () => once(!has('decision')),
    'no-conclusion': () => once(!has('decision') && !has('recommendation') && !has('followUp')),
    'no-follow-up': () => once(!followUps.some(saysSomething)),
    'point-without-text': () => shownPoints.filter(isEmptyBlock).length,
    'follow-up-without-responsible': () =>
      followUps.filter((block) => !isEmptyBlock(block) && isBlank(block.attrs.responsible ?? ''))
        .length,
    'follow-up-without-due-date': () =>
      followUps.filter((block) => !isEmptyBlock(block) && block.attrs.dueDate === null).length,
    'no-signer-name': () =>
      signersOf(kind, settings).filter(
        (block) => block.signer === 'tertentu' && isBlank(block.name),
      ).length,
    'no-town': () => once(isBlank(settings.town)),
    'no-press-credit': () => once(isBlank(settings.press.credit)),
    'no-press-contact': () => once(isBlank(settings.press.contact)),
  };
}

/**
 * What a document of this session would leave blank. Nothing of it keeps an office from making the
 * document: blanks can be filled in by hand.
 */
export function gapsOf(kind: DocumentKind, facts: GapFacts): readonly Gap[] {
  const countOf = counts(facts, kind);
  return shownCodes(kind, facts.settings).flatMap((code) => {
    const count = countOf[code]();
    return count === 0 ? [] : [{ code, place: GAP_PLACES[code], count }];
  });
}
