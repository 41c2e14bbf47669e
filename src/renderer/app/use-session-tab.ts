import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

export type SessionTab = 'minutes' | 'attendance' | 'data' | 'files';

/** The page of a final session: nothing in it is written, and keys scroll it. */
const READABLE = '[role="textbox"][aria-readonly="true"]';
/** A part that begins with something other than a field says so. */
const START = '[data-tab-start]';
const WRITABLE = '[contenteditable="true"], input:not([disabled]), textarea:not([disabled])';

/** About a second. */
const FRAMES_TO_WAIT = 60;

interface SessionTabState {
  readonly tab: SessionTab;
  readonly rootRef: RefObject<HTMLDivElement | null>;
  /** Shows a tab and leaves the focus where it is, as a click on the tab does. */
  readonly setTab: (tab: SessionTab) => void;
  /** Shows a tab and puts the caret into its first field, as its shortcut does. */
  readonly goToTab: (tab: SessionTab) => void;
}

/**
 * Which part of a session is shown, and whether the caret should follow there. Another `opening` shows its tab, also
 * where the session was open already.
 */
export function useSessionTab(
  opening: { readonly tab: SessionTab },
  isLoaded: boolean,
): SessionTabState {
  const [tab, setTab] = useState(opening.tab);
  // Counts the wishes for the caret, so that the same shortcut works twice.
  const [wish, setWish] = useState(0);
  const rootRef = useRef<HTMLDivElement>(null);
  const goToTab = (next: SessionTab): void => {
    setTab(next);
    setWish((count) => count + 1);
  };

  const [answered, setAnswered] = useState(opening);
  if (answered !== opening) {
    setAnswered(opening);
    goToTab(opening.tab);
  }

  useEffect(() => {
    if (!isLoaded) return;
    let frame = 0;
    const focusFirst = (framesLeft: number): void => {
      const panel = rootRef.current?.querySelector('[role="tabpanel"]:not([data-inert])');
      const field =
        panel?.querySelector<HTMLElement>(READABLE) ??
        panel?.querySelector<HTMLElement>(START) ??
        panel?.querySelector<HTMLElement>(WRITABLE);
      if (field) {
        // To take it again would lay the page out again.
        if (field !== document.activeElement) field.focus({ preventScroll: true });
        return;
      }
      // A view that is still being loaded has no field yet.
      if (framesLeft > 0) frame = requestAnimationFrame(() => focusFirst(framesLeft - 1));
    };
    focusFirst(FRAMES_TO_WAIT);
    return () => cancelAnimationFrame(frame);
  }, [isLoaded, wish]);

  return {
    tab,
    rootRef,
    setTab,
    goToTab,
  };
}
