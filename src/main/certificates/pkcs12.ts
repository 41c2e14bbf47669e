import { AppError } from '../../shared/contract/errors.ts';
import type { Asn1 } from '../x509/asn1.ts';
import {
  Asn1Error,
  bytesOf,
  inside,
  octetsOf,
  oidOf,
  readAsn1,
  sequenceOf,
  smallInteger,
} from '../x509/asn1.ts';
import { decrypted } from './decryption.ts';
import type { Password } from './passwords.ts';
import { clearPasswords, passwordsOf } from './passwords.ts';
import { fitsMac } from './pkcs12-mac.ts';
import { OID } from './pkcs12-oids.ts';
import { UnsupportedKeyFile } from './unsupported.ts';

/** More than any key with its chain; what is larger is something else. */
export const LARGEST_KEY_FILE_BYTES = 2 * 1024 * 1024;
const VERSION = 3;
const DEEPEST_BAGS = 4;

/** What a PKCS#12 file holds. */
export interface KeyFile {
  /** Keys as PKCS#8, in the clear: whoever gets them clears them. */
  readonly keys: readonly Buffer[];
  readonly certificates: readonly Uint8Array[];
}

interface Pieces {
  readonly keys: Buffer[];
  readonly certificates: Uint8Array[];
}

/** The password is another one than the file's. */
class WrongPassword extends Error {}

async function opened(
  algorithm: Asn1 | undefined,
  data: Uint8Array,
  password: Password,
): Promise<Buffer> {
  const plain = await decrypted(algorithm, data, password);
  if (plain === null) throw new WrongPassword();
  return plain;
}

async function collectBag(bag: Asn1, password: Password, into: Pieces, depth: number) {
  const [type, wrapped] = sequenceOf(bag);
  const value = inside(wrapped, 0);
  switch (oidOf(type)) {
    case OID.keyBag:
      into.keys.push(Buffer.from(bytesOf(value)));
      return;
    case OID.shroudedKeyBag: {
      const [algorithm, data] = sequenceOf(value);
      into.keys.push(await opened(algorithm, octetsOf(data), password));
      return;
    }
    case OID.certificateBag: {
      const [kind, certificate] = sequenceOf(value);
      if (oidOf(kind) !== OID.x509Certificate) return;
      into.certificates.push(Uint8Array.from(octetsOf(inside(certificate, 0))));
      return;
    }
    case OID.nestedBag:
      await collectBags(value, password, into, depth + 1);
      return;
    default:
    // Lists of revoked certificates and secrets of other programs are no matter for signing.
  }
}

async function collectBags(contents: Asn1, password: Password, into: Pieces, depth: number) {
  if (depth > DEEPEST_BAGS) throw new Asn1Error('too deep');
  for (const bag of sequenceOf(contents)) await collectBag(bag, password, into, depth);
}

/** The safe of one ContentInfo: in the clear, or encrypted with the password. */
async function collectSafe(contentInfo: Asn1, password: Password, into: Pieces) {
  const [type, wrapped] = sequenceOf(contentInfo);
  const content = inside(wrapped, 0);
  switch (oidOf(type)) {
    case OID.data:
      return collectBags(readAsn1(octetsOf(content)), password, into, 0);
    case OID.encryptedData: {
      const [, encrypted] = sequenceOf(content);
      const [, algorithm, data] = sequenceOf(encrypted);
      const plain = await opened(algorithm, octetsOf(data), password);
      await collectBags(readAsn1(plain), password, into, 0);
      plain.fill(0);
      return;
    }
    default:
      // For a holder of another key instead of a password.
      throw new UnsupportedKeyFile('safe');
  }
}

async function collect(safes: Asn1, password: Password): Promise<KeyFile> {
  const pieces: Pieces = { keys: [], certificates: [] };
  try {
    for (const safe of sequenceOf(safes)) await collectSafe(safe, password, pieces);
    return pieces;
  } catch (error) {
    for (const key of pieces.keys) key.fill(0);
    throw error;
  }
}

/** With the first password that opens all of it; null where none does. */
async function collectWithAny(
  safes: Asn1,
  passwords: readonly Password[],
): Promise<KeyFile | null> {
  for (const password of passwords) {
    try {
      return await collect(safes, password);
    } catch (error) {
      if (!(error instanceof WrongPassword)) throw error;
    }
  }
  return null;
}

async function read(bytes: Uint8Array, passwords: readonly Password[]): Promise<KeyFile> {
  const [version, authSafe, macData] = sequenceOf(readAsn1(bytes));
  if (smallInteger(version) !== VERSION) throw new UnsupportedKeyFile('version');
  const [type, wrapped] = sequenceOf(authSafe);
  if (oidOf(type) !== OID.data) throw new UnsupportedKeyFile('integrity by signature');
  const content = octetsOf(inside(wrapped, 0));
  const safes = readAsn1(content);
  if (macData === undefined) {
    const found = await collectWithAny(safes, passwords);
    if (found === null) throw new AppError('key-wrong-passphrase');
    return found;
  }
  const fitting = passwords.find((password) => fitsMac(macData, content, password));
  if (fitting === undefined) throw await whyNotFitting(safes, passwords);
  const found = await collectWithAny(safes, [fitting]);
  // The password is right, and what it does not open has another one.
  if (found === null) throw new UnsupportedKeyFile('two passwords');
  return found;
}

/** Where the password opens what the MAC does not fit, it is the file that is wrong. */
async function whyNotFitting(safes: Asn1, passwords: readonly Password[]): Promise<AppError> {
  const found = hasEncrypted(safes) ? await collectWithAny(safes, passwords) : null;
  for (const key of found?.keys ?? []) key.fill(0);
  return new AppError(found === null ? 'key-wrong-passphrase' : 'key-damaged');
}

function hasEncrypted(safes: Asn1): boolean {
  return sequenceOf(safes).some((contentInfo) => {
    const [type, wrapped] = sequenceOf(contentInfo);
    if (oidOf(type) === OID.encryptedData) return true;
    const bags = sequenceOf(readAsn1(octetsOf(inside(wrapped, 0))));
    return bags.some((bag) => oidOf(sequenceOf(bag)[0]) === OID.shroudedKeyBag);
  });
}

/**
 * Reads a PKCS#12 file (RFC 7292). Throws `key-wrong-passphrase`, `key-damaged`, `key-unsupported`.
 * The passphrase is cleared.
 */
export async function readKeyFile(bytes: Uint8Array, passphrase: Uint8Array): Promise<KeyFile> {
  const passwords = passwordsOf(passphrase);
  passphrase.fill(0);
  try {
    if (bytes.byteLength > LARGEST_KEY_FILE_BYTES) throw new Asn1Error('too large');
    return await read(bytes, passwords);
  } catch (error) {
    if (error instanceof Asn1Error) throw new AppError('key-damaged');
    if (error instanceof UnsupportedKeyFile) throw new AppError('key-unsupported');
    throw error;
  } finally {
    clearPasswords(passwords);
  }
}
