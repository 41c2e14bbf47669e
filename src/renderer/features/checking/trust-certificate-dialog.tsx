import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { LONGEST_TRUST_NOTE } from '../../../shared/contract/trust.ts';
import type { CertificateFacts } from '../../../shared/signing/certificates.ts';
import { certificateFacts, fingerprint } from '../../api/certificate-facts.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface TrustCertificateDialogProps {
  readonly certificate: CertificateFacts;
  readonly onTrusted: () => void;
  readonly onClose: () => void;
}

/** Shows the fingerprint to be compared before the office trusts a certificate. */
export function TrustCertificateDialog({
  certificate,
  onTrusted,
  onClose,
}: TrustCertificateDialogProps) {
  const { t } = useTranslation('checking');
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { sha256, isSelfSigned } = certificate;

  const trust = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await api('trust.addFromReport', { sha256, note });
      void queries.invalidateQueries({ queryKey: ['trust'] });
      onTrusted();
    } catch (error) {
      setProblem(describeError(error));
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('trustTitle')}
      size="small"
      role="alertdialog"
      actions={
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog that asks puts the focus on the answer that changes nothing (ARIA alertdialog pattern) */}
          <Button autoFocus onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void trust()}>
            {t('trustConfirm')}
          </Button>
        </>
      }
    >
      <p>{t('trustText')}</p>
      <p className="checking-fingerprint">{fingerprint(sha256)}</p>
      <FactList facts={certificateFacts(certificate)} />
      {isSelfSigned && <Notice tone="warning">{t('trustSelfSigned')}</Notice>}
      <TextField
        label={t('trustNote')}
        value={note}
        onChange={setNote}
        maxLength={LONGEST_TRUST_NOTE}
        description={t('trustNoteHint')}
      />
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
