import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { CertificateFacts, Identity } from '../../../shared/signing/certificates.ts';
import {
  certificateDate,
  certificateFacts,
  describeSelfSigned,
} from '../../api/certificate-facts.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Select } from '../../ui/select.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { isSameName } from './same-name.ts';
import type { KeyChoice, SigningKey } from './use-signing-key.ts';

/** Time enough to ask an issuer for a new one. */
const SOON_MS = 30 * 24 * 3_600_000;

/** Stands for the chosen file among the keys. */
const FILE = 'file';

interface KeyFieldsProps {
  readonly signingKey: SigningKey;
  readonly identities: readonly Identity[];
  /** Whose signature it is to be; "" where not known. */
  readonly signatoryName: string;
  readonly isDisabled: boolean;
  readonly onCreate: () => void;
}

/** With what it is signed: an identity or a file, its passphrase, and what its certificate says. */
export function KeyFields({
  signingKey,
  identities,
  signatoryName,
  isDisabled,
  onCreate,
}: KeyFieldsProps) {
  const { t } = useTranslation('signing');
  const { choice, passphrase, opened, problem, isOpening } = signingKey;
  // The file stays among the keys when an identity is looked at in between.
  const [file, setFile] = useState<Extract<KeyChoice, { type: 'file' }> | null>(null);
  if (choice?.type === 'file' && choice !== file) setFile(choice);

  const options = [
    ...identities.map(({ id, name }) => ({
      value: id as string,
      label: t('keyIdentity', { name }),
    })),
    ...(file === null ? [] : [{ value: FILE, label: t('keyFile', { fileName: file.fileName }) }]),
  ];
  const chosen = choice?.type === 'identity' ? choice.identity.id : choice && FILE;
  const choose = (value: string): void => {
    const identity = identities.find(({ id }) => id === value);
    signingKey.choose(identity ? { type: 'identity', identity } : file);
  };

  return (
    <section className="signing-part" aria-labelledby="signing-key-heading">
      <h3 id="signing-key-heading" className="signing-heading">
        {t('keyHeading')}
      </h3>
      {options.length === 0 ? (
        <p className="field-help">{t('keyNone')}</p>
      ) : (
        <Select
          label={t('key')}
          placeholder={t('keyPlaceholder')}
          options={options}
          value={chosen}
          onChange={choose}
          isDisabled={isDisabled}
        />
      )}
      <div className="signing-buttons">
        <Button isDisabled={isDisabled} onPress={() => void signingKey.chooseFile()}>
          {t('chooseKeyFile')}
        </Button>
        <Button isDisabled={isDisabled} onPress={onCreate}>
          {t('createIdentity')}
        </Button>
      </div>
      {problem?.place === 'key' && (
        <Notice tone="danger" role="alert">
          {problem.text}
        </Notice>
      )}
      {choice !== null && (
        <PassphraseField
          label={t('passphrase')}
          value={passphrase}
          onChange={signingKey.setPassphrase}
          onEnter={() => void signingKey.open()}
          description={t('passphraseHint')}
          error={problem?.place === 'passphrase' ? problem.text : null}
          isDisabled={isDisabled}
        />
      )}
      {choice !== null && opened === null && (
        <div className="signing-buttons">
          <Button isDisabled={isDisabled || isOpening} onPress={() => void signingKey.open()}>
            <KeyRound size={16} aria-hidden />
            {t(isOpening ? 'opening' : 'openKey')}
          </Button>
        </div>
      )}
      {opened !== null && <OpenedKey certificate={opened} signatoryName={signatoryName} />}
    </section>
  );
}

interface OpenedKeyProps {
  readonly certificate: CertificateFacts;
  readonly signatoryName: string;
}

function OpenedKey({ certificate, signatoryName }: OpenedKeyProps) {
  const { t } = useTranslation('signing');
  const [openedAtMs] = useState(() => Date.now());
  const { subjectName, validUntilMs, isSelfSigned } = certificate;
  return (
    <>
      <Notice tone="success" isAnnounced title={t('keyOpened')}>
        <FactList facts={certificateFacts(certificate)} />
        {isSelfSigned && <span className="field-help">{describeSelfSigned()}</span>}
      </Notice>
      {signatoryName !== '' && !isSameName(subjectName, signatoryName) && (
        <Notice tone="warning">
          {t('otherName', { certificate: subjectName, signatory: signatoryName })}
        </Notice>
      )}
      {validUntilMs - openedAtMs < SOON_MS && (
        <Notice tone="warning">{t('expiresSoon', { date: certificateDate(validUntilMs) })}</Notice>
      )}
    </>
  );
}
