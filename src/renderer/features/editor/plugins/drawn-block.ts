import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { blockAround } from '../model/blocks.ts';

/**
 * Marks the block with the caret, which is always drawn. A block that was just made and is not drawn
 * yet (`content-visibility: auto` draws it with the next frame) has no place for a caret: Chromium
 * would put the next letter beside the block's text, where it is not part of the document.
 */
export function drawnBlock(): Plugin {
  return new Plugin({
    key: new PluginKey('drawnBlock'),
    props: {
      decorations(state) {
        const block = blockAround(state.selection.$head);
        if (block === null) return null;
        const end = block.pos + block.node.nodeSize;
        return DecorationSet.create(state.doc, [
          Decoration.node(block.pos, end, { class: 'is-current' }),
        ]);
      },
    },
  });
}
