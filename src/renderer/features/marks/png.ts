import { LARGEST_MARK_BYTES } from '../../../shared/official/mark-rules.ts';

const SMALLER = 0.8;

/** A canvas as PNG; made smaller until it is no larger than signatures are kept. */
export async function pngOf(canvas: OffscreenCanvas): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  if (blob.size <= LARGEST_MARK_BYTES) return new Uint8Array(await blob.arrayBuffer());
  const smaller = new OffscreenCanvas(
    Math.max(1, Math.floor(canvas.width * SMALLER)),
    Math.max(1, Math.floor(canvas.height * SMALLER)),
  );
  const context = smaller.getContext('2d');
  if (!context) throw new Error('no drawing context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(canvas, 0, 0, smaller.width, smaller.height);
  return pngOf(smaller);
}
