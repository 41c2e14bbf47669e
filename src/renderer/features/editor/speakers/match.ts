import { foldedWords } from '../../../../shared/search/words.ts';
import type { Speaker } from './directory.ts';

type Fits = (word: string, part: string) => boolean;

const begins: Fits = (word, part) => word.startsWith(part);
const contains: Fits = (word, part) => word.includes(part);

const allFit = (words: readonly string[], parts: readonly string[], fits: Fits): boolean =>
  parts.every((part) => words.some((word) => fits(word, part)));

/**
 * Those of whom every typed part is in some word of name, position or organization. Words that begin
 * with it come before those that only hold it, and names before offices.
 */
export function matchSpeakers(speakers: readonly Speaker[], typed: string): readonly Speaker[] {
  const parts = foldedWords(typed);
  if (parts.length === 0) return speakers;
  const ranks: [Speaker[], Speaker[], Speaker[]] = [[], [], []];
  for (const speaker of speakers) {
    const words = foldedWords(speaker.searchText);
    if (!allFit(words, parts, contains)) continue;
    if (allFit(foldedWords(speaker.name), parts, begins)) ranks[0].push(speaker);
    else ranks[allFit(words, parts, begins) ? 1 : 2].push(speaker);
  }
  return ranks.flat();
}
