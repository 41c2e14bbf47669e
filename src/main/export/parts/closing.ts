import type { Piece } from '../official-document.ts';
import type { MeetingCourse } from './course.ts';
import { coursePieces } from './course.ts';
import { followUpPieces } from './follow-ups.ts';
import { pointPieces } from './points.ts';
import { LONG_BLANK, headingPiece, textPiece } from './text.ts';

/** The closing part; its end stays on the page of the signatures that follow. */
export function closingPieces({ sections, remarks, ending }: MeetingCourse): readonly Piece[] {
  const { decisions, recommendations, followUps } = sections;
  const groups = [
    { count: remarks.length, pieces: (isKept: boolean) => coursePieces(remarks, isKept) },
    {
      count: decisions.length,
      pieces: (isKept: boolean) => [
        headingPiece(3, 'Keputusan'),
        ...pointPieces(decisions, isKept),
      ],
    },
    {
      count: recommendations.length,
      pieces: (isKept: boolean) => [
        headingPiece(3, 'Rekomendasi'),
        ...pointPieces(recommendations, isKept),
      ],
    },
    {
      count: followUps.length,
      pieces: () => [headingPiece(3, 'Tindak Lanjut'), ...followUpPieces(followUps)],
    },
    { count: ending.length, pieces: (isKept: boolean) => coursePieces(ending, isKept) },
  ].filter(({ count }) => count > 0);
  if (groups.length === 0) return [textPiece(LONG_BLANK, { isKeptWithNext: true })];
  return groups.flatMap(({ pieces }, index) => pieces(index === groups.length - 1));
}
