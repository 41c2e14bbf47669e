import type { EditorState, Transaction } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import { isBlock } from '../model/blocks.ts';
import type { Translate } from '../texts.ts';
import { placeAt } from '../words/place-under-caret.ts';
import type { SlashItem } from './slash-items.ts';
import { matchingItems } from './slash-items.ts';
import type { SlashList } from './slash-list.ts';
import { SLASH_LIST_ID, createSlashList } from './slash-list.ts';

/** What stands after the "/"; null while no menu is asked for. */
interface Typed {
  readonly word: string;
}

interface MenuState {
  readonly typed: Typed | null;
  readonly markedId: string | null;
}

type Meta = { readonly type: 'open' | 'close' } | { readonly type: 'mark'; readonly id: string };

const CLOSED: MenuState = { typed: null, markedId: null };
const key = new PluginKey<MenuState>('slashMenu');
const LONGEST_WORD = 40;

/** Whether the caret's line is one at the top of its block, as the menu turns lines of blocks. */
function isTopLine(state: EditorState): boolean {
  const { $head, empty } = state.selection;
  if (!empty || !$head.parent.isTextblock) return false;
  return isBlock($head.parent) || ($head.depth > 0 && isBlock($head.node(-1)));
}

/** A "/" means the menu only as the very first character of a line: "14/5" and "s/d" never do. */
const mayOpen = (state: EditorState): boolean =>
  isTopLine(state) && state.selection.$head.parent.content.size === 0;

/** The word that is being typed, as long as the line holds nothing else and the caret ends it. */
function typedIn(state: EditorState): Typed | null {
  if (!isTopLine(state)) return null;
  const { $head } = state.selection;
  const text = $head.parent.textContent;
  const isPlain = $head.parentOffset === $head.parent.content.size && text.length <= LONGEST_WORD;
  return isPlain && text.startsWith('/') ? { word: text.slice(1) } : null;
}

const shownItems = ({ typed }: MenuState): readonly SlashItem[] =>
  typed === null ? [] : matchingItems(typed.word);

interface SlashMenuOptions {
  readonly t: Translate;
  readonly runCommand: (id: CommandId) => void;
}

/**
 * The menu that "/" opens in an empty line. It only ever answers keys while it shows something to
 * choose; Escape closes it and leaves what was typed.
 */
export function slashMenu({ t, runCommand }: SlashMenuOptions): Plugin<MenuState> {
  let list: SlashList | null = null;

  function choose(view: EditorView, item: SlashItem): void {
    const { $head } = view.state.selection;
    // The typed word joins the undo step of its typing: undoing the command leaves an empty line.
    const transaction = view.state.tr.delete($head.start(), $head.end());
    view.dispatch(transaction.setMeta(key, { type: 'close' } satisfies Meta));
    runCommand(item.command);
  }

  const step = (view: EditorView, by: 1 | -1): void => {
    list?.step(by);
    const id = list?.markedId();
    if (id) view.dispatch(view.state.tr.setMeta(key, { type: 'mark', id } satisfies Meta));
  };

  return new Plugin<MenuState>({
    key,
    state: {
      init: () => CLOSED,
      apply(transaction: Transaction, former, _before, after) {
        const meta = transaction.getMeta(key) as Meta | undefined;
        if (meta?.type === 'close') return CLOSED;
        if (meta?.type === 'mark') return { ...former, markedId: meta.id };
        if (meta?.type !== 'open' && former.typed === null) return former;
        if (!transaction.docChanged && !transaction.selectionSet) return former;
        const typed = typedIn(after);
        return typed === null ? CLOSED : { ...former, typed };
      },
    },
    props: {
      handleTextInput(view, from, to, text) {
        if (text !== '/' || !mayOpen(view.state)) return false;
        const transaction = view.state.tr.insertText(text, from, to);
        view.dispatch(transaction.setMeta(key, { type: 'open' } satisfies Meta).scrollIntoView());
        return true;
      },
      handleKeyDown(view, event) {
        const state = key.getState(view.state) ?? CLOSED;
        if (state.typed === null || event.isComposing) return false;
        if (event.key === 'Escape') {
          view.dispatch(view.state.tr.setMeta(key, { type: 'close' } satisfies Meta));
          return true;
        }
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
        const marked = list?.marked() ?? null;
        if (marked === null || shownItems(state).length === 0) return false;
        switch (event.key) {
          case 'ArrowDown':
            step(view, 1);
            return true;
          case 'ArrowUp':
            step(view, -1);
            return true;
          case 'Enter':
          case 'Tab':
            choose(view, marked);
            return true;
          default:
            return false;
        }
      },
      handleDOMEvents: {
        blur(view) {
          if (key.getState(view.state)?.typed && document.hasFocus()) {
            view.dispatch(view.state.tr.setMeta(key, { type: 'close' } satisfies Meta));
          }
          return false;
        },
      },
      attributes(state): Record<string, string> {
        const menu = key.getState(state) ?? CLOSED;
        if (shownItems(menu).length === 0) return {};
        return {
          'aria-controls': SLASH_LIST_ID,
          ...(menu.markedId === null ? {} : { 'aria-activedescendant': menu.markedId }),
        };
      },
    },
    view: () => ({
      update(view, before) {
        const menu = key.getState(view.state) ?? CLOSED;
        if (menu.typed === key.getState(before)?.typed) return;
        const items = shownItems(menu);
        if (items.length === 0) {
          list?.dom.remove();
          list = null;
          return;
        }
        const shown = (list ??= createSlashList(t, (item) => choose(view, item)));
        shown.show(items);
        placeAt(view, view.state.selection.$head.start(), shown.dom);
        const id = shown.markedId();
        // After this update: a transaction within one would be seen in the wrong order.
        queueMicrotask(() => {
          if (!id || view.isDestroyed || !key.getState(view.state)?.typed) return;
          if (key.getState(view.state)?.markedId === id) return;
          view.dispatch(view.state.tr.setMeta(key, { type: 'mark', id } satisfies Meta));
        });
      },
      destroy() {
        list?.dom.remove();
        list = null;
      },
    }),
  });
}
