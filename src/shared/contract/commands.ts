import { fileAndEditCommands, viewAndHelpCommands } from './app-commands.ts';
import type { Command } from './command.ts';
import { minutesCommands } from './minutes-commands.ts';
import { signingCommands } from './signing-commands.ts';

/**
 * Every command of the app, in one table: the menu, the command palette, the shortcuts and
 * docs/keyboard.md are made from it, in this order.
 */
export const commands = {
  ...fileAndEditCommands,
  ...signingCommands,
  ...minutesCommands,
  ...viewAndHelpCommands,
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;

/** The accelerator of a command on this system. */
export function acceleratorOf(id: CommandId, isMac: boolean): string | null {
  const { accelerator, macAccelerator }: Command = commands[id];
  return (isMac ? macAccelerator : undefined) ?? accelerator;
}
