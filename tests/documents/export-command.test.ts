import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  ExportFailure,
  exportSessionFile,
  readDocumentKinds,
} from '../../src/main/export/export-session-file.ts';
import { DOCUMENT_KINDS, DOCUMENT_NAMES } from '../../src/shared/official/document-kinds.ts';
import { NOW_MS } from './records.ts';

const EXAMPLES = join(import.meta.dirname, '../../resources/examples/sessions.json');
const SCRIPT = join(import.meta.dirname, '../../scripts/export.mjs');
const PROGRAM_TIMEOUT_MS = 60_000;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-command-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

it('writes every document of every session under a name of its own', async () => {
  const target = join(folder, 'semua');
  const names = await exportSessionFile(EXAMPLES, target, {
    nowMs: NOW_MS,
    kinds: DOCUMENT_KINDS,
  });
  expect(names).toHaveLength(5 * DOCUMENT_KINDS.length);
  expect((await readdir(target)).toSorted()).toEqual([...names].toSorted());
  for (const kind of DOCUMENT_KINDS) {
    expect(names).toContain(`${DOCUMENT_NAMES[kind]} Talk 2021-06-30 KPU-Bawaslu Talk.docx`);
  }
});

it('leaves the folder as it was where one document cannot be written', async () => {
  const target = join(folder, 'terhalang');
  const kinds = ['notula', 'laporan'] as const;
  const [first] = await exportSessionFile(EXAMPLES, target, { nowMs: NOW_MS, kinds: ['notula'] });
  const before = await readdir(target);
  // A folder stands where the last document is to stand.
  await mkdir(join(target, 'Laporan Kegiatan Rakornas Rapat Koordinasi Nasional.docx', 'isi'), {
    recursive: true,
  });
  await expect(exportSessionFile(EXAMPLES, target, { nowMs: NOW_MS, kinds })).rejects.toThrow(
    'EISDIR',
  );
  const after = await readdir(target);
  expect(after.toSorted()).toEqual(
    [...before, 'Laporan Kegiatan Rakornas Rapat Koordinasi Nasional.docx'].toSorted(),
  );
  expect(after).toContain(first);
});

describe('the list of documents', () => {
  it('is all of them, or those that it names, in the order of the office', () => {
    expect(readDocumentKinds('all')).toEqual(DOCUMENT_KINDS);
    expect(readDocumentKinds('Semua')).toEqual(DOCUMENT_KINDS);
    expect(readDocumentKinds('notula, undangan,notula')).toEqual(['undangan', 'notula']);
  });

  it('says which names it does not know, and those it does', () => {
    expect(() => readDocumentKinds('notula,nota')).toThrow(ExportFailure);
    expect(() => readDocumentKinds('notula,nota')).toThrow(/"nota".*tindak-lanjut/);
    expect(() => readDocumentKinds(' , ')).toThrow(/belum disebut/);
  });
});

describe('npm run export', { timeout: PROGRAM_TIMEOUT_MS }, () => {
  const run = promisify(execFile);
  const command = async (...args: string[]) =>
    run(process.execPath, [SCRIPT, ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        text: error.stdout + error.stderr,
      }),
    );

  it('takes a list of documents', async () => {
    const target = join(folder, 'dua');
    const { code, text } = await command(EXAMPLES, target, '--documents', 'undangan,notula');
    expect(text).toContain('10 dokumen ditulis');
    expect(code).toBe(0);
    expect(await readdir(target)).toHaveLength(10);
  });

  it('explains an option that it does not know', async () => {
    const { code, text } = await command(EXAMPLES, folder, '--semua');
    expect(code).toBe(1);
    expect(text).toContain('--documents');
  });
});
