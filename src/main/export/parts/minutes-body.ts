import type { SessionRecord } from '../../../shared/minutes/record.ts';
import type { Piece } from '../official-document.ts';
import { closingPieces } from './closing.ts';
import { coursePieces, meetingCourse } from './course.ts';
import { LONG_BLANK, headingPiece, plain, textPiece } from './text.ts';

/** "Acara 2: …" under "2. Pembahasan": two counts of the same look would be taken for one. */
const namedAsAgenda = (piece: Piece): Piece =>
  piece.type === 'heading' && piece.level === 4 && piece.number !== ''
    ? {
        ...piece,
        number: '',
        content: [...plain(`Acara ${piece.number.replace(/\.$/, '')}: `), ...piece.content],
      }
    : piece;

/** The three parts of a meeting as a Notula has them (FORMATS §2); a part without words is a blank. */
export function minutesParts(record: SessionRecord) {
  const course = meetingCourse(record);
  const orBlank = (pieces: readonly Piece[]): readonly Piece[] =>
    pieces.length === 0 ? [textPiece(LONG_BLANK)] : pieces;
  return {
    opening: orBlank(coursePieces(course.opening)),
    discussion: orBlank(coursePieces(course.discussion).map(namedAsAgenda)),
    closing: closingPieces(course),
  };
}

/** The whole course of a meeting under the headings of a Notula. */
export function minutesBody(record: SessionRecord): readonly Piece[] {
  const { opening, discussion, closing } = minutesParts(record);
  return [
    headingPiece(2, 'Kata Pembukaan', '1.'),
    ...opening,
    headingPiece(2, 'Pembahasan', '2.'),
    ...discussion,
    headingPiece(2, 'Penutup/Kesimpulan', '3.'),
    ...closing,
  ];
}
