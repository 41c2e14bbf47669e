import { describe, expect, it } from 'vitest';

import type { PictureView } from '../../../../../src/renderer/features/checking/code-check/picture-views.ts';
import { pictureViews } from '../../../../../src/renderer/features/checking/code-check/picture-views.ts';

const SIZES = [
  [3000, 4000],
  [4032, 3024],
  [9000, 600],
  [200, 180],
  [1, 1],
] as const;

/** Whether a code of that place and side stands whole in what is looked at. */
const holds =
  (x: number, y: number, side: number) =>
  ({ left, top, width, height }: PictureView): boolean =>
    x >= left && y >= top && x + side <= left + width && y + side <= top + height;

describe.each(SIZES)('a picture of %i × %i', (width, height) => {
  const views = pictureViews(width, height);

  it('is looked at whole first, and never beyond its edges', () => {
    expect(views[0]).toMatchObject({ left: 0, top: 0, width, height, turnDegrees: 0 });
    for (const view of views) {
      expect(view.left).toBeGreaterThanOrEqual(0);
      expect(view.top).toBeGreaterThanOrEqual(0);
      expect(view.left + view.width).toBeLessThanOrEqual(width + 1);
      expect(view.top + view.height).toBeLessThanOrEqual(height + 1);
    }
  });

  it('is never drawn larger than memory and readers of codes take', () => {
    for (const view of views) {
      const turned = Math.hypot(view.width, view.height) * view.scale;
      expect(turned).toBeLessThanOrEqual(4096);
      expect(view.scale).toBeGreaterThan(0);
      expect(view.scale).toBeLessThanOrEqual(3);
    }
  });
});

it('looks closely at every place that a small code can have, at the foot of the page first', () => {
  const [width, height, side] = [3000, 4000, 400];
  const close = pictureViews(width, height).filter((view) => view.width < width);
  for (let x = 0; x + side <= width; x += 100) {
    for (let y = 0; y + side <= height; y += 100) {
      expect(close.some(holds(x, y, side))).toBe(true);
    }
  }
  expect(close[0]).toMatchObject({ left: 0, top: height / 2 });
});
