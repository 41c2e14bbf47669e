import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import './typewriter.css';

/** Less than this is not worth a scroll: the line stands as still as it can. */
const TOLERANCE_PX = 2;

/** The window says by a class whether the line of the caret stays in the middle. */
const isOn = (view: EditorView): boolean => view.dom.closest('.is-typewriter') !== null;

function centreCaret(view: EditorView): void {
  const scroller = view.dom.closest('.minutes-scroll');
  if (scroller === null || view.isDestroyed) return;
  const caret = view.coordsAtPos(view.state.selection.head);
  const box = scroller.getBoundingClientRect();
  const offset = (caret.top + caret.bottom) / 2 - (box.top + box.height / 2);
  if (Math.abs(offset) > TOLERANCE_PX) scroller.scrollTop += offset;
}

/**
 * As on a typewriter the page moves and the line being written stays in the middle. It reads the
 * caret's place once before a frame, when the layout is needed anyway. A click moves nothing: the line
 * must not run away from the pointer.
 */
export function typewriter(): Plugin {
  let isPointing = false;
  return new Plugin({
    props: {
      handleDOMEvents: {
        pointerdown: () => {
          isPointing = true;
          return false;
        },
        keydown: () => {
          isPointing = false;
          return false;
        },
      },
      handleScrollToSelection: (view) => isOn(view) && view.hasFocus(),
    },
    view: (view) => {
      let frame = 0;
      const centre = (): void => {
        cancelAnimationFrame(frame);
        frame = requestAnimationFrame(() => centreCaret(view));
      };
      const onResize = (): void => {
        if (isOn(view)) centre();
      };
      window.addEventListener('resize', onResize);
      return {
        update(_, before) {
          const isWritten = before.doc !== view.state.doc;
          const isMoved = isWritten || !before.selection.eq(view.state.selection);
          if (!isMoved || (isPointing && !isWritten) || !view.hasFocus() || !isOn(view)) return;
          centre();
        },
        destroy() {
          cancelAnimationFrame(frame);
          window.removeEventListener('resize', onResize);
        },
      };
    },
  });
}
