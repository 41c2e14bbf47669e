import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { isAccelerator } from '../../shared/contract/accelerators.ts';
import { acceleratorOf, commands } from '../../shared/contract/commands.ts';
import type { CommandId } from '../../shared/contract/commands.ts';
import { onAppEvent } from '../api/client.ts';
import { showToast } from '../ui/toast.tsx';

/** A key that is held down must not adjourn the meeting and go on with it by turns. */
const ONCE: ReadonlySet<CommandId> = new Set(['meeting.step', 'meeting.end']);

/**
 * Answers the keys of the command table. The menu has the same keys, but it only sees what the page
 * leaves: one press never runs a command twice.
 */
export function useShortcuts(run: (command: CommandId) => void): void {
  // Before anything is painted: whoever sees the window may press a key.
  useLayoutEffect(() => {
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

/**
 * Whether a dialog is to be answered first: what it holds would be lost under what a command opens.
 * The palette is none of them: it is on the way to a command itself.
 */
function isDialogOpen(): boolean {
  return document.querySelector('[role$="dialog"]:not(.toast, .palette-dialog)') !== null;
}

/**
 * Answers the menu. It also has the keys that a dialog does not use for itself: they must not work
 * on what is behind it.
 */
export function useMenuCommands(run: (command: CommandId) => void): void {
  const { t } = useTranslation('app');
  useLayoutEffect(
    () =>
      onAppEvent('menu.command', ({ command }) => {
        if (isDialogOpen()) showToast({ tone: 'info', text: t('closeDialogFirst') });
        else run(command);
      }),
    [run, t],
  );
}
