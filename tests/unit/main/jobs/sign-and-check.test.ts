import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { plainInput } from '../../../../src/main/export/document-input.ts';
import { runCheckFile } from '../../../../src/main/jobs/check-file.ts';
import { runSignDocument, runSignFile } from '../../../../src/main/jobs/sign-jobs.ts';
import type {
  SignDocumentJob,
  SignFileJob,
  SigningSteps,
} from '../../../../src/main/jobs/sign-jobs.ts';
import { sha256Of } from '../../../../src/main/jobs/word-file.ts';
import { packageDigests } from '../../../../src/main/signing/package-digests.ts';
import type { IssuedDocuments } from '../../../../src/shared/contract/issued.ts';
import { verdictOf } from '../../../../src/shared/signing/verdict.ts';
import { markIdSchema } from '../../../../src/shared/ids.ts';
import type {
  SignatureSetting,
  SignaturesSetting,
} from '../../../../src/shared/official/office-settings.ts';
import { DEFAULT_SIGNATURES } from '../../../../src/shared/official/office-settings.ts';
import { verifyPackage } from '../../../../src/main/signing/verify-package.ts';
import { exampleRecord } from '../../../documents/records.ts';
import { pngImage } from '../../../fixtures/images.ts';
import type { Openssl } from '../../../fixtures/openssl.ts';
import { hasOpenssl, openOpenssl } from '../../../fixtures/openssl.ts';

/** The certificates are made while the tests run. */
const NOW = Date.now() + 3_600_000;
const PASSWORD = 'rahasia-é';

describe.runIf(hasOpenssl)('jobs that sign and check files', () => {
  let openssl: Openssl;
  let folder: string;
  let known: (IssuedDocuments | null)[];
  let signers: string[];
  const steps: SigningSteps = {
    mayPlace: (issued, { signerName }) => {
      known.push(issued);
      signers.push(signerName);
      return Promise.resolve();
    },
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notula-jobs-'));
    openssl = openOpenssl();
    const ec = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    const rsa = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
    const make = (name: string, subject: string, issuer: string, algorithm: readonly string[]) => {
      const isAuthority = name === 'akar';
      openssl.key(name, ...algorithm);
      openssl.certificate({
        name,
        subject,
        issuer,
        extensions: [`basicConstraints=critical,CA:${isAuthority ? 'TRUE' : 'FALSE'}`],
      });
      openssl.write(`${name}.p12`, openssl.pack(name, PASSWORD, '-certfile', 'akar.crt'));
    };
    make('akar', '/CN=Akar Contoh', 'akar', ec);
    make('ketua', '/O=KPU Kota Contoh/CN=Budi Contoh', 'akar', rsa);
    make('anggota', '/O=KPU Kota Contoh/CN=Siti Misal', 'akar', ec);
  }, 60_000);
  afterAll(async () => {
    openssl.remove();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    known = [];
    signers = [];
  });

  const signing = (name: string, nowMs: number, role = '') => ({
    key: { type: 'path', path: openssl.path(`${name}.p12`) } as const,
    passphrase: new TextEncoder().encode(PASSWORD),
    role,
    statement: 'Saya menyetujui isi notula ini',
    nowMs,
  });
  const target = (name: string) => ({
    targetPath: join(folder, name),
    mayReplace: false,
    mark: 'uji',
  });
  const documentJob = (name: string, more: Partial<SignDocumentJob> = {}): SignDocumentJob => {
    const record = exampleRecord('fgd-prabumulih');
    const final = { version: 1, sha256: '0'.repeat(64) };
    return {
      type: 'sign-document',
      input: plainInput({ ...record, final }, NOW),
      kind: 'notula',
      blockIndex: null,
      signing: signing('ketua', NOW, 'Pimpinan Rapat'),
      ...target(name),
      ...more,
    };
  };
  const fileJob = async (from: string, to: string): Promise<SignFileJob> => ({
    type: 'sign-file',
    path: join(folder, from),
    sha256: sha256Of(await readFile(join(folder, from))),
    setupId: null,
    signing: signing('anggota', NOW + 60_000, 'Anggota'),
    ...target(to),
  });
  const check = (name: string, trusted: readonly string[] = []) =>
    runCheckFile({
      type: 'check-file',
      file: { type: 'path', path: join(folder, name) },
      trusted: trusted.map((one) => openssl.der(one)),
      nowMs: NOW,
    });

  it('signs a document of a final session, and knows it before it is there', async () => {
    const signed = await runSignDocument(documentJob('Notula (ttd).docx'), steps);
    expect(signed.signerName).toBe('Budi Contoh');
    const bytes = await readFile(join(folder, 'Notula (ttd).docx'));
    const { contentSha256, textSha256 } = packageDigests(bytes);
    expect(known).toEqual([
      {
        sessionId: exampleRecord('fgd-prabumulih').session.id,
        version: 1,
        documents: [{ kind: 'notula', contentSha256, textSha256 }],
      },
    ]);

    expect(signers).toEqual(['Budi Contoh']);

    const { report, digests, certificates } = await check('Notula (ttd).docx', ['akar']);
    expect(digests).toEqual({ contentSha256, textSha256 });
    expect(report).toMatchObject({ sha256: sha256Of(bytes), uncoveredParts: [], openLines: [] });
    expect(report.signatures).toEqual([
      expect.objectContaining({
        result: 'valid',
        signedAtMs: Math.floor(NOW / 1000) * 1000,
        wasInForce: true,
        role: 'Pimpinan Rapat',
        statement: 'Saya menyetujui isi notula ini',
        trust: 'trusted',
        isBsre: false,
        isWeak: false,
      }),
    ]);
    expect(report.signatures[0]?.certificate).toMatchObject({
      subject: 'CN=Budi Contoh,O=KPU Kota Contoh',
      keyType: 'rsa',
      keyBits: 2048,
    });
    expect(certificates.map(sha256Of)).toContain(sha256Of(openssl.der('akar')));
    expect((await check('Notula (ttd).docx')).report.signatures[0]?.trust).toBe('unknown');
  });

  it('signs once more on another computer, and the first signature stays valid', async () => {
    await runSignDocument(documentJob('dua.docx'), steps);
    await runSignFile(await fileJob('dua.docx', 'dua (ttd 2).docx'), steps);
    const { report, digests } = await check('dua (ttd 2).docx', ['akar']);
    expect(verdictOf(report)).toBe('valid');
    expect(report.signatures.map(({ certificate }) => certificate?.subjectName)).toEqual([
      'Budi Contoh',
      'Siti Misal',
    ]);
    // It is still the document that was given out.
    expect(digests).toEqual((await check('dua.docx')).digests);
  });

  it('tells what was changed after it was signed, and by whose signature it shows', async () => {
    await runSignDocument(documentJob('asli.docx'), steps);
    await runSignFile(await fileJob('asli.docx', 'asli (ttd 2).docx'), steps);
    const parts = unzipSync(await readFile(join(folder, 'asli (ttd 2).docx')));
    const text = Buffer.from(parts['word/document.xml'] ?? []).toString();
    const write = (name: string, changes: Readonly<Record<string, Uint8Array>>) =>
      writeFile(join(folder, name), zipSync({ ...parts, ...changes }));

    await write('utuh.docx', {});
    expect(verdictOf((await check('utuh.docx', ['akar'])).report)).toBe('valid');

    const other = text.replace('Prabumulih', 'Prabumolih');
    expect(other).not.toBe(text);
    await write('diubah.docx', { 'word/document.xml': strToU8(other) });
    const { report } = await check('diubah.docx', ['akar']);
    expect(verdictOf(report)).toBe('changed');
    expect(report.signatures.map(({ changedParts }) => changedParts)).toEqual([
      ['/word/document.xml'],
      ['/word/document.xml'],
    ]);

    const second = '_xmlsignatures/sig2.xml';
    const forged = Buffer.from(parts[second] ?? []).toString();
    await write('dipalsukan.docx', {
      [second]: strToU8(forged.replace('Anggota', 'Pejabat')),
    });
    const after = await check('dipalsukan.docx', ['akar']);
    expect(verdictOf(after.report)).toBe('forged');
    expect(after.report.signatures.map(({ result }) => result)).toEqual(['valid', 'forged']);

    await write('ditambah.docx', { 'word/comments.xml': strToU8('<w:comments/>') });
    const added = await check('ditambah.docx', ['akar']);
    expect(verdictOf(added.report)).toBe('partly');
    expect(added.report.uncoveredParts).toEqual(['/word/comments.xml']);
  });

  it('signs nothing but what was shown, with what opens, into a place that is free', async () => {
    await runSignDocument(documentJob('tetap.docx'), steps);
    known = [];
    const before = await readdir(folder);
    const job = await fileJob('tetap.docx', 'baru.docx');
    const failsWith = async (work: Promise<unknown>, code: string): Promise<void> => {
      await expect(work).rejects.toMatchObject({ code });
    };
    await failsWith(runSignFile({ ...job, sha256: '0'.repeat(64) }, steps), 'signing-file-changed');
    await failsWith(
      runSignFile(
        { ...job, signing: { ...job.signing, passphrase: new TextEncoder().encode('salah') } },
        steps,
      ),
      'key-wrong-passphrase',
    );
    await failsWith(
      runSignFile(
        { ...(await fileJob('tetap.docx', 'baru.docx')), setupId: `{${'0'.repeat(8)}}` },
        steps,
      ),
      'not-found',
    );
    await failsWith(
      runSignFile(await fileJob('tetap.docx', 'tetap.docx'), steps),
      'export-target-exists',
    );
    await failsWith(
      runSignFile({ ...job, path: join(folder, 'hilang.docx') }, steps),
      'file-unreadable',
    );
    const record = exampleRecord('fgd-prabumulih');
    await failsWith(
      runSignDocument(documentJob('draf.docx', { input: plainInput(record, NOW) }), steps),
      'session-not-final',
    );
    expect([...known, ...signers.slice(1)]).toEqual([]);
    expect(await readdir(folder)).toEqual(before);
  });

  it('signs on the line of a block, and the other signatory signs on the other one', async () => {
    const [block] = DEFAULT_SIGNATURES.notula.blocks;
    if (block === undefined) throw new Error('a notula is signed');
    const named = (name: string): SignatureSetting => ({
      ...block,
      signer: 'tertentu',
      name,
      position: 'Sekretaris',
    });
    const notula: SignaturesSetting = {
      side: 'kanan',
      blocks: [named('Siti Misal'), named('Budi Contoh')],
    };
    const base = documentJob('garis.docx').input;
    const settings = { ...base.settings, signatures: { notula } };
    const mark = pngImage(240, 96);
    const marks = [
      {
        target: { type: 'signatory', kind: 'notula', blockIndex: 1 },
        signerKey: 'nama:Budi Contoh',
        widthPx: 240,
        heightPx: 96,
        bytes: mark,
        id: markIdSchema.parse('m'),
      },
    ] as const;
    const input = { ...base, settings, marks };
    await runSignDocument(documentJob('garis.docx', { input, blockIndex: 1 }), steps);

    const { report } = await check('garis.docx', ['akar']);
    expect(verdictOf(report)).toBe('valid');
    expect(report.openLines).toEqual([
      {
        setupId: expect.stringMatching(/^\{[0-9A-F-]{36}\}$/),
        suggestedSigner: 'Siti Misal',
        suggestedTitle: 'Sekretaris',
      },
    ]);
    const [signature] = verifyPackage(await readFile(join(folder, 'garis.docx'))).signatures;
    expect(signature?.signedName).toBe('Budi Contoh');
    expect(Buffer.from(signature?.imagePng ?? [])).toEqual(Buffer.from(mark));

    const [line] = report.openLines;
    const setupId = line?.setupId ?? '';
    await runSignFile({ ...(await fileJob('garis.docx', 'garis 2.docx')), setupId }, steps);
    const after = await check('garis 2.docx', ['akar']);
    expect(verdictOf(after.report)).toBe('valid');
    expect(after.report.openLines).toEqual([]);
    // Nobody signs on a line that is signed already.
    await expect(
      runSignFile({ ...(await fileJob('garis 2.docx', 'garis 3.docx')), setupId }, steps),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('takes Word documents alone: none with macros, no template, no other file', async () => {
    await runSignDocument(documentJob('biasa.docx'), steps);
    const parts = unzipSync(await readFile(join(folder, 'biasa.docx')));
    const types = Buffer.from(parts['[Content_Types].xml'] ?? []).toString();
    const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
    const others = [
      'application/vnd.ms-word.document.macroEnabled.main+xml',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    ];
    const files: readonly Uint8Array[] = [
      ...others.map((other) =>
        zipSync({ ...parts, '[Content_Types].xml': strToU8(types.replace(main, other)) }),
      ),
      zipSync({ 'catatan.txt': strToU8('bukan dokumen') }),
      strToU8('%PDF-1.7'),
      new Uint8Array(),
    ];
    for (const bytes of files) {
      const job = { type: 'check-file', trusted: [], nowMs: NOW } as const;
      await expect(runCheckFile({ ...job, file: { type: 'bytes', bytes } })).rejects.toMatchObject({
        code: 'check-not-docx',
      });
    }
  });
});
