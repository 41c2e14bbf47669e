import type { TextPiece } from '../../../shared/contract/search.ts';

/** A found text with the words that were found marked, as written. */
export function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return pieces.map((piece, at) =>
    // Pieces have no identity but their place.
    piece.isMatch ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
  );
}
