import { createPublicKey, verify } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readCertificate } from '../../../../src/main/certificates/certificate.ts';
import { openKey } from '../../../../src/main/certificates/open-key.ts';
import { OID } from '../../../../src/main/certificates/pkcs12-oids.ts';
import type { Asn1 } from '../../../../src/main/x509/asn1.ts';
import { readAsn1 } from '../../../../src/main/x509/asn1.ts';
import {
  derOf,
  integer,
  octetString,
  oid,
  sequence,
  tagged,
} from '../../../../src/main/x509/write-asn1.ts';
import { AppError } from '../../../../src/shared/contract/errors.ts';
import type { Openssl } from '../../../fixtures/openssl.ts';
import { hasOpenssl, openOpenssl } from '../../../fixtures/openssl.ts';

/** The certificates are made while the tests run. */
const NOW = Date.now() + 3_600_000;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = (file: Uint8Array, password: string) => openKey(file, utf8(password), NOW);

async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'opened';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, ...error.details };
  }
}

/** Signs with the key and lets the certificate's own key say whether it was that. */
async function signsFor(file: Uint8Array, password: string): Promise<string> {
  const { certificate, algorithm, sign } = await open(file, password);
  const data = utf8('Berita Acara');
  const key = createPublicKey({
    key: `-----BEGIN CERTIFICATE-----\n${Buffer.from(certificate.der).toString('base64')}\n-----END CERTIFICATE-----`,
  });
  const hash = algorithm === 'ecdsa-p384-sha384' ? 'sha384' : 'sha256';
  expect(verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, sign(data))).toBe(true);
  return algorithm;
}

describe.runIf(hasOpenssl)('key files that openssl makes', () => {
  let openssl: Openssl;
  beforeAll(() => {
    openssl = openOpenssl();
    const { key, certificate } = openssl;
    const rsa = (bits: number) =>
      ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`] as const;
    const ec = (curve: string) =>
      ['-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`] as const;
    key('budi', ...rsa(2048));
    key('lemah', ...rsa(1024));
    key('p256', ...ec('P-256'));
    key('p384', ...ec('P-384'));
    key('p521', ...ec('P-521'));
    key('ed', '-algorithm', 'ED25519');
    for (const name of ['budi', 'lemah', 'p256', 'p384', 'p521', 'ed']) {
      certificate({ name, subject: '/O=KPU Kota Contoh/CN=Budi Contoh, S.H.' });
    }
    key('akar', ...ec('P-256'));
    key('antara', ...ec('P-256'));
    key('rantai', ...ec('P-256'));
    const authority = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'];
    certificate({ name: 'akar', subject: '/CN=Akar Contoh', extensions: authority });
    certificate({
      name: 'antara',
      subject: '/CN=Antara Contoh',
      issuer: 'akar',
      extensions: authority,
    });
    certificate({ name: 'rantai', subject: '/CN=Siti Misal', issuer: 'antara' });
  }, 120_000);
  afterAll(() => openssl.remove());

  it.each([
    ['AES-256, HMAC SHA-256', []],
    ['AES-128, HMAC SHA-512', '-keypbe AES-128-CBC -certpbe AES-128-CBC -macalg sha512'],
    ['AES-192, HMAC SHA-1', '-keypbe AES-192-CBC -certpbe AES-192-CBC -macalg sha1'],
    ['AES-256, HMAC SHA-384', '-macalg sha384'],
    ['3DES within PBES2', '-keypbe DES-EDE3-CBC -certpbe DES-EDE3-CBC'],
    ['3DES', '-legacy -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES'],
    ['3DES with two keys', '-legacy -keypbe PBE-SHA1-2DES -certpbe PBE-SHA1-2DES'],
    ['RC2 of 40 bits over the certificate, as Windows did', '-legacy'],
    ['RC2 of 128 bits', '-legacy -keypbe PBE-SHA1-RC2-128 -certpbe PBE-SHA1-RC2-128'],
    ['a certificate in the clear', '-certpbe NONE'],
    ['nothing encrypted', '-keypbe NONE -certpbe NONE'],
    ['one round of the MAC', '-nomaciter -noiter'],
    ['many rounds', '-iter 100000'],
    ['no MAC', '-nomac'],
    ['a name for people', ['-name', 'Kunci Pak Budi – 2026']],
  ])('opens one with %s', async (_kind, options) => {
    const args = typeof options === 'string' ? options.split(' ') : options;
    expect(await signsFor(openssl.pack('budi', 'rahasia', ...args), 'rahasia')).toBe('rsa-sha256');
  });

  it.each([
    ['p256', 'ecdsa-p256-sha256'],
    ['p384', 'ecdsa-p384-sha384'],
  ])('opens a key on a curve: %s', async (name, algorithm) => {
    expect(await signsFor(openssl.pack(name, 'rahasia'), 'rahasia')).toBe(algorithm);
    expect(await signsFor(openssl.pack(name, 'rahasia', '-legacy'), 'rahasia')).toBe(algorithm);
  });

  it.each(['', 'kata sandi dengan spasi', 'rahasia-é-ñ', 'sandi “kutip” – 密码', 'rahasia 😀'])(
    'takes the password “%s” in new and in old files',
    async (password) => {
      for (const options of [[], ['-legacy'], ['-nomac']]) {
        expect(await signsFor(openssl.pack('p256', password, ...options), password)).toBeTruthy();
      }
    },
  );

  it('takes a password however a program wrote its letters', async () => {
    // The octets of a code page of Windows, which PBES2 takes as they are.
    openssl.write('sandi.txt', Buffer.from('rahasia-é', 'latin1'));
    const args = ['pkcs12', '-export', '-inkey', 'p256.key', '-in', 'p256.crt'];
    const octets = openssl.run(...args, '-passout', 'file:sandi.txt');
    expect(await signsFor(octets, 'rahasia-é')).toBeTruthy();
    // OpenSSL before 1.1: each octet of UTF-8 for a letter.
    expect(await signsFor(openssl.pack('p256', 'rahasia-Ã©', '-legacy'), 'rahasia-é')).toBeTruthy();
    // An accent typed as a letter of its own.
    expect(await signsFor(openssl.pack('p256', 'rahasia-é'), 'rahasia-e\u0301')).toBeTruthy();
  });

  it('brings the issuers along, the nearest first', async () => {
    const chain = openssl.run('x509', '-in', 'akar.crt').toString();
    openssl.write('penerbit.pem', chain + openssl.run('x509', '-in', 'antara.crt').toString());
    const file = openssl.pack('rantai', 'rahasia', '-certfile', 'penerbit.pem');
    const opened = await open(file, 'rahasia');
    expect(opened.certificate.sha256).toBe(readCertificate(openssl.der('rantai')).sha256);
    expect(opened.chain.map(({ sha256 }) => sha256)).toEqual(
      ['antara', 'akar'].map((name) => readCertificate(openssl.der(name)).sha256),
    );
  });

  it('says in which way a file is of no use', async () => {
    const { pack } = openssl;
    const wrong = { code: 'key-wrong-passphrase' };
    for (const options of [[], ['-legacy'], ['-nomac'], ['-certpbe', 'NONE']]) {
      expect(await failure(open(pack('budi', 'rahasia', ...options), 'Rahasia'))).toEqual(wrong);
    }
    expect(await failure(open(pack('budi', 'rahasia'), ''))).toEqual(wrong);
    expect(await failure(open(pack('lemah', 'x'), 'x'))).toEqual({ code: 'key-weak', bits: 1024 });
    for (const name of ['p521', 'ed']) {
      expect(await failure(open(pack(name, 'x'), 'x'))).toEqual({ code: 'key-unsupported' });
    }
    const args = ['pkcs12', '-export', '-in', 'budi.crt', '-passout', 'pass:x'];
    expect(await failure(open(openssl.run(...args, '-nokeys'), 'x'))).toEqual({
      code: 'key-missing',
    });
    const keyOnly = openssl.run(...args, '-inkey', 'budi.key', '-nocerts');
    expect(await failure(open(keyOnly, 'x'))).toEqual({ code: 'key-missing' });
  });

  it('refuses a certificate that is for something else than signatures', async () => {
    openssl.key('sandi', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048');
    const extensions = ['keyUsage=critical,keyEncipherment'];
    openssl.certificate({ name: 'sandi', subject: '/CN=Budi Contoh', extensions });
    expect(await failure(open(openssl.pack('sandi', 'x'), 'x'))).toEqual({
      code: 'certificate-not-for-signing',
    });
  });

  it('says from when to when a certificate is in force', async () => {
    const file = openssl.pack('budi', 'rahasia');
    const { validFromMs, validUntilMs } = readCertificate(openssl.der('budi'));
    const at = (ms: number) => failure(openKey(file, utf8('rahasia'), ms));
    expect(await at(validUntilMs)).toBe('opened');
    expect(await at(validUntilMs + 1)).toEqual({
      code: 'certificate-expired',
      date: new Date(validUntilMs).toISOString(),
    });
    expect(await at(validFromMs - 1)).toEqual({
      code: 'certificate-not-yet-valid',
      date: new Date(validFromMs).toISOString(),
    });
  });

  it('tells a damaged file from a wrong password', async () => {
    const whole = openssl.pack('p256', 'rahasia', '-keypbe', 'AES-256-CBC', '-certpbe', 'NONE');
    const subject = whole.indexOf('KPU Kota Contoh');
    const altered = Buffer.from(whole);
    altered.write('KPU Kota Cantoh', subject);
    expect(await failure(open(altered, 'rahasia'))).toEqual({ code: 'key-damaged' });
    expect(await failure(open(altered, 'salah'))).toEqual({ code: 'key-wrong-passphrase' });
    const damaged = { code: 'key-damaged' };
    for (const length of [0, 1, 20, whole.length - 1]) {
      expect(await failure(open(whole.subarray(0, length), 'rahasia'))).toEqual(damaged);
    }
    expect(await failure(open(openssl.read('budi.crt'), 'rahasia'))).toEqual(damaged);
    expect(await failure(open(openssl.read('budi.key'), 'rahasia'))).toEqual(damaged);
    expect(await failure(open(Buffer.alloc(3_000_000, 0x30), 'rahasia'))).toEqual(damaged);
  });

  it('never fails in another way, whichever byte of a file is another', async () => {
    const whole = openssl.pack(
      'p256',
      'x',
      '-keypbe',
      'NONE',
      '-certpbe',
      'NONE',
      '-noiter',
      '-nomaciter',
    );
    for (let at = 0; at < whole.length; at += 3) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 0x55;
      const outcome = await failure(open(altered, 'x'));
      expect(outcome === 'opened' || (outcome as { code: string }).code).toBeTruthy();
    }
  });

  it('signs with the key that has a certificate in force, of several', async () => {
    const pkcs8 = (name: string): Buffer =>
      openssl.run('pkcs8', '-topk8', '-nocrypt', '-in', `${name}.key`, '-outform', 'DER');
    const bag = (type: string, value: Asn1): Asn1 => sequence(oid(type), tagged(0, value));
    const inBag = (name: string) =>
      bag(
        OID.certificateBag,
        sequence(oid(OID.x509Certificate), tagged(0, octetString(openssl.der(name)))),
      );
    const file = (bags: readonly Asn1[]): Buffer => {
      const data = (content: Asn1): Asn1 =>
        sequence(oid(OID.data), tagged(0, octetString(derOf(content))));
      return derOf(sequence(integer(3), data(sequence(data(sequence(...bags))))));
    };
    const keys = ['p256', 'p384'].map((name) => bag(OID.keyBag, readAsn1(pkcs8(name))));
    const chosen = await open(file([...keys, inBag('akar'), inBag('p384')]), 'x');
    expect(chosen.algorithm).toBe('ecdsa-p384-sha384');
    // A key and the certificate of another one.
    expect(await failure(open(file([...keys, inBag('budi')]), 'x'))).toEqual({
      code: 'key-missing',
    });
  });
});

it('clears the passphrase that it was given', async () => {
  const passphrase = utf8('rahasia');
  await failure(openKey(utf8('no key file'), passphrase, NOW));
  expect([...passphrase]).toEqual(Array.from({ length: 7 }, () => 0));
});
