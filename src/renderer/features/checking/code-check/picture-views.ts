/** A part of a picture, drawn larger or smaller and turned, in which a code is looked for. */
export interface PictureView {
  /** In pixels of the picture. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly turnDegrees: number;
}

/** The long side of what is looked at: on a whole page a code is then wide enough, or small enough. */
const WHOLE_SIDES_PX = [1600, 2600, 1000];
const PART_SIDE_PX = 1600;
/** More only blurs. */
const LARGEST_SCALE = 3;
/** Readers of codes see a turned one as well, but not at every angle in coarse pixels. */
const TURN_DEGREES = 27;
/** Halves that overlap by half: a code that one of them cuts stands whole in the next. */
const PART_STARTS = [0.5, 0.25, 0];

/**
 * How a picture is looked at, the most likely first: whole, then part by part from the foot of the
 * page, where the code is printed, then turned a little.
 */
export function pictureViews(width: number, height: number): readonly PictureView[] {
  const scaleTo = (side: number, widthPx: number, heightPx: number): number =>
    Math.min(LARGEST_SCALE, side / Math.max(widthPx, heightPx));
  const whole = (side: number, turnDegrees = 0): PictureView => ({
    left: 0,
    top: 0,
    width,
    height,
    scale: scaleTo(side, width, height),
    turnDegrees,
  });
  const [partWidth, partHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const parts = PART_STARTS.flatMap((top) =>
    PART_STARTS.toReversed().map((left) => ({
      left: Math.floor(left * width),
      top: Math.floor(top * height),
      width: partWidth,
      height: partHeight,
      scale: scaleTo(PART_SIDE_PX, partWidth, partHeight),
      turnDegrees: 0,
    })),
  );
  return [
    ...WHOLE_SIDES_PX.map((side) => whole(side)),
    ...parts,
    ...WHOLE_SIDES_PX.map((side) => whole(side, TURN_DEGREES)),
    ...WHOLE_SIDES_PX.map((side) => whole(side, -TURN_DEGREES)),
  ];
}
