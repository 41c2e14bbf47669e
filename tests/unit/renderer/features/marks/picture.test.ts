import { expect, it } from 'vitest';

import { inkBox } from '../../../../../src/renderer/features/marks/import/crop.ts';
import type { Pixels } from '../../../../../src/renderer/features/marks/import/remove-background.ts';
import {
  USUAL_THRESHOLD,
  darknessOf,
  withoutBackground,
} from '../../../../../src/renderer/features/marks/import/remove-background.ts';

const WIDTH = 160;
const HEIGHT = 80;
const isInk = (x: number, y: number): boolean => x >= 40 && x < 120 && y >= 38 && y < 42;

/** A stroke on paper that is `paper(x)` bright, photographed. */
function photograph(paper: (x: number) => number, alpha = 255): Pixels {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const grain = ((x * 7 + y * 13) % 5) - 2;
      const value = isInk(x, y) ? 40 : paper(x) + grain;
      data.set([value, value, value, isInk(x, y) ? 255 : alpha], (y * WIDTH + x) * 4);
    }
  }
  return { width: WIDTH, height: HEIGHT, data };
}
const inkOf = (pixels: Pixels): Pixels =>
  withoutBackground(pixels, darknessOf(pixels), USUAL_THRESHOLD);
const alphaAt = ({ data }: Pixels, x: number, y: number): number =>
  data[(y * WIDTH + x) * 4 + 3] ?? 0;

it('leaves the ink and takes the paper away', () => {
  const ink = inkOf(photograph(() => 240));
  expect(alphaAt(ink, 80, 40)).toBe(255);
  expect(alphaAt(ink, 10, 10)).toBe(0);
  expect(inkBox(ink)).toEqual({ left: 40, top: 38, right: 120, bottom: 42 });
});

it('takes a shadow that falls over the paper away too', () => {
  const shadow = (x: number): number => 235 - x * 0.7;
  const ink = inkOf(photograph(shadow));
  expect(inkBox(ink)).toEqual({ left: 40, top: 38, right: 120, bottom: 42 });
});

it('keeps what is transparent already', () => {
  const ink = inkOf(photograph(() => 0, 0));
  expect(alphaAt(ink, 10, 10)).toBe(0);
  expect(alphaAt(ink, 80, 40)).toBe(255);
});

it('finds no ink on empty paper, whatever its grain', () => {
  const { width, height, data } = photograph(() => 200);
  const paper = data.map((value, at) => (at % 4 === 3 ? 255 : Math.max(value, 195)));
  expect(inkBox(inkOf({ width, height, data: paper }))).toBeNull();
});
