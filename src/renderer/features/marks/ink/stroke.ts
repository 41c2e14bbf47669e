import { getStroke } from 'perfect-freehand';

import { MARK_PX_PER_MM } from '../../../../shared/official/mark-rules.ts';

/** A point of the pad in the pixels in which signatures are kept: the pad's size on screen is free. */
export interface InkPoint {
  readonly x: number;
  readonly y: number;
  /** 0 to 1. */
  readonly pressure: number;
}

/** One movement of the pen, from where it touched to where it left. */
export interface Stroke {
  readonly points: readonly InkPoint[];
  /** A pen tells how hard it is pressed; of a mouse or a finger, speed tells the width. */
  readonly hasPressure: boolean;
}

/** What the pad is high on paper, however high it is on screen. */
export const PAD_HEIGHT_PX = 26 * MARK_PX_PER_MM;

/** Blue-black: told apart from what is printed, and dark enough for every printer and copier. */
export const INK_COLOUR = '#101c5c';

/** The widest that a line gets. */
const LINE_PX = 0.8 * MARK_PX_PER_MM;

/** The outline of a stroke as pairs of x and y, around what the pen has covered. */
export function outlineOf({ points, hasPressure }: Stroke): readonly (readonly number[])[] {
  return getStroke(
    points.map(({ x, y, pressure }) => [x, y, pressure]),
    {
      size: LINE_PX,
      thinning: hasPressure ? 0.65 : 0.55,
      smoothing: 0.55,
      streamline: hasPressure ? 0.3 : 0.42,
      simulatePressure: !hasPressure,
      last: true,
    },
  );
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** An outline as the path of an SVG: corners are rounded by curves between the middles of its sides. */
export function pathOf(outline: readonly (readonly number[])[]): string {
  const middle = (one: readonly number[], other: readonly number[], axis: 0 | 1): number =>
    rounded(((one[axis] ?? 0) + (other[axis] ?? 0)) / 2);
  const [first] = outline;
  const last = outline.at(-1);
  if (first === undefined || last === undefined) return '';
  const curves = outline.map((point, index) => {
    const next = outline[index + 1] ?? first;
    const corner = `${rounded(point[0] ?? 0)} ${rounded(point[1] ?? 0)}`;
    return `Q${corner} ${middle(point, next, 0)} ${middle(point, next, 1)}`;
  });
  return `M${middle(last, first, 0)} ${middle(last, first, 1)}${curves.join('')}Z`;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around all that was drawn; null where nothing was. */
export function boxAround(outlines: readonly (readonly (readonly number[])[])[]): Box | null {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const outline of outlines) {
    for (const [x = 0, y = 0] of outline) {
      xs.push(x);
      ys.push(y);
    }
  }
  if (xs.length === 0) return null;
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) };
}

/** Less than this in both directions is a touch by mistake, not a signature. */
const SHORTEST_PX = 4 * MARK_PX_PER_MM;

export const isSignature = (strokes: readonly Stroke[]): boolean => {
  const box = boxAround(strokes.map(({ points }) => points.map(({ x, y }) => [x, y])));
  return box !== null && Math.max(box.right - box.left, box.bottom - box.top) >= SHORTEST_PX;
};
