import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type { DocumentInput } from '../document-input.ts';
import type { OfficialDocument } from '../official-document.ts';
import { addendaList } from '../parts/addenda.ts';
import { attendancePieces } from '../parts/attendance.ts';
import { documentationPieces } from '../parts/documentation.ts';
import { LABEL_WIDTH_MM, meetingFacts } from '../parts/facts.ts';
import { documentFrame, titlePiece } from '../parts/head.ts';
import { minutesBody } from '../parts/minutes-body.ts';
import { signaturesPiece } from '../parts/signatures.ts';
import { headingPiece } from '../parts/text.ts';
import { xmlLine } from '../xml-text.ts';

function minutes(kind: DocumentKind, title: string, input: DocumentInput): OfficialDocument {
  const { record, numbers } = input;
  const number = xmlLine(numbers[kind] ?? record.session.documentNumber);
  const body = minutesBody(record);
  return {
    ...documentFrame(kind, input),
    pieces: [
      titlePiece(title, { number }),
      { type: 'facts', labelWidthMm: LABEL_WIDTH_MM, rows: meetingFacts(record) },
      headingPiece(1, 'Peserta Sidang/Rapat'),
      ...attendancePieces(record),
      headingPiece(1, 'Kegiatan Sidang/Rapat'),
      ...body,
      ...addendaList(record, body, { level: 1, isKeptWithNext: true }),
      signaturesPiece(kind, input),
      ...documentationPieces(kind, input),
    ],
  };
}

/**
 * The official Notula (FORMATS §2): every block that says something is in it once (an agenda item
 * with something under it also as a heading), and nothing that is not in the record.
 */
export const notulaDocument = (input: DocumentInput): OfficialDocument =>
  minutes('notula', 'NOTULA', input);

/** The same under the title that other offices use. */
export const notulenDocument = (input: DocumentInput): OfficialDocument =>
  minutes('notulen', 'NOTULEN', input);
