import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockAfter, blockIdOf } from '../model/blocks.ts';

const key = new PluginKey<ReadonlySet<BlockId>>('writtenBeside');

/**
 * Remembers lines that were written behind the block of the caret while the caret stayed in it, as
 * when somebody comes in during a statement. What is begun next was said after that, so it comes
 * behind them.
 */
export function writtenBeside(): Plugin<ReadonlySet<BlockId>> {
  return new Plugin<ReadonlySet<BlockId>>({
    key,
    state: {
      init: () => new Set(),
      apply: (transaction, ids) => {
        const id = transaction.getMeta(key) as BlockId | undefined;
        return id === undefined ? ids : new Set([...ids, id]);
      },
    },
  });
}

export const markWrittenBeside = (transaction: Transaction, id: BlockId): Transaction =>
  transaction.setMeta(key, id);

/** The last line that was written beside a block, or the block itself. */
export function lastBeside(state: EditorState, block: PlacedBlock): PlacedBlock {
  const ids = key.getState(state);
  let last = block;
  for (;;) {
    const next = blockAfter(state.doc, last);
    if (next === null || ids?.has(blockIdOf(next.node)) !== true) return last;
    last = next;
  }
}
