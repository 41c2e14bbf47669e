import { decodeQR } from 'qr/decode.js';

import { MOST_SOURCE_PIXELS, readImageHeader } from '../../../../shared/document/image-rules.ts';
import { parseDocumentCode } from '../../../../shared/signing/code.ts';
import type { PictureOutcome } from './picture-messages.ts';
import type { PictureView } from './picture-views.ts';
import { pictureViews } from './picture-views.ts';

/** Of one view. */
const EFFORT = 6;
const VIEW_LIMIT_MS = 500;
/** Of all views: whoever waits longer would rather type. */
const LIMIT_MS = 15_000;

function pixelsOf(picture: ImageBitmap, view: PictureView): ImageData {
  const { left, top, width, height, scale, turnDegrees } = view;
  const radians = (turnDegrees * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(radians)), Math.abs(Math.cos(radians))];
  const [drawnWidth, drawnHeight] = [width * scale, height * scale];
  const canvasWidth = Math.max(1, Math.round(drawnWidth * cos + drawnHeight * sin));
  const canvasHeight = Math.max(1, Math.round(drawnWidth * sin + drawnHeight * cos));
  const context = new OffscreenCanvas(canvasWidth, canvasHeight).getContext('2d', {
    willReadFrequently: true,
  });
  if (context === null) throw new Error('no canvas');
  // What is transparent is paper.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvasWidth, canvasHeight);
  context.imageSmoothingQuality = 'high';
  context.translate(canvasWidth / 2, canvasHeight / 2);
  context.rotate(radians);
  context.drawImage(
    picture,
    left,
    top,
    width,
    height,
    -drawnWidth / 2,
    -drawnHeight / 2,
    drawnWidth,
    drawnHeight,
  );
  return context.getImageData(0, 0, canvasWidth, canvasHeight);
}

/** What a QR code in the pixels says; null where none is found. */
function textIn(pixels: ImageData): string | null {
  try {
    return decodeQR(pixels, { effort: EFFORT, timeLimit: VIEW_LIMIT_MS });
  } catch {
    // How a reader of codes says that it finds none.
    return null;
  }
}

function lookedThrough(picture: ImageBitmap): PictureOutcome {
  const startMs = performance.now();
  let hasOther = false;
  for (const view of pictureViews(picture.width, picture.height)) {
    const text = textIn(pixelsOf(picture, view));
    if (text !== null && parseDocumentCode(text) !== null) return { found: 'code', code: text };
    hasOther ||= text !== null;
    if (performance.now() - startMs > LIMIT_MS) break;
  }
  return { found: hasOther ? 'other' : 'nothing' };
}

async function outcomeOf(file: Blob): Promise<PictureOutcome> {
  const header = readImageHeader(new Uint8Array(await file.arrayBuffer()));
  if (header === null || header.widthPx * header.heightPx > MOST_SOURCE_PIXELS) {
    return { found: 'no-picture' };
  }
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return { found: 'no-picture' };
  }
  try {
    return lookedThrough(picture);
  } finally {
    picture.close();
  }
}

self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  outcomeOf(data).then(
    (outcome) => self.postMessage(outcome),
    () => self.postMessage({ found: 'no-picture' } satisfies PictureOutcome),
  );
});
