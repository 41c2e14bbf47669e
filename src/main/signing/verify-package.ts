import { readPackage } from '../opc/package.ts';
import { Asn1Error } from '../x509/asn1.ts';
import { certificateNames } from './certificate-names.ts';
import { coverage, signatureParts } from './coverage.ts';
import type { PackageSignature, PackageVerification } from './types.ts';
import type { CheckedSignature } from './verify-signature.ts';
import { partDigests, verifySignature } from './verify-signature.ts';

/** More than any document gets; each costs a look at every part. */
export const MOST_SIGNATURES = 100;

function names(certificateDer: Uint8Array | null): { subject: string; issuer: string } {
  try {
    if (certificateDer !== null) return certificateNames(certificateDer);
  } catch (error) {
    if (!(error instanceof Asn1Error)) throw error;
  }
  return { subject: '', issuer: '' };
}

type Stated = Omit<PackageSignature, 'partName' | 'coverage'>;

function stated({
  verdict,
  certificateDer,
  chainDer,
  facts,
  algorithm,
  isWeak,
}: CheckedSignature): Stated {
  const { signedAtMs, role, statement, setupId, signedName, imagePng } = facts;
  const { subject, issuer } = names(certificateDer);
  return {
    verdict,
    certificateDer,
    chainDer,
    subject,
    issuer,
    signedAtMs,
    role,
    statement,
    setupId,
    signedName,
    imagePng,
    algorithm,
    isWeak,
  };
}

/**
 * Checks every signature of a package (a .docx, .xlsx, .pptx) and tells what none of them covers.
 * Whether a certificate is trusted, and was in force, is not looked at. Throws PackageError where
 * the bytes are no package, or one that is not to be read.
 */
export function verifyPackage(bytes: Uint8Array): PackageVerification {
  const opc = readPackage(bytes);
  const places = signatureParts(opc);
  const digests = partDigests(opc);
  const checked = places.signatures.slice(0, MOST_SIGNATURES).map((partName) => ({
    partName,
    signature: verifySignature(partName, opc, digests),
  }));
  const valid = checked.filter(({ signature }) => signature.verdict.status === 'valid');
  return {
    signatures: checked.map(({ partName, signature }) => ({
      partName,
      ...stated(signature),
      coverage: coverage(opc, places, signature.parts),
    })),
    coverage: coverage(
      opc,
      places,
      valid.flatMap(({ signature }) => signature.parts),
    ),
    strayParts: [...places.stray, ...places.signatures.slice(MOST_SIGNATURES)],
  };
}
