import type { PointerEvent, RefObject } from 'react';
import { useRef, useState } from 'react';

import type { AttendanceId } from '../../../shared/ids.ts';

/** Where dragged rows would be put: before the row of that index, or behind all where it is the number of rows. */
export interface RowDrag {
  readonly ids: readonly AttendanceId[];
  readonly dropIndex: number;
}

interface RowDragOptions {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly headerHeightPx: number;
  readonly rowHeightPx: number;
  readonly rowCount: number;
  readonly onDrop: (drag: RowDrag) => void;
}

/** A pointer nearer than this to an edge scrolls the list. */
const EDGE_PX = 36;
const SCROLL_STEP_PX = 14;

/** Dragging rows by their handle, with the list scrolling at its edges; Esc calls it off. */
export function useRowDrag({
  scroller,
  headerHeightPx,
  rowHeightPx,
  rowCount,
  onDrop,
}: RowDragOptions) {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const latest = useRef<RowDrag | null>(null);
  const set = (value: RowDrag | null): void => {
    latest.current = value;
    setDrag(value);
  };

  function dropIndexAt(clientY: number): number {
    const box = scroller.current?.getBoundingClientRect();
    if (box === undefined) return 0;
    const y = clientY - box.top - headerHeightPx + (scroller.current?.scrollTop ?? 0);
    return Math.max(0, Math.min(rowCount, Math.round(y / rowHeightPx)));
  }

  function start(event: PointerEvent, ids: readonly AttendanceId[]): void {
    const element = scroller.current;
    if (element === null || event.button !== 0) return;
    event.preventDefault();
    let pointerY = event.clientY;
    let frame = 0;
    const update = (): void => set({ ids, dropIndex: dropIndexAt(pointerY) });
    const scrollAtEdge = (): void => {
      const box = element.getBoundingClientRect();
      const isAbove = pointerY < box.top + headerHeightPx + EDGE_PX;
      const isBelow = pointerY > box.bottom - EDGE_PX;
      if (isAbove !== isBelow) {
        element.scrollTop += isAbove ? -SCROLL_STEP_PX : SCROLL_STEP_PX;
        update();
      }
      frame = requestAnimationFrame(scrollAtEdge);
    };
    const listening = new AbortController();
    const { signal } = listening;
    const end = (isDropped: boolean): void => {
      listening.abort();
      cancelAnimationFrame(frame);
      const dropped = latest.current;
      set(null);
      if (isDropped && dropped !== null) onDrop(dropped);
    };
    window.addEventListener(
      'pointermove',
      (move) => {
        pointerY = move.clientY;
        update();
      },
      { signal },
    );
    window.addEventListener('pointerup', () => end(true), { signal });
    window.addEventListener('pointercancel', () => end(false), { signal });
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return;
        key.stopPropagation();
        end(false);
      },
      { signal, capture: true },
    );
    update();
    frame = requestAnimationFrame(scrollAtEdge);
  }

  return { drag, start };
}
