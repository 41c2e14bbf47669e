import type { EditorView } from '@tiptap/pm/view';

import type { BlockId } from '../../../../shared/ids.ts';

const MOST_FRAMES = 90;
/** A fifth of a second: what slides later was moved by somebody. */
const STABLE_FRAMES = 12;
/** Whoever scrolls or types meanwhile is not pulled back. */
const OWN_MOVES = ['wheel', 'pointerdown', 'keydown'] as const;

/** The jump under way in each editor; a newer one ends it. */
const jumps = new WeakMap<EditorView, symbol>();

/**
 * Scrolls a block to the middle of the window, or just into it. Blocks out of sight have estimated heights, so one
 * jump may slide away as they are laid out; it is repeated until the block stays where it is. `refine` may scroll on
 * from there, as within a long block.
 */
export function revealBlock(
  view: EditorView,
  id: BlockId,
  where: 'center' | 'nearest' = 'center',
  refine: () => void = () => undefined,
): void {
  const jump = Symbol('jump');
  jumps.set(view, jump);
  let stableFrames = 0;
  let formerTop = Number.NaN;
  let frames = 0;
  const stop = (): void => {
    if (jumps.get(view) === jump) jumps.delete(view);
    for (const move of OWN_MOVES) window.removeEventListener(move, stop, true);
  };
  const step = (): void => {
    const block = view.dom.querySelector(`[data-block-id="${CSS.escape(id)}"]`);
    const isOver = jumps.get(view) !== jump || view.isDestroyed;
    if (!block || isOver || frames > MOST_FRAMES || stableFrames >= STABLE_FRAMES) {
      stop();
      return;
    }
    frames += 1;
    block.scrollIntoView({ block: where });
    refine();
    const { top } = block.getBoundingClientRect();
    stableFrames = Math.abs(top - formerTop) < 1 ? stableFrames + 1 : 0;
    formerTop = top;
    requestAnimationFrame(step);
  };
  for (const move of OWN_MOVES) window.addEventListener(move, stop, true);
  step();
}
