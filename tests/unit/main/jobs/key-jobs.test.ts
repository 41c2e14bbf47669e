import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { readCertificate } from '../../../../src/main/certificates/certificate.ts';
import type { NewIdentity } from '../../../../src/main/certificates/identity.ts';
import { runKeyJob } from '../../../../src/main/jobs/key-jobs.ts';

const NOW = Date.UTC(2026, 10, 22, 3);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

let folder: string;
let made: NewIdentity;
const path = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-keys-'));
  // The job answers to its own type.
  made = (await runKeyJob({
    type: 'create-identity',
    holder: { name: 'Budi Contoh', position: '', organization: 'KPU Kota Contoh' },
    passphrase: utf8('kata sandi'),
    nowMs: NOW,
  })) as NewIdentity;
  const pem = `-----BEGIN CERTIFICATE-----\n${Buffer.from(made.certificate).toString('base64')}\n-----END CERTIFICATE-----\n`;
  await writeFile(path('budi.p12'), made.pkcs12);
  await writeFile(path('budi.cer'), made.certificate);
  await writeFile(path('budi.pem'), pem);
  await writeFile(path('dua.pem'), pem + pem);
  await writeFile(path('lain.cer'), 'bukan sertifikat');
  await writeFile(path('besar.cer'), Buffer.alloc(3_000_000));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('opens a key from the archive and from a file alike, and tells its certificate', async () => {
  const keys = [
    { type: 'bytes', bytes: made.pkcs12 },
    { type: 'path', path: path('budi.p12') },
  ] as const;
  for (const key of keys) {
    const passphrase = utf8('kata sandi');
    expect(await runKeyJob({ type: 'open-key', key, passphrase, nowMs: NOW })).toMatchObject({
      subjectName: 'Budi Contoh',
      sha256: readCertificate(made.certificate).sha256,
    });
    expect(passphrase.every((octet) => octet === 0)).toBe(true);
  }
});

it('says when the file of a key is gone, or can be none', async () => {
  const open = (name: string) =>
    runKeyJob({
      type: 'open-key',
      key: { type: 'path', path: path(name) },
      passphrase: utf8('x'),
      nowMs: NOW,
    });
  await expect(open('hilang.p12')).rejects.toMatchObject({
    code: 'file-unreadable',
    details: { fileName: 'hilang.p12' },
  });
  await expect(open('besar.cer')).rejects.toMatchObject({ code: 'key-damaged' });
  await expect(open('lain.cer')).rejects.toMatchObject({ code: 'key-damaged' });
});

it('reads the one certificate of a file, in either form, and refuses any other file', async () => {
  const read = (name: string) => runKeyJob({ type: 'read-certificate', path: path(name) });
  for (const name of ['budi.cer', 'budi.pem']) {
    expect(Buffer.from((await read(name)) as Uint8Array)).toEqual(Buffer.from(made.certificate));
  }
  await expect(read('dua.pem')).rejects.toMatchObject({
    code: 'certificate-several',
    details: { count: 2 },
  });
  for (const name of ['lain.cer', 'besar.cer', 'budi.p12']) {
    await expect(read(name)).rejects.toMatchObject({ code: 'certificate-broken' });
  }
});
