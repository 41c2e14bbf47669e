import { createHash, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { AppError } from '../../shared/contract/errors.ts';
import type { CertificateFacts } from '../../shared/signing/certificates.ts';
import type { Asn1 } from '../x509/asn1.ts';
import {
  Asn1Error,
  bytesOf,
  contentOf,
  integerOf,
  isContext,
  inside,
  octetsOf,
  oidOf,
  readAsn1,
  sequenceOf,
  smallInteger,
  timeOf,
  truthOf,
} from '../x509/asn1.ts';
import type { DistinguishedName } from '../x509/names.ts';
import { commonName, nameText, readName } from '../x509/names.ts';

/** What an X.509 certificate (RFC 5280) states, and what checks with it need. */
export interface Certificate {
  readonly der: Uint8Array;
  /** Of the DER form, in hexadecimal. */
  readonly sha256: string;
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** The names as they are encoded: what links a certificate to its issuer. */
  readonly subjectDer: Uint8Array;
  readonly issuerDer: Uint8Array;
  readonly serialNumber: string;
  readonly validFromMs: number;
  readonly validUntilMs: number;
  /** By which its issuer signed it. */
  readonly signatureAlgorithm: string;
  /** Whether it may be an issuer, and of how many issuers below it; null: of any number. */
  readonly authority: { readonly mostBelow: number | null } | null;
  /** null: it restricts nothing. */
  readonly keyUsage: ReadonlySet<KeyUsage> | null;
  /** It states a limit that must not be overlooked and that is not known here (RFC 5280 §4.2). */
  readonly hasUnknownLimits: boolean;
  /** null: a key that this program does not know. */
  readonly publicKey: KeyObject | null;
  /** Whether the issuer's key made the signature of this certificate. */
  readonly isSignedBy: (issuer: Certificate) => boolean;
}

/** In the order of their bits (RFC 5280 §4.2.1.3), as far as they are used here. */
const KEY_USAGES = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
] as const;
export type KeyUsage = (typeof KEY_USAGES)[number];

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const CERTIFICATE_POLICIES = '2.5.29.32';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** What may be critical without ending the chain: read here, or no limit for signing documents. */
const KNOWN_CRITICAL = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  CERTIFICATE_POLICIES,
  EXTENDED_KEY_USAGE,
]);
const LARGEST_CERTIFICATE_BYTES = 64 * 1024;

interface Extension {
  readonly isCritical: boolean;
  readonly value: Uint8Array;
}

function extensionsIn(fields: readonly Asn1[]): ReadonlyMap<string, Extension> {
  const wrapped = fields.find((field) => isContext(field, 3));
  const found = new Map<string, Extension>();
  if (wrapped === undefined) return found;
  for (const extension of sequenceOf(inside(wrapped, 3))) {
    const [type, critical, ...rest] = sequenceOf(extension);
    const id = oidOf(type);
    if (found.has(id)) throw new Asn1Error('extension stated twice');
    const isCritical = truthOf(critical);
    found.set(id, {
      isCritical: isCritical === true,
      value: octetsOf(isCritical === null ? critical : rest[0]),
    });
  }
  return found;
}

function authorityIn(extension: Extension | undefined): Certificate['authority'] {
  if (extension === undefined) return null;
  const [isAuthority, mostBelow] = sequenceOf(readAsn1(extension.value));
  if (truthOf(isAuthority) !== true) return null;
  return { mostBelow: mostBelow === undefined ? null : smallInteger(mostBelow) };
}

function keyUsageIn(extension: Extension | undefined): Certificate['keyUsage'] {
  if (extension === undefined) return null;
  const [bits = 0] = contentOf(readAsn1(extension.value));
  return new Set(KEY_USAGES.filter((_, index) => (bits & (0x80 >> index)) !== 0));
}

function serialOf(serial: Asn1): string {
  const hex = Buffer.from(integerOf(serial)).toString('hex').toUpperCase();
  return hex.replace(/^(?:00)+(?=.)/, '') || '00';
}

const publicKeyIn = (certificate: X509Certificate): KeyObject | null => {
  try {
    return certificate.publicKey;
  } catch {
    return null;
  }
};

function read(der: Uint8Array): Certificate {
  const certificate = readAsn1(der);
  const [body, algorithm] = sequenceOf(certificate);
  const fields = sequenceOf(body);
  // The version is left out by certificates of version 1.
  const at = isContext(fields[0], 0) ? 1 : 0;
  const [serial, , issuer, validity, subject] = fields.slice(at);
  const [from, until] = sequenceOf(validity);
  if (serial === undefined || issuer === undefined || subject === undefined) {
    throw new Asn1Error('fields missing');
  }
  const extensions = extensionsIn(fields);
  const own = Uint8Array.from(bytesOf(certificate));
  const x509 = new X509Certificate(own);
  return {
    der: own,
    sha256: createHash('sha256').update(own).digest('hex'),
    subject: readName(subject),
    issuer: readName(issuer),
    subjectDer: bytesOf(subject),
    issuerDer: bytesOf(issuer),
    serialNumber: serialOf(serial),
    validFromMs: timeOf(from),
    validUntilMs: timeOf(until),
    signatureAlgorithm: oidOf(sequenceOf(algorithm)[0]),
    authority: authorityIn(extensions.get(BASIC_CONSTRAINTS)),
    keyUsage: keyUsageIn(extensions.get(KEY_USAGE)),
    hasUnknownLimits: [...extensions].some(
      ([id, { isCritical }]) => isCritical && !KNOWN_CRITICAL.has(id),
    ),
    publicKey: publicKeyIn(x509),
    isSignedBy: ({ publicKey }) => {
      try {
        return publicKey !== null && x509.verify(publicKey);
      } catch {
        // A key of another kind than the signature.
        return false;
      }
    },
  };
}

/** Reads a certificate in its DER form. Throws `certificate-broken`. */
export function readCertificate(der: Uint8Array): Certificate {
  if (der.byteLength > LARGEST_CERTIFICATE_BYTES) throw new AppError('certificate-broken');
  try {
    return read(der);
  } catch {
    // Whatever keeps it from being read, nothing more can be said of it.
    throw new AppError('certificate-broken');
  }
}

/** The certificates of a file in PEM, or the one in DER. Throws `certificate-broken`. */
export function readCertificates(bytes: Uint8Array): readonly Certificate[] {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = text.matchAll(
    /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]+)-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g,
  );
  const inPem = Array.from(blocks, ([, base64 = '']) =>
    readCertificate(Buffer.from(base64, 'base64')),
  );
  return inPem.length > 0 ? inPem : [readCertificate(bytes)];
}

const CURVES: Readonly<Record<string, Pick<CertificateFacts, 'keyType' | 'keyBits'>>> = {
  prime256v1: { keyType: 'ec-p256', keyBits: 256 },
  secp384r1: { keyType: 'ec-p384', keyBits: 384 },
};

/** The type of a key as far as it is known here, and its size. */
export function keyFacts(key: KeyObject | null): Pick<CertificateFacts, 'keyType' | 'keyBits'> {
  const { modulusLength, namedCurve } = key?.asymmetricKeyDetails ?? {};
  if (key?.asymmetricKeyType === 'rsa') return { keyType: 'rsa', keyBits: modulusLength ?? 0 };
  const curve = key?.asymmetricKeyType === 'ec' ? CURVES[namedCurve ?? ''] : undefined;
  return curve ?? { keyType: 'other', keyBits: modulusLength ?? 0 };
}

const isSameName = (one: Uint8Array, other: Uint8Array): boolean => Buffer.from(one).equals(other);

/** Whether it names `issuer` as its issuer; that says nothing before the signature is checked. */
export const namesAsIssuer = (certificate: Certificate, issuer: Certificate): boolean =>
  isSameName(certificate.issuerDer, issuer.subjectDer);

export const isSelfSigned = (certificate: Certificate): boolean =>
  namesAsIssuer(certificate, certificate) && certificate.isSignedBy(certificate);

/** What it says, for people. */
export function certificateFacts(certificate: Certificate): CertificateFacts {
  const { subject, issuer, sha256, serialNumber, validFromMs, validUntilMs } = certificate;
  return {
    sha256,
    subjectName: commonName(subject),
    subject: nameText(subject),
    issuerName: commonName(issuer),
    issuer: nameText(issuer),
    serialNumber,
    validFromMs,
    validUntilMs,
    ...keyFacts(certificate.publicKey),
    isSelfSigned: isSelfSigned(certificate),
  };
}
