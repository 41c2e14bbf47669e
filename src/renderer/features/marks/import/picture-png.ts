import { MARK_PX_PER_MM } from '../../../../shared/official/mark-rules.ts';
import { pngOf } from '../png.ts';
import { inkBox } from './crop.ts';
import type { Pixels } from './remove-background.ts';
import { darknessOf, withoutBackground } from './remove-background.ts';

/** Nobody knows how large it was on its paper: as large as a usual signature, never enlarged. */
const USUAL_WIDTH_PX = 60 * MARK_PX_PER_MM;
const USUAL_HEIGHT_PX = 22 * MARK_PX_PER_MM;
const MARGIN_PX = MARK_PX_PER_MM;

/** Of the picture at hand: the slider asks many times. */
const known = new WeakMap<Pixels, Float32Array>();

/** The ink of a picture, cropped and scaled, on transparent ground; null where there is none. */
export function signatureIn(pixels: Pixels, threshold: number): OffscreenCanvas | null {
  const darkness = known.get(pixels) ?? darknessOf(pixels);
  known.set(pixels, darkness);
  const ink = withoutBackground(pixels, darkness, threshold);
  const box = inkBox(ink);
  if (box === null) return null;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const scale = Math.min(1, USUAL_WIDTH_PX / width, USUAL_HEIGHT_PX / height);
  const whole = new OffscreenCanvas(ink.width, ink.height);
  const canvas = new OffscreenCanvas(
    Math.ceil(width * scale) + 2 * MARGIN_PX,
    Math.ceil(height * scale) + 2 * MARGIN_PX,
  );
  const [from, to] = [whole.getContext('2d'), canvas.getContext('2d')];
  if (!from || !to) throw new Error('no drawing context');
  from.putImageData(new ImageData(new Uint8ClampedArray(ink.data), ink.width, ink.height), 0, 0);
  to.imageSmoothingQuality = 'high';
  to.drawImage(
    whole,
    box.left,
    box.top,
    width,
    height,
    MARGIN_PX,
    MARGIN_PX,
    width * scale,
    height * scale,
  );
  return canvas;
}

/** The same as the bytes that are kept. */
export const signaturePng = async (
  pixels: Pixels,
  threshold: number,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const canvas = signatureIn(pixels, threshold);
  return canvas === null ? null : pngOf(canvas);
};
