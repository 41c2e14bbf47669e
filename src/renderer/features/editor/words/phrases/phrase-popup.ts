import type { Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

import { showToast } from '../../../../ui/toast.tsx';
import type { DeskContext } from '../../desk/desk-part.ts';
import { placeAt } from '../place-under-caret.ts';
import { wordsStore } from '../words-store.ts';
import { factsAt } from './facts.ts';
import { insertPhrase, insertPhraseBelow } from './insert.ts';
import { createPalette } from './palette.ts';

/** Opens the phrases under the caret. */
export function phraseCommand(context: DeskContext, nowMs: () => number): Command {
  const open = (view: EditorView): void => {
    const words = wordsStore.get();
    if (words === null) {
      void wordsStore.load();
      showToast({ tone: 'info', text: context.t('wordsNotRead') });
      return;
    }
    const palette = createPalette({
      phrases: words.phrases,
      facts: factsAt(view.state, context, nowMs()),
      t: context.t,
      onChoose(text, isApart) {
        palette.destroy();
        view.focus();
        const command = isApart ? insertPhraseBelow(text, context.source) : insertPhrase(text);
        command(view.state, view.dispatch, view);
      },
      onClose(isLeaving) {
        palette.destroy();
        if (!isLeaving) view.focus();
      },
    });
    placeAt(view, view.state.selection.head, palette.dom);
    palette.focus();
  };
  return (_state, dispatch, view) => {
    if (dispatch && view) open(view);
    return true;
  };
}
