import type { Stroke } from './stroke.ts';

/** What stands on the pad, what stood there before each step, and what was undone. */
export interface InkHistory {
  readonly strokes: readonly Stroke[];
  readonly past: readonly (readonly Stroke[])[];
  readonly future: readonly (readonly Stroke[])[];
}

export const EMPTY_INK: InkHistory = { strokes: [], past: [], future: [] };

const step = ({ strokes, past }: InkHistory, next: readonly Stroke[]): InkHistory => ({
  strokes: next,
  past: [...past, strokes],
  future: [],
});

export const withStroke = (history: InkHistory, stroke: Stroke): InkHistory =>
  step(history, [...history.strokes, stroke]);

/** Can be undone like any other step. */
export const cleared = (history: InkHistory): InkHistory =>
  history.strokes.length === 0 ? history : step(history, []);

export function undone({ strokes, past, future }: InkHistory): InkHistory {
  const before = past.at(-1);
  if (before === undefined) return { strokes, past, future };
  return { strokes: before, past: past.slice(0, -1), future: [strokes, ...future] };
}

export function redone({ strokes, past, future }: InkHistory): InkHistory {
  const [next, ...rest] = future;
  if (next === undefined) return { strokes, past, future };
  return { strokes: next, past: [...past, strokes], future: rest };
}
