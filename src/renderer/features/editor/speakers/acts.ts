import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';

import { changedBlocks } from '../model/blocks.ts';

/**
 * Undo for what was done beside the text (numbers, queue, attendance). Ctrl+Z takes the last such
 * act back while nothing was typed since; after that it belongs to the text again.
 */
export interface Acts {
  /** `hasText`: the act also changed the document, as the last step of its history. */
  readonly done: (undo: () => void, hasText?: boolean) => void;
  /** Ctrl+Z in the page. */
  readonly undo: Command;
}

export function createActs(document: () => Node): Acts {
  let last: { readonly doc: Node; readonly undo: () => void; readonly hasText: boolean } | null =
    null;
  return {
    done(undo, hasText = false) {
      last = { doc: document(), undo, hasText };
    },
    undo(state, dispatch) {
      if (last === null) return false;
      // Only what was written counts: blocks may be drawn with others meanwhile.
      const { before, after } = changedBlocks(last.doc, state.doc);
      if (before.length > 0 || after.length > 0) return false;
      const { undo, hasText } = last;
      if (dispatch) {
        last = null;
        undo();
      }
      return !hasText;
    },
  };
}
