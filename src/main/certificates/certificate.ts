import { createHash, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { AppError } from '../../shared/contract/errors.ts';
import type { CertificateFacts } from '../../shared/signing/certificates.ts';
import type { Asn1 } from './asn1.ts';
import {
  Asn1Error,
  context,
  expectTag,
  inside,
  octetsOf,
  oidOf,
  readAsn1,
  sequenceOf,
  smallInteger,
  TAG,
} from './asn1.ts';
import type { DistinguishedName } from './names.ts';
import { commonName, nameText, readName } from './names.ts';

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

function timeOf({ tag, content }: Asn1): number {
  const text = Buffer.from(content).toString('latin1');
  const match = /^(\d{2,4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (match === null || (tag !== TAG.utcTime && tag !== TAG.generalizedTime)) {
    throw new Asn1Error('no time');
  }
  const [, years = '', ...rest] = match;
  const [month = 1, day = 1, hour = 0, minute = 0, second = 0] = rest.map(Number);
  const short = Number(years);
  // RFC 5280 §4.1.2.5.1: two digits mean 1950 to 2049.
  const year = tag === TAG.utcTime ? short + (short < 50 ? 2000 : 1900) : short;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

interface Extension {
  readonly isCritical: boolean;
  readonly value: Uint8Array;
}

function extensionsIn(fields: readonly Asn1[]): ReadonlyMap<string, Extension> {
  const wrapped = fields.find(({ tag }) => tag === context(3));
  const found = new Map<string, Extension>();
  if (wrapped === undefined) return found;
  for (const extension of sequenceOf(inside(wrapped, context(3)))) {
    const [type, critical, ...rest] = sequenceOf(extension);
    const id = oidOf(type);
    if (found.has(id)) throw new Asn1Error('extension stated twice');
    const isStated = critical?.tag === TAG.boolean;
    found.set(id, {
      isCritical: isStated && critical.content[0] !== 0,
      value: octetsOf(isStated ? rest[0] : critical),
    });
  }
  return found;
}

function authorityIn(extension: Extension | undefined): Certificate['authority'] {
  if (extension === undefined) return null;
  const [isAuthority, mostBelow] = sequenceOf(readAsn1(extension.value));
  if (isAuthority?.tag !== TAG.boolean || isAuthority.content[0] === 0) return null;
  return { mostBelow: mostBelow === undefined ? null : smallInteger(mostBelow) };
}

function keyUsageIn(extension: Extension | undefined): Certificate['keyUsage'] {
  if (extension === undefined) return null;
  const [, bits = 0] = expectTag(readAsn1(extension.value), TAG.bitString).content;
  return new Set(KEY_USAGES.filter((_, index) => (bits & (0x80 >> index)) !== 0));
}

function serialOf({ content }: Asn1): string {
  const hex = Buffer.from(content).toString('hex').toUpperCase();
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
  const at = fields[0]?.tag === context(0) ? 1 : 0;
  const [serial, , issuer, validity, subject] = fields.slice(at);
  const [from, until] = sequenceOf(validity);
  if (serial === undefined || issuer === undefined || subject === undefined) {
    throw new Asn1Error('fields missing');
  }
  if (from === undefined || until === undefined) throw new Asn1Error('no validity');
  const extensions = extensionsIn(fields);
  const own = Uint8Array.from(certificate.bytes);
  const x509 = new X509Certificate(own);
  return {
    der: own,
    sha256: createHash('sha256').update(own).digest('hex'),
    subject: readName(subject),
    issuer: readName(issuer),
    subjectDer: subject.bytes,
    issuerDer: issuer.bytes,
    serialNumber: serialOf(expectTag(serial, TAG.integer)),
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
