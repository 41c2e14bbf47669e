import { foldedWords } from '../../../../../shared/search/words.ts';
import type { Phrase } from '../../../../../shared/words/phrases.ts';
import { PHRASE_CATEGORIES } from '../../../../../shared/words/phrases.ts';

/** Those of which every typed part begins some word, the ones named so first; all without a text. */
export function matchPhrases(
  phrases: readonly Phrase[],
  typed: string,
  categoryName: (category: Phrase['category']) => string,
): readonly Phrase[] {
  const inOrder = PHRASE_CATEGORIES.flatMap((category) =>
    phrases.filter((phrase) => phrase.category === category),
  );
  const parts = foldedWords(typed);
  if (parts.length === 0) return inOrder;
  const startAll = (words: readonly string[]): boolean =>
    parts.every((part) => words.some((word) => word.startsWith(part)));
  const byTitle = inOrder.filter(({ title }) => startAll(foldedWords(title)));
  const byText = inOrder.filter(
    (phrase) =>
      !byTitle.includes(phrase) &&
      startAll(foldedWords(`${phrase.title} ${phrase.text} ${categoryName(phrase.category)}`)),
  );
  return [...byTitle, ...byText];
}
