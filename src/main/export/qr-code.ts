import { crc32 } from 'node:zlib';

import { zlibSync } from 'fflate';
import { encodeQR } from 'qr';

/** Rows from the top, true where a module is dark; without the white around it. */
export type QrModules = readonly (readonly boolean[])[];

/** A quarter of the symbol may be smudged or torn away. */
export const qrModules = (text: string): QrModules =>
  // The encoder always leaves some white around.
  encodeQR(text, 'raw', { ecc: 'quartile', border: 1 })
    .slice(1, -1)
    .map((row) => row.slice(1, -1));

/** Fine enough that no program has to enlarge it, and still a few hundred bytes. */
const PIXELS_PER_MODULE = 16;
const PNG_SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const BITS_PER_BYTE = 8;
/** One bit a pixel, grey: 0 is black (PNG, third edition, 11.2.1). */
const GREY_OF_ONE_BIT = [1, 0, 0, 0, 0] as const;

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(12 + data.byteLength);
  bytes.writeUInt32BE(data.byteLength, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.byteLength)), 8 + data.byteLength);
  return bytes;
}

/** One row of pixels, its filter (none) before it. */
function scanLine(modules: readonly boolean[]): Uint8Array {
  const widthPx = modules.length * PIXELS_PER_MODULE;
  const line = new Uint8Array(1 + Math.ceil(widthPx / BITS_PER_BYTE)).fill(0xff, 1);
  for (let x = 0; x < widthPx; x += 1) {
    if (modules[Math.floor(x / PIXELS_PER_MODULE)] !== true) continue;
    const at = 1 + Math.floor(x / BITS_PER_BYTE);
    line[at] = (line[at] ?? 0) & ~(0x80 >> (x % BITS_PER_BYTE));
  }
  return line;
}

/** A QR code as a PNG picture; the same modules give the same bytes. */
export function qrPng(modules: QrModules): Uint8Array {
  const sidePx = modules.length * PIXELS_PER_MODULE;
  const header = Buffer.alloc(8 + GREY_OF_ONE_BIT.length);
  header.writeUInt32BE(sidePx, 0);
  header.writeUInt32BE(sidePx, 4);
  header.set(GREY_OF_ONE_BIT, 8);
  const lines = modules.flatMap((row) => Array<Uint8Array>(PIXELS_PER_MODULE).fill(scanLine(row)));
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A QR code as the path of a drawing whose unit is one module: a run of dark ones is one box. */
export function qrPath(modules: QrModules): string {
  return modules
    .flatMap((row, y) => {
      const boxes: string[] = [];
      for (let x = 0; x < row.length; x += 1) {
        if (row[x] !== true) continue;
        const from = x;
        while (row[x + 1] === true) x += 1;
        boxes.push(`M${from} ${y}h${x + 1 - from}v1H${from}z`);
      }
      return boxes;
    })
    .join('');
}
