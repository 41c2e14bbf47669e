import { inflateSync } from 'node:zlib';

import { pngFile } from '../fixtures/images.ts';
import type { GreyImage } from './page-images.ts';

/*
 * The approved pages of a document are kept side by side in one picture: a PNG in sixteen greys,
 * unfiltered, which is all that this reads.
 */

const COLUMNS = 4;
const GAP_PX = 6;
const GAP_GREY = 0xbb;
const BIT_DEPTH = 4;
const GREYS = 17;
const GREYSCALE = 0;

/** The pages as one picture, four in a row. All must have one size. */
export function sheetOf(pages: readonly GreyImage[]): GreyImage {
  const { width: pageWidth = 0, height: pageHeight = 0 } = pages[0] ?? {};
  if (pages.some(({ width, height }) => width !== pageWidth || height !== pageHeight)) {
    throw new RangeError('pages of several sizes');
  }
  const columns = Math.min(COLUMNS, pages.length);
  const rows = Math.ceil(pages.length / COLUMNS);
  const width = columns * (pageWidth + GAP_PX) - GAP_PX;
  const height = rows * (pageHeight + GAP_PX) - GAP_PX;
  const pixels = new Uint8Array(width * height).fill(GAP_GREY);
  for (const [index, page] of pages.entries()) {
    const left = (index % COLUMNS) * (pageWidth + GAP_PX);
    const top = Math.floor(index / COLUMNS) * (pageHeight + GAP_PX);
    for (let y = 0; y < pageHeight; y += 1) {
      const row = page.pixels.subarray(y * pageWidth, (y + 1) * pageWidth);
      pixels.set(row, (top + y) * width + left);
    }
  }
  return { width, height, pixels };
}

/** The page of that number, from 0, out of a sheet. */
export function pageOf(
  sheet: GreyImage,
  index: number,
  { width, height }: Pick<GreyImage, 'width' | 'height'>,
): GreyImage {
  const left = (index % COLUMNS) * (width + GAP_PX);
  const top = Math.floor(index / COLUMNS) * (height + GAP_PX);
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * sheet.width + left;
    pixels.set(sheet.pixels.subarray(from, from + width), y * width);
  }
  return { width, height, pixels };
}

export function sheetPng({ width, height, pixels }: GreyImage): Uint8Array {
  const stride = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grey = Math.round((pixels[y * width + x] ?? 255) / GREYS);
      const at = y * stride + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? grey << BIT_DEPTH : grey);
    }
  }
  return pngFile({ width, height, bitDepth: BIT_DEPTH, colourType: GREYSCALE }, rows);
}

export function readSheet(png: Uint8Array): GreyImage {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const data: Buffer[] = [];
  for (let at = 8; at < bytes.byteLength;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      data.push(bytes.subarray(at + 8, at + 8 + length));
    }
    at += 12 + length;
  }
  const rows = inflateSync(Buffer.concat(data));
  const stride = 1 + Math.ceil(width / 2);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const pair = rows[y * stride + 1 + (x >> 1)] ?? 0;
      pixels[y * width + x] = (x % 2 === 0 ? pair >> BIT_DEPTH : pair & 0x0f) * GREYS;
    }
  }
  return { width, height, pixels };
}
