import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Certificate } from '../../../../src/main/certificates/certificate.ts';
import {
  certificateFacts,
  readCertificate,
  readCertificates,
} from '../../../../src/main/certificates/certificate.ts';
import { createIdentity } from '../../../../src/main/certificates/identity.ts';
import { trustOf } from '../../../../src/main/certificates/trust.ts';
import type { Openssl } from '../../../fixtures/openssl.ts';
import { hasOpenssl, openOpenssl } from '../../../fixtures/openssl.ts';

/** The certificates are made while the tests run. */
const NOW = Date.now() + 3_600_000;
const YEAR_MS = 365 * 86_400_000;

const AUTHORITY = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];

describe.runIf(hasOpenssl)('certificates that openssl makes', () => {
  let openssl: Openssl;
  let known: Map<string, Certificate>;
  const get = (name: string): Certificate => {
    const found = known.get(name);
    if (found === undefined) throw new Error(`no certificate ${name}`);
    return found;
  };
  const ask = (
    certificate: string,
    {
      carried = [],
      trusted = [],
      atMs = NOW,
    }: {
      readonly carried?: readonly string[];
      readonly trusted?: readonly string[];
      readonly atMs?: number;
    },
  ) =>
    trustOf({
      certificate: get(certificate),
      carried: carried.map(get),
      trusted: trusted.map(get),
      atMs,
    });

  beforeAll(() => {
    openssl = openOpenssl();
    known = new Map();
    const make = (
      name: string,
      subject: string,
      issuer: string = name,
      extensions: readonly string[] = ['basicConstraints=critical,CA:FALSE'],
      hash = 'sha256',
    ): void => {
      openssl.key(name, '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256');
      openssl.certificate({ name, subject, issuer, extensions, hash });
      known.set(name, readCertificate(openssl.der(name)));
    };
    make('akar', '/C=ID/O=Penerbit Contoh/CN=Akar Contoh', 'akar', AUTHORITY);
    make('antara', '/C=ID/O=Penerbit Contoh/CN=Antara Contoh', 'akar', AUTHORITY);
    make('budi', '/O=KPU Kota Contoh/CN=Budi Contoh', 'antara');
    make('sendiri', '/CN=Siti Misal');
    // Of the same names as the real ones, with keys of its own.
    make('akar-palsu', '/C=ID/O=Penerbit Contoh/CN=Akar Contoh', 'akar-palsu', AUTHORITY);
    make('budi-palsu', '/O=KPU Kota Contoh/CN=Budi Contoh', 'akar-palsu');
    // Somebody who may sign documents and no certificates.
    make('bawahan', '/CN=Wati Andai', 'budi');
    make('tanpa-hak', '/CN=Tanpa Hak', 'akar', [
      'basicConstraints=critical,CA:TRUE',
      'keyUsage=critical,digitalSignature',
    ]);
    make('bawah-tanpa-hak', '/CN=Andi Umpama', 'tanpa-hak');
    make('pendek', '/CN=Pendek', 'akar', ['basicConstraints=critical,CA:TRUE,pathlen:0']);
    make('bawah-pendek', '/CN=Bawah Pendek', 'pendek', AUTHORITY);
    make('terlalu-panjang', '/CN=Terlalu Panjang', 'bawah-pendek');
    make('sha1', '/CN=Lama', 'akar', undefined, 'sha1');
    make('terbatas', '/CN=Terbatas', 'akar', [
      ...AUTHORITY,
      'nameConstraints=critical,permitted;dirName:dir',
      '[dir]',
      'O=Lembaga Lain',
    ]);
    make('bawah-terbatas', '/CN=Bawah Terbatas', 'terbatas');
    make('bsre', '/C=ID/O=Badan Siber dan Sandi Negara/CN=BSrE CA Contoh', 'akar', AUTHORITY);
    make('pegawai', '/O=KPU Kota Contoh/CN=Budi Contoh', 'bsre');
    make('mengaku', '/O=Badan Siber dan Sandi Negara/CN=BSrE', 'mengaku');
  }, 120_000);
  afterAll(() => openssl.remove());

  it('trusts whom the office trusts, and whoever an issuer in the list vouches for', () => {
    const trusted = { trust: 'trusted', isBsre: false };
    expect(ask('budi', { trusted: ['budi'] })).toEqual(trusted);
    expect(ask('sendiri', { trusted: ['sendiri'] })).toEqual(trusted);
    expect(ask('budi', { trusted: ['antara'] })).toEqual(trusted);
    expect(ask('budi', { carried: ['antara'], trusted: ['akar'] })).toEqual(trusted);
    expect(ask('budi', { carried: ['akar-palsu', 'antara', 'sha1'], trusted: ['akar'] })).toEqual(
      trusted,
    );
  });

  it('knows nobody else', () => {
    const unknown = { trust: 'unknown', isBsre: false };
    expect(ask('budi', {})).toEqual(unknown);
    // The issuer between them is not there.
    expect(ask('budi', { trusted: ['akar'] })).toEqual(unknown);
    // What a file brings along is not in the list.
    expect(ask('budi', { carried: ['antara', 'akar'] })).toEqual(unknown);
    expect(ask('sendiri', { trusted: ['akar'] })).toEqual({ trust: 'self-signed', isBsre: false });
  });

  it('goes by signatures, never by names', () => {
    expect(get('budi-palsu').subjectDer).toEqual(get('budi').subjectDer);
    const carried = ['akar-palsu', 'akar'];
    expect(ask('budi-palsu', { carried, trusted: ['akar'] }).trust).toBe('unknown');
    expect(ask('budi-palsu', { carried, trusted: ['budi'] }).trust).toBe('unknown');
  });

  it('lets only those issue who may, as long as they may', () => {
    const trusted = ['akar'];
    const all = [...known.keys()];
    const below = ['bawahan', 'bawah-tanpa-hak', 'terlalu-panjang', 'bawah-terbatas'];
    const trusts = below.map((name) => `${name}: ${ask(name, { carried: all, trusted }).trust}`);
    expect(trusts).toEqual(below.map((name) => `${name}: unknown`));
    expect(ask('bawahan', { carried: all, trusted: ['budi'] }).trust).toBe('unknown');
    // The limit binds from the issuer that states it.
    expect(ask('terlalu-panjang', { trusted: ['bawah-pendek'] }).trust).toBe('trusted');
    expect(ask('sha1', { trusted }).trust).toBe('unknown');
    const late = { carried: ['antara'], trusted, atMs: NOW + 11 * YEAR_MS };
    expect(ask('budi', late).trust).toBe('unknown');
    expect(ask('budi', { ...late, atMs: NOW - YEAR_MS }).trust).toBe('unknown');
  });

  it('names BSrE only where its own trusted certificate vouches for the signer', () => {
    expect(ask('pegawai', { trusted: ['bsre'] })).toEqual({ trust: 'trusted', isBsre: true });
    // Known through somebody else, who says that it is BSrE.
    expect(ask('pegawai', { carried: ['bsre'], trusted: ['akar'] }).isBsre).toBe(false);
    expect(ask('pegawai', { carried: ['bsre'] })).toEqual({ trust: 'unknown', isBsre: false });
    // Who calls himself so is not issued by it, trusted or not.
    expect(ask('mengaku', { trusted: ['mengaku'] })).toEqual({ trust: 'trusted', isBsre: false });
    expect(ask('mengaku', {}).isBsre).toBe(false);
  });

  it('tells what a certificate says, as RFC 4514 writes names', () => {
    const name = String.raw`/C=ID/O=Dinas A, B + C/OU= <x>;y"z\\w/CN=#1 Budi Contoh `;
    openssl.key('aneh', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048');
    openssl.certificate({ name: 'aneh', subject: name.replace(' + ', String.raw` \+ `) });
    const facts = certificateFacts(readCertificate(openssl.der('aneh')));
    expect(facts).toMatchObject({
      subjectName: '#1 Budi Contoh',
      keyType: 'rsa',
      keyBits: 2048,
      isSelfSigned: true,
    });
    const args = ['x509', '-in', 'aneh.crt', '-noout', '-nameopt', 'RFC2253,-esc_msb,utf8'];
    const subject = openssl.run(...args, '-subject').toString();
    expect(`subject=${facts.subject}\n`).toBe(subject);
    const serial = openssl.run('x509', '-in', 'aneh.crt', '-noout', '-serial').toString();
    expect(`serial=${facts.serialNumber}\n`).toBe(serial);
    const until = openssl.run('x509', '-in', 'aneh.crt', '-noout', '-enddate').toString();
    expect(facts.validUntilMs).toBe(Date.parse(until.replace('notAfter=', '')));
    expect(certificateFacts(get('budi'))).toMatchObject({
      issuerName: 'Antara Contoh',
      issuer: 'CN=Antara Contoh,O=Penerbit Contoh,C=ID',
      keyType: 'ec-p256',
      isSelfSigned: false,
    });
  });

  it('reads a certificate as DER and as PEM, and all of a file of several', () => {
    const { sha256 } = get('budi');
    const pem = openssl.read('budi.crt');
    expect(readCertificates(pem).map((one) => one.sha256)).toEqual([sha256]);
    expect(readCertificates(openssl.der('budi')).map((one) => one.sha256)).toEqual([sha256]);
    expect(readCertificates(Buffer.concat([pem, openssl.read('akar.crt')]))).toHaveLength(2);
    for (const broken of ['', 'halo', pem.subarray(0, 300), openssl.der('budi').subarray(0, 200)]) {
      expect(() => readCertificates(Buffer.from(broken))).toThrow('certificate-broken');
    }
  });
});

it('tells apart two certificates that say the same', () => {
  const holder = { name: 'Budi Contoh', position: '', organization: '' };
  const [one, other] = [1, 2].map(() =>
    readCertificate(createIdentity(holder, Buffer.from('rahasia1'), NOW).certificate),
  );
  if (one === undefined || other === undefined) throw new Error('two were made');
  expect(certificateFacts(one).subject).toBe(certificateFacts(other).subject);
  expect(trustOf({ certificate: one, carried: [other], trusted: [other], atMs: NOW })).toEqual({
    trust: 'self-signed',
    isBsre: false,
  });
});
