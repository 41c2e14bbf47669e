import { wordsOf } from './words.ts';

/** One thing that must be found: a word, or several that stand side by side. */
export interface SearchTerm {
  /** Folded words, at least one. */
  readonly words: readonly string[];
  /** The same words as they were typed, parted by single spaces. */
  readonly source: string;
  /** The last word may go on: it is still being typed. */
  readonly isPrefix: boolean;
}

const QUOTES = /[“”„‟«»＂]/gu;
/** What parts terms outside quotes; "undang-undang", "01/2025" and "12.30" stay together. */
const SEPARATORS = /[\s,;()[\]{}<>|]+/u;

function termOf(text: string, isPrefix: boolean): SearchTerm | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  return {
    words: words.map((word) => word.folded),
    source: words.map((word) => text.slice(word.start, word.end)).join(' '),
    isPrefix,
  };
}

/**
 * Reads what stands in the search box. Every text has a reading: quotes that are not closed go to
 * the end, and signs that are not words are left out. All terms must be found.
 */
export function parseSearchText(text: string): readonly SearchTerm[] {
  const segments = text.replace(QUOTES, '"').split('"');
  const terms: SearchTerm[] = [];
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    const isQuoted = index % 2 === 1;
    const parts = isQuoted ? [segment] : segment.split(SEPARATORS);
    parts.forEach((part, partIndex) => {
      // The word at the very end is still being typed, in quotes that are open too.
      const isPrefix = isLast && partIndex === parts.length - 1 && !/\s$/u.test(segment);
      const term = termOf(part, isPrefix);
      if (term !== null) terms.push(term);
    });
  });
  const seen = new Set<string>();
  return terms.filter((term) => {
    const key = `${term.words.join(' ')}${term.isPrefix ? '*' : ''}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
