import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createIdentity } from '../../src/main/certificates/identity.ts';
import { verifyPackage } from '../../src/main/signing/verify-package.ts';
import { SIGNED_AT_MS, signedBy } from '../fixtures/signed-package.ts';
import { testSigner } from '../fixtures/signers.ts';
import { replaced } from '../fixtures/word-package.ts';
import { documentBytes, documentCases } from './documents.ts';
import { missingTools } from './office.ts';
import { FOREIGN_STYLES, foreignSigned } from './signing/foreign.ts';
import { signInOffice } from './signing/libreoffice.ts';

/* What others signed, in other shapes of XML and by other methods, is understood as Notula's own is. */

const missing = await missingTools(['soffice', 'certutil', 'pk12util']);
const hasOffice = missing.length === 0;
const hasXmlsec = (await missingTools(['xmlsec1'])).length === 0;
const [fullCase] = documentCases(['notula/lengkap']);
if (!fullCase) throw new Error('no such document');
const full = await documentBytes(fullCase);
const signer = testSigner('rsa-2048', 'Luar Contoh');

const RUN_TIMEOUT_MS = 300_000;
let folder = '';
const foreign = new Map<string, Uint8Array>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-luar-'));
  if (!hasXmlsec) return;
  for (const [index, style] of FOREIGN_STYLES.entries()) {
    foreign.set(style.name, await foreignSigned(join(folder, `${index}`), full, signer, style));
  }
}, RUN_TIMEOUT_MS);
afterAll(async () => rm(folder, { recursive: true, force: true }));

it.skipIf(hasOffice || process.env['CI'] === undefined)(
  'has LibreOffice and the tools of NSS',
  () => {
    expect(missing).toEqual([]);
  },
);

const bytesOf = (name: string): Uint8Array => foreign.get(name) ?? new Uint8Array();

describe.runIf(hasXmlsec).each(FOREIGN_STYLES)('signed by another program $name', (style) => {
  it('is valid, and says who signed, when and what for', () => {
    const { signatures, coverage } = verifyPackage(bytesOf(style.name));
    expect(signatures).toMatchObject([
      {
        verdict: { status: 'valid' },
        subject: 'CN=Luar Contoh, O=KPU Kota Contoh\\, Uji, C=ID',
        signedAtMs: SIGNED_AT_MS,
        statement: 'Menyetujui & sah',
        setupId: null,
        isWeak: style.isWeak,
      },
    ]);
    // It leaves the office's own properties out.
    expect(coverage.parts.filter((name) => !name.startsWith('/docProps/'))).toEqual([]);
  });

  it('is told from a changed one', () => {
    const list = 'word/_rels/document.xml.rels';
    const moved = replaced(bytesOf(style.name), list, 'Target="styles.xml"', 'Target="gaya.xml"');
    expect(verifyPackage(moved).signatures[0]?.verdict).toEqual({
      status: 'changed',
      changes: [{ partName: `/${list}`, kind: 'relationships' }],
    });
  });

  it('stays valid when Notula signs after it', async () => {
    const both = await signedBy(bytesOf(style.name), [testSigner('ec-p256')]);
    expect(verifyPackage(both).signatures.map(({ verdict }) => verdict.status)).toEqual([
      'valid',
      'valid',
    ]);
  });
});

describe.runIf(hasOffice)('signed by LibreOffice', () => {
  const passphrase = 'kata sandi contoh';
  let bytes = new Uint8Array();

  beforeAll(async () => {
    const holder = { name: 'Siti Contoh', position: 'Ketua', organization: 'KPU Kota Contoh' };
    const { pkcs12 } = createIdentity(holder, Buffer.from(passphrase), Date.now());
    const file = join(folder, 'libreoffice.docx');
    // LibreOffice writes such lists with spaces itself, and hashes them in a way of its own.
    await writeFile(file, replaced(full, 'word/_rels/document.xml.rels', /></g, '>\n<'));
    await signInOffice(folder, file, { pkcs12, passphrase });
    bytes = new Uint8Array(await readFile(file));
  }, RUN_TIMEOUT_MS);

  it('is valid, and covered as a whole', () => {
    const { signatures, coverage } = verifyPackage(bytes);
    expect(signatures).toMatchObject([
      { verdict: { status: 'valid' }, subject: expect.stringContaining('CN=Siti Contoh') },
    ]);
    expect(coverage.extent).toBe('whole');
  });

  it('is told from a changed one', () => {
    const list = 'word/_rels/document.xml.rels';
    const moved = replaced(bytes, list, 'Target="styles.xml"', 'Target="gaya.xml"');
    expect(verifyPackage(moved).signatures[0]?.verdict).toMatchObject({ status: 'changed' });
    const other = replaced(bytes, 'word/document.xml', 'Rapat', 'Sidang');
    expect(verifyPackage(other).signatures[0]?.verdict).toMatchObject({ status: 'changed' });
  });
});
