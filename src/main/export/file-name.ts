import type { SessionRecord } from '../../shared/minutes/record.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { DOCUMENT_NAMES } from '../../shared/official/document-kinds.ts';
import { documentFileName } from '../../shared/official/file-name-pattern.ts';
import { DEFAULT_FILE_NAME_PATTERN } from '../../shared/official/office-settings.ts';

/** What the names of a session's documents are made from. */
export interface NamedRecord extends Pick<SessionRecord, 'session' | 'officeName'> {
  /** Of documents that are numbered apart. */
  readonly numbers?: Readonly<Partial<Record<DocumentKind, string>>> | undefined;
}

/**
 * A name for one exported document of a session, by the pattern of the office: "Notula FGD
 * 2025-02-18 Evaluasi Pemilihan ….docx". Valid everywhere and at most 120 letters.
 */
export function proposedFileName(
  { session, officeName, numbers = {} }: NamedRecord,
  kind: DocumentKind = 'notula',
  pattern: string = DEFAULT_FILE_NAME_PATTERN,
  extension = '.docx',
): string {
  return documentFileName(
    pattern,
    {
      dokumen: DOCUMENT_NAMES[kind],
      jenis: session.kind,
      tanggal: session.days.find((day) => day.date !== null)?.date ?? '',
      judul: session.title.trim() === '' ? 'tanpa judul' : session.title,
      nomor: numbers[kind] ?? session.documentNumber,
      lembaga: officeName,
    },
    extension,
  );
}
