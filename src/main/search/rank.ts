import type { Leaf } from './leaves.ts';
import type { Evidence } from './judge.ts';
import type { RowContent } from './row-content.ts';
import type { Vocabulary } from './vocabulary.ts';

/** bm25's own constants: how soon more of a word counts less, and how much a long text weighs. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.6;
const USUAL_LENGTH = 450;
const USUAL_WORDS = 65;

/** What a word counts where it is not said but stands beside what was said. */
const SPEAKER_SHARE = 1;
const POST_SHARE = 0.7;
const SESSION_SHARE = 0.5;
/** More for the word as it was typed than for another of its family. */
const AS_TYPED = 1.25;
/** Two words of the query that follow each other count as much again as the rarer one, in part. */
const IN_A_ROW = 0.5;
const WITHIN_A_ROW = 40;

const PART_SHARES: Readonly<Record<RowContent['field'], number>> = {
  block: 1,
  session: 1.15,
  attendance: 0.6,
  addendum: 1,
  file: 0.85,
};

/** How much a leaf tells: words that are in every statement tell little. */
export function weightsOf(leaves: readonly Leaf[], vocabulary: Vocabulary): readonly number[] {
  const rowCount = vocabulary.uses() / USUAL_WORDS;
  return leaves.map((leaf) => {
    const written = [...leaf.words, ...leaf.completions];
    const count = written.reduce((sum, word) => sum + vocabulary.countOf(word), 0);
    return Math.log(1 + (rowCount + 1) / (count + 1));
  });
}

/** How well a row answers: a pure function of the row, the query and how frequent its words are. */
export function scoreOf(
  content: RowContent,
  evidence: Evidence,
  leaves: readonly Leaf[],
  weights: readonly number[],
): number {
  const { text, matches, inSpeaker, inPost, inSession } = evidence;
  const length = 1 - LENGTH_SHARE + LENGTH_SHARE * (text.length / USUAL_LENGTH);
  let score = 0;
  let found = 0;
  leaves.forEach((leaf, at) => {
    const weight = weights[at] ?? 0;
    const own = matches.filter((match) => match.term === at);
    const beside = Math.max(
      inSpeaker.has(at) ? SPEAKER_SHARE : 0,
      inPost.has(at) ? POST_SHARE : 0,
      inSession.has(at) ? SESSION_SHARE : 0,
    );
    if (own.length > 0 || beside > 0) found += 1;
    const isAsTyped = own.some(
      ({ start, end }) => text.slice(start, end).toLowerCase() === leaf.word,
    );
    const uses = own.length * (isAsTyped ? AS_TYPED : 1);
    const said = (uses * (SATURATION + 1)) / (uses + SATURATION * length);
    score += weight * Math.max(said, beside);
  });
  for (let at = 1; at < leaves.length; at += 1) {
    const before = matches.filter((match) => match.term === at - 1);
    const isFollowed = matches.some(
      ({ start, term }) =>
        term === at && before.some(({ end }) => start > end && start - end < WITHIN_A_ROW),
    );
    if (isFollowed) score += IN_A_ROW * Math.min(weights[at - 1] ?? 0, weights[at] ?? 0);
  }
  const coverage = leaves.length === 0 ? 1 : found / leaves.length;
  return score * coverage * PART_SHARES[content.field];
}
