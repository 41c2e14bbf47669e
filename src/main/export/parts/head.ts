import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { LetterheadSettings } from '../../../shared/official/office-settings.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { officerLines } from '../attendance-rows.ts';
import type { DocumentInput } from '../document-input.ts';
import type { ExportImage } from '../model.ts';
import type { Letterhead, OfficialDocument, Piece } from '../official-document.ts';
import { sessionHeading } from '../session-facts.ts';
import { photoImages } from './documentation.ts';
import { markImages } from './marks.ts';
import { xmlLine } from '../xml-text.ts';
import { footOf } from './foot.ts';

/** One letterhead holds no more names beside each other. */
const MOST_SHARED_HOSTS = 4;

type LetterheadOffice = Letterhead['offices'][number];

/** The lines that the office has set, or its name alone; null where neither is known. */
function officeOf(name: string, settings: LetterheadSettings): LetterheadOffice | null {
  const set = settings.lines
    .map((line) => ({ ...line, text: xmlLine(line.text) }))
    .filter((line) => line.text !== '');
  const nameLine = xmlLine(name).toLocaleUpperCase('id');
  const lines =
    set.length > 0 || nameLine === ''
      ? set
      : [{ text: nameLine, size: 'besar', isBold: true } as const];
  if (lines.length === 0 && settings.logoId === null) return null;
  return { lines, logoId: settings.logoId, logoHeightMm: settings.logoHeightMm };
}

/** Beside others an office has room for its names; each address would make it a page of its own. */
function sharing(office: LetterheadOffice): LetterheadOffice {
  const names = office.lines.filter(({ size }) => size !== 'kecil');
  const lines = (names.length === 0 ? office.lines : names).map((line) => ({
    ...line,
    size: 'sedang' as const,
  }));
  return { ...office, lines };
}

/**
 * The office's letterhead, or the one that several hosts share; null where no office is known.
 * Without an office of its own the session's first host heads the document.
 */
export function letterheadOf(input: DocumentInput): Letterhead | null {
  const { record, settings, hostLetterheads } = input;
  const { rule } = settings.letterhead;
  const hosts = hostLetterheads.flatMap(({ name, letterhead }) => {
    const office = officeOf(name, letterhead);
    return office === null ? [] : [office];
  });
  if (settings.hasSharedLetterhead && hosts.length > 1) {
    return { offices: hosts.slice(0, MOST_SHARED_HOSTS).map(sharing), rule };
  }
  const own = officeOf(record.officeName, settings.letterhead) ?? hosts[0];
  return own === undefined ? null : { offices: [own], rule };
}

function imagesOf(kind: DocumentKind, input: DocumentInput): readonly ExportImage[] {
  const { record, logos } = input;
  const images = (record.images ?? []).map(({ id, mediaType, base64 }) => ({
    id,
    mediaType,
    bytes: Buffer.from(base64, 'base64'),
  }));
  return [...images, ...logos, ...markImages(input), ...photoImages(kind, input)];
}

/** What every page of a document that not everybody may read says of itself. */
function secrecyOf({ confidentiality }: Pick<Session, 'confidentiality'>): string {
  switch (confidentiality) {
    case 'terbatas':
    case 'rahasia':
      return confidentiality.toUpperCase();
    case 'biasa':
    case null:
      return '';
  }
}

/** All of a document but its pieces. */
export function documentFrame(
  kind: DocumentKind,
  input: DocumentInput,
): Omit<OfficialDocument, 'pieces'> {
  const { record, nowMs } = input;
  const heading = sessionHeading(record.session);
  const name = DOCUMENT_NAMES[kind];
  const { recorder } = officerLines(officersOf(record.attendance), record.notulisName);
  return {
    kind,
    properties: {
      title: heading === '' ? name : `${name} ${heading}`,
      subject: heading,
      author: recorder[0] ?? '',
      createdAtMs: nowMs,
    },
    isDraft: record.session.status !== 'final',
    secrecy: secrecyOf(record.session),
    ...footOf(kind, input),
    letterhead: letterheadOf(input),
    images: imagesOf(kind, input),
  };
}

interface TitleOptions {
  /** "Nomor: …"; "" for no such line. */
  readonly number?: string;
  /** What follows the word TENTANG; "" for neither. */
  readonly about?: string;
  readonly isUnderlined?: boolean;
}

/** The lines of a title in the middle: "NOTULA", "Nomor: …", "TENTANG", what it is about. */
export function titlePiece(
  title: string,
  { number = '', about = '', isUnderlined = false }: TitleOptions = {},
): Extract<Piece, { type: 'title' }> {
  const bold = (text: string) =>
    ({ text, size: 'text', isBold: true, isUnderlined: false }) as const;
  return {
    type: 'title',
    lines: [
      { text: title, size: 'title', isBold: true, isUnderlined },
      ...(number === ''
        ? []
        : [
            { text: `Nomor: ${number}`, size: 'text', isBold: false, isUnderlined: false } as const,
          ]),
      ...(about === '' ? [] : [bold('TENTANG'), bold(about)]),
    ],
  };
}
