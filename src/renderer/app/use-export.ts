import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../shared/ids.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../shared/official/document-options.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { exportDocuments } from '../api/export-documents.ts';
import { showToast } from '../ui/toast.tsx';

/** Exports a session's Notula in one step, and offers to open the result. */
export function useExport(sessionId: SessionId): {
  readonly isExporting: boolean;
  readonly exportNotula: () => Promise<void>;
} {
  const { t } = useTranslation('app');
  const [isExporting, setExporting] = useState(false);

  const exportNotula = async (): Promise<void> => {
    setExporting(true);
    try {
      const request = { type: 'one', kind: 'notula' } as const;
      const saved = await exportDocuments(sessionId, request, DEFAULT_DOCUMENT_OPTIONS);
      if (saved === 'unsaved') showToast({ tone: 'error', text: t('notExported') });
      if (saved === 'unsaved' || saved === null) return;
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
