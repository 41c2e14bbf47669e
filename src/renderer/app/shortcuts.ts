import { useEffect } from 'react';

import { acceleratorOf, commands } from '../../shared/contract/commands.ts';
import type { CommandId } from '../../shared/contract/commands.ts';

const ARROWS: Readonly<Record<string, string>> = { Up: 'ArrowUp', Down: 'ArrowDown' };

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether a key press is that accelerator ("CmdOrCtrl+Shift+E"); Cmd counts on macOS only. */
export function isAccelerator(press: KeyPress, accelerator: string, isMac: boolean): boolean {
  const parts = accelerator.split('+');
  const key = parts.at(-1) ?? '';
  const isCommand = parts.includes('CmdOrCtrl');
  return (
    (isMac ? press.metaKey : press.ctrlKey) === isCommand &&
    !(isMac ? press.ctrlKey : press.metaKey) &&
    press.altKey === parts.includes('Alt') &&
    press.shiftKey === parts.includes('Shift') &&
    // Alt changes what a digit key types, so digits are matched by their place on the keyboard.
    (/^\d$/.test(key)
      ? press.code === `Digit${key}`
      : press.key.toLowerCase() === (ARROWS[key] ?? key).toLowerCase())
  );
}

/** A key that is held down must not adjourn the meeting and go on with it by turns. */
const ONCE: ReadonlySet<CommandId> = new Set(['meeting.step', 'meeting.end']);

/**
 * Answers the keys of the command table. The menu has the same keys, but it only sees what the page
 * leaves: one press never runs a command twice.
 */
export function useShortcuts(run: (command: CommandId) => void): void {
  useEffect(() => {
    const isMac = navigator.userAgent.includes('Mac OS');
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      for (const id of Object.keys(commands) as CommandId[]) {
        const accelerator = acceleratorOf(id, isMac);
        if (accelerator !== null && isAccelerator(event, accelerator, isMac)) {
          event.preventDefault();
          if (!event.repeat || !ONCE.has(id)) run(id);
          return;
        }
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [run]);
}

function isInDialog(target: EventTarget | null): boolean {
  // A message in the corner is a dialog to assistive technology too, but it takes no keys from anybody.
  return target instanceof Element && target.closest('[role$="dialog"]:not(.toast)') !== null;
}
