import { closeHistory } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { describeError } from '../../../../api/describe-error.ts';
import { showToast } from '../../../../ui/toast.tsx';
import type { DeskContext, DeskPart } from '../../desk/desk-part.ts';
import { placeAt } from '../place-under-caret.ts';
import { wordsStore } from '../words-store.ts';
import { createKnownWords } from './known-words.ts';
import type { PlacedWord } from './places.ts';
import { wordAt, wordsBetween } from './places.ts';
import { spellerClient } from './speller-client.ts';
import type { SpellingMenu } from './spelling-menu.ts';
import { createSpellingMenu } from './spelling-menu.ts';
import { clearUnderlines, underlineVisible } from './underline.ts';
import { createVerdicts } from './verdicts.ts';
import './marks.css';

/** Long enough that nothing is done between the keys of somebody who types. */
const REST_MS = 500;
/** How much of the document F7 looks at in one go. */
const STEP = 20_000;

const isOn = (): boolean => wordsStore.get()?.settings.checksSpelling ?? false;

/** Spell check of what is on screen, in a thread of its own; F7 and a menu for the doubtful words. */
export function spellingPart(context: DeskContext): DeskPart {
  const { t } = context;
  const verdicts = createVerdicts({
    client: spellerClient,
    knownWords: createKnownWords(context.directory),
  });
  let menu: SpellingMenu | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function look(view: EditorView): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (!isOn() || !view.editable) {
        clearUnderlines();
        return;
      }
      requestIdleCallback(() => {
        if (!view.isDestroyed) void underlineVisible(view, verdicts);
      });
    }, REST_MS);
  }

  function closeMenu(): void {
    menu?.destroy();
    menu = null;
  }

  async function openMenu(view: EditorView, placed: PlacedWord): Promise<void> {
    const { word, from, to } = placed;
    const { doc } = view.state;
    const suggestions = await spellerClient().suggestionsFor(word);
    if (view.isDestroyed || view.state.doc !== doc) return;
    closeMenu();
    const back = (): void => {
      closeMenu();
      view.focus();
      look(view);
    };
    menu = createSpellingMenu({
      word,
      suggestions,
      t,
      onReplace(by) {
        back();
        const transaction = view.state.tr.insertText(by, from, to);
        transaction.setSelection(TextSelection.create(transaction.doc, from + by.length));
        view.dispatch(closeHistory(transaction).scrollIntoView());
      },
      onAdd() {
        back();
        wordsStore.change('words.addOwnWord', { word }).catch((error: unknown) => {
          showToast({ tone: 'error', text: describeError(error) });
        });
      },
      onIgnore() {
        verdicts.ignore(word);
        back();
      },
      onNext() {
        back();
        void goToNext(view);
      },
      onClose(isLeaving) {
        if (isLeaving) closeMenu();
        else back();
      },
    });
    placeAt(view, from, menu.dom);
    menu.focus();
  }

  /** The next wrong word after a position, and up to another one. */
  async function findWrong(view: EditorView, from: number, end: number) {
    const { doc } = view.state;
    for (let at = from; at < end; at += STEP) {
      const words = wordsBetween(doc, at, Math.min(end, at + STEP));
      await verdicts.learn(words.map(({ word }) => word));
      if (view.isDestroyed || view.state.doc !== doc) return null;
      const found = words.find((one) => one.from >= from && verdicts.isWrong(one.word) === true);
      if (found) return found;
    }
    return null;
  }

  async function goToNext(view: EditorView): Promise<void> {
    const { selection, doc } = view.state;
    const { size } = doc.content;
    const found =
      (await findWrong(view, selection.to, size)) ?? (await findWrong(view, 0, selection.to));
    if (view.isDestroyed || view.state.doc !== doc) return;
    if (found === null) {
      const isChecked = spellerClient().isAvailable();
      showToast(
        isChecked
          ? { tone: 'info', text: t('spellingClean') }
          : { tone: 'error', text: t('spellingUnavailable') },
      );
      return;
    }
    const transaction = view.state.tr.setSelection(TextSelection.create(doc, found.from, found.to));
    view.dispatch(transaction.scrollIntoView());
    void openMenu(view, found);
  }

  const next: Command = (_state, dispatch, view) => {
    if (!dispatch || !view) return true;
    if (isOn()) void goToNext(view);
    else showToast({ tone: 'info', text: t('spellingOff') });
    return true;
  };

  /** The menu for the word at a position, where it is a doubtful one. */
  function openAt(view: EditorView, pos: number): boolean {
    if (!isOn() || !view.editable) return false;
    const placed = wordAt(view.state, pos);
    if (placed === null || verdicts.isWrong(placed.word) !== true) return false;
    void openMenu(view, placed);
    return true;
  }
  const menuAtCaret: Command = (state, dispatch, view) =>
    view !== undefined && (dispatch === undefined || openAt(view, state.selection.from));

  const plugin = new Plugin({
    key: new PluginKey('spelling'),
    view(initial) {
      const scroller = initial.dom.parentElement?.parentElement ?? null;
      const onScroll = (): void => look(initial);
      scroller?.addEventListener('scroll', onScroll, { passive: true });
      const unsubscribe = wordsStore.subscribe(() => look(initial));
      look(initial);
      return {
        update(view, former) {
          const isSame = former.doc === view.state.doc && former.selection.eq(view.state.selection);
          if (!isSame) look(view);
        },
        destroy() {
          if (timer !== null) clearTimeout(timer);
          scroller?.removeEventListener('scroll', onScroll);
          unsubscribe();
          closeMenu();
          clearUnderlines();
        },
      };
    },
    props: {
      handleDOMEvents: {
        contextmenu(view, event) {
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          const isHandled = menu !== null || (at !== null && openAt(view, at.pos));
          if (isHandled) event.preventDefault();
          return isHandled;
        },
        focus: (view) => {
          look(view);
          return false;
        },
        blur: (view) => {
          look(view);
          return false;
        },
      },
    },
  });
  return {
    plugins: [plugin],
    commands: new Map([['spelling.next', next]]),
    keys: { 'Shift-F10': menuAtCaret, ContextMenu: menuAtCaret },
  };
}
