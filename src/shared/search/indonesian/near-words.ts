/** How often a word of the vocabulary is written; 0 where it never is. */
export type CountOf = (word: string) => number;

export interface NearWord {
  readonly word: string;
  readonly count: number;
  /** ejaan: another spelling of the same sounds; ketik: one slip of the fingers. */
  readonly kind: 'ejaan' | 'ketik';
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Three letters are one slip away from everything. */
const SHORTEST_FORGIVEN = 4;

/** Sounds that are written in several ways; each goes for the other. */
const SAME_SOUNDS: readonly (readonly [string, string])[] = [
  ['f', 'p'],
  ['f', 'v'],
  ['p', 'v'],
  ['kh', 'h'],
  ['kh', 'k'],
  ['sy', 's'],
  ['z', 'j'],
  ['z', 's'],
  ['dz', 'z'],
  ['ai', 'e'],
  ['e', 'i'],
  ['o', 'u'],
  ['au', 'o'],
  ['ua', 'wa'],
  ['ia', 'iya'],
  ['ie', 'i'],
  ['x', 'ks'],
  ['q', 'k'],
  ['c', 'k'],
  ['y', 'i'],
  ['th', 't'],
  ['dh', 'd'],
  // The spelling before 1972, which names still have.
  ['oe', 'u'],
  ['tj', 'c'],
  ['dj', 'j'],
  ['nj', 'ny'],
  ['sj', 'sy'],
  ['ch', 'kh'],
];

const replaceAt = (word: string, at: number, length: number, other: string): string =>
  word.slice(0, at) + other + word.slice(at + length);

function* exchanged(word: string, from: string, to: string): Generator<string> {
  for (let at = word.indexOf(from); at >= 0; at = word.indexOf(from, at + 1)) {
    yield replaceAt(word, at, from.length, to);
  }
}

/** A letter doubled, or one of two left out. */
function* doubledOrSingle(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    if (letter === word.charAt(at + 1)) yield replaceAt(word, at, 1, '');
    else yield replaceAt(word, at, 1, letter + letter);
  }
}

/** Other ways to spell what sounds like the word. */
function* spellings(word: string): Generator<string> {
  for (const [one, other] of SAME_SOUNDS) {
    yield* exchanged(word, one, other);
    yield* exchanged(word, other, one);
  }
  yield* doubledOrSingle(word);
}

/** All that one slip makes: letters changed about, left out, put in, or taken for others. */
function* slips(word: string): Generator<string> {
  for (let at = 0; at + 1 < word.length; at += 1) {
    yield replaceAt(word, at, 2, word.charAt(at + 1) + word.charAt(at));
  }
  for (let at = 0; at < word.length; at += 1) yield replaceAt(word, at, 1, '');
  for (let at = 0; at <= word.length; at += 1) {
    for (const letter of LETTERS) yield replaceAt(word, at, 0, letter);
  }
  for (let at = 0; at < word.length; at += 1) {
    for (const letter of LETTERS) yield replaceAt(word, at, 1, letter);
  }
}

/**
 * Words of the vocabulary that were perhaps meant, other spellings first, the more frequent ones
 * before the rarer; none for numbers and words of three letters or fewer. It looks up some 60 words
 * for each letter of a word, so it needs no index of its own beside the vocabulary.
 */
export function nearWords(word: string, countOf: CountOf): readonly NearWord[] {
  if (word.length < SHORTEST_FORGIVEN || /\P{L}/u.test(word)) return [];
  const found = new Map<string, NearWord>();
  const take = (candidates: Iterable<string>, kind: NearWord['kind']): void => {
    for (const candidate of candidates) {
      if (candidate === word || found.has(candidate)) continue;
      const count = candidate.length < SHORTEST_FORGIVEN - 1 ? 0 : countOf(candidate);
      if (count > 0) found.set(candidate, { word: candidate, count, kind });
    }
  };
  take(spellings(word), 'ejaan');
  take(slips(word), 'ketik');
  const rank = ({ kind }: NearWord): number => (kind === 'ejaan' ? 0 : 1);
  return [...found.values()].toSorted((a, b) => rank(a) - rank(b) || b.count - a.count);
}
