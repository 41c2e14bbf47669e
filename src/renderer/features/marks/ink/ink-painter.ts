import type { Stroke } from './stroke.ts';
import { INK_COLOUR, PAD_HEIGHT_PX, outlineOf, pathOf } from './stroke.ts';

const pathFrom = (stroke: Stroke): Path2D => new Path2D(pathOf(outlineOf(stroke)));

/** Draws strokes on a canvas, once in a frame at most, and the one under the pen with them. */
export function createInkPainter() {
  // Finished strokes do not change: each is outlined once.
  const paths = new WeakMap<Stroke, Path2D>();
  let canvas: HTMLCanvasElement | null = null;
  let strokes: readonly Stroke[] = [];
  let live: Stroke | null = null;
  let frame = 0;

  const pathFor = (stroke: Stroke): Path2D => {
    const path = paths.get(stroke) ?? pathFrom(stroke);
    paths.set(stroke, path);
    return path;
  };
  const draw = (): void => {
    frame = 0;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const scale = canvas.height / PAD_HEIGHT_PX;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.fillStyle = INK_COLOUR;
    for (const stroke of strokes) context.fill(pathFor(stroke));
    if (live !== null) context.fill(pathFrom(live));
  };
  const drawSoon = (): void => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };

  return {
    /** Takes a canvas, with as many pixels as the screen has for it; answers with the way to let go. */
    attach(element: HTMLCanvasElement): () => void {
      canvas = element;
      const fit = (): void => {
        const { width, height } = element.getBoundingClientRect();
        element.width = Math.max(1, Math.round(width * devicePixelRatio));
        element.height = Math.max(1, Math.round(height * devicePixelRatio));
        draw();
      };
      const observer = new ResizeObserver(fit);
      observer.observe(element);
      fit();
      return () => {
        observer.disconnect();
        cancelAnimationFrame(frame);
        frame = 0;
        canvas = null;
      };
    },
    show(finished: readonly Stroke[]): void {
      strokes = finished;
      drawSoon();
    },
    showLive(stroke: Stroke | null): void {
      live = stroke;
      drawSoon();
    },
  };
}
