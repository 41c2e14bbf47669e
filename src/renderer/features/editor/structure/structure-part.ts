import type { Command } from '@tiptap/pm/state';

import type { CommandId } from '../../../../shared/contract/commands.ts';
import type { NewBlockType } from '../commands/new-block.ts';
import type { DeskContext, DeskPart } from '../desk/desk-part.ts';
import { editNote, toggleImportant } from './annotations.ts';
import { slashMenu } from './slash-menu.ts';
import { tableCommands, tableKeys } from './table-commands.ts';
import { turnLine } from './turn-line.ts';
import './slash-menu.css';

const TURNS = {
  'turn.statement': 'statement',
  'turn.agendaItem': 'agendaItem',
  'turn.narration': 'narration',
  'turn.decision': 'decision',
  'turn.recommendation': 'recommendation',
  'turn.followUp': 'followUp',
  'turn.break': 'break',
  'turn.closing': 'closing',
} as const satisfies Partial<Record<CommandId, NewBlockType>>;

/**
 * Structure while typing: the "/" menu and the shortcuts that turn the line of the caret into a block
 * of some kind, flags and private notes, and tables by keys.
 */
export function structurePart(
  { source, t }: DeskContext,
  runCommand: (id: CommandId) => void,
): DeskPart {
  const turns = Object.entries(TURNS).map(([id, type]): [CommandId, Command] => [
    id as CommandId,
    turnLine(type, source),
  ]);
  return {
    commands: new Map<CommandId, Command>([
      ...turns,
      ['block.important', toggleImportant],
      ['block.note', editNote],
      ...tableCommands,
    ]),
    keys: tableKeys,
    plugins: [slashMenu({ t, runCommand })],
  };
}
