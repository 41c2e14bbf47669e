import type { CertificateTrust } from '../../shared/signing/certificates.ts';
import type { Certificate } from './certificate.ts';
import { isSelfSigned, namesAsIssuer } from './certificate.ts';
import { valuesIn } from '../x509/names.ts';

/** More issuers than any chain has; a longer one is a trap. */
const LONGEST_CHAIN = 8;
const MOST_CARRIED = 50;

/** MD2, MD4, MD5 and SHA-1: another certificate may be made to fit such a signature. */
const FORGEABLE_SIGNATURES = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.3',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.3.14.3.2.29',
  '1.2.840.10040.4.3',
  '1.2.840.10045.4.1',
]);

const BSRE_ORGANIZATION = 'badan siber dan sandi negara';

/**
 * Whether `issuer` issued `certificate`: by the signature above all, and by what issuers may do.
 * `below` counts the issuers between the two ends of the chain so far.
 */
function isIssuedBy(
  certificate: Certificate,
  issuer: Certificate,
  { atMs, below }: { readonly atMs: number; readonly below: number },
): boolean {
  const { authority, keyUsage } = issuer;
  return (
    namesAsIssuer(certificate, issuer) &&
    authority !== null &&
    (authority.mostBelow === null || below <= authority.mostBelow) &&
    (keyUsage === null || keyUsage.has('keyCertSign')) &&
    !issuer.hasUnknownLimits &&
    issuer.validFromMs <= atMs &&
    atMs <= issuer.validUntilMs &&
    !FORGEABLE_SIGNATURES.has(certificate.signatureAlgorithm) &&
    certificate.isSignedBy(issuer)
  );
}

/** The certificates from the signer's issuer up, as far as they verify; the nearest first. */
export function chainAbove(
  certificate: Certificate,
  others: readonly Certificate[],
): readonly Certificate[] {
  const chain: Certificate[] = [];
  let last = certificate;
  while (chain.length < LONGEST_CHAIN && !namesAsIssuer(last, last)) {
    const below = last;
    const next = others.find((one) => namesAsIssuer(below, one) && below.isSignedBy(one));
    if (next === undefined) break;
    chain.push(next);
    last = next;
  }
  return chain;
}

export interface TrustQuestion {
  readonly certificate: Certificate;
  /** What the file brings along; nothing is believed of it but signatures that verify. */
  readonly carried: readonly Certificate[];
  /** The office's list. */
  readonly trusted: readonly Certificate[];
  /** When it was signed, as far as known. */
  readonly atMs: number;
}

/** The certificate of the list to which the signer's chain verifies; null: none. */
function trustedAbove({ certificate, carried, trusted, atMs }: TrustQuestion): Certificate | null {
  const listed = new Set(trusted.map(({ sha256 }) => sha256));
  const known = [...trusted, ...carried.slice(0, MOST_CARRIED)];
  const seen = new Set([certificate.sha256]);
  // Level by level: what is reached by several ways is tried once, by the shortest.
  let level: readonly Certificate[] = [certificate];
  for (let below = 0; below <= LONGEST_CHAIN && level.length > 0; below += 1) {
    const found = level.find(({ sha256 }) => listed.has(sha256));
    if (found !== undefined) return found;
    const climbed = level;
    level = known.filter((issuer) => {
      if (seen.has(issuer.sha256)) return false;
      const isAbove = climbed.some((one) => isIssuedBy(one, issuer, { atMs, below }));
      if (isAbove) seen.add(issuer.sha256);
      return isAbove;
    });
  }
  return null;
}

/** By what it calls itself; only of a certificate that the office has put into its list. */
const isOfBsre = ({ subject }: Certificate): boolean =>
  valuesIn(subject, 'O').some((name) => name.trim().toLowerCase() === BSRE_ORGANIZATION) ||
  valuesIn(subject, 'CN').some((name) => /\bbsre\b/i.test(name));

export interface TrustAnswer {
  readonly trust: CertificateTrust;
  /** BSrE issued it: its issuers verify up to a certificate of BSrE that the office trusts. */
  readonly isBsre: boolean;
}

/** How far a signer's certificate is known here. */
export function trustOf(question: TrustQuestion): TrustAnswer {
  const { certificate } = question;
  const found = trustedAbove(question);
  if (found === null) {
    return { trust: isSelfSigned(certificate) ? 'self-signed' : 'unknown', isBsre: false };
  }
  const isIssued = found.sha256 !== certificate.sha256;
  return { trust: 'trusted', isBsre: isIssued && isOfBsre(found) };
}
