import { expect, it } from 'vitest';

import { readImageHeader, storedSize } from '../../../src/shared/document/image-rules.ts';
import { pngImage } from '../../fixtures/images.ts';

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const padded = (hex: string): Uint8Array => {
  const bytes = new Uint8Array(64);
  bytes.set(bytesOf(hex));
  return bytes;
};

it('reads type and size from the first bytes of each type', () => {
  expect(readImageHeader(pngImage(30, 20))).toEqual({ type: 'png', widthPx: 30, heightPx: 20 });
  expect(readImageHeader(padded('474946383961 0a00 1400'))).toEqual({
    type: 'gif',
    widthPx: 10,
    heightPx: 20,
  });
  const jpeg = 'ffd8 ffe0 0010 4a46494600010100000100010000 ffc0 0011 08 00c8 0190 03';
  expect(readImageHeader(padded(jpeg))).toEqual({ type: 'jpeg', widthPx: 400, heightPx: 200 });
  const bmp = '424d 00000000 0000 0000 36000000 28000000 05000000 f9ffffff';
  expect(readImageHeader(padded(bmp))).toEqual({ type: 'bmp', widthPx: 5, heightPx: 7 });
  const webp = '52494646 00000000 57454250 56503858 0a000000 00000000 630000 310000';
  expect(readImageHeader(padded(webp))).toEqual({ type: 'webp', widthPx: 100, heightPx: 50 });
});

it('knows nothing of other files and of those that end too early', () => {
  const text = (words: string) => new TextEncoder().encode(words.padEnd(64));
  expect(readImageHeader(text('<svg xmlns="http://www.w3.org/2000/svg">'))).toBeNull();
  expect(readImageHeader(text('%PDF-1.7'))).toBeNull();
  expect(readImageHeader(pngImage(30, 20).subarray(0, 20))).toBeNull();
  expect(readImageHeader(padded('ffd8 ffe0 ffff'))).toBeNull();
  expect(readImageHeader(new Uint8Array())).toBeNull();
});

it('stores at most 1600 pixels on the longest side, in the same proportions', () => {
  expect(storedSize(800, 600)).toEqual({ width: 800, height: 600 });
  expect(storedSize(3200, 1600)).toEqual({ width: 1600, height: 800 });
  expect(storedSize(100, 20_000)).toEqual({ width: 8, height: 1600 });
  expect(storedSize(1, 90_000)).toEqual({ width: 1, height: 1600 });
});
