import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import { blockAround, endOf } from '../model/blocks.ts';

const key = new PluginKey<DecorationSet>('drawnBlock');

function drawn(state: EditorState): DecorationSet {
  const block = blockAround(state.selection.$head);
  if (block === null) return DecorationSet.empty;
  return DecorationSet.create(state.doc, [
    Decoration.node(block.pos, endOf(block), { class: 'is-current' }),
  ]);
}

/** The former mark where it still fits: making one goes through all blocks, which is too much for a key. */
function follow(former: DecorationSet, transaction: Transaction, after: EditorState) {
  if (!transaction.docChanged && !transaction.selectionSet) return former;
  const block = blockAround(after.selection.$head);
  if (block === null) return DecorationSet.empty;
  const marks = former.map(transaction.mapping, after.doc);
  const [mark, ...others] = marks.find();
  const fits = mark?.from === block.pos && mark.to === endOf(block) && others.length === 0;
  return fits ? marks : drawn(after);
}

/**
 * Marks the block with the caret, which is always drawn. A block that was just made and is not drawn
 * yet (`content-visibility: auto` draws it with the next frame) has no place for a caret: Chromium
 * would put the next letter beside the block's text, where it is not part of the document.
 */
export function drawnBlock(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, state) => drawn(state),
      apply: (transaction, former, _before, after) => follow(former, transaction, after),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
