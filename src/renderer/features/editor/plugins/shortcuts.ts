import { baseKeymap, selectAll } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import type { InputRule } from '@tiptap/pm/inputrules';
import { inputRules, undoInputRule, wrappingInputRule } from '@tiptap/pm/inputrules';
import { keymap } from '@tiptap/pm/keymap';
import type { Schema } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { Plugin, PluginKey } from '@tiptap/pm/state';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import { isAccelerator } from '../../../../shared/contract/accelerators.ts';
import { acceleratorOf } from '../../../../shared/contract/commands.ts';
import type { BlockSource } from '../commands/new-block.ts';
import { enter, lineBreak } from '../commands/enter.ts';
import { chooseSpeaker, nextStatement, startBlock } from '../commands/insert-block.ts';
import { backspace, deleteForward } from '../commands/merge.ts';
import { moveBlocks } from '../commands/move.ts';
import { mergeBlocks, splitBlockInTwo } from '../commands/split-merge.ts';
import type { DetailField } from '../view/block-view.ts';
import { insertTable, shiftTab, tab, toggle, toggleList, toggleQuote } from '../commands/text.ts';

export interface ShortcutActions {
  readonly openDetails: (field: DetailField) => boolean;
  readonly openLink: () => boolean;
  readonly leave: (direction: 'forward' | 'backward') => boolean;
}

const act =
  (run: () => boolean): Command =>
  (_state, dispatch) =>
    dispatch ? run() : true;

/** Commands of the app's table that the editor carries out. */
export function editorCommands(
  source: BlockSource,
  actions: ShortcutActions,
): ReadonlyMap<CommandId, Command> {
  return new Map<CommandId, Command>([
    ['insert.statement', startBlock('statement', source)],
    ['insert.agendaItem', startBlock('agendaItem', source)],
    ['insert.narration', startBlock('narration', source)],
    ['insert.decision', startBlock('decision', source)],
    ['insert.recommendation', startBlock('recommendation', source)],
    ['insert.followUp', startBlock('followUp', source)],
    ['insert.break', startBlock('break', source)],
    ['insert.closing', startBlock('closing', source)],
    ['insert.table', insertTable(source)],
    ['block.moveUp', moveBlocks('up')],
    ['block.moveDown', moveBlocks('down')],
    ['block.split', splitBlockInTwo(source)],
    ['block.mergePrevious', mergeBlocks('previous')],
    ['block.mergeNext', mergeBlocks('next')],
    ['block.speaker', chooseSpeaker],
    ['block.details', act(() => actions.openDetails('all'))],
    ['block.time', act(() => actions.openDetails('time'))],
    ['format.bold', toggle('bold')],
    ['format.italic', toggle('italic')],
    ['format.underline', toggle('underline')],
    ['format.highlight', toggle('highlight')],
    ['format.verbatim', toggle('verbatim')],
    ['format.bulletList', toggleList('bulletList')],
    ['format.orderedList', toggleList('orderedList')],
    ['format.quote', toggleQuote],
    ['format.link', act(actions.openLink)],
  ]);
}

/**
 * The accelerators of the command table. Not by ProseMirror's keymap: where Shift makes no capital
 * letter, as with Caps Lock on, that takes Ctrl+Shift+E for Ctrl+E.
 */
function menuKeys(byId: ReadonlyMap<CommandId, Command>): Plugin {
  const isMac = navigator.userAgent.includes('Mac OS');
  const keys = [...byId].flatMap(([id, command]) => {
    const accelerator = acceleratorOf(id, isMac);
    return accelerator === null ? [] : [{ accelerator, command }];
  });
  return new Plugin({
    key: new PluginKey('menuKeys'),
    props: {
      handleKeyDown(view, event) {
        // What is typed has none of these and no name of several letters, such as F2.
        const isTyped = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
        if (isTyped) return false;
        return keys.some(
          ({ accelerator, command }) =>
            isAccelerator(event, accelerator, isMac) && command(view.state, view.dispatch, view),
        );
      },
    },
  });
}

/** Every key that the editor answers to; those of its parts are asked first. */
export function shortcuts(
  source: BlockSource,
  actions: ShortcutActions,
  byId: ReadonlyMap<CommandId, Command>,
  partKeys: readonly Readonly<Record<string, Command>>[],
): readonly Plugin[] {
  const own: Record<string, Command> = {
    Enter: enter(source),
    'Shift-Enter': lineBreak,
    'Mod-Enter': nextStatement(source),
    Tab: tab,
    'Shift-Tab': shiftTab,
    Backspace: (state, dispatch, view) =>
      undoInputRule(state, dispatch, view) || backspace(state, dispatch, view),
    'Mod-Backspace': backspace,
    'Shift-Backspace': backspace,
    Delete: deleteForward,
    'Mod-Delete': deleteForward,
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-a': selectAll,
    F6: act(() => actions.leave('forward')),
    'Shift-F6': act(() => actions.leave('backward')),
  };
  return [...partKeys.map((keys) => keymap(keys)), menuKeys(byId), keymap(own), keymap(baseKeymap)];
}

/** "- " and "1. " at the start of a paragraph begin a list, as in a word processor. */
export function typedLists(schema: Schema): Plugin {
  const { bulletList, orderedList } = schema.nodes;
  const rules: InputRule[] = [];
  if (bulletList) rules.push(wrappingInputRule(/^\s*[-*]\s$/, bulletList));
  if (orderedList) {
    rules.push(
      wrappingInputRule(/^(\d{1,3})[.)]\s$/, orderedList, (match) => ({ start: Number(match[1]) })),
    );
  }
  return inputRules({ rules });
}
