import { foldedWords } from '../../../../shared/search/words.ts';
import type { Speaker } from './directory.ts';

const startsSome = (words: readonly string[], part: string): boolean =>
  words.some((word) => word.startsWith(part));

/**
 * Those of whom every typed part begins some word of name, position or organization. Somebody whose
 * name matches comes before those whose office does; without a text, all who attend.
 */
export function matchSpeakers(speakers: readonly Speaker[], typed: string): readonly Speaker[] {
  const parts = foldedWords(typed);
  if (parts.length === 0) return speakers.filter((speaker) => !speaker.isAway);
  const byName: Speaker[] = [];
  const byOffice: Speaker[] = [];
  for (const speaker of speakers) {
    const words = foldedWords(speaker.searchText);
    if (!parts.every((part) => startsSome(words, part))) continue;
    const names = foldedWords(speaker.name);
    (parts.every((part) => startsSome(names, part)) ? byName : byOffice).push(speaker);
  }
  return [...byName, ...byOffice];
}
