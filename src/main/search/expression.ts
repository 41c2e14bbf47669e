import type { Leaf } from './leaves.ts';
import { PART_TAGS } from './session-items.ts';

/**
 * FTS5 expressions. Whatever stands in them is in quotes and holds letters, digits and single spaces
 * only, so no typed text can become an operator or a syntax error.
 */
export const quoted = (words: string): string => `"${words}"`;

export function anyOf(parts: readonly string[]): string {
  const [first] = parts;
  if (first === undefined) return NOTHING;
  return parts.length === 1 ? first : `(${parts.join(' OR ')})`;
}

export function allOf(parts: readonly string[]): string {
  const [first] = parts;
  if (first === undefined) return EVERYTHING;
  return parts.length === 1 ? first : `(${parts.join(' AND ')})`;
}

export const NOTHING = '"\uE000"';
/** Every row has the tag of one part. */
export const EVERYTHING = `(${Object.values(PART_TAGS).map(quoted).join(' OR ')})`;

/** Rows whose text has the words of a leaf. */
export function writingsOf(leaf: Leaf): readonly string[] {
  const phrases = leaf.phrases.flatMap(({ words, isPrefix }) => {
    const before = words.slice(0, -1);
    const open = isPrefix ? leaf.completions : [];
    return [words.join(' '), ...open.map((word) => [...before, word].join(' '))];
  });
  const single = leaf.prefix === null ? [...leaf.words] : [...leaf.words, ...leaf.completions];
  return [...new Set([...single, ...phrases])].map(quoted);
}

/** Rows that say it, or whose speaker is called so. */
export function saidExpression(leaf: Leaf): string {
  return anyOf([...writingsOf(leaf), ...leaf.speakerTags.map(quoted)]);
}

/** Those, and rows whose speaker has the position or is of the organization. */
export function leafExpression(leaf: Leaf): string {
  return anyOf([...writingsOf(leaf), ...[...leaf.speakerTags, ...leaf.postTags].map(quoted)]);
}

/** What the index of whole sessions is asked. */
export function wordsExpression(leaf: Leaf): string {
  const words = [...leaf.words].slice(0, MOST_WORDS);
  const open = leaf.prefix === null ? [] : leaf.completions.slice(0, MOST_WORDS);
  return anyOf([...new Set([...words, ...open])].map(quoted).concat(phraseWords(leaf)));
}

/** Of each sort: bm25 weighs every word for every session, and rare forms change no order. */
const MOST_WORDS = 10;

/** That index knows no places: all words of a phrase must be there. */
function phraseWords({ phrases }: Leaf): readonly string[] {
  return phrases.map(({ words }) => allOf([...new Set(words)].map(quoted)));
}
