import type { CheckedSignature, FileReport } from '../../shared/signing/verification.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { certificateFacts, readCertificate } from '../certificates/certificate.ts';
import { trustOf } from '../certificates/trust.ts';
import { relationshipsPart } from '../opc/package.ts';
import type { PackageDigests } from '../signing/package-digests.ts';
import { packageDigests } from '../signing/package-digests.ts';
import { signatureLines } from '../signing/signature-line.ts';
import type {
  BrokenReason,
  PackageSignature,
  PackageVerification,
  SignatureVerdict,
} from '../signing/types.ts';
import { verifyPackage } from '../signing/verify-package.ts';
import type { WordFile } from './word-file.ts';
import { readWordFile, sha256Of, wordFileError } from './word-file.ts';

/** Checks the signatures of a Word file, and tells by what the file is known again. */
export interface CheckFileJob {
  readonly type: 'check-file';
  readonly file: WordFile;
  /** The certificates that the office trusts, in the DER form. */
  readonly trusted: readonly Uint8Array[];
  readonly nowMs: number;
}

export interface CheckedFile {
  /** Without what only the archive and whoever chose the file know. */
  readonly report: Omit<FileReport, 'fileName' | 'known'>;
  readonly digests: PackageDigests;
  /** Those of the signers, and the issuers that the file brings along, in the DER form. */
  readonly certificates: readonly Uint8Array[];
}

type Outcome = Pick<CheckedSignature, 'result' | 'unreadable' | 'changedParts'>;

function brokenOutcome(reason: BrokenReason): Pick<CheckedSignature, 'result' | 'unreadable'> {
  switch (reason) {
    case 'unreadable':
    case 'unsafe':
      return { result: 'unreadable', unreadable: 'malformed' };
    case 'unsupported':
      return { result: 'unreadable', unreadable: 'algorithm' };
    case 'certificate':
      return { result: 'unreadable', unreadable: 'no-certificate' };
    case 'other-certificate':
    case 'signed-data-altered':
    case 'value-mismatch':
      return { result: 'forged', unreadable: null };
  }
}

function outcomeOf(verdict: SignatureVerdict): Outcome {
  switch (verdict.status) {
    case 'valid':
      return { result: 'valid', unreadable: null, changedParts: [] };
    case 'changed': {
      const names = new Set(verdict.changes.map(({ partName }) => partName));
      return { result: 'changed', unreadable: null, changedParts: [...names] };
    }
    case 'broken':
      return { ...brokenOutcome(verdict.reason), changedParts: [] };
  }
}

/** The certificates that can be read, of those that a stranger may have made. */
export function readable(ders: readonly Uint8Array[]): readonly Certificate[] {
  return ders.flatMap((der) => {
    try {
      return [readCertificate(der)];
    } catch {
      return [];
    }
  });
}

interface Known {
  readonly trusted: readonly Certificate[];
  readonly nowMs: number;
}

function checkedSignature(
  signature: PackageSignature,
  { trusted, nowMs }: Known,
): CheckedSignature {
  const { verdict, certificateDer, chainDer, signedAtMs, role, statement, isWeak } = signature;
  const outcome = outcomeOf(verdict);
  const stated = { ...outcome, signedAtMs, role, statement, isWeak };
  const [certificate] = readable(certificateDer === null ? [] : [certificateDer]);
  if (certificate === undefined) {
    return { ...stated, wasInForce: null, certificate: null, trust: 'unknown', isBsre: false };
  }
  const { validFromMs, validUntilMs } = certificate;
  const carried = readable(chainDer);
  const { trust, isBsre } = trustOf({
    certificate,
    carried,
    trusted,
    atMs: signedAtMs ?? nowMs,
  });
  return {
    ...stated,
    wasInForce:
      signedAtMs === null ? null : validFromMs <= signedAtMs && signedAtMs <= validUntilMs,
    certificate: certificateFacts(certificate),
    trust,
    isBsre: isBsre && outcome.result === 'valid',
  };
}

/** Every part that no valid signature covers, or whose relationships none covers. */
function uncovered({ signatures, coverage, strayParts }: PackageVerification): readonly string[] {
  if (signatures.length === 0) return [];
  const lists = coverage.relationships.map(({ source }) => relationshipsPart(source));
  return [...new Set([...coverage.parts, ...lists, ...strayParts])].toSorted();
}

/** A line is signed by a signature that is sound, whatever became of the document since. */
export const filledLines = (signatures: readonly PackageSignature[]): ReadonlySet<string> =>
  new Set(
    signatures.flatMap(({ setupId, verdict }) =>
      setupId === null || verdict.status === 'broken' ? [] : [setupId.toUpperCase()],
    ),
  );

function check(bytes: Uint8Array, { trusted, nowMs }: CheckFileJob): CheckedFile {
  const verification = verifyPackage(bytes);
  const { signatures } = verification;
  const known = { trusted: readable(trusted), nowMs };
  const filled = filledLines(signatures);
  return {
    report: {
      sizeBytes: bytes.byteLength,
      sha256: sha256Of(bytes),
      checkedAtMs: nowMs,
      signatures: signatures.map((signature) => checkedSignature(signature, known)),
      uncoveredParts: uncovered(verification),
      openLines: signatureLines(bytes).filter(({ setupId }) => !filled.has(setupId)),
    },
    digests: packageDigests(bytes),
    certificates: signatures.flatMap(({ certificateDer, chainDer }) =>
      certificateDer === null ? chainDer : [certificateDer, ...chainDer],
    ),
  };
}

/** Throws `check-not-docx`, `check-too-large`, `file-unreadable`. */
export async function runCheckFile(job: CheckFileJob): Promise<CheckedFile> {
  const bytes = await readWordFile(job.file);
  try {
    return check(bytes, job);
  } catch (error) {
    throw wordFileError(error);
  }
}
