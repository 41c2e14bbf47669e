/** A word of a text that may be checked, and where it stands. */
export interface Token {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const CHUNK = /[^\s\uFFFC]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;
/** An address of a page, a mailbox or a file. */
const ADDRESS = /@|:\/\/|\\|[\p{L}\p{N}]\.[\p{L}\p{N}]|^www\./u;

/**
 * The words of a text that the spell check may doubt. Abbreviations in capitals, words with digits
 * and addresses are none; nor is a word with a capital inside a sentence, which is a name.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let isStart = true;
  for (const chunk of text.matchAll(CHUNK)) {
    if (ADDRESS.test(chunk[0])) {
      isStart = false;
      continue;
    }
    for (const match of chunk[0].matchAll(WORD)) {
      const [word] = match;
      const from = chunk.index + match.index;
      const isCapital = /^\p{Lu}/u.test(word);
      const isName = isCapital && !isStart;
      isStart = false;
      if (word.length < 2 || isName || /\p{N}/u.test(word) || /\p{Lu}/u.test(word.slice(1))) {
        // "se-Indonesia": what is written small is checked all the same.
        if (isName || !/^\p{Ll}+-\p{Lu}\p{Ll}/u.test(word)) continue;
      }
      tokens.push({ word, from, to: from + word.length });
    }
    if (/[.!?:]["”’)]*$/u.test(chunk[0])) isStart = true;
  }
  return tokens;
}
