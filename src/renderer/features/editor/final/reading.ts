import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { EditorView } from '@tiptap/pm/view';

import type { DeskContext } from '../desk/desk-part.ts';
import type { PlacedBlock } from '../model/blocks.ts';
import { blockAfter, blockAround, blockBefore, blockIdOf, endOf } from '../model/blocks.ts';
import { ChunkStep } from '../plugins/chunk-step.ts';
import { showHit } from '../plugins/hit-highlight.ts';
import { revealBlock } from '../view/reveal.ts';

/** Whether the reader chose a block: until then the selection is only where the page begins. */
const key = new PluginKey<boolean>('reading');

/** The block that the reader has chosen; null where none was, or the page is written on. */
export function chosenBlock(state: EditorState): PlacedBlock | null {
  return key.getState(state) === true ? blockAround(state.selection.$head) : null;
}

/** Chooses a block, as a click on it does. */
export function choose(view: EditorView, block: PlacedBlock): void {
  const start = view.state.doc.resolve(block.pos + 1);
  view.dispatch(view.state.tr.setSelection(Selection.near(start)));
}

function goTo(view: EditorView, direction: 1 | -1): void {
  const { state } = view;
  const chosen = chosenBlock(state);
  const from = chosen ?? blockAround(state.selection.$head);
  if (from === null) return;
  const beside = direction === 1 ? blockAfter(state.doc, from) : blockBefore(state.doc, from);
  const next = chosen === null ? from : beside;
  if (next === null) return;
  choose(view, next);
  revealBlock(view, blockIdOf(next.node), 'nearest');
}

const changesWords = ({ steps }: Transaction): boolean =>
  steps.some((step) => !(step instanceof ChunkStep));

/**
 * The page of a final session: it is read, takes the focus so that keys scroll it, and lets a block
 * be chosen. Whatever would change it is refused here too, behind the page that takes no words.
 */
export function reading(
  { session }: DeskContext,
  leave: (direction: 'forward' | 'backward') => void,
): Plugin<boolean> {
  const isFinal = (): boolean => session().status === 'final';

  const onKeyDown = (view: EditorView, event: KeyboardEvent): boolean => {
    if (!isFinal()) return false;
    const isStep = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (event.key === 'F6') leave(event.shiftKey ? 'backward' : 'forward');
    else if (isStep && event.key === 'ArrowDown') goTo(view, 1);
    else if (isStep && event.key === 'ArrowUp') goTo(view, -1);
    else {
      // Not taken: it may leave more than the marks of a search.
      if (event.key === 'Escape') view.dispatch(showHit(view.state.tr, null));
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply: (transaction, isChosen) => isFinal() && (isChosen || transaction.selectionSet),
    },
    filterTransaction: (transaction) =>
      !transaction.docChanged || !isFinal() || !changesWords(transaction),
    props: {
      attributes: () => (isFinal() ? { tabindex: '0', 'aria-readonly': 'true' } : {}),
      handleDOMEvents: { keydown: onKeyDown },
      decorations(state) {
        const block = isFinal() ? chosenBlock(state) : null;
        if (block === null) return DecorationSet.empty;
        return DecorationSet.create(state.doc, [
          Decoration.node(block.pos, endOf(block), { class: 'is-chosen' }),
        ]);
      },
    },
  });
}
