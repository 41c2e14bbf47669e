import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { TrustedCertificate } from '../../../shared/signing/certificates.ts';
import { certificateDate, certificateFacts } from '../../api/certificate-facts.ts';
import { api } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { CertificateDetails } from './certificate-details.tsx';
import { ListDialog } from './list-dialog.tsx';
import { useListWork } from './use-list-work.ts';

const TRUST_KEY = ['trust'];

/** The certificates that the office trusts: of people and of those who issue to them. */
export function TrustDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('signing');
  const trusted = useQuery({
    queryKey: TRUST_KEY,
    queryFn: () => api('trust.list', {}),
    staleTime: 0,
  });
  const { outcome, work } = useListWork(TRUST_KEY);

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
    <ListDialog
      title={t('trustTitle')}
      intro={t('trustIntro')}
      label={t('trustList')}
      items={trusted}
      empty={{ title: t('trustEmptyTitle'), text: t('trustEmptyText') }}
      add={{ label: t('trustAdd'), onPress: () => void add() }}
      removal={{
        title: ({ certificate }) => t('trustRemoveTitle', { name: certificate.subjectName }),
        text: t('trustRemoveText'),
        confirmLabel: t('trustRemove'),
        onConfirm: (one) => void remove(one),
      }}
      outcome={outcome}
      onClose={onClose}
      keyOf={({ certificate }) => certificate.sha256}
      renderItem={({ certificate, note, addedAtMs }, askRemoval) => (
        <>
          <h3 className="signing-card-title">{certificate.subjectName}</h3>
          <p className="field-help">{t('trustSince', { date: certificateDate(addedAtMs) })}</p>
          {note !== '' && <p className="signing-note">{t('trustNote', { note })}</p>}
          <FactList facts={certificateFacts(certificate).slice(1)} />
          <CertificateDetails certificate={certificate} />
          <div className="signing-buttons">
            <Button
              aria-label={`${t('trustRemoveOne')} ${certificate.subjectName}`}
              onPress={askRemoval}
            >
              {t('trustRemoveOne')}
            </Button>
          </div>
        </>
      )}
    />
  );
}
