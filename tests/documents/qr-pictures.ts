import { inflateSync } from 'node:zlib';

import { decodeQR } from 'qr/decode.js';

/** Dark and light, row by row from the top. */
export type Bitmap = readonly (readonly boolean[])[];

const PNG_HEADER_LENGTH = 8;
const CHUNK_FRAME_LENGTH = 12;
/** White around a code, which paper has and a picture of the code alone has not. */
const QUIET_PX = 20;

/** A PNG picture of one bit a pixel, without filters and in one chunk, as codes are drawn. */
export function bitmapOfPng(png: Uint8Array): Bitmap {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = PNG_HEADER_LENGTH; at < bytes.byteLength;) {
    const length = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + length));
    at += CHUNK_FRAME_LENGTH + length;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[8] !== 1) throw new Error('not one bit a pixel');
  const lines = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  const stride = 1 + Math.ceil(width / 8);
  return Array.from({ length: height }, (_, y) =>
    Array.from(
      { length: width },
      (_unused, x) => ((lines[y * stride + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0,
    ),
  );
}

/** The boxes of a drawn code ("M3 0h2v1H3z"), each module `scale` pixels wide. */
export function bitmapOfPath(path: string, modules: number, scale: number): Bitmap {
  const dark = new Set<string>();
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let at = 0; at < Number(width); at += 1) dark.add(`${Number(x) + at} ${y ?? ''}`);
  }
  const side = Array.from({ length: modules * scale }, (_, index) => Math.floor(index / scale));
  return side.map((y) => side.map((x) => dark.has(`${x} ${y}`)));
}

/** What the QR code says. Throws where none can be read. */
export function readQr(bitmap: Bitmap): string {
  const width = (bitmap[0]?.length ?? 0) + 2 * QUIET_PX;
  const height = bitmap.length + 2 * QUIET_PX;
  const data = new Uint8Array(width * height * 4).fill(255);
  bitmap.forEach((row, y) =>
    row.forEach((isDark, x) => {
      const at = ((y + QUIET_PX) * width + x + QUIET_PX) * 4;
      if (isDark) data.fill(0, at, at + 3);
    }),
  );
  return decodeQR({ width, height, data });
}
