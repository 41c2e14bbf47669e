/** Fine enough to see every line of text, coarse enough to keep hundreds of pages. */
export const PAGE_DPI = 50;

/** One byte a pixel, 0 black to 255 white, row by row from the top. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Reads binary PGM pictures that stand one after the other (netpbm, "P5"). */
export function readPgms(bytes: Buffer): readonly GreyImage[] {
  const images: GreyImage[] = [];
  for (let at = 0; at < bytes.byteLength;) {
    const head = /^P5\s(?:#[^\n]*\n)?(\d+)\s(\d+)\s255\s/.exec(
      bytes.toString('latin1', at, at + 200),
    );
    if (!head) throw new RangeError('no PGM picture');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const from = at + head[0].length;
    at = from + width * height;
    images.push({ width, height, pixels: bytes.subarray(from, at) });
  }
  return images;
}

/** Side of the squares whose ink is compared: about 5 mm, a line of text with its gap. */
const BLOCK_PX = 10;
/** So far may a line stand from where it stood: another font of the same widths has other heights. */
const REACH_PX = 3;
/** So much more or less ink may a square have, of 1 for all black: fonts differ in weight. */
const INK_TOLERANCE = 0.08;
/** So many of a page's squares that hold ink on either page may still differ. */
export const MOST_DIFFERENT_SHARE = 0.02;

/** Ink in every square, by sums over the whole picture (Crow's summed-area table). */
function inkSums({ width, height, pixels }: GreyImage): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += 255 - (pixels[y * width + x] ?? 255);
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

function inkOf(image: GreyImage): (x: number, y: number) => number {
  const sums = inkSums(image);
  const stride = image.width + 1;
  const within = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  return (x, y) => {
    const [left, right] = [within(x, image.width), within(x + BLOCK_PX, image.width)];
    const [top, bottom] = [within(y, image.height), within(y + BLOCK_PX, image.height)];
    const sum = (row: number, column: number): number => sums[row * stride + column] ?? 0;
    const ink = sum(bottom, right) - sum(top, right) - sum(bottom, left) + sum(top, left);
    return ink / (255 * BLOCK_PX * BLOCK_PX);
  };
}

/**
 * The share of a page's inked squares that hold clearly more or less ink than the approved page has
 * there or within REACH_PX around. 0: the same page; 1 where the pages differ in size.
 */
export function differentShare(approved: GreyImage, drawn: GreyImage): number {
  if (approved.width !== drawn.width || approved.height !== drawn.height) return 1;
  const [before, after] = [inkOf(approved), inkOf(drawn)];
  let [inked, different] = [0, 0];
  for (let y = 0; y < drawn.height; y += BLOCK_PX) {
    for (let x = 0; x < drawn.width; x += BLOCK_PX) {
      const ink = after(x, y);
      let [least, most] = [1, 0];
      for (let dy = -REACH_PX; dy <= REACH_PX; dy += 1) {
        for (let dx = -REACH_PX; dx <= REACH_PX; dx += 1) {
          const around = before(x + dx, y + dy);
          least = Math.min(least, around);
          most = Math.max(most, around);
        }
      }
      if (ink === 0 && most === 0) continue;
      inked += 1;
      if (ink < least - INK_TOLERANCE || ink > most + INK_TOLERANCE) different += 1;
    }
  }
  return inked === 0 ? 0 : different / inked;
}
