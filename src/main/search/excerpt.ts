import type { TextPiece } from '../../shared/contract/search.ts';
import type { TermMatch } from '../../shared/search/matches.ts';
import { piecesOf } from '../../shared/search/matches.ts';

const MAX_LENGTH = 260;
/** How much of the text stands before the first highlighted word, where it is cut. */
const LEAD_LENGTH = 70;
/** Longest word that is kept whole at the edge of a cut. */
const MAX_EDGE_WORD = 30;

/** Start of the window that shows most different terms; the earliest of the best. */
function windowStart(matches: readonly TermMatch[]): number {
  let best = matches[0]?.start ?? 0;
  let bestCount = 0;
  matches.forEach((match, index) => {
    const terms = new Set<number>();
    for (let at = index; at < matches.length; at += 1) {
      const other = matches[at];
      if (other === undefined || other.end > match.start + MAX_LENGTH - LEAD_LENGTH) break;
      terms.add(other.term);
    }
    if (terms.size > bestCount) {
      best = match.start;
      bestCount = terms.size;
    }
  });
  return best;
}

/** Moves a cut forward to the next word's start, unless that word is endless. */
function cutStart(text: string, at: number): number {
  const space = text.slice(at, at + MAX_EDGE_WORD).search(/\s/u);
  return space === -1 ? at : at + space + 1;
}

function cutEnd(text: string, at: number): number {
  const space = text.slice(at - MAX_EDGE_WORD, at).search(/\s\S*$/u);
  return space === -1 ? at : at - MAX_EDGE_WORD + space;
}

/** Half a surrogate pair must never be left at a cut. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** The part of a text that shows where the terms stand, cut at words with an ellipsis. */
export function excerptOf(text: string, matches: readonly TermMatch[]): readonly TextPiece[] {
  if (text.length <= MAX_LENGTH) return piecesOf(text, matches);
  const first = windowStart(matches);
  const isCutBefore = first > LEAD_LENGTH;
  const from = isCutBefore
    ? wholeCharacter(text, Math.min(first, cutStart(text, first - LEAD_LENGTH)))
    : 0;
  const isCutAfter = from + MAX_LENGTH < text.length;
  const to = isCutAfter ? wholeCharacter(text, cutEnd(text, from + MAX_LENGTH)) : text.length;
  const pieces = [...piecesOf(text, matches, from, to)];
  if (isCutBefore) pieces.unshift({ text: '… ', isMatch: false });
  if (isCutAfter) pieces.push({ text: ' …', isMatch: false });
  return pieces;
}
