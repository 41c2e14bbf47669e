import type { EditorView } from '@tiptap/pm/view';

const GAP_PX = 4;
const LEAST_PX = 160;

/** Puts an element under a position of the page, or over it where there is no room below. */
export function placeAt(view: EditorView, pos: number, dom: HTMLElement): void {
  const sheet = view.dom.parentElement;
  const scroller = sheet?.parentElement;
  if (!sheet || !scroller) return;
  if (dom.parentElement !== sheet) sheet.append(dom);
  const caret = view.coordsAtPos(pos);
  const sheetBox = sheet.getBoundingClientRect();
  const scrollerBox = scroller.getBoundingClientRect();
  // In a low window it takes what is left under or over the line, and scrolls only where that is nothing.
  const roomPx = Math.max(scrollerBox.bottom - caret.bottom, caret.top - scrollerBox.top);
  dom.style.setProperty('--room', `${Math.max(roomPx - 2 * GAP_PX, LEAST_PX)}px`);
  const hasRoomBelow = caret.bottom + GAP_PX + dom.offsetHeight <= scrollerBox.bottom;
  const hasRoomAbove = caret.top - GAP_PX - dom.offsetHeight >= scrollerBox.top;
  const top =
    hasRoomBelow || !hasRoomAbove ? caret.bottom + GAP_PX : caret.top - GAP_PX - dom.offsetHeight;
  const left = Math.min(caret.left, sheetBox.right - dom.offsetWidth - GAP_PX);
  dom.style.top = `${top - sheetBox.top}px`;
  dom.style.left = `${Math.max(GAP_PX, left - sheetBox.left)}px`;
  if (hasRoomBelow || hasRoomAbove) return;
  scroller.scrollTop += caret.bottom + 2 * GAP_PX + dom.offsetHeight - scrollerBox.bottom;
}
