import type { EditorState } from '@tiptap/pm/state';
import { Plugin, PluginKey, Selection } from '@tiptap/pm/state';

import type { BlockId } from '../../../../shared/ids.ts';
import type { DeskContext, DeskPart } from '../desk/desk-part.ts';
import type { StateStore } from '../desk/state-store.ts';
import { createStateStore } from '../desk/state-store.ts';
import { blockById, blockTypeOf, changedBlocks } from '../model/blocks.ts';
import { revealBlock } from '../view/reveal.ts';
import type { Section } from './sections.ts';
import { moveCurrentSection, moveSection, sectionAt, sectionsOf } from './sections.ts';
import { focusPage } from '../view/focus-page.ts';

/** After the last key: the outline is read, not watched. */
const FOLLOW_AFTER_MS = 150;
const REMEMBERED_AS = 'notula.outline';

export interface OutlineState {
  readonly isOpen: boolean;
  readonly items: readonly Pick<Section, 'id' | 'title'>[];
  /** The item under which the caret stands. */
  readonly currentId: BlockId | null;
  /** Grows whenever the focus is wanted in the panel. */
  readonly focusWish: number;
}

export interface Outline {
  readonly store: StateStore<OutlineState>;
  /** Puts the caret at the end of the item's title and shows it. */
  readonly jump: (id: BlockId) => void;
  /** Moves an item with everything under it to another place, counted from 0. */
  readonly move: (id: BlockId, place: number) => void;
  /** Opens the panel and asks for the focus there, or closes it. */
  readonly toggle: () => void;
  readonly part: DeskPart;
}

const hasAgendaChanged = (before: EditorState, after: EditorState): boolean => {
  const changed = changedBlocks(before.doc, after.doc);
  return [...changed.before, ...changed.after].some((node) => blockTypeOf(node) === 'agendaItem');
};

const isSame = (one: OutlineState['items'], other: OutlineState['items']): boolean =>
  one.length === other.length &&
  one.every(({ id, title }, index) => other[index]?.id === id && other[index].title === title);

/**
 * The agenda beside the page. Keys only set a timer: the list is made anew when an agenda item has
 * changed, and the mark follows the caret, both after the last key.
 */
export function createOutline({ editor }: DeskContext): Outline {
  const store = createStateStore<OutlineState>({
    isOpen: localStorage.getItem(REMEMBERED_AS) === 'open',
    items: [],
    currentId: null,
    focusWish: 0,
  });
  let timer: ReturnType<typeof setTimeout> | null = null;

  function follow(): void {
    timer = null;
    const { state, isDestroyed } = editor();
    if (isDestroyed || !store.current().isOpen) return;
    const sections = sectionsOf(state.doc);
    const items = sections.map(({ id, title }) => ({ id, title }));
    const former = store.current().items;
    store.set({
      items: isSame(items, former) ? former : items,
      currentId: sectionAt(sections, state.selection.head)?.id ?? null,
    });
  }

  function setOpen(isOpen: boolean): void {
    localStorage.setItem(REMEMBERED_AS, isOpen ? 'open' : 'closed');
    store.set({ isOpen });
    if (isOpen) follow();
  }

  const watcher = new Plugin({
    key: new PluginKey('outline'),
    view() {
      timer = setTimeout(follow, 0);
      return {
        update(current, before) {
          if (!store.current().isOpen) return;
          const isDocSame = current.state.doc === before.doc;
          if (isDocSame && current.state.selection.eq(before.selection)) return;
          if (!isDocSame && hasAgendaChanged(before, current.state) && timer !== null) {
            clearTimeout(timer);
            timer = null;
          }
          timer ??= setTimeout(follow, FOLLOW_AFTER_MS);
        },
        destroy() {
          if (timer !== null) clearTimeout(timer);
        },
      };
    },
  });

  return {
    store,
    jump(id) {
      const { view, state } = editor();
      const block = blockById(state.doc, id);
      if (!block) return;
      const end = state.doc.resolve(block.pos + block.node.nodeSize - 1);
      view.dispatch(state.tr.setSelection(Selection.near(end, -1)));
      focusPage(view);
      revealBlock(view, id);
    },
    move(id, place) {
      const { view, state, isEditable } = editor();
      if (!isEditable || !moveSection(id, place)(state, view.dispatch)) return;
      if (timer !== null) clearTimeout(timer);
      follow();
    },
    toggle() {
      const { isOpen, focusWish } = store.current();
      setOpen(!isOpen);
      if (isOpen) focusPage(editor().view);
      else store.set({ focusWish: focusWish + 1 });
    },
    part: {
      plugins: [watcher],
      commands: new Map([
        ['section.moveUp', moveCurrentSection(-1)],
        ['section.moveDown', moveCurrentSection(1)],
      ]),
    },
  };
}
