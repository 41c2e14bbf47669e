/** About as long as a long statement, so that words of one passage have to do with each other. */
const PASSAGE_LENGTH = 1600;
/** A text that is longer is a data set, not something to read; its beginning is searched. */
const LONGEST_TEXT = 4_000_000;

/** Where a passage that begins at `from` ends: at the end of a paragraph, a line, or a word. */
function endOf(text: string, from: number): number {
  const limit = from + PASSAGE_LENGTH;
  if (limit >= text.length) return text.length;
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = text.lastIndexOf(mark, limit);
    if (at > from + PASSAGE_LENGTH / 2) return at + mark.length;
  }
  return limit;
}

/** Cuts the text of a file into passages; the same text is always cut in the same way. */
export function filePassages(text: string): readonly string[] {
  const whole = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  const passages: string[] = [];
  for (let at = 0; at < whole.length;) {
    const end = endOf(whole, at);
    const passage = whole.slice(at, end).trim();
    if (passage !== '') passages.push(passage);
    at = end;
  }
  return passages;
}
