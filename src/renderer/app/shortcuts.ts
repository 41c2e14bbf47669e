import { useEffect } from 'react';

import { isAccelerator } from '../../shared/contract/accelerators.ts';
import { acceleratorOf, commands } from '../../shared/contract/commands.ts';
import type { CommandId } from '../../shared/contract/commands.ts';

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

/** Whether a dialog has the focus: it takes its keys itself. */
export function isInDialog(target: EventTarget | null): boolean {
  // A message in the corner is a dialog to assistive technology too, but it takes no keys from anybody.
  return target instanceof Element && target.closest('[role$="dialog"]:not(.toast)') !== null;
}
