import { Plugin, PluginKey } from '@tiptap/pm/state';

/**
 * Keys such as Home move the caret in the browser, which tells of it in a task of its own. Another key may come
 * before that, as on a busy computer: ProseMirror would answer it where the caret was, so that Backspace at the
 * start of a statement would not merge it. What the browser is about to tell is told before each key instead.
 */
export function caretInTime(): Plugin {
  return new Plugin({
    key: new PluginKey('caretInTime'),
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          // An input method puts words together at a caret of its own.
          if (!view.composing && !event.isComposing)
            view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
          return false;
        },
      },
    },
  });
}
