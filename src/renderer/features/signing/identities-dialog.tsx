import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Identity } from '../../../shared/signing/certificates.ts';
import {
  certificateDate,
  certificateFacts,
  describeSelfSigned,
} from '../../api/certificate-facts.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { CertificateDetails } from './certificate-details.tsx';
import { identitiesQuery } from './identities-query.ts';
import { IdentityForm } from './identity-form.tsx';
import { ListDialog } from './list-dialog.tsx';
import { useListWork } from './use-list-work.ts';

/** The identities that were made on this computer: made, kept elsewhere as a file, removed. */
export function IdentitiesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('signing');
  const identities = useQuery({ ...identitiesQuery, staleTime: 0 });
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => api('profile.get', {}) });
  const [isCreating, setCreating] = useState(false);
  const { outcome, succeed, work } = useListWork(identitiesQuery.queryKey);

  const save = ({ id }: Identity) =>
    work(async () => {
      const saved = await api('identities.export', { id });
      return saved && t('exported', { fileName: saved.fileName });
    });
  const remove = ({ id, name }: Identity) =>
    work(async () => {
      await api('identities.remove', { id });
      return t('removed', { name });
    });

  return (
    <ListDialog
      title={t('identitiesTitle')}
      intro={`${t('identitiesIntro')} ${describeSelfSigned()}`}
      label={t('identitiesList')}
      items={identities}
      empty={{ title: t('identitiesEmptyTitle'), text: t('identitiesEmptyText') }}
      add={{ label: t('createIdentity'), onPress: () => setCreating(true) }}
      removal={{
        title: ({ name }) => t('removeTitle', { name }),
        text: t('removeText'),
        confirmLabel: t('remove'),
        onConfirm: (identity) => void remove(identity),
      }}
      outcome={outcome}
      onClose={onClose}
      keyOf={({ id }) => id}
      renderItem={(identity, askRemoval) => (
        <>
          <h3 className="signing-card-title">{identity.name}</h3>
          <p className="field-help">
            {t('created', { date: certificateDate(identity.createdAtMs) })}
          </p>
          <FactList facts={certificateFacts(identity.certificate).slice(2)} />
          <CertificateDetails certificate={identity.certificate} />
          <div className="signing-buttons">
            <Button
              aria-label={`${t('exportIdentity')} ${identity.name}`}
              onPress={() => void save(identity)}
            >
              {t('exportIdentity')}
            </Button>
            <Button aria-label={`${t('removeIdentity')} ${identity.name}`} onPress={askRemoval}>
              {t('removeIdentity')}
            </Button>
          </div>
        </>
      )}
    >
      {isCreating && (
        <IdentityForm
          name={profile.data?.notulisName ?? ''}
          position=""
          onClose={() => setCreating(false)}
          onCreated={({ name }) => {
            setCreating(false);
            succeed(t('createdDone', { name }));
          }}
        />
      )}
    </ListDialog>
  );
}
