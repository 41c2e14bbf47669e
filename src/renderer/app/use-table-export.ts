import { useTranslation } from 'react-i18next';

import type { SavedExport } from '../../shared/contract/exports.ts';
import type { TableFormat } from '../../shared/contract/tables.ts';
import type { SessionId } from '../../shared/ids.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { showToast } from '../ui/toast.tsx';

/** Exports lists for spreadsheets, and offers to open them. */
export function useTableExport() {
  const { t } = useTranslation('app');
  const attempt = async (work: () => Promise<SavedExport | null>): Promise<void> => {
    try {
      const saved = await work();
      if (saved === null) return;
      showToast({
        tone: 'success',
        text: t('exported', { fileName: saved.fileName }),
        action: {
          label: t('openFile'),
          run: () =>
            void attempt(async () => {
              await api('exports.openLast', {});
              return null;
            }),
        },
      });
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    }
  };
  return {
    attendance: (sessionId: SessionId, format: TableFormat): void =>
      void attempt(() => api('tables.attendance', { sessionId, format })),
    sessions: (ids: readonly SessionId[], format: TableFormat): void =>
      void attempt(() => api('tables.sessions', { ids: [...ids], format })),
  };
}
