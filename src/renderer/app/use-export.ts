import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../shared/ids.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { saveEverything } from '../api/unsaved.ts';
import { showToast } from '../ui/toast.tsx';

/** Exports a session's Notula after everything typed is saved, and offers to open the result. */
export function useExport(sessionId: SessionId): {
  readonly isExporting: boolean;
  readonly exportNotula: () => Promise<void>;
} {
  const { t } = useTranslation('app');
  const [isExporting, setExporting] = useState(false);

  const exportNotula = async (): Promise<void> => {
    setExporting(true);
    try {
      if (!(await saveEverything())) {
        showToast({ tone: 'error', text: t('notExported') });
        return;
      }
      const saved = await api('exports.notula', { sessionId });
      if (saved === null) return;
      // What left the office can always be looked at again.
      api('history.keep', { sessionId, reason: 'exported' }).catch(() => undefined);
      showToast({
        tone: 'success',
        text: t('exported', { fileName: saved.fileName }),
        action: { label: t('openFile'), run: () => void open('exports.openLast') },
        secondAction: { label: t('openFolder'), run: () => void open('exports.showLastInFolder') },
      });
    } catch (error) {
      showToast({ tone: 'error', text: describeError(error) });
    } finally {
      setExporting(false);
    }
  };
  return { isExporting, exportNotula };
}

async function open(call: 'exports.openLast' | 'exports.showLastInFolder'): Promise<void> {
  try {
    await api(call, {});
  } catch (error) {
    showToast({ tone: 'error', text: describeError(error) });
  }
}
