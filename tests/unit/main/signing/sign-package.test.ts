import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { PackageError } from '../../../../src/main/opc/package.ts';
import { signPackage } from '../../../../src/main/signing/sign-package.ts';
import type { SigningRequest } from '../../../../src/main/signing/types.ts';
import { verifyPackage } from '../../../../src/main/signing/verify-package.ts';
import { pngImage } from '../../../fixtures/images.ts';
import { SETUP_IDS, SIGNED_AT_MS, signedBy } from '../../../fixtures/signed-package.ts';
import { testSigner } from '../../../fixtures/signers.ts';
import { packed, replaced, wordFiles, wordPackage } from '../../../fixtures/word-package.ts';

const budi = testSigner('ec-p256', 'Budi Contoh');
const siti = testSigner('ec-p384', 'Siti Contoh');
const rudi = testSigner('rsa-2048', 'Rudi Contoh');

const statuses = (bytes: Uint8Array): readonly string[] =>
  verifyPackage(bytes).signatures.map(({ verdict }) => verdict.status);

const only = (bytes: Uint8Array) => {
  const [signature, ...more] = verifyPackage(bytes).signatures;
  if (signature === undefined || more.length > 0) throw new Error('not one signature');
  return signature;
};

describe('a signed package', () => {
  it.each(['rsa-2048', 'ec-p256', 'ec-p384'] as const)(
    'is valid and covered as a whole, signed with %s',
    async (kind) => {
      const signer = testSigner(kind);
      const signature = only(await signedBy(wordPackage(), [signer]));
      expect(signature).toMatchObject({
        partName: '/_xmlsignatures/sig1.xml',
        verdict: { status: 'valid' },
        coverage: {
          extent: 'whole',
          parts: [],
          relationships: [],
          properties: ['/docProps/core.xml', '/docProps/app.xml'],
        },
        subject: 'CN=Budi Contoh, O=KPU Kota Contoh\\, Uji, C=ID',
        signedAtMs: SIGNED_AT_MS,
        role: 'Ketua KPU Kota Contoh',
        statement: 'Menyetujui notula ini',
        setupId: null,
        isWeak: false,
      });
      expect(signature.certificateDer).toEqual(signer.certificateDer);
    },
  );

  it('tells the line that it fills, with name and picture', async () => {
    const imagePng = pngImage(30, 12);
    const bytes = await signedBy(wordPackage(), [budi], {
      signatureLine: { setupId: SETUP_IDS[0], signedName: 'Budi Contoh, S.H.', imagePng },
    });
    expect(only(bytes)).toMatchObject({
      verdict: { status: 'valid' },
      setupId: SETUP_IDS[0],
      signedName: 'Budi Contoh, S.H.',
      imagePng,
    });
  });

  it('carries the issuers of the certificate', async () => {
    const signer = { ...budi, chainDer: [rudi.certificateDer] };
    const signature = only(await signedBy(wordPackage(), [signer]));
    expect(signature.certificateDer).toEqual(budi.certificateDer);
    expect(signature.chainDer).toEqual([rudi.certificateDer]);
  });

  it('says what was typed, whatever it is, and keeps a long statement whole', async () => {
    const statement = `Setuju & "sah" <penuh>\nbaris \u0000dua\r\n${'panjang '.repeat(60)}`.trim();
    const signature = only(
      await signedBy(wordPackage(), [budi], { role: '<Ketua> & "x"', statement }),
    );
    expect(signature).toMatchObject({
      verdict: { status: 'valid' },
      role: '<Ketua> & "x"',
      statement: statement.replace('\u0000', ''),
    });
  });

  it('states neither role nor words where none are given', async () => {
    const signature = only(await signedBy(wordPackage(), [budi], { role: '', statement: '' }));
    expect(signature).toMatchObject({ verdict: { status: 'valid' }, role: '', statement: '' });
  });

  it('is the same for the same request', async () => {
    const request: Partial<SigningRequest> = { role: 'Ketua' };
    const first = await signedBy(wordPackage(), [rudi], request);
    expect(await signedBy(wordPackage(), [rudi], request)).toEqual(first);
  });

  it('holds all parts byte for byte, but the two lists that name the signature', async () => {
    const before = wordFiles();
    const after = unzipSync(await signedBy(packed(before), [budi]));
    const different = Object.keys(before).filter(
      (name) => !Buffer.from(before[name] ?? []).equals(Buffer.from(after[name] ?? [])),
    );
    expect(different).toEqual(['[Content_Types].xml', '_rels/.rels']);
    expect(Object.keys(after).filter((name) => !(name in before))).toEqual([
      '_xmlsignatures/origin.sigs',
      '_xmlsignatures/_rels/origin.sigs.rels',
      '_xmlsignatures/sig1.xml',
    ]);
  });
});

it('takes the spaces out of lists of relationships, which LibreOffice trips over, while nobody signed', async () => {
  const list = 'word/_rels/document.xml.rels';
  const spaced = replaced(wordPackage(), list, /></g, '>\n  <');
  const one = unzipSync(await signedBy(spaced, [budi]))[list];
  expect(one).toEqual(wordFiles()[list]);
  const after = replaced(await signedBy(wordPackage(), [budi]), list, /></g, '>\n  <');
  const two = await signedBy(after, [siti]);
  expect(unzipSync(two)[list]).toEqual(unzipSync(after)[list]);
  expect(statuses(two)).toEqual(['valid', 'valid']);
});

describe('several signers', () => {
  it('sign one after the other, and earlier signatures stay valid', async () => {
    const one = await signedBy(wordPackage(), [budi]);
    const three = await signedBy(one, [siti, rudi]);
    expect(statuses(three)).toEqual(['valid', 'valid', 'valid']);
    expect(verifyPackage(three).signatures.map(({ subject }) => subject.split(',')[0])).toEqual([
      'CN=Budi Contoh',
      'CN=Siti Contoh',
      'CN=Rudi Contoh',
    ]);
    const first = '_xmlsignatures/sig1.xml';
    expect(unzipSync(three)[first]).toEqual(unzipSync(one)[first]);
  });

  it('may be the same person twice', async () => {
    expect(statuses(await signedBy(wordPackage(), [budi, budi]))).toEqual(['valid', 'valid']);
  });

  it('all fill their lines', async () => {
    let bytes = wordPackage();
    for (const [index, setupId] of SETUP_IDS.entries()) {
      const signatureLine = { setupId, signedName: 'Contoh', imagePng: pngImage(30, 10 + index) };
      bytes = await signedBy(bytes, [siti], { signatureLine });
    }
    const { signatures } = verifyPackage(bytes);
    expect(signatures.map(({ verdict }) => verdict.status)).toEqual(['valid', 'valid', 'valid']);
    expect(signatures.map(({ setupId }) => setupId)).toEqual(SETUP_IDS);
  });

  it('does not make a signature of what lay there unnamed', async () => {
    const files = unzipSync(await signedBy(wordPackage(), [budi]));
    const roots = wordFiles();
    const unnamed = packed({ ...files, '_rels/.rels': roots['_rels/.rels'] ?? new Uint8Array() });
    expect(verifyPackage(unnamed)).toMatchObject({ signatures: [] });
    expect(verifyPackage(unnamed).strayParts).toContain('/_xmlsignatures/sig1.xml');
    expect(statuses(await signedBy(unnamed, [siti]))).toEqual(['valid']);
  });
});

describe('what cannot be signed', () => {
  const request: SigningRequest = { signer: budi, signedAtMs: 0, role: '', statement: '' };
  const fault = async (bytes: Uint8Array): Promise<string> =>
    signPackage(bytes, request).then(
      () => 'signed',
      (error: unknown) => (error instanceof PackageError ? error.fault : 'other'),
    );

  it('is named for what it is', async () => {
    expect(await fault(Buffer.from('teks biasa'))).toBe('not-a-package');
    expect(await fault(new Uint8Array())).toBe('not-a-package');
    expect(await fault(packed({ 'a.txt': Buffer.from('a') }))).toBe('not-a-package');
    expect(await fault(wordPackage().subarray(0, 600))).toBe('broken');
    const locked = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await fault(locked)).toBe('encrypted');
  });

  it('is a document with a key of another certificate', async () => {
    const signer = { ...budi, sign: testSigner('ec-p256', 'Lain Contoh').sign };
    await expect(signPackage(wordPackage(), { ...request, signer })).rejects.toThrow(
      'the key does not belong to the certificate',
    );
  });
});
