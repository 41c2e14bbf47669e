// What images minutes may hold. The window prepares them, the archive checks what it is given.

/** Types of files that can be brought in; all of them are stored as PNG or JPEG. */
export const IMAGE_SOURCE_TYPES = ['png', 'jpeg', 'gif', 'webp', 'bmp'] as const;
export type ImageSourceType = (typeof IMAGE_SOURCE_TYPES)[number];
export const STORED_MEDIA_TYPES = ['image/png', 'image/jpeg'] as const;
export type StoredMediaType = (typeof STORED_MEDIA_TYPES)[number];

const MEBIBYTE = 1024 * 1024;
export const LARGEST_SOURCE_BYTES = 25 * MEBIBYTE;
/** More than any camera makes; a small file can claim to be far larger than memory. */
export const MOST_SOURCE_PIXELS = 60_000_000;
export const LONGEST_SIDE_PX = 1600;
export const LARGEST_STORED_BYTES = 4 * MEBIBYTE;
export const MOST_IMAGES_PER_SESSION = 100;
export const LONGEST_CAPTION = 500;

export interface ImageHeader {
  readonly type: ImageSourceType;
  readonly widthPx: number;
  readonly heightPx: number;
}

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean =>
  text.split('').every((char, index) => bytes[at + index] === char.charCodeAt(0));

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Markers of JPEG that begin a frame and so carry its size: SOF0 to SOF15 but DHT, JPG and DAC. */
const isFrameStart = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegHeader(view: DataView): ImageHeader | null {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (isFrameStart(marker)) {
      return { type: 'jpeg', widthPx: view.getUint16(at + 7), heightPx: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function webpHeader(bytes: Uint8Array, view: DataView): ImageHeader | null {
  if (bytes.byteLength < 30) return null;
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  if (startsWith(bytes, 'VP8X', 12)) {
    return { type: 'webp', widthPx: uint24(24) + 1, heightPx: uint24(27) + 1 };
  }
  if (startsWith(bytes, 'VP8L', 12)) {
    const packed = view.getUint32(21, true);
    const heightPx = ((packed >>> 14) & 0x3fff) + 1;
    return { type: 'webp', widthPx: (packed & 0x3fff) + 1, heightPx };
  }
  if (!startsWith(bytes, 'VP8 ', 12)) return null;
  const [widthPx, heightPx] = [view.getUint16(26, true), view.getUint16(28, true)];
  return { type: 'webp', widthPx: widthPx & 0x3fff, heightPx: heightPx & 0x3fff };
}

function unchecked(bytes: Uint8Array): ImageHeader | null {
  const view = viewOf(bytes);
  if (startsWith(bytes, '\u0089PNG\r\n\u001a\n')) {
    if (!startsWith(bytes, 'IHDR', 12)) return null;
    return { type: 'png', widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegHeader(view);
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) {
    return { type: 'gif', widthPx: view.getUint16(6, true), heightPx: view.getUint16(8, true) };
  }
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return webpHeader(bytes, view);
  if (startsWith(bytes, 'BM') && view.getUint32(14, true) >= 40) {
    const heightPx = Math.abs(view.getInt32(22, true));
    return { type: 'bmp', widthPx: view.getInt32(18, true), heightPx };
  }
  return null;
}

/**
 * Type and size of an image from the first bytes of its file, whatever its name says; null where it
 * is none of the types above, or ends before it says its size.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  if (bytes.byteLength < 26) return null;
  const header = unchecked(bytes);
  return header !== null && header.widthPx > 0 && header.heightPx > 0 ? header : null;
}

/** The size at which an image is stored: its own, or as large as fits. */
export function storedSize(widthPx: number, heightPx: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST_SIDE_PX / Math.max(widthPx, heightPx));
  return {
    width: Math.max(1, Math.round(widthPx * scale)),
    height: Math.max(1, Math.round(heightPx * scale)),
  };
}
