import { acceleratorOf } from '../../shared/contract/commands.ts';
import type { CommandId } from '../../shared/contract/commands.ts';

const isMac = navigator.userAgent.includes('Mac OS');

const KEY_NAMES: Readonly<Record<string, string>> = {
  CmdOrCtrl: isMac ? '⌘' : 'Ctrl',
  Alt: isMac ? '⌥' : 'Alt',
  Shift: isMac ? '⇧' : 'Shift',
  Up: '↑',
  Down: '↓',
};

/** An Electron accelerator as it is printed on keys: "Ctrl+Shift+E"; "" where there is none. */
export function shortcutLabel(accelerator: string | null): string {
  return (accelerator ?? '')
    .split('+')
    .map((key) => KEY_NAMES[key] ?? key)
    .join('+');
}

/** The keys of a command on this system. */
export const shortcutOf = (id: CommandId): string => shortcutLabel(acceleratorOf(id, isMac));
