import { Editor } from '@tiptap/core';

import { documentExtensions } from '../schema/nodes.ts';
import type { Translate } from '../texts.ts';

interface PageEditorOptions {
  readonly isEditable: boolean;
  readonly t: Translate;
  /** The focus leaves the page. */
  readonly onBlur: () => void;
}

/** The editor of a page, still without its document and outside of the window. */
export function createPageEditor({ isEditable, t, onBlur }: PageEditorOptions): Editor {
  return new Editor({
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
}
