import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChosenFile } from '../../../shared/contract/signing.ts';
import type { Identity } from '../../../shared/signing/certificates.ts';
import { verdictOf } from '../../../shared/signing/verdict.ts';
import type { FileReport, SignatureLine } from '../../../shared/signing/verification.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioList } from '../../ui/radio-list.tsx';
import { identitiesQuery } from './identities-query.ts';
import type { Role } from './role-fields.tsx';
import { SigningFrame } from './signing-frame.tsx';
import { identityOf, useSigningKey } from './use-signing-key.ts';
import { useSigningRun } from './use-signing-run.ts';
import './signing.css';

export interface SignFileDialogProps {
  /** What a check of the file found, in short. */
  readonly reportView: (report: FileReport) => ReactNode;
  readonly onClose: () => void;
}

type SignedFile = ChosenFile & { readonly report: FileReport };

/** Adds a signature to a Word file that comes from elsewhere, or from the signer before. */
export function SignFileDialog({ reportView, onClose }: SignFileDialogProps) {
  const { t } = useTranslation('signing');
  const identities = useQuery({ ...identitiesQuery, staleTime: 0 });
  const [file, setFile] = useState<SignedFile | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const choose = async (): Promise<void> => {
    setChoosing(true);
    setProblem(null);
    try {
      const chosen = await api('signing.chooseDocument', {});
      if (chosen !== null) setFile(chosen);
    } catch (error) {
      setProblem(describeError(error));
    } finally {
      setChoosing(false);
    }
  };
  const chooseLabel = file === null ? 'chooseDocument' : 'otherDocument';
  const chooser = (
    <div className="signing-buttons">
      <Button
        variant={file === null ? 'primary' : 'secondary'}
        isDisabled={isChoosing}
        onPress={() => void choose()}
      >
        {t(isChoosing ? 'reading' : chooseLabel)}
      </Button>
    </div>
  );
  const failure = problem ?? (identities.error && describeError(identities.error));

  if (file !== null && identities.data !== undefined) {
    return (
      <FileSigning
        // Another file is another act: nothing of the one before comes into it.
        key={file.file}
        file={file}
        identities={identities.data}
        chooser={chooser}
        chooserProblem={problem}
        reportView={reportView}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('signFileTitle')}
      size="medium"
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      <p>{t('signFileIntro')}</p>
      {chooser}
      {failure !== null && (
        <Notice tone="danger" role="alert">
          {failure}
        </Notice>
      )}
    </Dialog>
  );
}

interface FileSigningProps extends SignFileDialogProps {
  readonly file: SignedFile;
  readonly identities: readonly Identity[];
  readonly chooser: ReactNode;
  readonly chooserProblem: string | null;
}

/** Stands for a signature without a line of its own. */
const NO_LINE = 'none';

function FileSigning({
  file: { file, fileName, report },
  identities,
  chooser,
  chooserProblem,
  reportView,
  onClose,
}: FileSigningProps) {
  const { t } = useTranslation('signing');
  const roleOf = (one: SignatureLine | undefined): Role => ({
    role: one?.suggestedTitle ?? '',
    statement: '',
  });
  const { openLines } = report;
  const [line, setLine] = useState(openLines[0]);
  const [role, setRole] = useState(roleOf(line));
  const signingKey = useSigningKey(identityOf(identities, line?.suggestedSigner ?? ''));
  const signing = useSigningRun(signingKey);

  const turnTo = (next: SignatureLine | undefined): void => {
    setLine(next);
    setRole(roleOf(next));
    signingKey.choose(identityOf(identities, next?.suggestedSigner ?? ''));
  };
  const sign = () =>
    signing.run(role, (signer) =>
      api('signing.signFile', { file, signer: { ...signer, setupId: line?.setupId ?? null } }),
    );

  const verdict = verdictOf(report);
  return (
    <SigningFrame
      title="signFileTitle"
      partLabel={fileName}
      signatory={{ name: line?.suggestedSigner ?? '', position: line?.suggestedTitle ?? '' }}
      role={role}
      onRole={setRole}
      identities={identities}
      signingKey={signingKey}
      signing={signing}
      onSign={() => void sign()}
      onClose={onClose}
    >
      <div className="signing-file">
        <p className="signing-file-name">{fileName}</p>
        {chooser}
      </div>
      {reportView(report)}
      {(verdict === 'changed' || verdict === 'forged') && (
        <Notice tone="warning">{t('fileChanged')}</Notice>
      )}
      {chooserProblem !== null && (
        <Notice tone="danger" role="alert">
          {chooserProblem}
        </Notice>
      )}
      {openLines.length > 0 && (
        <RadioList
          label={t('line')}
          options={[
            ...openLines.map(({ setupId, suggestedSigner, suggestedTitle }) => ({
              value: setupId,
              label: suggestedSigner || t('lineUnnamed'),
              description: suggestedTitle,
            })),
            { value: NO_LINE, label: t('lineNone'), description: t('lineNoneHint') },
          ]}
          value={line?.setupId ?? NO_LINE}
          onChange={(value) => turnTo(openLines.find(({ setupId }) => setupId === value))}
          isDisabled={signing.isSigning}
        />
      )}
    </SigningFrame>
  );
}
