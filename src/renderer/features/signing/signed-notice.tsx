import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SavedExport } from '../../../shared/contract/exports.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

export interface Signed {
  readonly saved: SavedExport;
  readonly signerName: string;
}

/** What was signed by whom, where to find it, and who signs next. */
export function SignedNotice({ signed: { saved, signerName } }: { readonly signed: Signed }) {
  const { t } = useTranslation('signing');
  const [problem, setProblem] = useState<string | null>(null);
  const open = (call: 'exports.openLast' | 'exports.showLastInFolder'): void => {
    setProblem(null);
    api(call, {}).catch((error: unknown) => setProblem(describeError(error)));
  };
  return (
    <>
      <Notice tone="success" isAnnounced title={t('signedTitle', { fileName: saved.fileName })}>
        <span>{t('signedBy', { name: signerName })}</span>
      </Notice>
      <p>{t('signedNext')}</p>
      <div className="signing-buttons">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the focus was on what signed, which is gone; this is the next thing to do */}
        <Button autoFocus onPress={() => open('exports.showLastInFolder')}>
          {t('showFolder')}
        </Button>
        <Button onPress={() => open('exports.openLast')}>{t('openFile')}</Button>
      </div>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </>
  );
}
