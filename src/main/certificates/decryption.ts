import { createDecipheriv } from 'node:crypto';

import type { Asn1 } from '../x509/asn1.ts';
import {
  bytesOf,
  isSequence,
  octetsOf,
  oidOf,
  readAsn1,
  sequenceOf,
  smallInteger,
} from '../x509/asn1.ts';
import { derivePbkdf2, derivePkcs12, PURPOSE } from './key-derivation.ts';
import type { Password } from './passwords.ts';
import { OID, PBES1_CIPHERS, PBES2_CIPHERS } from './pkcs12-oids.ts';
import { decryptRc2 } from './rc2.ts';
import { UnsupportedKeyFile } from './unsupported.ts';

/** Undone with one key and one initial value; null where these were not the right ones. */
type Decrypt = (key: Uint8Array, iv: Uint8Array, data: Uint8Array) => Promise<Buffer | null>;

const byNode =
  (cipher: string): Decrypt =>
  (key, iv, data) => {
    const decipher = createDecipheriv(cipher, key, iv);
    try {
      return Promise.resolve(Buffer.concat([decipher.update(data), decipher.final()]));
    } catch {
      return Promise.resolve(null);
    }
  };

/** What was encrypted is a sequence each time; anything else came of a wrong key. */
function isWhole(data: Buffer): boolean {
  try {
    const read = readAsn1(data);
    return isSequence(read) && bytesOf(read).length === data.length;
  } catch {
    return false;
  }
}

async function tryKeys(
  keys: Iterable<{ readonly key: Uint8Array; readonly iv: Uint8Array }>,
  data: Uint8Array,
  decrypt: Decrypt,
): Promise<Buffer | null> {
  for (const { key, iv } of keys) {
    const plain = await decrypt(key, iv, data);
    key.fill(0);
    if (plain !== null && isWhole(plain)) return plain;
    plain?.fill(0);
  }
  return null;
}

function* keysOfPbes2(scheme: Asn1 | undefined, password: Password) {
  const [derivation, encryption] = sequenceOf(scheme);
  const [type, iv] = sequenceOf(encryption);
  const { keyBytes } = PBES2_CIPHERS[oidOf(type)] ?? { keyBytes: 0 };
  for (const plain of password.plain) {
    yield { key: derivePbkdf2(derivation, plain, keyBytes), iv: octetsOf(iv) };
  }
}

function keyOfPbes1(parameters: Asn1 | undefined, password: Password, keyBytes: number) {
  const [salt, iterations] = sequenceOf(parameters);
  const same = {
    password: password.wide,
    salt: octetsOf(salt),
    iterations: smallInteger(iterations),
    hash: 'sha1',
  };
  const key = derivePkcs12({ ...same, purpose: PURPOSE.key, length: keyBytes });
  const iv = derivePkcs12({ ...same, purpose: PURPOSE.iv, length: 8 });
  return { key, iv };
}

/** Two keys of DES are three of which the last is the first. */
const threeKeys = (key: Uint8Array): Uint8Array =>
  key.length === 24 ? key : Buffer.concat([key, key.subarray(0, 8)]);

/**
 * Undoes what an algorithm of PKCS#5 or #12 encrypted; null where the password is another one.
 * Throws UnsupportedKeyFile and Asn1Error.
 */
export async function decrypted(
  algorithm: Asn1 | undefined,
  data: Uint8Array,
  password: Password,
): Promise<Buffer | null> {
  const [type, parameters] = sequenceOf(algorithm);
  const id = oidOf(type);
  if (id === OID.pbes2) {
    const [, encryption] = sequenceOf(parameters);
    const cipher = PBES2_CIPHERS[oidOf(sequenceOf(encryption)[0])]?.cipher;
    if (cipher === undefined) throw new UnsupportedKeyFile('cipher');
    return tryKeys(keysOfPbes2(parameters, password), data, byNode(cipher));
  }
  const old = PBES1_CIPHERS[id];
  if (old === undefined) throw new UnsupportedKeyFile('encryption');
  const { key, iv } = keyOfPbes1(parameters, password, old.keyBytes);
  if (old.cipher === 'rc2') return tryKeys([{ key, iv }], data, decryptRc2);
  return tryKeys([{ key: threeKeys(key), iv }], data, byNode('des-ede3-cbc'));
}
