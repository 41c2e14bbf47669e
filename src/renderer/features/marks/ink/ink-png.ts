import {
  MARK_PX_PER_MM,
  TALLEST_MARK_PX,
  WIDEST_MARK_PX,
} from '../../../../shared/official/mark-rules.ts';
import { pngOf } from '../png.ts';
import type { Stroke } from './stroke.ts';
import { INK_COLOUR, boxAround, outlineOf, pathOf } from './stroke.ts';

/** Left free around the ink. */
const MARGIN_PX = MARK_PX_PER_MM;

/** What was drawn as a PNG on transparent ground, cropped to its ink; null where nothing was. */
export async function inkPng(strokes: readonly Stroke[]): Promise<Uint8Array<ArrayBuffer> | null> {
  const outlines = strokes.map(outlineOf);
  const box = boxAround(outlines);
  if (box === null) return null;
  const width = Math.ceil(box.right - box.left) + 2 * MARGIN_PX;
  const height = Math.ceil(box.bottom - box.top) + 2 * MARGIN_PX;
  const scale = Math.min(1, WIDEST_MARK_PX / width, TALLEST_MARK_PX / height);
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.floor(width * scale)),
    Math.max(1, Math.floor(height * scale)),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no drawing context');
  context.scale(scale, scale);
  context.translate(MARGIN_PX - box.left, MARGIN_PX - box.top);
  context.fillStyle = INK_COLOUR;
  for (const outline of outlines) context.fill(new Path2D(pathOf(outline)));
  return pngOf(canvas);
}
