import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { SHORTEST_PASSPHRASE } from '../../../shared/contract/signing.ts';
import type { Identity } from '../../../shared/signing/certificates.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { strengthOf } from './passphrase-strength.ts';

const LONGEST_FACT = 200;

interface IdentityFormProps {
  /** What is known of its holder already. */
  readonly name: string;
  readonly position: string;
  readonly onCreated: (identity: Identity) => void;
  readonly onClose: () => void;
}

/** Makes a key and a certificate of one's own, guarded by a passphrase. */
export function IdentityForm({ name, position, onCreated, onClose }: IdentityFormProps) {
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => api('profile.get', {}) });
  // Drawn once and with the office's name, which may then be changed.
  if (profile.isPending) return null;
  return (
    <FilledForm
      first={{ name, position, organization: profile.data?.officeName ?? '' }}
      onCreated={onCreated}
      onClose={onClose}
    />
  );
}

interface Holder {
  readonly name: string;
  readonly position: string;
  readonly organization: string;
}

interface FilledFormProps extends Pick<IdentityFormProps, 'onCreated' | 'onClose'> {
  readonly first: Holder;
}

function FilledForm({ first, onCreated, onClose }: FilledFormProps) {
  const { t } = useTranslation('signing');
  const queries = useQueryClient();
  const [holder, setHolder] = useState(first);
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isBusy, setBusy] = useState(false);
  /** What is missing is said once it was tried without. */
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const strength = strengthOf(passphrase);
  const strengthText = t(`strength_${strength}`, { count: SHORTEST_PASSPHRASE });
  const isNameMissing = holder.name.trim() === '';
  const isRepeated = repeated === passphrase;

  const create = async (): Promise<void> => {
    setTried(true);
    if (isBusy || isNameMissing || strength === 'short' || !isRepeated) return;
    setBusy(true);
    setProblem(null);
    try {
      const identity = await api('identities.create', { ...holder, passphrase });
      void queries.invalidateQueries({ queryKey: ['identities'] });
      onCreated(identity);
    } catch (error) {
      setProblem(describeError(error));
      setBusy(false);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={() => {
        if (!isBusy) onClose();
      }}
      title={t('createTitle')}
      size="small"
      actions={
        <>
          <Button isDisabled={isBusy} onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button variant="primary" isDisabled={isBusy} onPress={() => void create()}>
            {t(isBusy ? 'creating' : 'create')}
          </Button>
        </>
      }
    >
      <TextField
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing that is asked
        autoFocus
        label={t('createName')}
        value={holder.name}
        onChange={(name) => setHolder({ ...holder, name })}
        error={isTried && isNameMissing ? t('nameMissing') : null}
        maxLength={LONGEST_FACT}
        isDisabled={isBusy}
      />
      <TextField
        label={t('createPosition')}
        value={holder.position}
        onChange={(position) => setHolder({ ...holder, position })}
        maxLength={LONGEST_FACT}
        isDisabled={isBusy}
      />
      <TextField
        label={t('createOrganization')}
        value={holder.organization}
        onChange={(organization) => setHolder({ ...holder, organization })}
        maxLength={LONGEST_FACT}
        isDisabled={isBusy}
      />
      <PassphraseField
        label={t('newPassphrase')}
        value={passphrase}
        onChange={setPassphrase}
        description={passphrase !== '' && strength !== 'short' ? strengthText : undefined}
        error={strength === 'short' && (isTried || repeated !== '') ? strengthText : null}
        isDisabled={isBusy}
      />
      <PassphraseField
        label={t('repeatPassphrase')}
        value={repeated}
        onChange={setRepeated}
        onEnter={() => void create()}
        error={!isRepeated && isTried ? t('notRepeated') : null}
        isDisabled={isBusy}
      />
      <Notice tone="warning">{t('passphraseLost')}</Notice>
      {problem !== null && (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
