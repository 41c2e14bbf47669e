import { foldedWords } from '../../shared/search/words.ts';

// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
const ASCII_WORDS = /[a-z0-9]+/g;

/** How often each word stands in some texts. Plain texts, nearly all there are, take a short way. */
export function countWords(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const words = ASCII.test(text) ? text.toLowerCase().match(ASCII_WORDS) : foldedWords(text);
    for (const word of words ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
