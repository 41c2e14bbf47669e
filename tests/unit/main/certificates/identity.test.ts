import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  certificateFacts,
  readCertificate,
} from '../../../../src/main/certificates/certificate.ts';
import type { NewIdentity } from '../../../../src/main/certificates/identity.ts';
import { createIdentity } from '../../../../src/main/certificates/identity.ts';
import { openKey } from '../../../../src/main/certificates/open-key.ts';
import type { Openssl } from '../../../fixtures/openssl.ts';
import { hasOpenssl, openOpenssl } from '../../../fixtures/openssl.ts';

const NOW = Date.UTC(2026, 10, 22, 3);
const PASSWORD = 'rahasia “é” 😀';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

let made: NewIdentity;
beforeAll(() => {
  made = createIdentity(
    { name: 'Budi Contoh, S.H.', position: 'Ketua', organization: 'KPU Kota Contoh' },
    utf8(PASSWORD),
    NOW,
  );
});

it('is in force for five years, for its holder who vouches for it alone', () => {
  expect(certificateFacts(readCertificate(made.certificate))).toMatchObject({
    subjectName: 'Budi Contoh, S.H.',
    subject: String.raw`CN=Budi Contoh\, S.H.,title=Ketua,O=KPU Kota Contoh`,
    issuer: String.raw`CN=Budi Contoh\, S.H.,title=Ketua,O=KPU Kota Contoh`,
    validFromMs: NOW - 5 * 60_000,
    validUntilMs: Date.UTC(2031, 10, 22, 2, 55),
    keyType: 'ec-p256',
    keyBits: 256,
    isSelfSigned: true,
  });
});

it('is of its holder’s name alone where nothing else is stated', () => {
  const holder = { name: 'Siti Misal', position: '', organization: '' };
  const { certificate } = createIdentity(holder, utf8('rahasia1'), NOW);
  expect(certificateFacts(readCertificate(certificate)).subject).toBe('CN=Siti Misal');
});

it('opens with its passphrase, and clears what it was given', async () => {
  const passphrase = utf8(PASSWORD);
  const { certificate } = await openKey(made.pkcs12, passphrase, NOW);
  expect(Buffer.from(certificate.der)).toEqual(Buffer.from(made.certificate));
  expect(passphrase.every((octet) => octet === 0)).toBe(true);
  await expect(openKey(made.pkcs12, utf8('salah'), NOW)).rejects.toMatchObject({
    code: 'key-wrong-passphrase',
  });
});

it('holds neither its passphrase nor its key in the clear', () => {
  const bytes = Buffer.from(made.pkcs12);
  expect(bytes.includes(Buffer.from(PASSWORD))).toBe(false);
  // An unencrypted key states its curve beside its own type, as the certificate does once.
  const curve = Buffer.from('2a8648ce3d030107', 'hex');
  const first = bytes.indexOf(curve);
  expect(first).toBeGreaterThan(0);
  expect(bytes.indexOf(curve, first + 1)).toBe(-1);
});

describe.runIf(hasOpenssl)('in the eyes of openssl', () => {
  let openssl: Openssl;
  beforeAll(() => {
    openssl = openOpenssl();
    openssl.write('identitas.p12', made.pkcs12);
    openssl.write('identitas.der', made.certificate);
  });
  afterAll(() => openssl.remove());

  it('is a key file of AES-256 with a key of its certificate', () => {
    const args = ['pkcs12', '-in', 'identitas.p12', '-passin', `pass:${PASSWORD}`, '-nodes'];
    const pem = openssl.run(...args).toString();
    expect(pem).toContain('friendlyName: Budi Contoh, S.H.');
    openssl.write('identitas.pem', pem);
    const ofKey = openssl.run('pkey', '-in', 'identitas.pem', '-pubout').toString();
    const ofCertificate = openssl
      .run('x509', '-inform', 'DER', '-in', 'identitas.der', '-pubkey', '-noout')
      .toString();
    expect(ofKey).toBe(ofCertificate);
  });

  it('is a sound certificate for signing', () => {
    const args = ['x509', '-inform', 'DER', '-in', 'identitas.der'];
    const text = openssl.run(...args, '-noout', '-text').toString();
    expect(text).toMatch(/Basic Constraints: critical\s+CA:FALSE/);
    expect(text).toMatch(/Key Usage: critical\s+Digital Signature, Non Repudiation/);
    openssl.write('identitas-cert.pem', openssl.run(...args));
    const strictly = ['-partial_chain', '-check_ss_sig', '-x509_strict'];
    const trusting = ['-CAfile', 'identitas-cert.pem', '-attime', String(NOW / 1000)];
    const verified = openssl.run('verify', ...strictly, ...trusting, 'identitas-cert.pem');
    expect(verified.toString()).toContain('OK');
  });
});
