import { FileSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { checkingInWords } from './describe-report.ts';
import type { FileCheck } from './use-file-check.ts';

interface CheckStartProps {
  readonly fileCheck: FileCheck;
  /** Files are held over the window. */
  readonly isHeldOver: boolean;
}

/** Where a file is dropped or chosen, and what is shown while it is checked. */
export function CheckStart({ fileCheck, isHeldOver }: CheckStartProps) {
  const { t } = useTranslation('checking');
  const { state, choose, cancel } = fileCheck;
  if (state.type === 'checking') {
    return (
      <div className="checking-zone">
        <output>{checkingInWords(state.file)}</output>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that began it is gone, and this is the one thing left to do */}
        <Button autoFocus onPress={cancel}>
          {t('cancelCheck')}
        </Button>
      </div>
    );
  }
  const problem = state.type === 'idle' ? state.problem : null;
  return (
    <>
      <div className={`checking-zone ${isHeldOver ? 'checking-zone-over' : ''}`}>
        <FileSearch size={32} aria-hidden />
        <span className="checking-zone-title">{t(isHeldOver ? 'dropHere' : 'drop')}</span>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- what the dialog was opened for */}
        <Button autoFocus variant="primary" onPress={choose}>
          {t('choose')}
        </Button>
        <p className="checking-zone-hint">{t('dropHint')}</p>
      </div>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </>
  );
}
