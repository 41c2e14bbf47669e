import { createHash } from 'node:crypto';

import { AppError } from '../../shared/contract/errors.ts';
import type { IssuedDocuments } from '../../shared/contract/issued.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import { MOST_SIGNATORIES } from '../../shared/official/mark-rules.ts';
import { certificateFacts } from '../certificates/certificate.ts';
import type { OpenKey } from '../certificates/open-key.ts';
import { openKey } from '../certificates/open-key.ts';
import type { DocumentInput, InputLines } from '../export/document-input.ts';
import type { DocumentToSign } from '../export/document-to-sign.ts';
import { documentToSign } from '../export/document-to-sign.ts';
import { refuseToReplace } from '../export/write-file.ts';
import { writeTogether } from '../export/write-together.ts';
import { packageDigests } from '../signing/package-digests.ts';
import { signPackage } from '../signing/sign-package.ts';
import { openLinePng } from '../signing/line-images.ts';
import { setupIdOf, signatureLines, signatureLineShape } from '../signing/signature-line.ts';
import type { SignedLine } from '../signing/types.ts';
import { verifyPackage } from '../signing/verify-package.ts';
import { filledLines } from './check-file.ts';
import type { KeptKey, Passphrase } from './key-jobs.ts';
import { keyBytes } from './key-jobs.ts';
import { readWordFile, sha256Of, wordFileError } from './word-file.ts';

/** Who signs, and as what. */
export interface Signing {
  readonly key: KeptKey;
  readonly passphrase: Passphrase;
  readonly role: string;
  readonly statement: string;
  readonly nowMs: number;
}

/** Where the signed file goes. */
interface Target {
  readonly targetPath: string;
  /** False where nobody was asked about a file of that name. */
  readonly mayReplace: boolean;
  readonly mark: string;
}

/** Makes a document of a final session and signs it. */
export interface SignDocumentJob extends Target {
  readonly type: 'sign-document';
  readonly input: DocumentInput;
  readonly kind: DocumentKind;
  /** Which block of the document signs; null: none of them. */
  readonly blockIndex: number | null;
  readonly signing: Signing;
}

/** Signs a file once more, into a file of its own. */
export interface SignFileJob extends Target {
  readonly type: 'sign-file';
  readonly path: string;
  /** Of the file as it was shown to whoever signs. */
  readonly sha256: string;
  /** The line that is signed; null: none. */
  readonly setupId: string | null;
  readonly signing: Signing;
}

/** What was signed, for the archive's log. */
export interface SignedFile {
  readonly signerName: string;
  readonly certificateSha256: string;
}

export interface SigningSteps {
  /**
   * Asked once the signed file is made. `issued` is what it is known by, where it is a document of a
   * final session; both are to be written down before anybody has it.
   */
  readonly mayPlace: (issued: IssuedDocuments | null, by: SignedFile) => Promise<void>;
}

interface Signed extends SignedFile {
  readonly bytes: Uint8Array;
}

/** A file whose signatures would not all be sound must not leave. */
function requireSound(before: Uint8Array, after: Uint8Array): void {
  const earlier = verifyPackage(before).signatures.map(({ verdict }) => verdict.status);
  const now = verifyPackage(after).signatures.map(({ verdict }) => verdict.status);
  const isAsBefore = earlier.every((status, index) => now[index] === status);
  if (!isAsBefore || now.length !== earlier.length + 1 || now.at(-1) !== 'valid') {
    throw new Error('the signed file does not verify');
  }
}

async function signed(
  bytes: Uint8Array,
  key: OpenKey,
  { role, statement, nowMs }: Signing,
  line: SignedLine | null,
): Promise<Signed> {
  const { certificate, chain } = key;
  const after = await signPackage(bytes, {
    signer: {
      certificateDer: certificate.der,
      chainDer: chain.map(({ der }) => der),
      algorithm: key.algorithm,
      sign: key.sign,
    },
    signedAtMs: nowMs,
    role,
    statement,
    ...(line === null ? {} : { signatureLine: line }),
  });
  requireSound(bytes, after);
  const { subjectName, sha256 } = certificateFacts(certificate);
  return { bytes: after, signerName: subjectName, certificateSha256: sha256 };
}

const keyOf = async ({ key, passphrase, nowMs }: Signing): Promise<OpenKey> =>
  openKey(await keyBytes(key), passphrase, nowMs);

async function place(
  { targetPath, mayReplace, mark }: Target,
  bytes: Uint8Array,
  mayPlace: () => Promise<void>,
): Promise<void> {
  const refuse = (): Promise<void> => refuseToReplace([{ targetPath, mayReplace }]);
  await refuse();
  const beforePlacing = async (): Promise<void> => {
    await mayPlace();
    await refuse();
  };
  await writeTogether([{ targetPath, make: () => Promise.resolve(bytes) }], {
    mark,
    beforePlacing,
  });
}

const outcome = ({ signerName, certificateSha256 }: Signed): SignedFile => ({
  signerName,
  certificateSha256,
});

/** Ids of the lines in the blocks of one document; made anew, it has the same. */
function linesOf({ input, kind }: SignDocumentJob, blockIndex: number): InputLines {
  const { session, final } = input.record;
  const setupIds = Array.from({ length: MOST_SIGNATORIES }, (_, index) => {
    const facts = [session.id, final?.sha256 ?? '', kind, index].join('\n');
    const hex = createHash('sha256').update(facts).digest('hex');
    return setupIdOf(hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'));
  });
  return { blockIndex, setupIds, openLine: openLinePng() };
}

const signedLine = (
  { setupId, image }: NonNullable<DocumentToSign['line']>,
  { certificate }: OpenKey,
): SignedLine => ({
  setupId,
  signedName: certificateFacts(certificate).subjectName,
  ...(image === null ? {} : { imagePng: image }),
});

/**
 * Throws what `openKey` and `writeTogether` throw, and `session-not-final`. Nothing is written then.
 */
export async function runSignDocument(
  job: SignDocumentJob,
  { mayPlace }: SigningSteps,
): Promise<SignedFile> {
  const { input, kind, blockIndex, signing } = job;
  const { session, final } = input.record;
  if (final === undefined) throw new AppError('session-not-final');
  const key = await keyOf(signing);
  const lines = blockIndex === null ? undefined : linesOf(job, blockIndex);
  const { bytes, line } = documentToSign(kind, { ...input, lines }, signatureLineShape);
  if (blockIndex !== null && line === null) throw new AppError('not-found', { blockIndex });
  const done = await signed(bytes, key, signing, line && signedLine(line, key));
  const documents = [{ kind, ...packageDigests(done.bytes) }];
  const issued = { sessionId: session.id, version: final.version, documents };
  const by = outcome(done);
  await place(job, done.bytes, () => mayPlace(issued, by));
  return by;
}

function lineOf(bytes: Uint8Array, setupId: string, signedName: string): SignedLine {
  const wanted = setupId.toUpperCase();
  const isOpen =
    signatureLines(bytes).some((line) => line.setupId === wanted) &&
    !filledLines(verifyPackage(bytes).signatures).has(wanted);
  if (!isOpen) throw new AppError('not-found', { setupId });
  return { setupId: wanted, signedName };
}

/**
 * Throws what `openKey`, `readWordFile` and `writeTogether` throw, and `signing-file-changed` where
 * the file is no longer the one that was shown. Nothing is written then.
 */
export async function runSignFile(
  job: SignFileJob,
  { mayPlace }: SigningSteps,
): Promise<SignedFile> {
  const { signing, setupId } = job;
  const bytes = await readWordFile({ type: 'path', path: job.path });
  if (sha256Of(bytes) !== job.sha256) throw new AppError('signing-file-changed');
  const key = await keyOf(signing);
  try {
    const { subjectName } = certificateFacts(key.certificate);
    const line = setupId === null ? null : lineOf(bytes, setupId, subjectName);
    const done = await signed(bytes, key, signing, line);
    const by = outcome(done);
    await place(job, done.bytes, () => mayPlace(null, by));
    return by;
  } catch (error) {
    throw wordFileError(error);
  }
}
