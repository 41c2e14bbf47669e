import type { EditorView } from '@tiptap/pm/view';

import { positionsBetween } from '../view/in-sight.ts';

/** How far beside what is in sight matches are marked, so that a short scroll shows them at once. */
const BESIDE = 6000;

/** The positions in sight, and some beside them. */
export function visibleRange(view: EditorView): { readonly from: number; readonly to: number } {
  const end = view.state.doc.content.size;
  const scroller = view.dom.closest('.minutes-scroll');
  if (!scroller) return { from: 0, to: end };
  const { from, to } = positionsBetween(view, scroller.getBoundingClientRect());
  return { from: Math.max(0, from - BESIDE), to: Math.min(end, to + BESIDE) };
}
