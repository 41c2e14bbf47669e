import type { ReadDocument } from '../../../shared/imports/document.ts';
import { pieceText } from '../../../shared/imports/document.ts';
import type { MinutesGuess } from '../../../shared/imports/guess.ts';

/** Says what old minutes seem to hold, and where. Nothing is made up that they do not say. */
export function recognise({ pieces }: ReadDocument): MinutesGuess {
  return {
    title: null,
    kind: null,
    theme: null,
    documentNumber: null,
    invitation: null,
    mode: null,
    place: null,
    link: null,
    zone: null,
    hosts: [],
    days: [],
    attendance: [],
    speakers: [],
    agenda: [],
    blocks: [],
    unrecognised: pieces.flatMap((piece) => (pieceText(piece).trim() === '' ? [] : [piece.index])),
  };
}
