/** One word of a text, as the index sees it: letters and digits, without case and diacritics. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}/gu;

/** Removes case and diacritics, as the index's tokenizer does. */
function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase();
}

/** The words of a text with their places in it. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: foldWord(match[0]),
  }));
}

/** The words alone, for lists that are searched without an index. */
export const foldedWords = (text: string): readonly string[] =>
  wordsOf(text).map(({ folded }) => folded);
