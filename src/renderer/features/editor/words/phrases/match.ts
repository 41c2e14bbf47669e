import { foldedWords } from '../../../../../shared/search/words.ts';
import type { Phrase } from '../../../../../shared/words/phrases.ts';
import { PHRASE_CATEGORIES } from '../../../../../shared/words/phrases.ts';

/**
 * Those that hold every typed part: first where words of the name begin so, then where it stands
 * anywhere in name, sentence or group ("persila" in "mempersilakan"). All without a text.
 */
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
  const byTitle = inOrder.filter(({ title }) => {
    const words = foldedWords(title);
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  });
  const anywhere = inOrder.filter((phrase) => {
    const words = foldedWords(`${phrase.title} ${phrase.text} ${categoryName(phrase.category)}`);
    return parts.every((part) => words.some((word) => word.includes(part)));
  });
  return [...new Set([...byTitle, ...anywhere])];
}
