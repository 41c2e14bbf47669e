import type { IdentityId } from '../ids.ts';

export const KEY_TYPES = ['rsa', 'ec-p256', 'ec-p384', 'other'] as const;

/** What a certificate says, for people. */
export interface CertificateFacts {
  /** SHA-256 of its DER form, in hexadecimal. */
  readonly sha256: string;
  /** The common name, or the whole subject where it has none. */
  readonly subjectName: string;
  /** RFC 4514 */
  readonly subject: string;
  readonly issuerName: string;
  readonly issuer: string;
  /** Hexadecimal. */
  readonly serialNumber: string;
  readonly validFromMs: number;
  readonly validUntilMs: number;
  readonly keyType: (typeof KEY_TYPES)[number];
  /** Of an RSA key; of a curve its size. */
  readonly keyBits: number;
  readonly isSelfSigned: boolean;
}

/** A signing identity that was made in Notula: "tidak tersertifikasi". */
export interface Identity {
  readonly id: IdentityId;
  readonly name: string;
  readonly certificate: CertificateFacts;
  readonly createdAtMs: number;
}

/**
 * How far a certificate is known here: it or an issuer above it is in the office's list; it was made
 * by its own holder and is in no list; nobody above it is in the list.
 */
export type CertificateTrust = 'trusted' | 'self-signed' | 'unknown';

/** A certificate in the list of those that the office trusts. */
export interface TrustedCertificate {
  readonly certificate: CertificateFacts;
  /** Why or from whom; "" where nothing was noted. */
  readonly note: string;
  readonly addedAtMs: number;
}
