import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../shared/ids.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { saveEverything } from '../../api/unsaved.ts';
import { showToast } from '../../ui/toast.tsx';
import { chosenOptions } from './use-preview-pages.ts';

/** Saving the pages as PDF and printing them; one at a time. */
export function usePageActions(sessionId: SessionId, kind: DocumentKind) {
  const { t } = useTranslation('preview');
  const [busy, setBusy] = useState<'pdf' | 'print' | null>(null);

  const fail = (error: unknown): void => {
    showToast({ tone: 'error', text: describeError(error) });
  };
  const run = async (what: 'pdf' | 'print', work: () => Promise<void>): Promise<void> => {
    if (busy !== null) return;
    setBusy(what);
    try {
      if (await saveEverything()) await work();
      else showToast({ tone: 'error', text: t('unsaved') });
    } catch (error) {
      fail(error);
    } finally {
      setBusy(null);
    }
  };
  const open = (call: 'exports.openLast' | 'exports.showLastInFolder'): void => {
    api(call, {}).catch(fail);
  };

  return {
    busy,
    savePdf: () =>
      run('pdf', async () => {
        const saved = await api('preview.savePdf', {
          sessionId,
          kind,
          options: await chosenOptions(),
        });
        if (saved === null) return;
        api('history.keep', { sessionId, reason: 'exported' }).catch(() => undefined);
        showToast({
          tone: 'success',
          text: t('saved', { fileName: saved.fileName }),
          action: { label: t('openFile'), run: () => open('exports.openLast') },
          secondAction: { label: t('showFolder'), run: () => open('exports.showLastInFolder') },
        });
      }),
    print: () =>
      run('print', async () => {
        const options = await chosenOptions();
        const isPrinted = await api('preview.print', { sessionId, kind, options });
        if (isPrinted) showToast({ tone: 'success', text: t('printed') });
      }),
  };
}
