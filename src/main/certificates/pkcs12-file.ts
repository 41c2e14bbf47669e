import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

import type { Asn1 } from '../x509/asn1.ts';
import {
  bmpString,
  derOf,
  integer,
  nothing,
  octetString,
  oid,
  sequence,
  set,
  tagged,
} from '../x509/write-asn1.ts';
import { derivePkcs12, PURPOSE } from './key-derivation.ts';
import { clearPasswords, passwordsOf } from './passwords.ts';
import { OID } from './pkcs12-oids.ts';

/** Windows refuses files that ask for more than this at once, or for twice as much in all. */
const KEY_ITERATIONS = 300_000;
/**
 * Whoever guesses passphrases may try them on the MAC instead of the key, so that it must cost too;
 * its derivation is the slow one on this side.
 */
const MAC_ITERATIONS = 150_000;
const SALT_BYTES = 16;
const VERSION = 3;

export interface KeyFileContent {
  /** Cleared once it is encrypted. */
  readonly pkcs8: Buffer;
  readonly certificate: Uint8Array;
  /** What other programs list it as. */
  readonly friendlyName: string;
  /** Cleared once it is used. */
  readonly passphrase: Uint8Array;
}

function encryptedKey(pkcs8: Buffer, password: Uint8Array): Asn1 {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(16);
  const key = pbkdf2Sync(password, salt, KEY_ITERATIONS, 32, 'sha256');
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const data = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  key.fill(0);
  pkcs8.fill(0);
  const derivation = sequence(
    oid(OID.pbkdf2),
    sequence(
      octetString(salt),
      integer(KEY_ITERATIONS),
      integer(32),
      sequence(oid(OID.hmacSha256), nothing()),
    ),
  );
  const encryption = sequence(oid(OID.aes256), octetString(iv));
  return sequence(sequence(oid(OID.pbes2), sequence(derivation, encryption)), octetString(data));
}

function macOver(content: Uint8Array, password: Uint8Array): Asn1 {
  const salt = randomBytes(SALT_BYTES);
  const key = derivePkcs12({
    password,
    salt,
    iterations: MAC_ITERATIONS,
    hash: 'sha256',
    purpose: PURPOSE.mac,
    length: 32,
  });
  const mac = createHmac('sha256', key).update(content).digest();
  key.fill(0);
  const digest = sequence(sequence(oid(OID.sha256), nothing()), octetString(mac));
  return sequence(digest, octetString(salt), integer(MAC_ITERATIONS));
}

const bag = (type: string, value: Asn1, attributes: readonly Asn1[]): Asn1 =>
  sequence(oid(type), tagged(0, value), set(...attributes));

const dataOf = (content: Uint8Array): Asn1 =>
  sequence(oid(OID.data), tagged(0, octetString(content)));

/**
 * A PKCS#12 file (RFC 7292) of one key, by AES-256 and HMAC with SHA-256. The certificate is no
 * secret and stands in the clear.
 */
export function keyFileOf({
  pkcs8,
  certificate,
  friendlyName,
  passphrase,
}: KeyFileContent): Buffer {
  const passwords = passwordsOf(passphrase);
  passphrase.fill(0);
  const [password] = passwords;
  const [plain] = password?.plain ?? [];
  if (password === undefined || plain === undefined) throw new Error('no passphrase');
  const keyId = createHash('sha1').update(certificate).digest();
  const attributes = [
    sequence(oid(OID.friendlyName), set(bmpString(friendlyName))),
    sequence(oid(OID.localKeyId), set(octetString(keyId))),
  ];
  const wrapped = sequence(oid(OID.x509Certificate), tagged(0, octetString(certificate)));
  const certificates = sequence(bag(OID.certificateBag, wrapped, attributes));
  const keys = sequence(bag(OID.shroudedKeyBag, encryptedKey(pkcs8, plain), attributes));
  const content = derOf(sequence(dataOf(derOf(certificates)), dataOf(derOf(keys))));
  const mac = macOver(content, password.wide);
  clearPasswords(passwords);
  return derOf(sequence(integer(VERSION), dataOf(content), mac));
}
