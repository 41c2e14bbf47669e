import { isHistoryTransaction } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';

import { blockAround, blockIdOf, isEmptyBlock } from '../model/blocks.ts';

/**
 * A statement that stood ready begins with its first letter, so that is its time; one that was begun
 * while nothing was stamped keeps none. Looks at the block of the caret alone.
 */
export function stampBegun(stampMs: () => number | null): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, after) {
      if (!transactions.some((transaction) => transaction.docChanged)) return null;
      const block = blockAround(after.selection.$head);
      if (block?.node.type.name !== 'statement' || block.node.attrs['spokenAtMs'] !== null) {
        return null;
      }
      const former = blockAround(before.selection.$head);
      const begins =
        former !== null &&
        blockIdOf(former.node) === blockIdOf(block.node) &&
        isEmptyBlock(former.node) &&
        !isEmptyBlock(block.node) &&
        !transactions.some(isHistoryTransaction);
      const atMs = begins ? stampMs() : null;
      return atMs === null ? null : after.tr.setNodeAttribute(block.pos, 'spokenAtMs', atMs);
    },
  });
}
