import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { DEFAULT_DOCUMENT_OPTIONS } from '../../src/shared/official/document-options.ts';
import { sessionScene } from './session-scene.ts';

// Passphrases and keys go through the app and stay nowhere but in the hands of who has them.
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const scene = sessionScene({ officeName: 'KPU Kota Contoh', notulisName: 'Ani Contoh' });
const { call } = scene;

const PASSPHRASE = 'gajah-terbang-di-atas-sawah';
const WRONG = 'kerbau-berenang-di-bawah-sawah';
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-rahasia-'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

/** Everything that the app has written about its user: archive, log, preferences, the profile. */
async function filesOf(path: string): Promise<readonly { name: string; content: Buffer }[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => ({
      name,
      // What the window holds open may be gone the moment it is read.
      content: await readFile(join(parentPath, name)).catch(() => Buffer.alloc(0)),
    })),
  );
}

test('a key is made, opened and signs, and its passphrase is nowhere on the disk', async () => {
  const target = join(folder, 'Notula (ttd).docx');
  await scene.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, target);
  await scene.begin({ changes: { title: 'Rapat Rahasia Contoh' } });
  const sessionId = scene.session.id;
  await call('finals.finalise', { sessionId, reason: 'Untuk contoh ini saja.' });
  const { id } = await call('identities.create', {
    name: 'Ani Contoh',
    position: 'Sekretaris',
    organization: 'KPU Kota Contoh',
    passphrase: PASSPHRASE,
  });
  const key = { type: 'identity', id } as const;
  await expect(call('signing.openKey', { key, passphrase: WRONG })).rejects.toThrow(
    'key-wrong-passphrase',
  );
  const facts = await call('signing.openKey', { key, passphrase: PASSPHRASE });
  expect(facts).toMatchObject({ subjectName: 'Ani Contoh', keyType: 'ec-p256' });

  const saved = await call('signing.signDocument', {
    sessionId,
    kind: 'notula',
    options: DEFAULT_DOCUMENT_OPTIONS,
    blockIndex: 0,
    signer: { key, passphrase: PASSPHRASE, role: 'Notulis', statement: 'Saya setuju' },
  });
  expect(saved?.fileName).toBe('Notula (ttd).docx');
  // Nothing of a signing that failed stays beside the file, or of one that went well.
  expect(await readdir(folder)).toEqual(['Notula (ttd).docx']);

  const { entries } = await call('log.list', { sessionId, beforeSeq: null });
  expect(entries.map(({ action }) => action).slice(0, 2)).toEqual(['sign', 'issue']);

  const files = await filesOf(scene.userDataDir);
  expect(files.map(({ name }) => name)).toContain('arsip.db');
  for (const secret of [PASSPHRASE, WRONG]) {
    const forms = [Buffer.from(secret), Buffer.from(secret, 'utf16le')];
    const wide = Buffer.from(secret, 'utf16le').swap16();
    const holding = files.filter(({ content }) =>
      [...forms, wide].some((form) => content.includes(form)),
    );
    expect(holding.map(({ name }) => name)).toEqual([]);
  }
});

test('the window gets no key, trusts nobody by itself and writes no log', async () => {
  const [identity] = await call('identities.list', {});
  if (identity === undefined) throw new Error('one was made');
  await expect(call('identities.keyFile', { id: identity.id })).rejects.toThrow('invalid-input');
  await expect(call('trust.certificates', {})).rejects.toThrow('invalid-input');
  const bytes = new Uint8Array([1]);
  await expect(call('trust.keep', { certificate: bytes, note: '' })).rejects.toThrow(
    'invalid-input',
  );
  const noted = { sessionId: null, kind: null, signerName: 'x', certificateSha256: 'y' };
  await expect(call('signing.noted', noted)).rejects.toThrow('invalid-input');
});

test('a file that was not chosen is neither opened nor signed', async () => {
  const key = { type: 'file', file: '/etc/passwd' } as const;
  await expect(call('signing.openKey', { key, passphrase: 'x' })).rejects.toThrow('not-found');
  const signer = { key, passphrase: 'x', role: '', statement: '', setupId: null };
  await expect(call('signing.signFile', { file: '/etc/passwd', signer })).rejects.toThrow(
    'not-found',
  );
});
