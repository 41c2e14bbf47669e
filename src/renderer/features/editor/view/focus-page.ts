import type { EditorView } from '@tiptap/pm/view';

/** Puts the focus into the page. ProseMirror gives none to a page that takes no words. */
export function focusPage(view: EditorView): void {
  if (view.editable) view.focus();
  else view.dom.focus({ preventScroll: true });
}
