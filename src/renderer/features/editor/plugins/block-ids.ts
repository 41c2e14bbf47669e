import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';
import { blockIdOf, changedBlocks, eachBlock } from '../model/blocks.ts';

function needsIds(before: Node, after: Node): boolean {
  const changed = changedBlocks(before, after);
  if (changed.after.length === 0) return false;
  if (changed.after.length !== changed.before.length) return true;
  return changed.after.some((node, index) => {
    const former = changed.before[index];
    return former === undefined || blockIdOf(former) !== blockIdOf(node);
  });
}

/**
 * Gives every block an id of its own, whatever brought it in: a split, a paste, a drop. Where two
 * have the same id the one that was there before keeps it. The change belongs to the same undo
 * step as what caused it, so undoing brings the former ids back.
 */
export function blockIds(newId: () => BlockId): Plugin {
  return new Plugin({
    key: new PluginKey('blockIds'),
    appendTransaction(transactions, before, after) {
      if (!transactions.some((transaction) => transaction.docChanged)) return null;
      if (!needsIds(before.doc, after.doc)) return null;

      const { commonStart, after: changed } = changedBlocks(before.doc, after.doc);
      const isChanged = (index: number) =>
        index >= commonStart && index < commonStart + changed.length;
      const taken = new Set<BlockId>();
      eachBlock(after.doc, ({ node }, index) => {
        if (!isChanged(index)) taken.add(blockIdOf(node));
      });
      const transaction = after.tr;
      eachBlock(after.doc, ({ node, pos }, index) => {
        if (!isChanged(index)) return;
        const id = blockIdOf(node);
        const own = id === '' || taken.has(id) ? newId() : id;
        taken.add(own);
        if (own !== id) transaction.setNodeAttribute(pos, 'id', own);
      });
      return transaction.docChanged ? transaction : null;
    },
  });
}
