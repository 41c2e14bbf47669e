import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

import type { Copied, CopiedPart, CopyForm } from '../../../shared/contract/exchange.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { saveEverything } from '../../api/unsaved.ts';
import { showToast } from '../../ui/toast.tsx';

/** Puts parts of a session on the clipboard, after everything typed is saved, and says what. */
export function useCopy(sessionId: SessionId): (part: CopiedPart, form: CopyForm) => Promise<void> {
  const { t, i18n } = useTranslation('exchange');

  return useCallback(
    async (part, form) => {
      const said = ({ wordCount, itemTitle }: Copied): string => {
        const values = {
          form: t(form),
          title: itemTitle,
          words: new Intl.NumberFormat(i18n.language).format(wordCount),
        };
        switch (part.type) {
          case 'session':
            return t('copiedSession', values);
          case 'press':
            return t('copiedPress', values);
          case 'item':
            return t(itemTitle === '' ? 'copiedBefore' : 'copiedItem', values);
        }
      };
      try {
        if (!(await saveEverything())) {
          showToast({ tone: 'error', text: t('notCopied') });
          return;
        }
        const copied = await api('exchange.copy', { sessionId, part, form });
        showToast({ tone: 'success', text: said(copied) });
      } catch (error) {
        showToast({ tone: 'error', text: describeError(error) });
      }
    },
    [sessionId, t, i18n.language],
  );
}
