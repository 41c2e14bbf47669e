import { Editor } from '@tiptap/core';

import { documentExtensions } from '../schema/nodes.ts';
import type { Translate } from '../texts.ts';

interface PageEditorOptions {
  readonly isEditable: boolean;
  readonly t: Translate;
  /** The focus leaves the page. */
  readonly onBlur: () => void;
}

/**
 * Before each commit React walks through all of a focused element that says it can be edited, to note
 * where the selection stands: of long minutes that takes a tenth of a second, for every message and every
 * "saved" in the window. ProseMirror keeps the selection itself, so React need not know; the attribute,
 * which makes the page editable, stays.
 */
function keepSelectionFromReact(page: HTMLElement): void {
  Object.defineProperty(page, 'contentEditable', { value: 'inherit', configurable: true });
}

/** The editor of a page, still without its document and outside of the window. */
export function createPageEditor({ isEditable, t, onBlur }: PageEditorOptions): Editor {
  const editor = new Editor({
    // Outside of the page: what is drawn while it is put together must not be laid out.
    element: document.createElement('div'),
    extensions: documentExtensions,
    // Only what is used: ready-made keys would get in the way of our own, and the strict policy
    // for styles forbids injected ones.
    enableCoreExtensions: {
      keymap: false,
      delete: false,
      drop: false,
      paste: false,
      focusEvents: false,
      clipboardTextSerializer: false,
      textDirection: false,
    },
    enableInputRules: false,
    enablePasteRules: false,
    injectCSS: false,
    editable: isEditable,
    editorProps: {
      attributes: {
        'aria-label': t('page'),
        'aria-multiline': 'true',
        class: 'minutes-document',
        role: 'textbox',
        spellcheck: 'false',
      },
      handleDOMEvents: {
        blur: () => {
          onBlur();
          return false;
        },
      },
      scrollMargin: { top: 48, bottom: 120, left: 0, right: 0 },
      scrollThreshold: { top: 24, bottom: 96, left: 0, right: 0 },
    },
  });
  keepSelectionFromReact(editor.view.dom);
  return editor;
}
