const letters = new Intl.Segmenter('id', { granularity: 'grapheme' });
const LONGEST_LETTER = 64;

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
