import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { verifyPackage } from '../../src/main/signing/verify-package.ts';
import { SIGNED_AT_MS, signedBy } from '../fixtures/signed-package.ts';
import { testSigner } from '../fixtures/signers.ts';
import { replaced } from '../fixtures/word-package.ts';
import { documentBytes, documentCases } from './documents.ts';
import { missingTools } from './office.ts';
import { FOREIGN_STYLES, foreignSigned } from './signing/foreign.ts';

/* What others signed, in other shapes of XML and by other methods, is understood as Notula's own is. */

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
