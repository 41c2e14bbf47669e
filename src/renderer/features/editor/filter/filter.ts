import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';

import type { BlockId } from '../../../../shared/ids.ts';
import type { DeskContext, DeskPart } from '../desk/desk-part.ts';
import { blockAround, blockIdOf, changedBlocks, eachBlock } from '../model/blocks.ts';
import { revealBlock } from '../view/reveal.ts';
import type { Criteria } from './criteria.ts';
import { SHOW_ALL, isWanted, showsAll } from './criteria.ts';
import type { FilterStore } from './filter-store.ts';
import { createFilterStore } from './filter-store.ts';
import { focusPage } from '../view/focus-page.ts';

/** Shows only some of the blocks. Nothing is taken out of the document. */
export interface Filter {
  readonly part: DeskPart;
  readonly store: FilterStore;
  readonly isShown: (block: Node) => boolean;
  readonly open: () => void;
  readonly setCriteria: (criteria: Criteria) => void;
  /** Shows all blocks and closes the bar. */
  readonly clear: () => void;
}

interface Filtering {
  readonly criteria: Criteria;
  /** Not asked for, but written in or gone to meanwhile: nothing that is at hand disappears. */
  readonly kept: ReadonlySet<BlockId>;
  readonly hidden: DecorationSet;
}

/** Where the filter is kept; new criteria come in as this key's meta of a transaction. */
export const FILTER = new PluginKey<Filtering>('filter');
const NO_FILTER: Filtering = {
  criteria: SHOW_ALL,
  kept: new Set(),
  hidden: DecorationSet.empty,
};

/** How long typing rests before the blocks are counted anew. */
const COUNT_AFTER_MS = 300;

const isShownBy = ({ criteria, kept }: Filtering, node: Node): boolean =>
  isWanted(node, criteria) || kept.has(blockIdOf(node));

function hiddenBlocks(doc: Node, criteria: Criteria, kept: ReadonlySet<BlockId>): Filtering {
  const filtering = { criteria, kept, hidden: DecorationSet.empty };
  const marks: Decoration[] = [];
  eachBlock(doc, ({ node, pos }) => {
    if (isShownBy(filtering, node)) return;
    marks.push(Decoration.node(pos, pos + node.nodeSize, { class: 'is-filtered-out' }));
  });
  return { criteria, kept, hidden: DecorationSet.create(doc, marks) };
}

/** Blocks of the first list that the second does not have just so, whatever they are drawn with. */
function notIn(nodes: readonly Node[], others: readonly Node[]): readonly Node[] {
  const byAttributes = new Map(others.map((node) => [node.attrs, node]));
  return nodes.filter((node) => byAttributes.get(node.attrs)?.content !== node.content);
}

/** The blocks that a change made or wrote in. */
function touchedIn(before: Node, after: Node): readonly Node[] {
  const changed = changedBlocks(before, after);
  return notIn(changed.after, changed.before);
}

/** Blocks that stay in sight from now on though they may not be asked for. */
function newlyKept(filtering: Filtering, before: EditorState, after: EditorState): readonly Node[] {
  const caret = blockAround(after.selection.$head)?.node;
  const touched = before.doc === after.doc ? [] : touchedIn(before.doc, after.doc);
  const reached = caret && !isWanted(caret, filtering.criteria) ? [caret, ...touched] : touched;
  return reached.filter((node) => !filtering.kept.has(blockIdOf(node)));
}

function next(
  transaction: Transaction,
  filtering: Filtering,
  before: EditorState,
  after: EditorState,
): Filtering {
  const criteria = transaction.getMeta(FILTER) as Criteria | undefined;
  if (criteria) {
    if (showsAll(criteria)) return NO_FILTER;
    const caret = blockAround(after.selection.$head);
    return hiddenBlocks(after.doc, criteria, new Set(caret ? [blockIdOf(caret.node)] : []));
  }
  if (filtering === NO_FILTER) return filtering;
  const added = newlyKept(filtering, before, after);
  const kept =
    added.length === 0 ? filtering.kept : new Set([...filtering.kept, ...added.map(blockIdOf)]);
  const isAllDrawn = added.every((node) => isWanted(node, filtering.criteria));
  if (!isAllDrawn) return hiddenBlocks(after.doc, filtering.criteria, kept);
  if (!transaction.docChanged) return added.length === 0 ? filtering : { ...filtering, kept };
  return { ...filtering, kept, hidden: filtering.hidden.map(transaction.mapping, after.doc) };
}

/** Whether a transaction would change or take away a block that is not in sight. */
function reachesHidden(transaction: Transaction, filtering: Filtering): boolean {
  const changed = changedBlocks(transaction.before, transaction.doc);
  return notIn(changed.before, changed.after).some((node) => !isShownBy(filtering, node));
}

/** Undoing, redoing and what the app does on its own may reach anything; it is shown then. */
const isUserEdit = (transaction: Transaction): boolean =>
  transaction.docChanged &&
  transaction.getMeta('addToHistory') !== false &&
  transaction.getMeta('history$') === undefined &&
  transaction.getMeta('appendedTransaction') === undefined;

export function createFilter(
  context: Pick<DeskContext, 'editor'>,
  /** An edit was refused because it would have reached blocks that are not in sight. */
  onRefused: () => void,
): Filter {
  const store = createFilterStore();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const view = (): EditorView => context.editor().view;
  const filtering = (): Filtering => FILTER.getState(view().state) ?? NO_FILTER;

  function count(): void {
    const now = filtering();
    let shown = 0;
    let total = 0;
    eachBlock(view().state.doc, ({ node }) => {
      total += 1;
      if (isShownBy(now, node)) shown += 1;
    });
    store.set({ criteria: now.criteria, shown, total });
  }

  function setCriteria(criteria: Criteria): void {
    const { tr } = view().state;
    view().dom.classList.toggle('is-filtered', !showsAll(criteria));
    view().dispatch(tr.setMeta(FILTER, criteria).setMeta('addToHistory', false));
    count();
    const caret = blockAround(view().state.selection.$head);
    if (caret) revealBlock(view(), blockIdOf(caret.node), 'nearest');
  }

  function clear(): void {
    clearTimeout(timer);
    if (filtering() !== NO_FILTER) setCriteria(SHOW_ALL);
    store.set({ isOpen: false });
    focusPage(view());
  }

  const plugin = new Plugin<Filtering>({
    key: FILTER,
    state: { init: () => NO_FILTER, apply: next },
    filterTransaction(transaction, state) {
      const now = FILTER.getState(state) ?? NO_FILTER;
      if (now === NO_FILTER || !isUserEdit(transaction)) return true;
      if (!reachesHidden(transaction, now)) return true;
      queueMicrotask(onRefused);
      return false;
    },
    props: {
      decorations: (state) => FILTER.getState(state)?.hidden,
      handleKeyDown(_view, event) {
        if (event.key !== 'Escape' || !store.current().isOpen) return false;
        clear();
        return true;
      },
    },
    view: () => ({
      update(updated, before) {
        if (!store.current().isOpen || before.doc === updated.state.doc) return;
        clearTimeout(timer);
        timer = setTimeout(count, COUNT_AFTER_MS);
      },
      destroy: () => clearTimeout(timer),
    }),
  });

  return {
    part: { plugins: [plugin] },
    store,
    isShown: (block) => isShownBy(filtering(), block),
    open() {
      store.set({ isOpen: true, focusWish: store.current().focusWish + 1 });
      count();
    },
    setCriteria,
    clear,
  };
}
