// Signing a Notula of 200 pages, with a signature line and its picture, and verifying it: warm, as
// the second file of a run, and cold, as the first one of a process. Beside it `openssl dgst -sign`
// of the same bytes, the least that any program would have to do. Run by `npm run bench:sign`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { documentBytes } from '../../src/main/export/document-bytes.ts';
import { plainInput } from '../../src/main/export/document-input.ts';
import { signPackage } from '../../src/main/signing/sign-package.ts';
import type { SigningRequest } from '../../src/main/signing/types.ts';
import { verifyPackage } from '../../src/main/signing/verify-package.ts';
import { giantRecord } from '../fixtures/records/giant.ts';
import { signatureImage } from '../fixtures/signature-image.ts';
import { SETUP_IDS } from '../fixtures/signed-package.ts';
import { makeSigner } from '../fixtures/signers.ts';
import type { SignerKind, TestSigner } from '../fixtures/signers.ts';
import { median, printReport, printTable } from './report.ts';

const ROUNDS = Number(process.argv[2] ?? 30);
/** 200 pages in LibreOffice, of statements of 60 words. */
const SIZE = { statements: 1310, attendees: 100 } as const;
const NOW_MS = Date.UTC(2026, 10, 22, 3, 0);

const IMAGE = signatureImage(1);

const requestOf = (signer: TestSigner): SigningRequest => ({
  signer,
  signedAtMs: NOW_MS,
  role: 'Ketua KPU Kabupaten Contoh',
  statement: 'Menyetujui notula ini',
  signatureLine: {
    setupId: SETUP_IDS[0],
    signedName: 'Budi Contoh',
    imagePng: IMAGE,
  },
});

async function taken(work: () => unknown): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}

interface Times {
  readonly firstMs: number;
  readonly warmMs: number;
  readonly worstMs: number;
}

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

async function measured(work: () => unknown): Promise<Times> {
  const firstMs = await taken(work);
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await taken(work));
  return {
    firstMs: rounded(firstMs),
    warmMs: rounded(median(rounds)),
    worstMs: rounded(Math.max(...rounds)),
  };
}

/** What openssl takes to sign the same bytes, its start included; null where it is not there. */
async function opensslMs(
  folder: string,
  bytes: Uint8Array,
  { privateKey }: TestSigner,
): Promise<number | null> {
  const [key, document] = [join(folder, 'kunci.pem'), join(folder, 'notula.docx')];
  writeFileSync(key, privateKey.export({ format: 'pem', type: 'pkcs8' }));
  writeFileSync(document, bytes);
  const out = join(folder, 'nilai.bin');
  try {
    const { warmMs } = await measured(() =>
      execFileSync('openssl', ['dgst', '-sha256', '-sign', key, '-out', out, document]),
    );
    return warmMs;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'notula-bench-sign-'));
try {
  const bytes = documentBytes('notula', plainInput(giantRecord(SIZE), NOW_MS));
  const kinds = [
    'rsa-2048',
    'rsa-3072',
    'ec-p256',
    'ec-p384',
  ] as const satisfies readonly SignerKind[];
  const rows: (Times & { readonly what: string })[] = [];
  const row = async (what: string, work: () => unknown): Promise<Times> => {
    const times = await measured(work);
    rows.push({ what, ...times });
    return times;
  };
  const signers = kinds.map((kind) => makeSigner(kind, 'Budi Contoh'));
  const [rsa, ...others] = signers;
  if (rsa === undefined) throw new Error('no signer');
  const signed = await signPackage(bytes, requestOf(rsa));
  let all = signed;
  for (const signer of others) all = await signPackage(all, requestOf(signer));
  const valid = verifyPackage(all).signatures.filter(({ verdict }) => verdict.status === 'valid');
  if (valid.length !== kinds.length) throw new Error('a signature is not valid');

  const signs: Times[] = [];
  for (const [index, signer] of signers.entries()) {
    signs.push(await row(`sign, ${kinds[index]}`, () => signPackage(bytes, requestOf(signer))));
  }
  const verifying = await row('verify, one signature', () => verifyPackage(signed));
  const verifyingAll = await row('verify, four signatures', () => verifyPackage(all));
  const floorMs = await opensslMs(folder, bytes, rsa);

  process.stdout.write(`Notula.docx, 200 pages: ${Math.round(bytes.byteLength / 1024)} KB\n\n`);
  printTable([
    ...rows.map(({ what, warmMs, worstMs, firstMs }) => ({ what, warmMs, worstMs, firstMs })),
    ...(floorMs === null
      ? []
      : [{ what: 'openssl dgst -sign, RSA-2048', warmMs: floorMs, worstMs: '', firstMs: '' }]),
  ]);
  if (floorMs === null) process.stdout.write('openssl is not installed: not compared\n\n');
  printReport({
    name: 'sign',
    figures: {
      signMs: Math.max(...signs.map(({ warmMs }) => warmMs)),
      verifyMs: verifying.warmMs,
      verifyFourMs: verifyingAll.warmMs,
      ...(floorMs === null ? {} : { signTimesOpenssl: rounded((signs[0]?.warmMs ?? 0) / floorMs) }),
      rounds: ROUNDS,
    },
    goals: { signMs: { max: 150 }, verifyMs: { max: 60 } },
    ...(floorMs === null ? {} : { baseline: { opensslMs: floorMs } }),
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
