import { wordsOf } from '../../shared/search/words.ts';

/** A name as its folded words. */
export type NameWords = readonly string[];

/** Places where a name stands among words, as the first of its own. */
function placesIn(words: NameWords, name: NameWords): readonly number[] {
  if (name.length === 0) return [];
  return words.flatMap((_word, at) =>
    name.every((word, offset) => words[at + offset] === word) ? [at] : [],
  );
}

/** Whether a name holds another one and more. */
export function isLonger(name: NameWords, own: NameWords): boolean {
  return name.length > own.length && placesIn(name, own).length > 0;
}

/**
 * Whether a text names somebody: all words of one of the names side by side, and not as a part of a
 * longer name, be it known or not, as "KPU" is of "KPU Provinsi Contoh".
 */
export function namesOne(
  text: string,
  own: readonly NameWords[],
  longer: readonly NameWords[],
): boolean {
  const places = wordsOf(text);
  const words = places.map(({ folded }) => folded);
  const covered = longer.flatMap((name) =>
    placesIn(words, name).map((start) => ({ start, end: start + name.length })),
  );
  /** A name of one word goes on where a capital follows with nothing but space between. */
  const goesOn = (at: number): boolean => {
    const [word, next] = [places[at], places[at + 1]];
    if (word === undefined || next === undefined) return false;
    return /^\s+\p{Lu}/u.test(text.slice(word.end, next.end));
  };
  return own.some((name) =>
    placesIn(words, name).some(
      (start) =>
        !covered.some((other) => other.start <= start && start + name.length <= other.end) &&
        (name.length > 1 || !goesOn(start)),
    ),
  );
}
