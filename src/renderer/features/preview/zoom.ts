import { PREVIEW_ZOOMS } from '../../../shared/contract/preview.ts';

/** The page's width in its place, or parts of its printed size in percent. */
export const ZOOMS = PREVIEW_ZOOMS;
export type Zoom = (typeof ZOOMS)[number];

const PERCENTS = ZOOMS.slice(1);

/** The next size in that direction from what is shown now; the last one stays. */
export function nextZoom(factor: number, direction: 1 | -1): Zoom {
  const percent = Math.round(factor * 100);
  const further =
    direction === 1
      ? PERCENTS.find((size) => Number(size) > percent)
      : PERCENTS.findLast((size) => Number(size) < percent);
  return further ?? (direction === 1 ? '200' : '50');
}
