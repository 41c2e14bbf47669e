import {
  LARGEST_SOURCE_BYTES,
  MOST_SOURCE_PIXELS,
  readImageHeader,
  storedSize,
} from '../../../../shared/document/image-rules.ts';

/** Why a file is not taken as an image. */
export type ImageProblem = 'svg' | 'type' | 'size' | 'pixels' | 'broken';

export type PreparedImage =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly problem: ImageProblem };

const JPEG_QUALITY = 0.85;
/** Sharp letters and lines are worth this much more than the same as JPEG. */
const PNG_MAY_BE_LARGER = 1.5;
const SNIFFED_CHARS = 1000;

const refused = (problem: ImageProblem): PreparedImage => ({ ok: false, problem });

function isSvg(bytes: Uint8Array, type: string): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, SNIFFED_CHARS));
  return type.startsWith('image/svg') || /^\s*(<\?xml|<!doctype svg|<!--|<svg)/i.test(start);
}

/** The picture on white, upright and scaled down; nothing of what the camera wrote beside it. */
function drawn(bitmap: ImageBitmap): OffscreenCanvas {
  const { width, height } = storedSize(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no drawing context');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return canvas;
}

async function compressed(canvas: OffscreenCanvas, isPhoto: boolean): Promise<Blob> {
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  if (isPhoto) return jpeg;
  const png = await canvas.convertToBlob({ type: 'image/png' });
  return png.size <= jpeg.size * PNG_MAY_BE_LARGER ? png : jpeg;
}

/**
 * Makes of a file what minutes keep: at most 1600 pixels on its longest side, PNG or JPEG, without
 * place and camera. Type and size are read from its bytes before anything is decoded.
 */
export async function prepareImage(source: Blob): Promise<PreparedImage> {
  if (source.size > LARGEST_SOURCE_BYTES) return refused('size');
  const bytes = new Uint8Array(await source.arrayBuffer());
  if (isSvg(bytes, source.type)) return refused('svg');
  const header = readImageHeader(bytes);
  if (header === null)
    return refused(/^image\/(png|jpe?g|gif|webp|bmp)$/.test(source.type) ? 'broken' : 'type');
  if (header.widthPx * header.heightPx > MOST_SOURCE_PIXELS) return refused('pixels');
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${header.type}` }));
  } catch {
    return refused('broken');
  }
  try {
    const blob = await compressed(drawn(bitmap), header.type === 'jpeg');
    return { ok: true, bytes: new Uint8Array(await blob.arrayBuffer()) };
  } finally {
    bitmap.close();
  }
}
