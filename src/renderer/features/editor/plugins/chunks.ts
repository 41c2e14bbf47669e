import type { Mark, Node } from '@tiptap/pm/model';
import { Slice, Fragment } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { blockAround, blocksOf, changedPlaces, eachBlock, withoutChunk } from '../model/blocks.ts';
import type { ChunkChanges } from '../model/chunks.ts';
import { CHUNK_SIZE, chunkOf, chunksForChanged, nextRegrouping } from '../model/chunks.ts';
import { findChildrenQuickly } from '../model/find-child.ts';
import { drawQuickly } from '../model/quick-drawing.ts';
import { CHUNK } from '../schema/chunk-mark.ts';
import { ChunkStep } from './chunk-step.ts';

/** Nobody typed for so long before blocks are drawn in other containers. */
const QUIET_MS = 1500;

/** Makes marks with numbers that no block of the document has. */
function chunkSource(doc: Node): () => Mark {
  let last = 0;
  eachBlock(doc, ({ node }) => {
    last = Math.max(last, Number(chunkOf(node)?.attrs['number'] ?? 0));
  });
  return () => {
    last += 1;
    return doc.type.schema.mark(CHUNK, { number: last });
  };
}

const applyChunks = (transaction: Transaction, changes: ChunkChanges): Transaction =>
  transaction.step(new ChunkStep(changes)).setMeta('addToHistory', false);

function hasSameChunks(before: readonly Node[], after: readonly Node[]): boolean {
  return (
    before.length === after.length &&
    after.every((node, index) => {
      const chunk = chunkOf(node);
      const former = before[index];
      return chunk !== null && former !== undefined && chunk === chunkOf(former);
    })
  );
}

/** One step of regrouping, or null where there is nothing to do. */
export function regroup(view: Pick<EditorView, 'state'>, size: number): Transaction | null {
  const { doc, selection } = view.state;
  const caretPos = blockAround(selection.$head)?.pos;
  let caret = -1;
  eachBlock(doc, ({ pos }, index) => {
    if (pos === caretPos) caret = index;
    return caret < 0;
  });
  const changes = nextRegrouping(blocksOf(doc), size, caret, chunkSource(doc));
  return changes ? applyChunks(view.state.tr, changes) : null;
}

/** Regroups bit by bit while nobody types, selects or composes. */
function regroupWhenQuiet(size: number) {
  return (view: EditorView) => {
    drawQuickly(view);
    let timer: ReturnType<typeof setTimeout> | null = null;
    const later = (): void => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(step, QUIET_MS);
    };
    const step = (): void => {
      timer = null;
      if (view.composing || !view.state.selection.empty) {
        later();
        return;
      }
      const transaction = regroup(view, size);
      // Its own update comes back here for the next step.
      if (transaction) view.dispatch(transaction);
    };
    return {
      update(_view: EditorView, before: { readonly doc: Node }) {
        const { doc } = view.state;
        if (timer !== null) {
          if (before.doc !== doc) later();
        } else if (before.doc !== doc && !hasSameChunksAs(before.doc, doc)) later();
      },
      destroy() {
        if (timer !== null) clearTimeout(timer);
      },
    };
  };
}

function hasSameChunksAs(before: Node, after: Node): boolean {
  return before.childCount === after.childCount && changedChunks(before, after) === null;
}

function changedChunks(before: Node, after: Node): { start: number; count: number } | null {
  const changed = changedPlaces(before, after);
  return hasSameChunks(changed.before, changed.after)
    ? null
    : { start: changed.commonStart, count: changed.after.length };
}

/**
 * Keeps blocks in containers of about `size`. A new or moved block is drawn with its neighbours at
 * once; containers that became too large or too small are divided and joined when nobody types.
 */
export function chunks(size = CHUNK_SIZE): Plugin {
  findChildrenQuickly();
  return new Plugin({
    key: new PluginKey('chunks'),
    appendTransaction(transactions, before, after) {
      const isRegrouping = transactions.every(({ steps }) =>
        steps.every((step) => step instanceof ChunkStep),
      );
      if (isRegrouping) return null;
      const place = changedChunks(before.doc, after.doc);
      if (place === null) return null;
      const changes = chunksForChanged(
        blocksOf(after.doc),
        place.start,
        place.count,
        chunkSource(after.doc),
      );
      return changes.size > 0 ? applyChunks(after.tr, changes) : null;
    },
    view: regroupWhenQuiet(size),
    props: {
      transformCopied: (slice) =>
        new Slice(
          Fragment.from(slice.content.content.map(withoutChunk)),
          slice.openStart,
          slice.openEnd,
        ),
    },
  });
}
