import type { TermMatch } from '../../shared/search/matches.ts';
import type { Word } from '../../shared/search/words.ts';
import { wordsOf } from '../../shared/search/words.ts';
import type { Leaf } from './leaves.ts';

export type Find = (text: string) => readonly TermMatch[];

interface OpenPhrase {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
  readonly leaf: number;
}

function isPhraseAt(words: readonly Word[], at: number, phrase: OpenPhrase): boolean {
  const last = phrase.words.length - 1;
  return phrase.words.every((wanted, offset) => {
    const found = words[at + offset]?.folded;
    if (found === undefined) return false;
    return offset === last && phrase.isPrefix ? found.startsWith(wanted) : found === wanted;
  });
}

/** Finds where the leaves of a query stand in a text, as they are written there. */
export function createMatcher(leaves: readonly Leaf[]): Find {
  const byWord = new Map<string, number[]>();
  const phrases = new Map<string, OpenPhrase[]>();
  const beginnings: { readonly prefix: string; readonly leaf: number }[] = [];
  leaves.forEach((one, leaf) => {
    for (const word of one.words) byWord.set(word, [...(byWord.get(word) ?? []), leaf]);
    if (one.prefix !== null) beginnings.push({ prefix: one.prefix, leaf });
    for (const phrase of one.phrases) {
      const [first = ''] = phrase.words;
      phrases.set(first, [...(phrases.get(first) ?? []), { ...phrase, leaf }]);
    }
  });

  return (text) => {
    const matches: TermMatch[] = [];
    const words = wordsOf(text);
    words.forEach((word, at) => {
      const { start, end, folded } = word;
      const whole = byWord.get(folded) ?? [];
      for (const term of whole) matches.push({ start, end, term });
      for (const { prefix, leaf } of beginnings) {
        if (folded.startsWith(prefix) && !whole.includes(leaf)) {
          matches.push({ start, end, term: leaf });
        }
      }
      for (const phrase of phrases.get(folded) ?? []) {
        if (!isPhraseAt(words, at, phrase)) continue;
        const last = words[at + phrase.words.length - 1] ?? word;
        matches.push({ start, end: last.end, term: phrase.leaf });
      }
    });
    return matches;
  };
}
