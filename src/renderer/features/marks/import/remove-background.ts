/** A picture as the canvas gives it: four bytes a pixel, row by row. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

/** How bright each pixel is on white ground, 0 to 255; what is transparent is white (ITU-R BT.709). */
export function brightnessOf({ width, height, data }: Pixels): Float32Array {
  const brightness = new Float32Array(width * height);
  for (let at = 0; at < brightness.length; at += 1) {
    const byte = at * 4;
    const own =
      0.2126 * (data[byte] ?? 0) + 0.7152 * (data[byte + 1] ?? 0) + 0.0722 * (data[byte + 2] ?? 0);
    brightness[at] = 255 - (255 - own) * ((data[byte + 3] ?? 0) / 255);
  }
  return brightness;
}

/** Sums over all above and left of each corner (Crow's summed-area table). */
function sumsOf(values: Float32Array, width: number, height: number): Float64Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += values[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

function meanAround(
  values: Float32Array,
  width: number,
  height: number,
  reach: number,
): Float32Array {
  const sums = sumsOf(values, width, height);
  const stride = width + 1;
  const means = new Float32Array(values.length);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum =
        (sums[bottom * stride + right] ?? 0) -
        (sums[top * stride + right] ?? 0) -
        (sums[bottom * stride + left] ?? 0) +
        (sums[top * stride + left] ?? 0);
      means[y * width + x] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}

/**
 * How bright the paper is at each pixel, shadows and folds included: the mean around it, once more
 * without what is darker than that mean, which is ink.
 */
export function paperOf(brightness: Float32Array, width: number, height: number): Float32Array {
  const reach = Math.max(8, Math.round(Math.max(width, height) / 12));
  const first = meanAround(brightness, width, height, reach);
  const withoutInk = brightness.map((value, at) => Math.max(value, (first[at] ?? 0) * 0.97));
  return meanAround(withoutInk, width, height, reach);
}

/** So much darker than its paper may ink be and still be seen through: edges stay soft. */
const SOFTNESS = 0.12;
/** Darkness that is always paper: the grain of a photograph. */
export const LEAST_THRESHOLD = 0.04;
export const MOST_THRESHOLD = 0.7;
export const USUAL_THRESHOLD = 0.2;

/** How much darker each pixel is than the paper where it lies, 0 to 1: a shadow is not darker. */
export function darknessOf(pixels: Pixels): Float32Array {
  const brightness = brightnessOf(pixels);
  const paper = paperOf(brightness, pixels.width, pixels.height);
  return brightness.map((value, at) => 1 - value / Math.max(1, paper[at] ?? 255));
}

/**
 * The ink alone, on transparent ground. `threshold`: how much darker than the paper around it
 * something is to be ink, 0 to 1.
 */
export function withoutBackground(
  { width, height, data }: Pixels,
  darkness: Float32Array,
  threshold: number,
): Pixels {
  const result = new Uint8ClampedArray(data);
  for (let at = 0; at < darkness.length; at += 1) {
    const over = (darkness[at] ?? 0) - threshold + SOFTNESS / 2;
    const ink = Math.max(0, Math.min(1, over / SOFTNESS));
    result[at * 4 + 3] = Math.round((data[at * 4 + 3] ?? 0) * ink);
  }
  return { width, height, data: result };
}
