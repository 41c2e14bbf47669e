const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MOST_SUGGESTIONS = 6;

export interface SuggestOptions {
  readonly isWord: (word: string) => boolean;
  /** Slips that are often made: what was written, and what was meant. */
  readonly replacements: readonly (readonly [written: string, meant: string])[];
}

function* replaced(word: string, pairs: SuggestOptions['replacements']): Generator<string> {
  for (const [written, meant] of pairs) {
    for (let at = word.indexOf(written); at >= 0; at = word.indexOf(written, at + 1)) {
      yield word.slice(0, at) + meant + word.slice(at + written.length);
    }
  }
}

function* swapped(word: string): Generator<string> {
  for (let at = 0; at < word.length - 1; at += 1) {
    yield `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  }
}

function* shortened(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1);
}

function* lengthened(word: string): Generator<string> {
  for (let at = 0; at <= word.length; at += 1) {
    for (const letter of LETTERS) yield word.slice(0, at) + letter + word.slice(at);
  }
}

function* exchanged(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) {
    for (const letter of LETTERS) yield word.slice(0, at) + letter + word.slice(at + 1);
  }
}

function* doubled(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) {
    yield word.slice(0, at) + word.charAt(at) + word.slice(at);
  }
}

/** "dirumah", "kedalam": a preposition that was written together with its word. */
function* afterPreposition(word: string): Generator<string> {
  for (const first of ['di', 'ke', 'dari', 'pada']) {
    if (word.startsWith(first)) yield `${first} ${word.slice(first.length)}`;
  }
}

function* divided(word: string): Generator<string> {
  for (let at = 3; at <= word.length - 3; at += 1) yield `${word.slice(0, at)} ${word.slice(at)}`;
}

/** What may have been meant, the likeliest slips first. */
export function suggestionsFor(
  word: string,
  { isWord, replacements }: SuggestOptions,
): readonly string[] {
  const folded = word.toLowerCase();
  const isCapital = word !== folded;
  const found = new Set<string>();
  const isRight = (candidate: string): boolean =>
    candidate.split(' ').every((part) => part.length > 1 && isWord(part));
  const take = (candidates: Iterable<string>): void => {
    for (const candidate of candidates) {
      if (found.size >= MOST_SUGGESTIONS) return;
      if (candidate !== folded && !found.has(candidate) && isRight(candidate)) found.add(candidate);
    }
  };
  take(afterPreposition(folded));
  take(swapped(folded));
  take(doubled(folded));
  take(shortened(folded));
  take(replaced(folded, replacements));
  take(lengthened(folded));
  take(exchanged(folded));
  if (found.size < MOST_SUGGESTIONS) take(divided(folded));
  // Two slips in one word: only letters too many or changed about, or there would be no end.
  if (found.size === 0) {
    for (const once of [...swapped(folded), ...shortened(folded)]) {
      take(swapped(once));
      take(shortened(once));
    }
  }
  const withCase = (text: string): string =>
    isCapital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  return [...found].map(withCase);
}
