import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Identity } from '../../../shared/signing/certificates.ts';
import {
  certificateDate,
  certificateFacts,
  describeSelfSigned,
} from '../../api/certificate-facts.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { CertificateDetails } from './certificate-details.tsx';
import { identitiesQuery } from './identities-query.ts';
import { IdentityForm } from './identity-form.tsx';
import type { ListOutcome } from './list-state.tsx';
import { ListState } from './list-state.tsx';
import './signing.css';

/** The identities that were made on this computer: made, kept elsewhere as a file, removed. */
export function IdentitiesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('signing');
  const queries = useQueryClient();
  const identities = useQuery({ ...identitiesQuery, staleTime: 0 });
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => api('profile.get', {}) });
  const [isCreating, setCreating] = useState(false);
  const [leaving, setLeaving] = useState<Identity | null>(null);
  const [outcome, setOutcome] = useState<ListOutcome | null>(null);

  const work = async (run: () => Promise<string | null>): Promise<void> => {
    setOutcome(null);
    try {
      const text = await run();
      setOutcome(text === null ? null : { tone: 'success', text });
    } catch (error) {
      setOutcome({ tone: 'danger', text: describeError(error) });
    }
  };
  const save = ({ id }: Identity) =>
    work(async () => {
      const saved = await api('identities.export', { id });
      return saved && t('exported', { fileName: saved.fileName });
    });
  const remove = ({ id, name }: Identity) =>
    work(async () => {
      await api('identities.remove', { id });
      await queries.invalidateQueries({ queryKey: ['identities'] });
      return t('removed', { name });
    });

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('identitiesTitle')}
      size="medium"
      actions={
        <>
          <ListState outcome={outcome} />
          <Button onPress={onClose}>{t('close')}</Button>
          <Button variant="primary" onPress={() => setCreating(true)}>
            {t('createIdentity')}
          </Button>
        </>
      }
    >
      <p className="field-help">
        {t('identitiesIntro')} {describeSelfSigned()}
      </p>
      {identities.isPending && <p>{t('loading')}</p>}
      {identities.isError && <p role="alert">{describeError(identities.error)}</p>}
      {identities.data?.length === 0 && (
        <EmptyState title={t('identitiesEmptyTitle')}>{t('identitiesEmptyText')}</EmptyState>
      )}
      {identities.data !== undefined && identities.data.length > 0 && (
        <ul className="signing-list" aria-label={t('identitiesList')}>
          {identities.data.map((identity) => (
            <li key={identity.id} className="signing-card">
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
                <Button
                  aria-label={`${t('removeIdentity')} ${identity.name}`}
                  onPress={() => setLeaving(identity)}
                >
                  {t('removeIdentity')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {isCreating && (
        <IdentityForm
          name={profile.data?.notulisName ?? ''}
          position=""
          onClose={() => setCreating(false)}
          onCreated={({ name }) => {
            setCreating(false);
            setOutcome({ tone: 'success', text: t('createdDone', { name }) });
          }}
        />
      )}
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        confirmLabel={t('remove')}
        cancelLabel={t('cancel')}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          setLeaving(null);
          if (leaving !== null) void remove(leaving);
        }}
      >
        {t('removeText')}
      </ConfirmDialog>
    </Dialog>
  );
}
