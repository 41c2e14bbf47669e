/** Fewer letters fit too many words. */
const MIN_TYPED = 3;
/** A proposal that saves less is not worth looking at. */
const MIN_SAVED = 2;
const MAX_WORDS_BACK = 5;
const MAX_CANDIDATES_SEEN = 200;

interface Candidate {
  readonly text: string;
  readonly folded: string;
  /** Lower is better: names of those present come first, then terms by how often they are used. */
  readonly rank: number;
}

/** Completes what is being typed; "" where there is nothing to propose. */
export type Completer = (before: string) => string;

const isUpper = (text: string): boolean => /^\p{Lu}/u.test(text);
const byFolded = (a: Candidate, b: Candidate): number =>
  a.folded < b.folded ? -1 : Number(a.folded > b.folded);

function firstAtOrAfter(sorted: readonly Candidate[], prefix: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.folded ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where words begin in a text, the nearest to its end first. */
function wordStarts(before: string): readonly number[] {
  const starts = [...before.matchAll(/(?<![\p{L}\p{N}’'.-])[\p{L}\p{N}]/gu)].map(
    ({ index }) => index,
  );
  return starts.slice(-MAX_WORDS_BACK).toReversed();
}

/** A name is written as it is known; a common word may begin a sentence. */
function fits(candidate: Candidate, typed: string): boolean {
  if (candidate.text.startsWith(typed)) return true;
  return (
    !isUpper(candidate.text) && isUpper(typed) && typed.slice(1) === typed.slice(1).toLowerCase()
  );
}

/** Knows names and terms, and finds the best one that goes on from the words before the caret. */
export function createCompleter(names: readonly string[], terms: readonly string[]): Completer {
  const known = new Map<string, Candidate>();
  for (const text of [...names, ...terms]) {
    if (text.length < MIN_TYPED + MIN_SAVED || known.has(text)) continue;
    known.set(text, { text, folded: text.toLowerCase(), rank: known.size });
  }
  const sorted = [...known.values()].toSorted(byFolded);

  function best(typed: string): string {
    const folded = typed.toLowerCase();
    let found: Candidate | null = null;
    const from = firstAtOrAfter(sorted, folded);
    for (let at = from; at < Math.min(sorted.length, from + MAX_CANDIDATES_SEEN); at += 1) {
      const candidate = sorted[at];
      if (!candidate?.folded.startsWith(folded)) break;
      // What is a whole word already may be all that is meant.
      if (candidate.folded === folded) return '';
      const saves = candidate.text.length - typed.length >= MIN_SAVED;
      if (saves && fits(candidate, typed) && (found === null || candidate.rank < found.rank)) {
        found = candidate;
      }
    }
    return found?.text.slice(typed.length) ?? '';
  }

  return (before) => {
    if (!/[\p{L}\p{N}]$/u.test(before)) return '';
    // More words say more: "Daftar Pem" before "Pem".
    for (const start of wordStarts(before).toReversed()) {
      const typed = before.slice(start);
      const rest = typed.length < MIN_TYPED ? '' : best(typed);
      if (rest !== '') return rest;
    }
    return '';
  };
}
