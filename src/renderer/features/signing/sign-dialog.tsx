import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { OfficeSettings } from '../../../shared/official/office-settings.ts';
import type { SessionId } from '../../../shared/ids.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { DocumentKind } from '../../../shared/official/document-kinds.ts';
import { DOCUMENT_NAMES } from '../../../shared/official/document-kinds.ts';
import type { DocumentOptions } from '../../../shared/official/document-options.ts';
import { DEFAULT_DOCUMENT_OPTIONS } from '../../../shared/official/document-options.ts';
import type { Identity } from '../../../shared/signing/certificates.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioList } from '../../ui/radio-list.tsx';
import { Select } from '../../ui/select.tsx';
import { identitiesQuery } from './identities-query.ts';
import type { Role } from './role-fields.tsx';
import { SIGNED_KINDS, signatoriesOf } from './signatories.ts';
import type { Signing } from './signatories.ts';
import { SigningFrame } from './signing-frame.tsx';
import { identityOf, useSigningKey } from './use-signing-key.ts';
import { useSigningRun } from './use-signing-run.ts';
import './signing.css';

export interface SignDialogProps {
  readonly sessionId: SessionId;
  readonly isFinal: boolean;
  /** Leads to where the session is made final; the dialog closes for it. */
  readonly onFinalise: () => void;
  readonly onClose: () => void;
}

/** Signs a document of a final session: which one, who, with what key, where to put it. */
export function SignDialog(props: SignDialogProps) {
  const { sessionId, isFinal, onClose } = props;
  const { t } = useTranslation('signing');
  const known = useQuery({
    queryKey: ['signing', sessionId],
    queryFn: async () => {
      const [offices, attendance, profile, choice] = await Promise.all([
        api('office.forSession', { sessionId }),
        api('attendance.list', { sessionId }),
        api('profile.get', {}),
        api('exports.choice', {}),
      ]);
      return {
        settings: offices.settings,
        attendance,
        notulisName: profile.notulisName,
        options: choice?.options ?? DEFAULT_DOCUMENT_OPTIONS,
      };
    },
    enabled: isFinal,
    staleTime: 0,
    gcTime: 0,
  });
  const identities = useQuery({ ...identitiesQuery, staleTime: 0 });
  if (!isFinal) return <NotFinal {...props} />;
  const failure = known.error ?? identities.error;
  if (known.data !== undefined && identities.data !== undefined) {
    return <ReadyDialog {...props} known={known.data} identities={identities.data} />;
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('signTitle')}
      size="large"
      actions={<Button onPress={onClose}>{t('close')}</Button>}
    >
      {failure === null ? (
        <p>{t('loading')}</p>
      ) : (
        <Notice tone="danger" role="alert">
          {describeError(failure)}
        </Notice>
      )}
    </Dialog>
  );
}

function NotFinal({ onClose, onFinalise }: SignDialogProps) {
  const { t } = useTranslation('signing');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('notFinalTitle')}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>{t('close')}</Button>
          <Button variant="primary" onPress={onFinalise}>
            {t('finalise')}
          </Button>
        </>
      }
    >
      <p>{t('notFinalText')}</p>
    </Dialog>
  );
}

interface ReadyDialogProps extends SignDialogProps {
  readonly known: {
    readonly settings: OfficeSettings;
    readonly attendance: readonly Attendance[];
    readonly notulisName: string;
    readonly options: DocumentOptions;
  };
  readonly identities: readonly Identity[];
}

/** Stands for who is none of those in the blocks. */
const OTHER = 'other';

const NOBODY: Role = { role: '', statement: '' };

function ReadyDialog({ sessionId, known, identities, onClose }: ReadyDialogProps) {
  const { t } = useTranslation('signing');
  const ofKind = (next: DocumentKind): readonly Signing[] => signatoriesOf(next, known);
  const roleOf = (one: Signing | undefined): Role =>
    one ? { role: one.capacity || one.position, statement: '' } : NOBODY;
  const [kind, setKind] = useState<DocumentKind>('notula');
  const signatories = ofKind(kind);
  const [signatory, setSignatory] = useState(signatories[0]);
  const [role, setRole] = useState(roleOf(signatory));
  const signingKey = useSigningKey(identityOf(identities, signatory?.name ?? ''));
  const signing = useSigningRun(signingKey);

  const turnTo = (next: Signing | undefined): void => {
    setSignatory(next);
    setRole(roleOf(next));
    signingKey.choose(identityOf(identities, next?.name ?? ''));
  };
  const sign = () =>
    signing.run(role, (signer) =>
      api('signing.signDocument', {
        sessionId,
        kind,
        options: known.options,
        blockIndex: signatory?.blockIndex ?? null,
        signer,
      }),
    );

  const options = [
    ...signatories.map(({ blockIndex, name, capacity, position }) => ({
      value: String(blockIndex),
      label: name || t('signatoryUnknown'),
      description: [capacity, position].filter(Boolean).join(' · '),
    })),
    { value: OTHER, label: t('signatoryOther'), description: t('signatoryOtherHint') },
  ];

  return (
    <SigningFrame
      title="signTitle"
      partLabel={t('signatory')}
      signatory={{ name: signatory?.name ?? '', position: signatory?.position ?? '' }}
      role={role}
      onRole={setRole}
      identities={identities}
      signingKey={signingKey}
      signing={signing}
      onSign={() => void sign()}
      onClose={onClose}
    >
      <Select<DocumentKind>
        label={t('document')}
        options={SIGNED_KINDS.map((value) => ({ value, label: DOCUMENT_NAMES[value] }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          turnTo(ofKind(next)[0]);
        }}
        isDisabled={signing.isSigning}
      />
      <RadioList
        label={t('signatory')}
        options={options}
        value={signatory === undefined ? OTHER : String(signatory.blockIndex)}
        onChange={(value) =>
          turnTo(signatories.find(({ blockIndex }) => String(blockIndex) === value))
        }
        isDisabled={signing.isSigning}
      />
    </SigningFrame>
  );
}
