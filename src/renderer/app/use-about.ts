import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AboutSubject } from '../../shared/contract/about.ts';
import type { SearchHit } from '../../shared/contract/search.ts';
import { api } from '../api/client.ts';
import { describeError } from '../api/describe-error.ts';
import { showToast } from '../ui/toast.tsx';

/** Whom everything is shown about, and what was on screen before. */
interface Shown {
  /** null: it is asked for first. */
  readonly subject: AboutSubject | null;
  readonly isFromSearch: boolean;
}

const ASKED: Shown = { subject: null, isFromSearch: false };

/** Everything about one person or organization: how it is reached, and where its end leads to. */
export function useAbout(onShow: () => void) {
  const { t } = useTranslation('about');
  const [shown, setShown] = useState(ASKED);
  const show = (next: Shown): void => {
    setShown(next);
    onShow();
  };
  return {
    ...shown,
    ask: () => show(ASKED),
    show: (subject: AboutSubject) => show({ subject, isFromSearch: false }),
    /** Whoever said what was found. */
    async showSpeaker({ sessionId, blockId }: SearchHit): Promise<void> {
      if (blockId === null) return;
      try {
        const subject = await api('about.speaker', { sessionId, blockId });
        if (subject === null) showToast({ tone: 'info', text: t('speakerUnknown') });
        else show({ subject, isFromSearch: true });
      } catch (error) {
        showToast({ tone: 'error', text: describeError(error) });
      }
    },
  };
}
