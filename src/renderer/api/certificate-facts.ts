import i18next from 'i18next';

import type { CertificateFacts, CertificateTrust } from '../../shared/signing/certificates.ts';
import type { certificateTexts } from './certificate-texts.ts';

type Text = keyof typeof certificateTexts.id;
const text = (key: Text, values: Readonly<Record<string, string | number>> = {}): string =>
  i18next.t(`certificates:${key}`, values);

const locale = (): string => (i18next.language === 'en' ? 'en-GB' : 'id-ID');

/** "22 November 2026" on this computer's calendar. */
export const certificateDate = (atMs: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(atMs);

/** "22 November 2026 pukul 17.27 WIB" on this computer's clock. */
export const certificateMoment = (atMs: number): string =>
  new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(atMs);

/** In groups of four letters, as people compare it. */
export const fingerprint = (sha256: string): string =>
  (sha256.toUpperCase().match(/.{1,4}/g) ?? []).join(' ');

export const describeTrust = (trust: CertificateTrust): string => text(`trust_${trust}`);

/** What a certificate that its own holder made is, in law too. */
export const describeSelfSigned = (): string => text('selfSigned');

export interface CertificateFact {
  readonly label: string;
  readonly value: string;
  readonly isCode?: boolean;
}

const issuerOf = ({ isSelfSigned, issuerName }: CertificateFacts): string =>
  isSelfSigned ? text('issuerSelf', { name: issuerName }) : issuerName;

/** What tells people whose certificate it is and how long it holds. */
export function certificateFacts(certificate: CertificateFacts): readonly CertificateFact[] {
  const { subjectName, validFromMs, validUntilMs } = certificate;
  const span = {
    from: certificateDate(validFromMs),
    until: certificateDate(validUntilMs),
  };
  return [
    { label: text('name'), value: subjectName },
    { label: text('issuer'), value: issuerOf(certificate) },
    { label: text('validity'), value: text('validFromTo', span) },
  ];
}

/** All of it, to be compared letter by letter. */
export function allCertificateFacts(certificate: CertificateFacts): readonly CertificateFact[] {
  const { subject, issuer, serialNumber, keyType, keyBits, sha256 } = certificate;
  return [
    ...certificateFacts(certificate),
    { label: text('key'), value: text(`key_${keyType}`, { bits: keyBits }) },
    { label: text('subject'), value: subject },
    { label: text('issuerFull'), value: issuer },
    { label: text('serial'), value: serialNumber.toUpperCase(), isCode: true },
    { label: text('fingerprint'), value: fingerprint(sha256), isCode: true },
  ];
}
