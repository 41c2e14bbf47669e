import { BULLETS, DEEPEST_LEVEL, LARGEST_START, NUMBERS } from '../docx/lists.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Word counts a … z, aa, bb …. */
function letterOf(number: number): string {
  if (number < 1) return String(number);
  const letter = LETTERS[(number - 1) % LETTERS.length] ?? '';
  return letter.repeat(Math.ceil(number / LETTERS.length));
}

/** What stands before an item of a list at that depth; ordered ones count from `number`. */
export function listMarker(
  type: 'bulletList' | 'orderedList',
  depth: number,
  number: number,
): string {
  const level = Math.min(depth, DEEPEST_LEVEL);
  if (type === 'bulletList') return BULLETS[level % BULLETS.length] ?? BULLETS[0];
  const shown = Math.min(Math.max(number, 0), LARGEST_START);
  const { isLetter, suffix } = NUMBERS[level % NUMBERS.length] ?? NUMBERS[0];
  return `${isLetter ? letterOf(shown) : String(shown)}${suffix}`;
}
