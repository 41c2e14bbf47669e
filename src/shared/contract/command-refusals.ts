import type { SessionStatus } from '../minutes/session.ts';
import type { Command } from './command.ts';
import type { CommandId } from './commands.ts';
import { commands } from './commands.ts';

/** Why a command cannot be carried out on a session: it is final, or not final yet. */
export type CommandRefusal = 'is-final' | 'not-final';

/** What stands in these changes the minutes. */
const CHANGING_MENUS: ReadonlySet<Command['menu']> = new Set([
  'block',
  'insert',
  'format',
  'table',
]);

const CHANGING: ReadonlySet<CommandId> = new Set<CommandId>([
  'find.replace',
  'words.expand',
  'spelling.next',
  'meeting.step',
  'meeting.end',
  'meeting.takeBack',
  'session.finalise',
  'queue.note',
  'queue.next',
  'speaker.arrival',
  'speaker.departure',
  'speaker.narrating',
]);

const OF_FINAL_SESSIONS: ReadonlySet<CommandId> = new Set<CommandId>([
  'session.addendum',
  'session.addenda',
  'addendum.next',
]);

/** null: the command can be carried out on a session of that status. */
export function refusalIn(id: CommandId, status: SessionStatus): CommandRefusal | null {
  if (OF_FINAL_SESSIONS.has(id)) return status === 'final' ? null : 'not-final';
  const isChanging = CHANGING.has(id) || CHANGING_MENUS.has(commands[id].menu);
  return status === 'final' && isChanging ? 'is-final' : null;
}
