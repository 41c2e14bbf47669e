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
const SHORTEST_MEANT = 3;
/** What is longer is no word that somebody typed. */
const LONGEST_FORGIVEN = 40;

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

/** Keys beside each other; each row stands a little to the right of the one above. */
const KEY_ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

const NEIGHBOURS: ReadonlySet<string> = new Set(
  KEY_ROWS.flatMap((row, index) =>
    Array.from(row, (key, at) => {
      const below = KEY_ROWS[index + 1] ?? '';
      const others = [row.charAt(at + 1), below.charAt(at), below.charAt(at - 1)].filter(Boolean);
      return others.flatMap((other) => [key + other, other + key]);
    }).flat(),
  ),
);

/** A word that may have been meant; the greater the weight, the more often the slip is made. */
type Slip = readonly [candidate: string, weight: number];

/** How many times as frequent a word has to be to go before another, in powers of two. */
const SPELLING_WEIGHT = 6;
const SWAP_WEIGHT = 3;
const LEFT_OUT_WEIGHT = 2;
const PUT_IN_WEIGHT = 2;
const NEIGHBOUR_WEIGHT = 1;
/** The first letter is seldom wrong. */
const FIRST_LETTER_WEIGHT = -4;
const SHORT_MEANT_WEIGHT = -2;

/** All that one slip makes: letters changed about, left out, put in, or taken for others. */
function* slips(word: string): Generator<Slip> {
  const atFirst = (at: number): number => (at === 0 ? FIRST_LETTER_WEIGHT : 0);
  for (let at = 0; at + 1 < word.length; at += 1) {
    const swapped = word.charAt(at + 1) + word.charAt(at);
    yield [replaceAt(word, at, 2, swapped), SWAP_WEIGHT + atFirst(at)];
  }
  for (let at = 0; at < word.length; at += 1) {
    yield [replaceAt(word, at, 1, ''), PUT_IN_WEIGHT + atFirst(at)];
  }
  for (let at = 0; at <= word.length; at += 1) {
    for (const letter of LETTERS) {
      yield [replaceAt(word, at, 0, letter), LEFT_OUT_WEIGHT + atFirst(at)];
    }
  }
  for (let at = 0; at < word.length; at += 1) {
    for (const letter of LETTERS) {
      const weight = NEIGHBOURS.has(word.charAt(at) + letter) ? NEIGHBOUR_WEIGHT : 0;
      yield [replaceAt(word, at, 1, letter), weight + atFirst(at)];
    }
  }
}

/**
 * Words of the vocabulary that were perhaps meant, the likeliest first: by how often they are
 * written, and how often such a slip is made. None for numbers and words of three letters or fewer.
 * It looks up some 60 words for each letter of a word and so needs no index beside the vocabulary.
 */
export function nearWords(word: string, countOf: CountOf): readonly NearWord[] {
  if (word.length < SHORTEST_FORGIVEN || word.length > LONGEST_FORGIVEN) return [];
  if (/\P{L}/u.test(word)) return [];
  const found = new Map<string, NearWord & { readonly score: number }>();
  const take = (candidate: string, kind: NearWord['kind'], weight: number): void => {
    if (candidate === word || candidate.length < SHORTEST_MEANT) return;
    const count = countOf(candidate);
    if (count <= 0) return;
    const short = candidate.length < SHORTEST_FORGIVEN ? SHORT_MEANT_WEIGHT : 0;
    const score = Math.log2(count) + weight + short;
    if (score > (found.get(candidate)?.score ?? Number.NEGATIVE_INFINITY)) {
      found.set(candidate, { word: candidate, count, kind, score });
    }
  };
  for (const candidate of spellings(word)) take(candidate, 'ejaan', SPELLING_WEIGHT);
  for (const [candidate, weight] of slips(word)) take(candidate, 'ketik', weight);
  return [...found.values()]
    .toSorted((a, b) => b.score - a.score)
    .map(({ word: meant, count, kind }) => ({ word: meant, count, kind }));
}
