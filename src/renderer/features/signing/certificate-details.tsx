import { useTranslation } from 'react-i18next';

import type { CertificateFacts } from '../../../shared/signing/certificates.ts';
import { allCertificateFacts } from '../../api/certificate-facts.ts';
import { FactList } from '../../ui/fact-list.tsx';

/** Everything a certificate says, for who asks for it. */
export function CertificateDetails({ certificate }: { readonly certificate: CertificateFacts }) {
  const { t } = useTranslation('signing');
  return (
    <details className="signing-details">
      <summary>{t('facts')}</summary>
      <FactList facts={allCertificateFacts(certificate)} />
    </details>
  );
}
