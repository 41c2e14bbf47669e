import {
  LARGEST_SOURCE_BYTES,
  MOST_SOURCE_PIXELS,
  readImageHeader,
} from '../../../../shared/document/image-rules.ts';
import type { Pixels } from './remove-background.ts';

/** Why a file is not taken as the picture of a signature. */
export type PictureProblem = 'type' | 'size' | 'pixels' | 'broken';

export type DecodedPicture =
  | { readonly ok: true; readonly pixels: Pixels; readonly sha256: string }
  | { readonly ok: false; readonly problem: PictureProblem };

const TYPES: readonly string[] = ['png', 'jpeg', 'webp'];
export const ACCEPTED_PICTURES = 'image/png,image/jpeg,image/webp';
/** Twice what is kept: enough to tell ink from paper, and quick at every move of the slider. */
const WORKED_ON_PX = 1200;

const refused = (problem: PictureProblem): DecodedPicture => ({ ok: false, problem });

function pixelsOf(bitmap: ImageBitmap): Pixels {
  const scale = Math.min(1, WORKED_ON_PX / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no drawing context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads a picture; type and size are read from its bytes before anything is decoded. */
export async function decodePicture(source: Blob): Promise<DecodedPicture> {
  if (source.size > LARGEST_SOURCE_BYTES) return refused('size');
  const bytes = new Uint8Array(await source.arrayBuffer());
  const header = readImageHeader(bytes);
  if (header === null || !TYPES.includes(header.type)) return refused('type');
  if (header.widthPx * header.heightPx > MOST_SOURCE_PIXELS) return refused('pixels');
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${header.type}` }));
  } catch {
    return refused('broken');
  }
  try {
    return { ok: true, pixels: pixelsOf(bitmap), sha256: await sha256Of(bytes) };
  } finally {
    bitmap.close();
  }
}
