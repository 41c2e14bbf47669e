import type { Command } from '@tiptap/pm/state';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import { showToast } from '../../../ui/toast.tsx';
import type { DeskContext, DeskPart } from '../desk/desk-part.ts';
import { completionGhost } from './completion/ghost.ts';
import { createSeriesCompleter } from './completion/series-completer.ts';
import { expandWord, wordExpansion } from './expansion/expand.ts';
import { nextBlank } from './phrases/insert.ts';
import { phraseCommand } from './phrases/phrase-popup.ts';
import './phrases/palette.css';
import { spellingPart } from './spelling/spelling-part.ts';
import { wordsStore } from './words-store.ts';

/** Help with the words themselves: abbreviations, standard phrases, completion and spelling. */
export function wordsPart(context: DeskContext): DeskPart {
  const { t } = context;
  void wordsStore.load();
  const expand = expandWord(wordsStore.wholeTable);
  const orSay: Command = (state, dispatch, view) => {
    if (!expand(state, dispatch, view) && dispatch) {
      showToast({ tone: 'info', text: t('noExpansion') });
    }
    return true;
  };
  const spelling = spellingPart(context);
  return {
    plugins: [
      ...(spelling.plugins ?? []),
      wordExpansion(wordsStore.table),
      completionGhost({
        isOn: () => wordsStore.get()?.settings.completes ?? false,
        begin: () =>
          createSeriesCompleter({
            sessionId: context.session().id,
            directory: context.directory,
          }),
      }),
    ],
    commands: new Map<CommandId, Command>([
      ['words.expand', orSay],
      ['words.phrase', phraseCommand(context, Date.now)],
      ...(spelling.commands ?? []),
    ]),
    keys: { Tab: nextBlank, ...spelling.keys },
  };
}
