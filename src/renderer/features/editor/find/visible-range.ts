import type { EditorView } from '@tiptap/pm/view';

/** How far beside what is in sight matches are marked, so that a short scroll shows them at once. */
const BESIDE = 6000;

/** The positions in sight, and some beside them. */
export function visibleRange(view: EditorView): { readonly from: number; readonly to: number } {
  const end = view.state.doc.content.size;
  const scroller = view.dom.closest('.minutes-scroll');
  if (!scroller) return { from: 0, to: end };
  const box = scroller.getBoundingClientRect();
  const page = view.dom.getBoundingClientRect();
  const left = page.left + page.width / 2;
  const top = view.posAtCoords({ left, top: Math.max(box.top, page.top) + 4 });
  const bottom = view.posAtCoords({ left, top: Math.min(box.bottom, page.bottom) - 4 });
  const from = top?.pos ?? 0;
  const to = bottom?.pos ?? from + BESIDE;
  return {
    from: Math.max(0, Math.min(from, to) - BESIDE),
    to: Math.min(end, Math.max(from, to) + BESIDE),
  };
}
