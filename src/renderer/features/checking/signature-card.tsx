import { CircleAlert, CircleCheck, CircleQuestionMark, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { CertificateFacts } from '../../../shared/signing/certificates.ts';
import type { CheckedSignature } from '../../../shared/signing/verification.ts';
import { allCertificateFacts } from '../../api/certificate-facts.ts';
import { Button } from '../../ui/button.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import {
  isProven,
  resultInWords,
  signatureFacts,
  signerOf,
  standingOf,
} from './describe-report.ts';
import { PartList } from './part-list.tsx';

const ICONS = {
  valid: CircleCheck,
  'not-in-force': TriangleAlert,
  changed: CircleAlert,
  forged: CircleAlert,
  unreadable: CircleQuestionMark,
} as const;

interface SignatureCardProps {
  readonly signature: CheckedSignature;
  readonly onTrust: (certificate: CertificateFacts) => void;
}

/** One signature: whose, how it stands, what it says, and its certificate. */
export function SignatureCard({ signature, onTrust }: SignatureCardProps) {
  const { t } = useTranslation('checking');
  const { result, certificate, trust, changedParts, isBsre } = signature;
  const standing = standingOf(signature);
  const Icon = ICONS[standing];
  const signer = signerOf(signature);
  return (
    <li className="checking-card">
      <h4 className="checking-signer">{signer}</h4>
      <p className={`checking-result checking-result-${standing}`}>
        <Icon size={16} aria-hidden />
        <span>{resultInWords(signature)}</span>
      </p>
      {!isProven(signature) && <p className="field-help">{t('unproven')}</p>}
      <FactList facts={signatureFacts(signature)} />
      {isBsre && result === 'valid' && <p className="checking-bsre">{t('bsre')}</p>}
      {changedParts.length > 0 && (
        <>
          <h5 className="checking-small-heading">{t('changedParts')}</h5>
          <PartList names={changedParts} />
        </>
      )}
      {certificate !== null && (
        <details className="checking-details">
          <summary>{t('certificate')}</summary>
          <FactList facts={allCertificateFacts(certificate)} />
        </details>
      )}
      {/* Only what its holder's key made says whose certificate it is. */}
      {certificate !== null && trust !== 'trusted' && isProven(signature) && (
        <div>
          <Button aria-label={`${t('trustThis')} ${signer}`} onPress={() => onTrust(certificate)}>
            {t('trustThis')}
          </Button>
        </div>
      )}
    </li>
  );
}
