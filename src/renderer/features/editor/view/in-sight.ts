import type { EditorView } from '@tiptap/pm/view';

/** Between two blocks there is no text; a little further on there is. */
const STEP_PX = 8;
const STEPS = 12;

/**
 * The position of the text at a height of the page, or a little above or below it. ProseMirror's own
 * answer falls back to measuring letter by letter: half a minute in a paragraph as long as a book.
 */
function posAt(view: EditorView, left: number, top: number, direction: 1 | -1): number | null {
  for (let step = 0; step < STEPS; step += 1) {
    const caret = document.caretPositionFromPoint(left, top + direction * step * STEP_PX);
    const node = caret?.offsetNode;
    if (caret && node?.nodeType === Node.TEXT_NODE && view.dom.contains(node)) {
      return view.posAtDOM(node, caret.offset);
    }
  }
  return null;
}

/** The positions between two heights of the window, as far as the page reaches. */
export function positionsBetween(
  view: EditorView,
  heights: Pick<DOMRect, 'top' | 'bottom'>,
): { readonly from: number; readonly to: number } {
  const page = view.dom.getBoundingClientRect();
  const left = page.left + page.width / 2;
  const inPage = (y: number): number => Math.min(Math.max(y, page.top + 1), page.bottom - 1);
  const { size } = view.state.doc.content;
  const from = posAt(view, left, inPage(heights.top + 1), 1) ?? 0;
  const to = posAt(view, left, inPage(heights.bottom - 1), -1) ?? size;
  return { from: Math.min(from, to), to: Math.max(from, to) };
}
