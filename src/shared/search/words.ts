/** One word of a text, as the index sees it: letters and digits, without case and diacritics. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

const LETTER = /[\p{L}\p{N}]/u;
const LETTER_OR_MARK = /[\p{L}\p{N}\p{M}]/u;
// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant
const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}/gu;

/** Removes case and diacritics, as the index's tokenizer does. */
function foldWord(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return word.normalize('NFD').replace(MARKS, '').normalize('NFC').toLowerCase();
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
/** As it stands in a folded word. */
const isFolded = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57);

/**
 * The words of a text with their places in it: a letter or digit, and what follows of those and of
 * marks. Read by hand, as regular expressions take three times as long and each answer reads some
 * hundred texts.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let start = -1;
  let at = 0;
  let isAsFolded = true;
  while (at <= text.length) {
    const code = text.charCodeAt(at);
    let length = 1;
    let isPart = isFolded(code);
    if (isCapital(code)) {
      isPart = true;
      isAsFolded = false;
    } else if (code > 127) {
      isAsFolded = false;
      const character = String.fromCodePoint(text.codePointAt(at) ?? code);
      ({ length } = character);
      isPart = (start === -1 ? LETTER : LETTER_OR_MARK).test(character);
    }
    if (isPart && start === -1) start = at;
    else if (!isPart && start !== -1) {
      const word = text.slice(start, at);
      words.push({ start, end: at, folded: isAsFolded ? word : foldWord(word) });
      start = -1;
    }
    if (!isPart) isAsFolded = true;
    at += length;
  }
  return words;
}

/** The words alone, for lists that are searched without an index. */
export const foldedWords = (text: string): readonly string[] =>
  wordsOf(text).map(({ folded }) => folded);
