import { createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import type { NewIdentity } from '../../src/main/certificates/identity.ts';
import { createIdentity } from '../../src/main/certificates/identity.ts';
import { openKey } from '../../src/main/certificates/open-key.ts';
import { readKeyFile } from '../../src/main/certificates/pkcs12.ts';
import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import { contract } from '../../src/shared/contract/index.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';

const NOW = Date.UTC(2026, 10, 22, 3);
const PASSPHRASE = 'kata-sandi-yang-rahasia';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (from: Uint8Array) => new Uint8Array(from);

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;

beforeEach(() => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  let lastId = 0;
  let now = NOW;
  services = createStorageServices({
    db,
    clock: () => (now += 1000),
    newId: () => `id-${(lastId += 1)}`,
    readExamples: () => '[]',
  });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const codeOf = async (work: () => unknown): Promise<unknown> => {
  try {
    return await work();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};

/** Made once: locking a key up is slow so that guessing passphrases is. */
let made: NewIdentity;
beforeAll(() => {
  const holder = { name: 'Budi Contoh', position: 'Ketua', organization: 'KPU Kota Contoh' };
  made = createIdentity(holder, utf8(PASSPHRASE), NOW);
});

async function keep() {
  const certificate = bytes(made.certificate);
  const pkcs12 = bytes(made.pkcs12);
  const identity = await services['identities.keep']({ name: 'Budi Contoh', certificate, pkcs12 });
  return { certificate, pkcs12, identity };
}

it('keeps identities, gives their key files out again, and forgets them', async () => {
  const { identity, pkcs12 } = await keep();
  expect(await services['identities.list']({})).toEqual([identity]);
  expect(identity).toMatchObject({
    name: 'Budi Contoh',
    certificate: { subjectName: 'Budi Contoh', isSelfSigned: true, keyType: 'ec-p256' },
  });

  const { id } = identity;
  const { name, base64 } = await services['identities.keyFile']({ id });
  expect(name).toBe('Budi Contoh');
  expect(Buffer.from(base64, 'base64')).toEqual(Buffer.from(pkcs12));
  const opened = await openKey(Buffer.from(base64, 'base64'), utf8(PASSPHRASE), NOW);
  expect(opened.certificate.sha256).toBe(identity.certificate.sha256);

  await services['identities.remove']({ id });
  expect(await services['identities.list']({})).toEqual([]);
  expect(await codeOf(() => services['identities.keyFile']({ id }))).toBe('not-found');
  expect(await codeOf(() => services['identities.remove']({ id }))).toBe('not-found');
});

it('keeps no key that no certificate can be read for', async () => {
  const broken = { name: 'Rusak', certificate: bytes(utf8('x')), pkcs12: bytes(utf8('y')) };
  expect(await codeOf(() => services['identities.keep'](broken))).toBe('certificate-broken');
  expect(await services['identities.list']({})).toEqual([]);
});

it('writes neither passphrase nor open key into the archive', async () => {
  const { pkcs12 } = await keep();
  db.pragma('wal_checkpoint(TRUNCATE)');
  const file = folder.archiveFile;
  const around = join(file, '..');
  const all = readdirSync(around)
    .filter((name) => name.includes('arsip'))
    .map((name) => readFileSync(join(around, name)));
  expect(all.some((content) => content.includes(Buffer.from(pkcs12).subarray(0, 60)))).toBe(true);
  const { keys } = await readKeyFile(pkcs12, utf8(PASSPHRASE));
  const [key = Buffer.alloc(0)] = keys;
  const { d = '' } = createPrivateKey({ key, format: 'der', type: 'pkcs8' }).export({
    format: 'jwk',
  });
  const secrets = [
    // The passphrase as it was typed, and as PKCS#12 takes it.
    Buffer.from(PASSPHRASE),
    Buffer.from(PASSPHRASE, 'utf16le').swap16(),
    Buffer.from(d, 'base64url'),
  ];
  expect(secrets.map(({ length }) => length)).toEqual([23, 46, 32]);
  for (const secret of secrets) {
    expect(all.filter((content) => content.includes(secret))).toEqual([]);
  }
});

it('trusts only what was added, with its note, until it is taken out', async () => {
  const { certificate, identity } = await keep();
  const { sha256 } = identity.certificate;
  expect(await services['trust.list']({})).toEqual([]);

  const added = await services['trust.keep']({ certificate, note: 'dari Budi sendiri' });
  expect(added).toMatchObject({ certificate: { sha256 }, note: 'dari Budi sendiri' });
  expect(await services['trust.list']({})).toEqual([added]);
  expect(await services['trust.certificates']({})).toEqual([
    Buffer.from(certificate).toString('base64'),
  ]);

  // Added again it is the same one; a note that says nothing takes none away.
  await services['trust.keep']({ certificate, note: '' });
  expect(await services['trust.list']({})).toEqual([added]);
  await services['trust.keep']({ certificate, note: 'diperiksa lewat telepon' });
  expect(await services['trust.list']({})).toEqual([{ ...added, note: 'diperiksa lewat telepon' }]);

  await services['trust.remove']({ sha256 });
  expect(await services['trust.list']({})).toEqual([]);
  expect(await codeOf(() => services['trust.remove']({ sha256 }))).toBe('not-found');
  const broken = { certificate: bytes(utf8('bukan sertifikat')), note: '' };
  expect(await codeOf(() => services['trust.keep'](broken))).toBe('certificate-broken');
});

it('writes into the log who signed what, and nothing secret', async () => {
  const { identity } = await keep();
  services['signing.noted']({
    sessionId: null,
    kind: 'notula',
    signerName: 'Budi Contoh',
    certificateSha256: identity.certificate.sha256,
  });
  const { entries, brokenAtSeq } = services['log.list']({ sessionId: null, beforeSeq: null });
  expect(brokenAtSeq).toBeNull();
  expect(entries[0]).toMatchObject({
    action: 'sign',
    details: {
      kind: 'notula',
      name: 'Budi Contoh',
      certificate: identity.certificate.sha256,
    },
  });
});

it('lets the window neither read a key nor add to what is trusted or logged by itself', () => {
  const internal = [
    'identities.keep',
    'identities.keyFile',
    'trust.keep',
    'trust.certificates',
    'signing.noted',
  ] as const;
  expect(internal.filter((name) => !contract[name].isInternal)).toEqual([]);
});
