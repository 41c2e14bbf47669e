import { crc32, deflateSync } from 'node:zlib';

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Where a PNG says its size (PNG §11.2.2), in pixels. */
const SIZE_OFFSET = 16;
/** Enough for two strokes; a picture of the signature itself may be larger. */
const LONGEST_SIDE = 240;
const HALF_STROKE = 2.5;
const RED_ON_WHITE = Buffer.from([255, 255, 255, 192, 32, 32]);
const BLACK_ON_WHITE = Buffer.from([255, 255, 255, 0, 0, 0]);
/** In pixels, two and a half to one, as Word sets a line. */
const OPEN_LINE = {
  width: 240,
  height: 96,
  margin: 6,
  lineTop: 82,
  crossLeft: 12,
  crossTop: 58,
  crossSize: 18,
} as const;

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(named.byteLength + 8);
  framed.writeUInt32BE(content.byteLength, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.byteLength + 4);
  return framed;
}

function size(image: Uint8Array): { width: number; height: number } {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  if (image.byteLength < SIZE_OFFSET + 8) return { width: 120, height: 40 };
  const [width, height] = [view.getUint32(SIZE_OFFSET), view.getUint32(SIZE_OFFSET + 4)];
  const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height, 1));
  const scaled = (side: number): number => Math.max(1, Math.round(side * scale));
  return { width: scaled(width), height: scaled(height) };
}

/** A picture of two colours; `isInk` tells which a pixel has. */
function twoColoured(
  { width, height }: { readonly width: number; readonly height: number },
  palette: Buffer,
  isInk: (x: number, y: number) => boolean,
): Uint8Array {
  // One byte before each row: it is not filtered (PNG §9.2).
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) if (isInk(x, y)) rows[y * (width + 1) + 1 + x] = 1;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, by a palette.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    PNG_MAGIC,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * The picture that Word shows on a line whose signature no longer holds: the place crossed out, in
 * the proportions of the signature. Without one it would go on to show the signature.
 */
export function invalidLinePng(signatureImage: Uint8Array): Uint8Array {
  const { width, height } = size(signatureImage);
  const diagonal = Math.hypot(width, height);
  return twoColoured({ width, height }, RED_ON_WHITE, (x, y) => {
    const falling = Math.abs(x * height - y * width) / diagonal;
    const rising = Math.abs(x * height - (height - 1 - y) * width) / diagonal;
    return Math.min(falling, rising) <= HALF_STROKE;
  });
}

/** The picture of a line that waits for its signature: an x and the line itself, as Word draws it. */
export function openLinePng(): Uint8Array {
  return twoColoured(OPEN_LINE, BLACK_ON_WHITE, (x, y) => {
    const { crossLeft, crossTop, crossSize, lineTop, margin, width } = OPEN_LINE;
    const isOnLine = y >= lineTop && y < lineTop + HALF_STROKE && x >= margin && x < width - margin;
    const [column, row] = [x - crossLeft, y - crossTop];
    const isInCross = column >= 0 && column < crossSize && row >= 0 && row < crossSize;
    const isOnStroke = Math.abs(column - row) < 2 || Math.abs(column + row - crossSize + 1) < 2;
    return isOnLine || (isInCross && isOnStroke);
  });
}
