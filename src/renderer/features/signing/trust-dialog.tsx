import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { TrustedCertificate } from '../../../shared/signing/certificates.ts';
import { certificateDate, certificateFacts } from '../../api/certificate-facts.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { CertificateDetails } from './certificate-details.tsx';
import type { ListOutcome } from './list-state.tsx';
import { ListState } from './list-state.tsx';
import './signing.css';

/** The certificates that the office trusts: of people and of those who issue to them. */
export function TrustDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('signing');
  const queries = useQueryClient();
  const trusted = useQuery({
    queryKey: ['trust'],
    queryFn: () => api('trust.list', {}),
    staleTime: 0,
  });
  const [leaving, setLeaving] = useState<TrustedCertificate | null>(null);
  const [outcome, setOutcome] = useState<ListOutcome | null>(null);

  const work = async (run: () => Promise<string | null>): Promise<void> => {
    setOutcome(null);
    try {
      const text = await run();
      setOutcome(text === null ? null : { tone: 'success', text });
    } catch (error) {
      setOutcome({ tone: 'danger', text: describeError(error) });
    } finally {
      void queries.invalidateQueries({ queryKey: ['trust'] });
    }
  };
  const add = () =>
    work(async () => {
      const added = await api('trust.chooseFile', {});
      return added && t('trustAdded', { name: added.certificate.subjectName });
    });
  const remove = ({ certificate: { sha256, subjectName } }: TrustedCertificate) =>
    work(async () => {
      await api('trust.remove', { sha256 });
      return t('trustRemoved', { name: subjectName });
    });

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('trustTitle')}
      size="medium"
      actions={
        <>
          <ListState outcome={outcome} />
          <Button onPress={onClose}>{t('close')}</Button>
          <Button variant="primary" onPress={() => void add()}>
            {t('trustAdd')}
          </Button>
        </>
      }
    >
      <p className="field-help">{t('trustIntro')}</p>
      {trusted.isPending && <p>{t('loading')}</p>}
      {trusted.isError && <p role="alert">{describeError(trusted.error)}</p>}
      {trusted.data?.length === 0 && (
        <EmptyState title={t('trustEmptyTitle')}>{t('trustEmptyText')}</EmptyState>
      )}
      {trusted.data !== undefined && trusted.data.length > 0 && (
        <ul className="signing-list" aria-label={t('trustList')}>
          {trusted.data.map((one) => {
            const { certificate, note, addedAtMs } = one;
            return (
              <li key={certificate.sha256} className="signing-card">
                <h3 className="signing-card-title">{certificate.subjectName}</h3>
                <p className="field-help">
                  {t('trustSince', { date: certificateDate(addedAtMs) })}
                </p>
                {note !== '' && <p className="signing-note">{t('trustNote', { note })}</p>}
                <FactList facts={certificateFacts(certificate).slice(1)} />
                <CertificateDetails certificate={certificate} />
                <div className="signing-buttons">
                  <Button
                    aria-label={`${t('trustRemoveOne')} ${certificate.subjectName}`}
                    onPress={() => setLeaving(one)}
                  >
                    {t('trustRemoveOne')}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('trustRemoveTitle', { name: leaving?.certificate.subjectName ?? '' })}
        confirmLabel={t('trustRemove')}
        cancelLabel={t('cancel')}
        onCancel={() => setLeaving(null)}
        onConfirm={() => {
          setLeaving(null);
          if (leaving !== null) void remove(leaving);
        }}
      >
        {t('trustRemoveText')}
      </ConfirmDialog>
    </Dialog>
  );
}
