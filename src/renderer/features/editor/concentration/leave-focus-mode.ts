import { Plugin } from '@tiptap/pm/state';

/** Asks the window to show again what is around the page. */
export const LEAVE_FOCUS_MODE = 'leave-focus-mode';

/**
 * Esc leads out of focus mode where nothing else had a use for it: the last of the plugins. The window
 * cannot tell by itself, since the page takes every Esc for its own.
 */
export function leaveFocusMode(): Plugin {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (event.key !== 'Escape' || view.composing) return false;
        if (view.dom.closest('.is-focus-mode') === null) return false;
        window.dispatchEvent(new Event(LEAVE_FOCUS_MODE));
        return true;
      },
    },
  });
}
