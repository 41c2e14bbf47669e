import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import type { DocumentInput } from '../document-input.ts';
import type { OfficialDocument } from '../official-document.ts';
import { attendancePieces } from '../parts/attendance.ts';
import { closingPieces } from '../parts/closing.ts';
import { coursePieces, meetingCourse } from '../parts/course.ts';
import { LABEL_WIDTH_MM, meetingFacts } from '../parts/facts.ts';
import { documentFrame, titlePiece } from '../parts/head.ts';
import { signaturesPiece } from '../parts/signatures.ts';
import { LONG_BLANK, headingPiece, textPiece } from '../parts/text.ts';
import { xmlLine } from '../xml-text.ts';

function minutes(kind: DocumentKind, title: string, input: DocumentInput): OfficialDocument {
  const { record, numbers } = input;
  const course = meetingCourse(record);
  const number = xmlLine(numbers[kind] ?? record.session.documentNumber);
  return {
    ...documentFrame(kind, input),
    pieces: [
      titlePiece(title, { number }),
      { type: 'facts', labelWidthMm: LABEL_WIDTH_MM, rows: meetingFacts(record) },
      headingPiece(1, 'Peserta Sidang/Rapat'),
      ...attendancePieces(record),
      headingPiece(1, 'Kegiatan Sidang/Rapat'),
      headingPiece(2, 'Kata Pembukaan', '1.'),
      ...(course.opening.length === 0 ? [textPiece(LONG_BLANK)] : coursePieces(course.opening)),
      headingPiece(2, 'Pembahasan', '2.'),
      ...(course.discussion.length === 0
        ? [textPiece(LONG_BLANK)]
        : coursePieces(course.discussion)),
      headingPiece(2, 'Penutup/Kesimpulan', '3.'),
      ...closingPieces(course),
      signaturesPiece(kind, input),
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
