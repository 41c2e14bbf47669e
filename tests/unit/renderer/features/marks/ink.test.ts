import { expect, it } from 'vitest';

import {
  EMPTY_INK,
  cleared,
  redone,
  undone,
  withStroke,
} from '../../../../../src/renderer/features/marks/ink/ink-history.ts';
import type { Stroke } from '../../../../../src/renderer/features/marks/ink/stroke.ts';
import {
  boxAround,
  isSignature,
  outlineOf,
  pathOf,
} from '../../../../../src/renderer/features/marks/ink/stroke.ts';

const line = (length: number, pressure = 0.5, hasPressure = true): Stroke => ({
  points: Array.from({ length: 40 }, (_, index) => ({
    x: 100 + (length * index) / 39,
    y: 100,
    pressure,
  })),
  hasPressure,
});
const heightOf = (stroke: Stroke): number => {
  const box = boxAround([outlineOf(stroke)]);
  return box === null ? 0 : box.bottom - box.top;
};

it('undoes and does again stroke by stroke, and an emptied pad too', () => {
  const [one, two] = [line(50), line(60)];
  const drawn = withStroke(withStroke(EMPTY_INK, one), two);
  expect(undone(drawn).strokes).toEqual([one]);
  expect(redone(undone(drawn)).strokes).toEqual([one, two]);
  expect(undone(cleared(drawn)).strokes).toEqual([one, two]);
  expect(withStroke(undone(drawn), two).future).toEqual([]);
  expect(undone(EMPTY_INK)).toEqual(EMPTY_INK);
});

it('draws wider where a pen is pressed harder, and thinner where a mouse is fast', () => {
  expect(heightOf(line(200, 0.9))).toBeGreaterThan(heightOf(line(200, 0.2)) * 1.5);
  expect(heightOf(line(60, 0.5, false))).toBeGreaterThan(heightOf(line(900, 0.5, false)));
});

it('makes one closed path around what was drawn', () => {
  const path = pathOf(outlineOf(line(100)));
  expect(path).toMatch(/^M[-\d. ]+(?:Q[-\d. ]+)+Z$/);
  expect(pathOf([])).toBe('');
});

it('takes a touch by mistake for no signature', () => {
  expect(isSignature([])).toBe(false);
  expect(isSignature([line(10)])).toBe(false);
  expect(isSignature([line(100)])).toBe(true);
});
