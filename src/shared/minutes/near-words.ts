/** Shorter words are too often other words that are like each other. */
const SHORTEST_WORD = 4;
/** From here on two slips make no other word. */
const SHORTEST_WITH_TWO = 7;

/**
 * How many letters were put in, left out, taken for others or changed places (optimal string
 * alignment); more than `most` counts as one more than that.
 */
function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_one, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      const isSwapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (isSame ? 0 : 1),
          isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = line;
  }
  return Math.min(above[b.length] ?? 0, most + 1);
}

/** Whether a word is another one that was written with a slip, or two in a long word. */
export function isOneTypoAway(written: string, meant: string): boolean {
  const shorter = Math.min(written.length, meant.length);
  if (shorter < SHORTEST_WORD || written === meant) return false;
  const most = shorter < SHORTEST_WITH_TWO ? 1 : 2;
  return slips(written, meant, most) <= most;
}
