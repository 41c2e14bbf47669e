import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { packageDigests } from '../../src/main/signing/package-digests.ts';
import { documentBytes, documentCases, fileOf } from './documents.ts';
import { missingTools } from './office.ts';
import { savedInOffice } from './signing/libreoffice.ts';

/* A document that another program saved is known again by its words. */

const hasOffice = (await missingTools(['soffice'])).length === 0;
const RUN_TIMEOUT_MS = 300_000;
const cases = documentCases(['notula/lengkap', 'daftar-hadir/lengkap', 'risalah/fgd-prabumulih']);

let folder = '';
let saved: readonly Uint8Array[] = [];
const given: Uint8Array[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-dikenal-'));
  for (const one of cases) {
    const bytes = await documentBytes(one);
    given.push(bytes);
    await writeFile(fileOf(folder, one.name, 'docx'), bytes);
  }
  if (!hasOffice) return;
  const files = await savedInOffice(
    folder,
    cases.map(({ name }) => fileOf(folder, name, 'docx')),
  );
  saved = await Promise.all(files.map(async (file) => readFile(file)));
}, RUN_TIMEOUT_MS);
afterAll(async () => rm(folder, { recursive: true, force: true }));

describe.runIf(hasOffice).each(cases.map(({ name }, index) => ({ name, index })))(
  '$name',
  ({ index }) => {
    it('has the same words and other content after LibreOffice saved it', () => {
      const before = packageDigests(given[index] ?? new Uint8Array());
      const after = packageDigests(saved[index] ?? new Uint8Array());
      expect(after.textSha256).toBe(before.textSha256);
      expect(after.contentSha256).not.toBe(before.contentSha256);
    });
  },
);
