import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Asn1 } from '../x509/asn1.ts';
import { Asn1Error, isSequence, octetsOf, oidOf, sequenceOf, smallInteger } from '../x509/asn1.ts';
import { derivePbkdf2, derivePkcs12, PURPOSE } from './key-derivation.ts';
import type { Password } from './passwords.ts';
import { HASHES, HMAC_HASHES, OID } from './pkcs12-oids.ts';
import { UnsupportedKeyFile } from './unsupported.ts';

/** PBKDF2 states how long its key is; what it leaves out is as long as the hash (RFC 9579 §3). */
const HASH_BYTES: Readonly<Record<string, number>> = {
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
};

function isMac(hash: string, key: Buffer, content: Uint8Array, expected: Uint8Array): boolean {
  const mac = createHmac(hash, key).update(content).digest();
  key.fill(0);
  return mac.length === expected.length && timingSafeEqual(mac, expected);
}

function fitsPbmac1(
  parameters: Asn1 | undefined,
  content: Uint8Array,
  expected: Uint8Array,
  { plain }: Password,
): boolean {
  const [derivation, scheme] = sequenceOf(parameters);
  const hash = HMAC_HASHES[oidOf(sequenceOf(scheme)[0])];
  if (hash === undefined) throw new UnsupportedKeyFile('mac');
  const [, derivationParameters] = sequenceOf(derivation);
  const [, , stated] = sequenceOf(derivationParameters);
  const isStated = stated !== undefined && !isSequence(stated);
  const keyBytes = isStated ? smallInteger(stated) : (HASH_BYTES[hash] ?? 0);
  if (keyBytes < 1 || keyBytes > 1024) throw new Asn1Error('key length');
  return plain.some((password) =>
    isMac(hash, derivePbkdf2(derivation, password, keyBytes), content, expected),
  );
}

/**
 * Whether the password made the MAC over the content (RFC 7292 §4, RFC 9579). Throws
 * UnsupportedKeyFile and Asn1Error.
 */
export function fitsMac(macData: Asn1, content: Uint8Array, password: Password): boolean {
  const [digestInfo, salt, iterations] = sequenceOf(macData);
  const [algorithm, digest] = sequenceOf(digestInfo);
  const [type, parameters] = sequenceOf(algorithm);
  const expected = octetsOf(digest);
  if (oidOf(type) === OID.pbmac1) return fitsPbmac1(parameters, content, expected, password);
  const hash = HASHES[oidOf(type)];
  if (hash === undefined) throw new UnsupportedKeyFile('mac');
  const key = derivePkcs12({
    password: password.wide,
    salt: octetsOf(salt),
    iterations: iterations === undefined ? 1 : smallInteger(iterations),
    hash,
    purpose: PURPOSE.mac,
    length: HASH_BYTES[hash] ?? 0,
  });
  return isMac(hash, key, content, expected);
}
