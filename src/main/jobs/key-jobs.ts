import { AppError } from '../../shared/contract/errors.ts';
import type { CertificateFacts } from '../../shared/signing/certificates.ts';
import { certificateFacts, readCertificates } from '../certificates/certificate.ts';
import type { Holder, NewIdentity } from '../certificates/identity.ts';
import { createIdentity } from '../certificates/identity.ts';
import { openKey } from '../certificates/open-key.ts';
import { LARGEST_KEY_FILE_BYTES } from '../certificates/pkcs12.ts';
import { readUpTo } from './word-file.ts';

/** A key as it is kept: a PKCS#12 file of the user's, or the bytes of one in the archive. */
export type KeptKey =
  | { readonly type: 'path'; readonly path: string }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array };

/** UTF-8; the job clears it once it is used, and its process ends with the job. */
export type Passphrase = Uint8Array;

export interface CreateIdentityJob {
  readonly type: 'create-identity';
  readonly holder: Holder;
  readonly passphrase: Passphrase;
  readonly nowMs: number;
}

export interface OpenKeyJob {
  readonly type: 'open-key';
  readonly key: KeptKey;
  readonly passphrase: Passphrase;
  readonly nowMs: number;
}

/** Reads a file of one certificate. */
export interface ReadCertificateJob {
  readonly type: 'read-certificate';
  readonly path: string;
}

export type KeyJob = CreateIdentityJob | OpenKeyJob | ReadCertificateJob;
export interface KeyJobResults {
  readonly 'create-identity': NewIdentity;
  readonly 'open-key': CertificateFacts;
  /** DER. */
  readonly 'read-certificate': Uint8Array;
}

/** The bytes of a key file. Throws `file-unreadable`, `key-damaged`. */
export const keyBytes = async (key: KeptKey): Promise<Uint8Array> =>
  key.type === 'bytes' ? key.bytes : readUpTo(key.path, LARGEST_KEY_FILE_BYTES, 'key-damaged');

async function readOneCertificate(path: string): Promise<Uint8Array> {
  const bytes = await readUpTo(path, LARGEST_KEY_FILE_BYTES, 'certificate-broken');
  const [only, ...others] = readCertificates(bytes);
  if (only === undefined) throw new AppError('certificate-broken');
  if (others.length > 0) throw new AppError('certificate-several', { count: others.length + 1 });
  return only.der;
}

export async function runKeyJob(job: KeyJob): Promise<KeyJobResults[KeyJob['type']]> {
  switch (job.type) {
    case 'create-identity':
      return createIdentity(job.holder, job.passphrase, job.nowMs);
    case 'open-key': {
      const { certificate } = await openKey(await keyBytes(job.key), job.passphrase, job.nowMs);
      return certificateFacts(certificate);
    }
    case 'read-certificate':
      return readOneCertificate(job.path);
  }
}
