import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { Asn1 } from '../x509/asn1.ts';
import { readAsn1 } from '../x509/asn1.ts';
import {
  bitString,
  derOf,
  integer,
  octetString,
  oid,
  sequence,
  set,
  tagged,
  time,
  utf8String,
  yes,
} from '../x509/write-asn1.ts';
import { keyFileOf } from './pkcs12-file.ts';

const YEARS_IN_FORCE = 5;
/** The clocks of two computers differ: who gets the file at once must not find it not yet valid. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

const ATTRIBUTE = { organization: '2.5.4.10', title: '2.5.4.12', commonName: '2.5.4.3' } as const;
const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
} as const;
/** digitalSignature and nonRepudiation, the first two bits. */
const SIGNING_USAGE = Uint8Array.of(0b1100_0000);

export interface Holder {
  readonly name: string;
  /** "" where none is stated; so the organization. */
  readonly position: string;
  readonly organization: string;
}

export interface NewIdentity {
  readonly certificate: Uint8Array;
  readonly pkcs12: Uint8Array;
}

const attribute = (type: string, text: string): Asn1[] =>
  text === '' ? [] : [set(sequence(oid(type), utf8String(text)))];

const extension = (id: string, value: Asn1, isCritical: boolean): Asn1 =>
  sequence(oid(id), ...(isCritical ? [yes()] : []), octetString(derOf(value)));

function inYears(fromMs: number, years: number): number {
  const date = new Date(fromMs);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.getTime();
}

/** A certificate of version 3 (RFC 5280) that its holder's own key signs. */
function selfSigned(
  holder: Holder,
  publicKey: KeyObject,
  privateKey: KeyObject,
  nowMs: number,
): Buffer {
  const algorithm = sequence(oid(ECDSA_SHA256));
  const name = sequence(
    ...attribute(ATTRIBUTE.organization, holder.organization),
    ...attribute(ATTRIBUTE.title, holder.position),
    ...attribute(ATTRIBUTE.commonName, holder.name),
  );
  const keyInfo = publicKey.export({ format: 'der', type: 'spki' });
  // §4.2.1.2 takes the hash of the key's bits; any value that tells keys apart will do.
  const keyId = createHash('sha256').update(keyInfo).digest().subarray(0, 20);
  const serial = randomBytes(16);
  const body = sequence(
    tagged(0, integer(2)),
    integer(serial),
    algorithm,
    name,
    sequence(
      time(nowMs - CLOCK_TOLERANCE_MS),
      time(inYears(nowMs - CLOCK_TOLERANCE_MS, YEARS_IN_FORCE)),
    ),
    name,
    readAsn1(keyInfo),
    tagged(
      3,
      sequence(
        extension(EXTENSION.basicConstraints, sequence(), true),
        extension(EXTENSION.keyUsage, bitString(SIGNING_USAGE, 6), true),
        extension(EXTENSION.subjectKeyIdentifier, octetString(keyId), false),
      ),
    ),
  );
  return derOf(sequence(body, algorithm, bitString(sign('sha256', derOf(body), privateKey))));
}

/**
 * Makes a key on P-256 and a certificate for it that nobody but its holder vouches for, and locks
 * both up with the passphrase, which is cleared.
 */
export function createIdentity(holder: Holder, passphrase: Uint8Array, nowMs: number): NewIdentity {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const certificate = selfSigned(holder, publicKey, privateKey, nowMs);
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const pkcs12 = keyFileOf({ pkcs8, certificate, friendlyName: holder.name, passphrase });
  return { certificate, pkcs12 };
}
