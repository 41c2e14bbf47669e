import { useEffect, useState } from 'react';

import { EMPTY_INK, cleared, redone, undone, withStroke } from './ink-history.ts';
import type { Stroke } from './stroke.ts';
import { isSignature } from './stroke.ts';

/**
 * Ctrl+Z, and Ctrl+Y or Ctrl+Shift+Z, while a pad is shown. Heard everywhere: the pad never has the
 * focus, and nothing else beside it is written in.
 */
export function useInkKeys({ undo, redo }: Pick<Ink, 'undo' | 'redo'>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      event.stopPropagation();
      if (isRedo) redo();
      else undo();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}

/** What is drawn on one pad, with its steps back and forth. */
export function useInk() {
  const [history, setHistory] = useState(EMPTY_INK);
  return {
    strokes: history.strokes,
    isSigned: isSignature(history.strokes),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    add: (stroke: Stroke) => setHistory((now) => withStroke(now, stroke)),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    clear: () => setHistory(cleared),
    reset: () => setHistory(EMPTY_INK),
  };
}
export type Ink = ReturnType<typeof useInk>;
