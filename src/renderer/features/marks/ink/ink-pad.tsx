import type { PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';

import { createInkPainter } from './ink-painter.ts';
import { createPointerChoice } from './pointer-choice.ts';
import type { InkPoint, Stroke } from './stroke.ts';
import { PAD_HEIGHT_PX } from './stroke.ts';
import './ink-pad.css';

interface InkPadProps {
  readonly strokes: readonly Stroke[];
  readonly onStroke: (stroke: Stroke) => void;
  /** Names the pad; that it cannot be used by keys is said beside it. */
  readonly label: string;
}

function pointsOf(canvas: HTMLCanvasElement, events: readonly globalThis.PointerEvent[]) {
  const { left, top, height } = canvas.getBoundingClientRect();
  const scale = PAD_HEIGHT_PX / Math.max(1, height);
  return events.map(({ clientX, clientY, pressure }): InkPoint => ({
    x: (clientX - left) * scale,
    y: (clientY - top) * scale,
    pressure,
  }));
}

/**
 * White paper with a line to sign on, for pen, finger and mouse. What is drawn is shown at once;
 * every point between two frames is taken too.
 */
export function InkPad({ strokes, onStroke, label }: InkPadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const live = useRef<Stroke | null>(null);
  const [painter] = useState(createInkPainter);
  const [choice] = useState(createPointerChoice);

  useEffect(() => painter.show(strokes), [painter, strokes]);
  useEffect(() => (canvas.current ? painter.attach(canvas.current) : undefined), [painter]);

  const showLive = (stroke: Stroke | null): void => {
    live.current = stroke;
    painter.showLive(stroke);
  };
  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return;
    const pointer = { id: event.pointerId, type: event.pointerType, atMs: event.timeStamp };
    if (choice.down(pointer) === 'ignored') return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const points = pointsOf(event.currentTarget, [event.nativeEvent]);
    showLive({ points, hasPressure: pointer.type === 'pen' });
  };
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.pointerType === 'pen') choice.penSeen(event.timeStamp);
    if (!choice.isDrawing(event.pointerId) || live.current === null) return;
    const between = event.nativeEvent.getCoalescedEvents();
    const events = between.length === 0 ? [event.nativeEvent] : between;
    const points = [...live.current.points, ...pointsOf(event.currentTarget, events)];
    showLive({ ...live.current, points });
  };
  const onPointerUp = (event: PointerEvent<HTMLCanvasElement>): void => {
    const stroke = live.current;
    if (!choice.up(event.pointerId) || stroke === null) return;
    showLive(null);
    onStroke(stroke);
  };
  // The system took the pointer for something else: what it drew was not meant.
  const onPointerCancel = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (choice.up(event.pointerId)) showLive(null);
  };

  return (
    <div className="ink-pad">
      <div className="ink-pad-line" aria-hidden />
      <canvas
        ref={canvas}
        className="ink-pad-canvas"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- safe: what is drawn on it is no image file
        role="img"
        aria-label={label}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerCancel}
        onContextMenu={(event) => event.preventDefault()}
      />
    </div>
  );
}
