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

/** Nearly all texts are plain; without regular expressions they take a third of the time. */
function plainWordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const lower = text.toLowerCase();
  let start = -1;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    const isLetter = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (isLetter && start === -1) start = at;
    else if (!isLetter && start !== -1) {
      words.push({ start, end: at, folded: lower.slice(start, at) });
      start = -1;
    }
  }
  return words;
}

/** The words of a text with their places in it. */
export function wordsOf(text: string): readonly Word[] {
  if (ASCII.test(text)) return plainWordsOf(text);
  return Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    folded: foldWord(match[0]),
  }));
}

/** The words alone, for lists that are searched without an index. */
export const foldedWords = (text: string): readonly string[] =>
  wordsOf(text).map(({ folded }) => folded);
