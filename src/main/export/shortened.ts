const letters = new Intl.Segmenter('id', { granularity: 'grapheme' });
const LONGEST_LETTER = 64;
/** A line holds no more, and one that holds fewer says nothing. */
const LONGEST_TO_FIT = 300;
const FEWEST_LETTERS = 8;

/** The first letters of a text, no letter or emoji cut in two; "…" shows that something is missing. */
export function shortened(text: string, maxLetters: number): string {
  const start = text.slice(0, maxLetters * LONGEST_LETTER);
  const found = Array.from(letters.segment(start), ({ segment }) => segment);
  if (found.length <= maxLetters && start.length === text.length) return text;
  return `${found
    .slice(0, maxLetters - 1)
    .join('')
    .trimEnd()}…`;
}

/** As much of the beginning of a text as fits, its end shown by "…"; "" where hardly a word does. */
export function shortenedToFit(text: string, fits: (shown: string) => boolean): string {
  if (fits(text)) return text;
  let [most, least] = [LONGEST_TO_FIT, 0];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(shortened(text, middle))) least = middle;
    else most = middle - 1;
  }
  return least < FEWEST_LETTERS ? '' : shortened(text, least);
}
