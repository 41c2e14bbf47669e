import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { RefusedSessionFile } from '../../shared/contract/exchange.ts';
import type { Profile } from '../../shared/contract/profile.ts';
import type { SessionId } from '../../shared/ids.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { showToast } from '../ui/toast.tsx';
import type { CommandHandlers } from './commands.ts';
import { holdKeys } from './early-keys.ts';

const THEMES = ['system', 'light', 'dark', 'contrast'] as const satisfies Profile['theme'][];

const THEME_TEXTS = {
  system: 'themeSystem',
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
} as const satisfies Record<Profile['theme'], string>;

interface AppCommandsOptions {
  /** A session was taken in from a file and should be shown. */
  readonly onSessionTaken: (id: SessionId) => Promise<void>;
  readonly onFileRefused: (refused: RefusedSessionFile) => void;
  readonly onSessionMade: (id: SessionId) => Promise<void>;
}

/** The commands that work anywhere and only call the archive. */
export function useAppCommands({
  onSessionMade,
  onSessionTaken,
  onFileRefused,
}: AppCommandsOptions): CommandHandlers {
  const { t } = useTranslation('app');
  const queries = useQueryClient();

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };

  return {
    'session.new': () =>
      void attempt(async () => {
        const releaseKeys = holdKeys();
        let isOpened = false;
        try {
          const session = await api('sessions.create', { changes: {} });
          void queries.invalidateQueries({ queryKey: ['sessions'] });
          await onSessionMade(session.id);
          isOpened = true;
        } finally {
          releaseKeys(isOpened);
        }
      }),
    'session.openJson': () =>
      void attempt(async () => {
        const outcome = await api('exchange.open', {});
        if (outcome === null) return;
        if (outcome.type === 'refused') {
          onFileRefused(outcome);
          return;
        }
        const { id, title } = outcome.session;
        void queries.invalidateQueries({ queryKey: ['sessions'] });
        await onSessionTaken(id);
        const text = title === '' ? t('exchange:openedUntitled') : t('exchange:opened', { title });
        showToast({ tone: 'success', text });
      }),
    'backup.create': () =>
      void attempt(async () => {
        showToast({ tone: 'info', text: t('backupRunning') });
        const { sessionCount } = await api('backups.create', {});
        showToast({ tone: 'success', text: t('backupDone', { count: sessionCount }) });
      }),
    'examples.add': () =>
      void attempt(async () => {
        const { added } = await api('examples.add', {});
        showToast({ tone: 'success', text: t('examplesAdded', { count: added }) });
        void queries.invalidateQueries({ queryKey: ['sessions'] });
      }),
    'view.theme': () =>
      void attempt(async () => {
        const { theme } = await api('profile.get', {});
        const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
        queries.setQueryData(
          ['profile'],
          await api('profile.update', { changes: { theme: next } }),
        );
        showToast({ tone: 'info', text: t(THEME_TEXTS[next]) });
      }),
  };
}
