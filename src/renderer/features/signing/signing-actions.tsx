import { useTranslation } from 'react-i18next';

import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

interface SigningActionsProps {
  readonly isSigning: boolean;
  /** A key is open. */
  readonly isReady: boolean;
  readonly isSigned: boolean;
  readonly problem: string | null;
  readonly onSign: () => void;
  readonly onClose: () => void;
}

/** The buttons under a dialog that signs, with what went wrong over them. */
export function SigningActions({
  isSigning,
  isReady,
  isSigned,
  problem,
  onSign,
  onClose,
}: SigningActionsProps) {
  const { t } = useTranslation('signing');
  if (isSigned) {
    return <Button onPress={onClose}>{t('close')}</Button>;
  }
  return (
    <>
      {problem !== null && (
        <div className="signing-problem">
          <Notice tone="danger" role="alert">
            {problem}
          </Notice>
        </div>
      )}
      <span className="signing-hint">{!isReady && t('mustOpen')}</span>
      <Button isDisabled={isSigning} onPress={onClose}>
        {t('cancel')}
      </Button>
      <Button variant="primary" isDisabled={isSigning || !isReady} onPress={onSign}>
        {t(isSigning ? 'signing' : 'sign')}
      </Button>
    </>
  );
}
