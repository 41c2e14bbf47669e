import { pieceText } from './document.ts';
import type { ReadDocument } from './document.ts';
import type { GuessedBlock, MinutesGuess } from './guess.ts';

/** How much of a block's words is kept with a guess: enough to know it by; the rest is in the minutes. */
const KEPT_LETTERS = 80;

/**
 * What was recognised in a file, as it is kept for whoever compares it with the original. The words
 * of the file are kept once, for the search; here stands only how many lines of them each piece is.
 */
export interface KeptGuess {
  readonly guess: MinutesGuess;
  /** By the index of the piece; 0 where it has no words. */
  readonly pieceLines: readonly number[];
}

function shortened(block: GuessedBlock): GuessedBlock {
  if (block.type === 'agendaItem') return { ...block, text: block.text.slice(0, KEPT_LETTERS) };
  const [first = ''] = block.paragraphs;
  return { ...block, paragraphs: [first.slice(0, KEPT_LETTERS)] };
}

export function keptGuess(guess: MinutesGuess, document: ReadDocument): KeptGuess {
  return {
    guess: {
      ...guess,
      blocks: guess.blocks.map(shortened),
      closing: guess.closing && {
        ...guess.closing,
        value: guess.closing.value.slice(0, KEPT_LETTERS),
      },
    },
    pieceLines: document.pieces.map((piece) => {
      const text = pieceText(piece);
      return text.trim() === '' ? 0 : text.split('\n').length;
    }),
  };
}

/** The words of each piece again, as `documentText` joined them. */
export function keptPieces(text: string, { pieceLines }: KeptGuess): readonly string[] {
  const lines = text.split('\n');
  let from = 0;
  return pieceLines.map((count) => {
    const piece = lines.slice(from, from + count).join('\n');
    from += count;
    return piece;
  });
}
