import type { Box } from '../ink/stroke.ts';
import type { Pixels } from './remove-background.ts';

/** Fainter than this is not seen in print. */
const SEEN_ALPHA = 40;
/** A row or column with fewer is dust. */
const FEWEST_IN_LINE = 2;

const firstAndLast = (counts: Uint32Array): readonly [number, number] | null => {
  const isInk = (count: number): boolean => count >= FEWEST_IN_LINE;
  const first = counts.findIndex(isInk);
  return first === -1 ? null : [first, counts.findLastIndex(isInk)];
};

/** The box around the ink, its right and bottom edges outside; null where there is none. */
export function inkBox({ width, height, data }: Pixels): Box | null {
  const [columns, rows] = [new Uint32Array(width), new Uint32Array(height)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) < SEEN_ALPHA) continue;
      columns[x] = (columns[x] ?? 0) + 1;
      rows[y] = (rows[y] ?? 0) + 1;
    }
  }
  const [across, down] = [firstAndLast(columns), firstAndLast(rows)];
  if (across === null || down === null) return null;
  return { left: across[0], top: down[0], right: across[1] + 1, bottom: down[1] + 1 };
}
