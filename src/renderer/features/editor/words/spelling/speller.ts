import type { Dictionary } from './affix-rules.ts';
import { createFormCheck } from './check-form.ts';
import { createIndonesianCheck } from './indonesian.ts';
import { suggestionsFor } from './suggest.ts';
import { SUPPLEMENT } from './supplement.ts';

export interface Speller {
  readonly isRight: (word: string) => boolean;
  readonly suggestions: (word: string) => readonly string[];
}

const MOST_REMEMBERED = 50_000;

/** Indonesian spelling by a dictionary, with what the language forms regularly. */
export function createSpeller(dictionary: Dictionary): Speller {
  const isListed = createFormCheck(dictionary);
  const added = new Set(SUPPLEMENT);
  const isKnown = createIndonesianCheck((word) => added.has(word) || isListed(word));
  const remembered = new Map<string, boolean>();

  /** A word is right as it stands in the dictionary, or with a capital that the sentence gave it. */
  function isWord(word: string): boolean {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const isRight = isKnown(word) || isKnown(word.toLowerCase());
    if (remembered.size > MOST_REMEMBERED) remembered.clear();
    remembered.set(word, isRight);
    return isRight;
  }

  return {
    isRight: (word) =>
      isWord(word) ||
      // "pertanyaan-pertanyaan", "se-Indonesia", "non-ASN": each part for itself.
      (word.includes('-') &&
        word
          .split('-')
          .every(
            (part) => part.length < 2 || /^\p{Lu}/u.test(part) || isWord(part) || part === 'se',
          )),
    suggestions: (word) => suggestionsFor(word, { isWord, replacements: dictionary.replacements }),
  };
}
