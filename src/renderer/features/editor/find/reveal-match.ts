import type { EditorView } from '@tiptap/pm/view';

import { blockAround, blockIdOf } from '../model/blocks.ts';
import { revealBlock } from '../view/reveal.ts';

/** Kept free over and under a match, so that the lines around it can be read. */
const MARGIN_PX = 72;

/** Brings a match into sight; where it is in sight already, nothing moves. */
export function revealMatch(view: EditorView, pos: number): void {
  const block = blockAround(view.state.doc.resolve(pos));
  const scroller = view.dom.closest('.minutes-scroll');
  if (!block || !scroller || isInSight(view, pos, scroller)) return;
  revealBlock(view, blockIdOf(block.node), 'center', () => {
    // A block longer than the window is in its middle now; the match may be elsewhere in it.
    if (isInSight(view, pos, scroller) || view.isDestroyed || pos > view.state.doc.content.size) {
      return;
    }
    const box = scroller.getBoundingClientRect();
    scroller.scrollTop += view.coordsAtPos(pos).top - (box.top + box.height / 2);
  });
}

function isInSight(view: EditorView, pos: number, scroller: Element): boolean {
  const box = scroller.getBoundingClientRect();
  const block = blockAround(view.state.doc.resolve(pos));
  const drawn = block && view.nodeDOM(block.pos);
  if (!(drawn instanceof Element)) return false;
  const { top, bottom } = drawn.getBoundingClientRect();
  // Blocks out of sight are not laid out, so that only the place of those in sight is known.
  if (bottom < box.top || top > box.bottom) return false;
  const match = view.coordsAtPos(pos);
  return match.top >= box.top + MARGIN_PX && match.bottom <= box.bottom - MARGIN_PX;
}
