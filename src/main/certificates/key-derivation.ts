import { hash as hashOf, pbkdf2Sync } from 'node:crypto';

import type { Asn1 } from '../x509/asn1.ts';
import { isSequence, octetsOf, oidOf, sequenceOf, smallInteger } from '../x509/asn1.ts';
import { HMAC_HASHES, OID } from './pkcs12-oids.ts';
import { UnsupportedKeyFile } from './unsupported.ts';

/** A file that asks for more would keep the process busy for minutes. */
const MOST_ITERATIONS = 10_000_000;

/** What a derived value is for (RFC 7292 B.3). */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;

export interface Derivation {
  /** As `Password.wide`. */
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly hash: string;
  readonly purpose: (typeof PURPOSE)[keyof typeof PURPOSE];
  readonly length: number;
}

function checkedIterations(iterations: number): number {
  if (iterations < 1 || iterations > MOST_ITERATIONS) throw new UnsupportedKeyFile('iterations');
  return iterations;
}

/** The bytes over and over until they fill whole blocks. */
function filled(bytes: Uint8Array, blockBytes: number): Buffer {
  const length = Math.ceil(bytes.length / blockBytes) * blockBytes;
  return Buffer.alloc(length, bytes.length === 0 ? 0 : Buffer.from(bytes));
}

/** RFC 7292 B.2, step 6 C: block + addend + 1, modulo 2 to the power of its bits. */
function addOne(block: Buffer, addend: Uint8Array): void {
  let carry = 1;
  for (let index = block.length - 1; index >= 0; index -= 1) {
    const sum = (block[index] ?? 0) + (addend[index] ?? 0) + carry;
    block[index] = sum & 0xff;
    carry = sum >> 8;
  }
}

/** The derivation of PKCS#12 itself (RFC 7292 B.2). */
export function derivePkcs12(derivation: Derivation): Buffer {
  const { password, salt, hash, purpose, length } = derivation;
  const iterations = checkedIterations(derivation.iterations);
  const blockBytes = hash === 'sha384' || hash === 'sha512' ? 128 : 64;
  const diversifier = Buffer.alloc(blockBytes, purpose);
  const input = Buffer.concat([filled(salt, blockBytes), filled(password, blockBytes)]);
  const derived: Buffer[] = [];
  for (let done = 0; done < length;) {
    let digest = hashOf(hash, Buffer.concat([diversifier, input]), 'buffer');
    for (let round = 1; round < iterations; round += 1) digest = hashOf(hash, digest, 'buffer');
    derived.push(digest);
    done += digest.length;
    const addend = filled(digest, blockBytes).subarray(0, blockBytes);
    for (let at = 0; at < input.length; at += blockBytes) {
      addOne(input.subarray(at, at + blockBytes), addend);
    }
  }
  input.fill(0);
  const all = Buffer.concat(derived);
  for (const piece of derived) piece.fill(0);
  return all.subarray(0, length);
}

/** PBKDF2 as the parameters state it (RFC 8018 A.2). */
export function derivePbkdf2(
  algorithm: Asn1 | undefined,
  password: Uint8Array,
  keyBytes: number,
): Buffer {
  const [type, parameters] = sequenceOf(algorithm);
  if (oidOf(type) !== OID.pbkdf2) throw new UnsupportedKeyFile('derivation');
  const [salt, iterations, ...optional] = sequenceOf(parameters);
  const prf = optional.find(isSequence);
  const hash = prf === undefined ? 'sha1' : HMAC_HASHES[oidOf(sequenceOf(prf)[0])];
  if (hash === undefined) throw new UnsupportedKeyFile('hash');
  const rounds = checkedIterations(smallInteger(iterations));
  return pbkdf2Sync(password, octetsOf(salt), rounds, keyBytes, hash);
}
