import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

import type { BlockId } from '../../../../shared/ids.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockById } from '../model/blocks.ts';

/** A place in the minutes, with the words to mark there. */
export interface Hit {
  readonly blockId: BlockId;
  readonly words: readonly string[];
}

const key = new PluginKey<DecorationSet>('hitHighlight');

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where whole words of a hit stand in one block. */
export function wordRanges(
  block: PlacedBlock,
  words: readonly string[],
): readonly { readonly from: number; readonly to: number }[] {
  const wanted = words.map((word) => word.trim()).filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${wanted.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const ranges: { from: number; to: number }[] = [];
  const searchText = (parent: Node, start: number): void => {
    // One character per position, so that words broken by marks are found too.
    const text = parent.textBetween(0, parent.content.size, undefined, '\u0000');
    for (const match of text.matchAll(pattern)) {
      ranges.push({ from: start + match.index, to: start + match.index + match[0].length });
    }
  };
  if (block.node.isTextblock) searchText(block.node, block.pos + 1);
  block.node.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    searchText(node, block.pos + 1 + pos + 1);
    return false;
  });
  return ranges;
}

function decorationsOf(state: EditorState, hit: Hit): DecorationSet {
  const block = blockById(state.doc, hit.blockId);
  if (!block) return DecorationSet.empty;
  return DecorationSet.create(
    state.doc,
    wordRanges(block, hit.words).map(({ from, to }) =>
      Decoration.inline(from, to, { class: 'minutes-hit' }),
    ),
  );
}

/** Marks the words of a search hit until something is typed or Escape is pressed. */
export function hitHighlight(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, set, _before, after) {
        const hit = transaction.getMeta(key) as Hit | null | undefined;
        if (hit) return decorationsOf(after, hit);
        return hit === null || transaction.docChanged ? DecorationSet.empty : set;
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleKeyDown(view, event) {
        if (event.key !== 'Escape' || key.getState(view.state) === DecorationSet.empty)
          return false;
        view.dispatch(showHit(view.state.tr, null));
        return true;
      },
    },
  });
}

export const showHit = (transaction: Transaction, hit: Hit | null): Transaction =>
  transaction.setMeta(key, hit);
