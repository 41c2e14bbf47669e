import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { View } from '../../shared/contract/app.ts';
import { TEXT_PERCENTS } from '../../shared/contract/app.ts';
import { api } from '../api/client.ts';
import { LEAVE_FOCUS_MODE } from '../features/editor/concentration/leave-focus-mode.ts';
import { showToast } from '../ui/toast.tsx';
import type { CommandHandlers } from './commands.ts';
import { isInDialog } from './shortcuts.ts';
import { shortcutOf } from '../api/shortcut-label.ts';
import './focus-mode.css';

interface ViewState {
  /** Only the page is shown; in force while a session is open. */
  readonly isFocusMode: boolean;
  /** Classes of the shell. */
  readonly className: string;
  readonly commands: CommandHandlers;
}

/** How the page is shown on this computer: kept over a restart, reached by keys and the palette. */
export function useView(initial: View, hasSession: boolean): ViewState {
  const { t } = useTranslation('app');
  const [view, setView] = useState(initial);
  const isFocusMode = view.isFocusMode && hasSession;
  const change = (changes: Partial<View>): void => {
    setView((current) => ({ ...current, ...changes }));
    void api('app.setView', { changes });
  };

  // One message at a time: a key pressed several times tells the last size alone.
  const closeLast = useRef<() => void>(() => undefined);

  useLayoutEffect(() => {
    document.documentElement.style.setProperty('--text-page', `${view.textPercent / 100}rem`);
  }, [view.textPercent]);
  // What follows the size of the page follows these too.
  useEffect(() => {
    window.dispatchEvent(new Event('resize'));
  }, [view.isTypewriter, view.textPercent, isFocusMode]);

  useEffect(() => {
    if (!isFocusMode) return undefined;
    // What had the focus may be hidden now.
    const focused = document.activeElement;
    const isHidden =
      !(focused instanceof HTMLElement) ||
      focused === document.body ||
      focused.offsetParent === null;
    if (isHidden) document.querySelector<HTMLElement>('.minutes-document')?.focus();
    const leave = (): void => {
      setView((current) => ({ ...current, isFocusMode: false }));
      closeLast.current();
      void api('app.setView', { changes: { isFocusMode: false } });
    };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      if (!isInDialog(event.target)) leave();
    };
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener(LEAVE_FOCUS_MODE, leave);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener(LEAVE_FOCUS_MODE, leave);
    };
  }, [isFocusMode]);

  const tell = (text: string): void => {
    closeLast.current();
    closeLast.current = showToast({ tone: 'info', text });
  };
  const resize = (direction: 1 | -1): void => {
    const place = TEXT_PERCENTS.findIndex((percent) => percent >= view.textPercent);
    const next = TEXT_PERCENTS[place + direction];
    if (next !== undefined) change({ textPercent: next });
    tell(t('textSize', { percent: next ?? view.textPercent }));
  };

  return {
    isFocusMode,
    className: `${isFocusMode ? 'is-focus-mode' : ''} ${view.isTypewriter ? 'is-typewriter' : ''}`,
    commands: {
      'view.focus': () => {
        if (!hasSession) return tell(t('needsSession'));
        change({ isFocusMode: !isFocusMode });
        closeLast.current();
        if (!isFocusMode) tell(t('focusModeOn', { key: shortcutOf('view.focus') }));
      },
      'view.typewriter': () => {
        change({ isTypewriter: !view.isTypewriter });
        tell(t(view.isTypewriter ? 'typewriterOff' : 'typewriterOn'));
      },
      'view.textLarger': () => resize(1),
      'view.textSmaller': () => resize(-1),
      'view.fullScreen': () => void api('app.toggleFullScreen', {}),
    },
  };
}
