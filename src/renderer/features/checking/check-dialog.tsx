import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionId } from '../../../shared/ids.ts';
import type { CertificateFacts } from '../../../shared/signing/certificates.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CheckStart } from './check-start.tsx';
import { CodeCheck } from './code-check/code-check.tsx';
import { isPicture, useCodeCheck } from './code-check/use-code-check.ts';
import { FileReportView } from './file-report-view.tsx';
import { ReportActions } from './report-actions.tsx';
import { TrustCertificateDialog } from './trust-certificate-dialog.tsx';
import { useDroppedFiles } from '../../ui/use-dropped-files.ts';
import { useFileCheck } from './use-file-check.ts';
import './checking.css';

export interface CheckDialogProps {
  /** Shows the session that a file is from; the dialog closes for it. */
  readonly onOpenSession: (id: SessionId) => void;
  readonly onClose: () => void;
}

/**
 * "Periksa berkas": a Word file is chosen or dropped, or the code of a printed page is typed or
 * shown, and what it is is told in plain words.
 */
export function CheckDialog({ onOpenSession, onClose }: CheckDialogProps) {
  const { t } = useTranslation('checking');
  const fileCheck = useFileCheck();
  const codeCheck = useCodeCheck();
  const [trusting, setTrusting] = useState<CertificateFacts | null>(null);
  const isHeldOver = useDroppedFiles((files) => {
    const [file, ...others] = files;
    if (trusting !== null || file === undefined) return;
    if (others.length > 0) fileCheck.refuse(t('oneOnly'));
    else if (isPicture(file)) {
      fileCheck.cancel();
      codeCheck.checkPicture(file);
    } else fileCheck.check(file);
  });
  const { state } = fileCheck;

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('title')}
      size="large"
      actions={
        state.type === 'checked' ? (
          <ReportActions
            // Of another file nothing was copied or saved yet.
            key={`${state.report.sha256} ${state.report.checkedAtMs}`}
            report={state.report}
            onOther={fileCheck.choose}
            onClose={onClose}
          />
        ) : (
          <Button onPress={onClose}>{t('close')}</Button>
        )
      }
    >
      {state.type === 'checked' ? (
        <FileReportView report={state.report} onOpenSession={onOpenSession} onTrust={setTrusting} />
      ) : (
        <>
          <CheckStart fileCheck={fileCheck} isHeldOver={isHeldOver} />
          <CodeCheck codeCheck={codeCheck} onOpenSession={onOpenSession} />
        </>
      )}
      {trusting !== null && (
        <TrustCertificateDialog
          certificate={trusting}
          onClose={() => setTrusting(null)}
          onTrusted={() => {
            setTrusting(null);
            fileCheck.markTrusted(trusting.sha256);
            showToast({ tone: 'success', text: t('trusted', { name: trusting.subjectName }) });
          }}
        />
      )}
    </Dialog>
  );
}
