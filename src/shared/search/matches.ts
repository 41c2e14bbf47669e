import type { TextPiece } from '../contract/search.ts';

/** A place in a text where a term stands. */
export interface TermMatch {
  readonly start: number;
  readonly end: number;
  /** Which of the terms it is. */
  readonly term: number;
}

/** Matches as stretches of text: those that overlap become one. */
function spansOf(matches: readonly TermMatch[]): readonly { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of matches) {
    const last = spans.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** Control characters and line breaks show as spaces. */
// eslint-disable-next-line no-control-regex -- control characters are what is replaced
const UNPRINTABLE = /[\s\x00-\x1f\x7f-\x9f]+/gu;

/** Cuts `text` from `from` to `to` into pieces, with the matches as pieces of their own. */
export function piecesOf(
  text: string,
  matches: readonly TermMatch[],
  from = 0,
  to = text.length,
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const push = (start: number, end: number, isMatch: boolean): void => {
    if (end <= start) return;
    pieces.push({ text: text.slice(start, end).replace(UNPRINTABLE, ' '), isMatch });
  };
  let at = from;
  for (const span of spansOf(matches)) {
    if (span.end <= from) continue;
    if (span.start >= to) break;
    push(at, span.start, false);
    push(Math.max(from, span.start), Math.min(to, span.end), true);
    at = Math.min(to, span.end);
  }
  push(at, to, false);
  return pieces;
}
