import type { DocumentMark } from '../../shared/contract/marks.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../shared/official/document-options.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../shared/official/document-options.ts';
import type { LetterheadSettings, OfficeSettings } from '../../shared/official/office-settings.ts';
import { DEFAULT_OFFICE_SETTINGS } from '../../shared/official/office-settings.ts';
import type { AttendancePhones } from '../../shared/minutes/people.ts';
import type { SessionRecord } from '../../shared/minutes/record.ts';
import type { ExportImage } from './model.ts';

/** How one host of a session heads its own documents. */
export interface HostLetterhead {
  readonly name: string;
  readonly letterhead: LetterheadSettings;
}

/** A visible signature that the document prints, where it belongs in it. */
export type InputMark = Omit<DocumentMark, 'base64'> & { readonly bytes: Uint8Array };

/** A photo of the meeting, small enough for a page. */
export interface InputPhoto {
  readonly id: string;
  readonly caption: string;
  /** A JPEG; null where it could not be read: its place says so. */
  readonly scaled: {
    readonly bytes: Uint8Array;
    readonly widthPx: number;
    readonly heightPx: number;
  } | null;
}

/** Of a document that is signed digitally as soon as it is made. */
export interface InputLines {
  /** Which of the kind's blocks signs now; the others get lines for later. */
  readonly blockIndex: number;
  /** Of the line in each block. */
  readonly setupIds: readonly string[];
  /** What an open line shows. */
  readonly openLine: Uint8Array;
}

/** Everything that a document is made from; the same input gives the same document. */
export interface DocumentInput {
  readonly record: SessionRecord;
  /** Those of the office that keeps the minutes. */
  readonly settings: OfficeSettings;
  /** In the order of the session's hosts; a host without settings of its own heads with its name. */
  readonly hostLetterheads: readonly HostLetterhead[];
  /** What the letterheads name. */
  readonly logos: readonly ExportImage[];
  /** Numbers that the secretary has confirmed; a kind without one gets a blank, if it needs one. */
  readonly numbers: Readonly<Partial<Record<DocumentKind, string>>>;
  /** What was chosen for this one export. */
  readonly options: DocumentOptions;
  /** Empty unless an attendance list with telephone numbers was asked for. */
  readonly phones: AttendancePhones;
  /** Those that this kind of document prints. */
  readonly marks: readonly InputMark[];
  /** In their order; empty unless a document that shows them was asked for. */
  readonly photos: readonly InputPhoto[];
  /** Absent where no signature line is to be drawn. */
  readonly lines?: InputLines | undefined;
  /** When it was asked for, UTC milliseconds; the document is dated with it. */
  readonly nowMs: number;
}

/** Whether any of the documents has a column for telephone numbers: only then are they read. */
export const showsPhones = (kinds: readonly DocumentKind[], options: DocumentOptions): boolean =>
  options.hasPhoneColumn &&
  kinds.some((kind) => kind === 'daftar-hadir' || kind === 'daftar-hadir-kosong');

/** The input of an office that has set nothing. */
export function plainInput(record: SessionRecord, nowMs: number): DocumentInput {
  return {
    record,
    settings: DEFAULT_OFFICE_SETTINGS,
    hostLetterheads: record.session.hosts.map(({ name }) => ({
      name,
      letterhead: DEFAULT_OFFICE_SETTINGS.letterhead,
    })),
    logos: [],
    numbers: {},
    options: DEFAULT_DOCUMENT_OPTIONS,
    phones: {},
    marks: [],
    photos: [],
    nowMs,
  };
}
