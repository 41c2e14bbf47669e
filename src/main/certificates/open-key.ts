import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { AppError } from '../../shared/contract/errors.ts';
import type { Certificate } from './certificate.ts';
import { keyFacts, readCertificate } from './certificate.ts';
import type { KeyFile } from './pkcs12.ts';
import { readKeyFile } from './pkcs12.ts';
import { chainAbove } from './trust.ts';

/** Below it a key can be broken with means of today. */
const FEWEST_RSA_BITS = 2048;

const ALGORITHMS = {
  rsa: 'rsa-sha256',
  'ec-p256': 'ecdsa-p256-sha256',
  'ec-p384': 'ecdsa-p384-sha384',
} as const;

/** A key that can sign, with what belongs to it. */
export interface OpenKey {
  readonly certificate: Certificate;
  /** Its issuers, as far as the file holds them, the nearest first. */
  readonly chain: readonly Certificate[];
  readonly algorithm: (typeof ALGORITHMS)[keyof typeof ALGORITHMS];
  /** Signs bytes that are not hashed yet; ECDSA as r‖s. */
  readonly sign: (data: Uint8Array) => Uint8Array;
}

interface Pair {
  readonly key: KeyObject;
  readonly certificate: Certificate;
}

/** Keys of which nothing can be made are left out; where none is left the file is of no use. */
function readKeys(pkcs8: readonly Buffer[]): readonly KeyObject[] {
  return pkcs8.flatMap((bytes) => {
    try {
      return [createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' })];
    } catch {
      return [];
    } finally {
      bytes.fill(0);
    }
  });
}

function readAll(certificates: readonly Uint8Array[]): readonly Certificate[] {
  const broken: unknown[] = [];
  const read = certificates.flatMap((der) => {
    try {
      return [readCertificate(der)];
    } catch (error) {
      broken.push(error);
      return [];
    }
  });
  if (read.length === 0 && broken.length > 0) throw broken[0];
  return read;
}

const publicForm = (key: KeyObject): string =>
  key.export({ format: 'der', type: 'spki' }).toString('base64');

const maySign = ({ keyUsage }: Certificate): boolean =>
  keyUsage === null || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation');

/** Of several keys the one to sign with: for signatures, in force, and the newest of those. */
function preferred(pairs: readonly Pair[], nowMs: number): Pair | undefined {
  const rank = ({ certificate }: Pair): readonly number[] => [
    Number(maySign(certificate)),
    Number(certificate.validFromMs <= nowMs && nowMs <= certificate.validUntilMs),
    certificate.validFromMs,
  ];
  return pairs.toSorted((one, other) => {
    const [left, right] = [rank(one), rank(other)];
    const differs = left.findIndex((value, index) => value !== right[index]);
    return differs === -1 ? 0 : (right[differs] ?? 0) - (left[differs] ?? 0);
  })[0];
}

function choosePair(file: KeyFile, certificates: readonly Certificate[], nowMs: number): Pair {
  const keys = readKeys(file.keys);
  if (file.keys.length === 0 || certificates.length === 0) throw new AppError('key-missing');
  if (keys.length === 0) throw new AppError('key-unsupported');
  const pairs = keys.flatMap((key): Pair[] => {
    const form = publicForm(createPublicKey(key));
    return certificates
      .filter(({ publicKey }) => publicKey !== null && publicForm(publicKey) === form)
      .map((certificate) => ({ key, certificate }));
  });
  const pair = preferred(pairs, nowMs);
  if (pair !== undefined) return pair;
  // The certificate of the key may be one whose key is not known here.
  const isAllKnown = certificates.every(({ publicKey }) => publicKey !== null);
  throw new AppError(isAllKnown ? 'key-missing' : 'key-unsupported');
}

function algorithmFor(key: KeyObject): OpenKey['algorithm'] {
  const { keyType, keyBits } = keyFacts(key);
  if (keyType === 'other') throw new AppError('key-unsupported');
  if (keyType === 'rsa' && keyBits < FEWEST_RSA_BITS) {
    throw new AppError('key-weak', { bits: keyBits });
  }
  return ALGORITHMS[keyType];
}

function requireInForce({ validFromMs, validUntilMs }: Certificate, nowMs: number): void {
  const date = (ms: number): string => new Date(ms).toISOString();
  if (nowMs > validUntilMs) throw new AppError('certificate-expired', { date: date(validUntilMs) });
  if (nowMs < validFromMs) {
    throw new AppError('certificate-not-yet-valid', { date: date(validFromMs) });
  }
}

/**
 * Opens a PKCS#12 file for signing. Throws `key-wrong-passphrase`, `key-damaged`, `key-missing`,
 * `key-weak`, `key-unsupported`, `certificate-broken`, `certificate-not-for-signing`,
 * `certificate-expired`,
 * `certificate-not-yet-valid`. The passphrase is cleared.
 */
export async function openKey(
  bytes: Uint8Array,
  passphrase: Uint8Array,
  nowMs: number,
): Promise<OpenKey> {
  const file = await readKeyFile(bytes, passphrase);
  const certificates = readAll(file.certificates);
  const { key, certificate } = choosePair(file, certificates, nowMs);
  const algorithm = algorithmFor(key);
  if (!maySign(certificate)) throw new AppError('certificate-not-for-signing');
  requireInForce(certificate, nowMs);
  const hash = algorithm === 'ecdsa-p384-sha384' ? 'sha384' : 'sha256';
  return {
    certificate,
    chain: chainAbove(certificate, certificates),
    algorithm,
    sign: (data) => sign(hash, data, { key, dsaEncoding: 'ieee-p1363' }),
  };
}
