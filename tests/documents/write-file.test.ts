import * as nodeFs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { proposedFileName } from '../../src/main/export/file-name.ts';
import type { WriteFs } from '../../src/main/export/write-file.ts';
import { writeFileSafely } from '../../src/main/export/write-file.ts';
import { emptyRecord, exampleEntries, recordOf } from './records.ts';

const OLD = 'isi lama';
const bytes = new TextEncoder().encode('isi baru');

const failure = (code: string): Error => Object.assign(new Error(code), { code });
const refuse = (code: string) => async (): Promise<never> => Promise.reject(failure(code));
const wait = async (): Promise<void> => undefined;

let folder = '';
let target = '';
beforeEach(async () => {
  folder = await nodeFs.mkdtemp(join(tmpdir(), 'notula-write-'));
  target = join(folder, 'Notula.docx');
  await nodeFs.writeFile(target, OLD);
});
afterEach(async () => nodeFs.rm(folder, { recursive: true, force: true }));

const content = async (): Promise<string> => nodeFs.readFile(target, 'utf8');
const files = async (): Promise<readonly string[]> => nodeFs.readdir(folder);

it('puts the new bytes in the place of the old and leaves nothing else', async () => {
  await writeFileSafely(target, bytes);
  expect(await content()).toBe('isi baru');
  expect(await files()).toEqual(['Notula.docx']);
});

describe('when the file system refuses', () => {
  const failingWith = (part: Partial<WriteFs>): WriteFs => ({ ...nodeFs, ...part });
  it.each([
    ['EBUSY', 'export-target-open'],
    ['EPERM', 'export-target-open'],
    ['EACCES', 'export-target-open'],
    ['ENOSPC', 'storage-full'],
  ])('renaming with %s: %s, and the old file stays', async (code, appCode) => {
    const fs = failingWith({ rename: refuse(code) });
    await expect(writeFileSafely(target, bytes, { fs, wait })).rejects.toMatchObject({
      code: appCode,
    });
    expect(await content()).toBe(OLD);
    expect(await files()).toEqual(['Notula.docx']);
  });

  it.each([
    ['EACCES', 'export-no-permission'],
    ['EROFS', 'export-no-permission'],
    ['ENOSPC', 'storage-full'],
    ['ENOENT', 'export-folder-missing'],
  ])('opening with %s: %s', async (code, appCode) => {
    const fs = failingWith({ open: refuse(code) });
    await expect(writeFileSafely(target, bytes, { fs, wait })).rejects.toMatchObject({
      code: appCode,
    });
    expect(await content()).toBe(OLD);
  });

  it.each(['writeFile', 'sync'] as const)('a full disk at %s leaves no half file', async (step) => {
    const open: WriteFs['open'] = async (path, flags) => {
      const handle = await nodeFs.open(path, flags);
      return {
        writeFile: async (data) => handle.writeFile(data),
        sync: async () => handle.sync(),
        close: async () => handle.close(),
        [step]: refuse('ENOSPC'),
      };
    };
    const fs = failingWith({ open });
    await expect(writeFileSafely(target, bytes, { fs, wait })).rejects.toMatchObject({
      code: 'storage-full',
    });
    expect(await content()).toBe(OLD);
    expect(await files()).toEqual(['Notula.docx']);
  });

  it('waits for a scanner that holds the file for a moment', async () => {
    let refusals = 3;
    const rename: WriteFs['rename'] = async (from, to) => {
      if (refusals > 0) {
        refusals -= 1;
        throw failure('EBUSY');
      }
      await nodeFs.rename(from, to);
    };
    await writeFileSafely(target, bytes, { fs: failingWith({ rename }), wait });
    expect(await content()).toBe('isi baru');
  });

  it('gives up on a file that Word holds after about a second', async () => {
    let waitedMs = 0;
    const options = {
      fs: failingWith({ rename: refuse('EPERM') }),
      wait: async (delayMs: number) => {
        waitedMs += delayMs;
      },
    };
    await expect(writeFileSafely(target, bytes, options)).rejects.toMatchObject({
      code: 'export-target-open',
      details: { fileName: 'Notula.docx' },
    });
    expect(waitedMs).toBeGreaterThanOrEqual(800);
    expect(waitedMs).toBeLessThanOrEqual(1500);
  });
});

describe('the proposed file name', () => {
  const named = (title: string, kind = 'FGD'): string =>
    proposedFileName(recordOf({ title, kind, days: [{ date: '2025-02-18' }] }));

  it('says what it is, when and about what', () => {
    expect(exampleEntries().map((entry) => proposedFileName(recordOf(entry)))).toEqual([
      'Notula FGD 2025-02-18 Evaluasi Pemilihan Gubernur dan Wakil Gubernur Sumatera Selatan serta Wali Kota dan Wakil.docx',
      'Notula Talk 2021-06-30 KPU-Bawaslu Talk.docx',
      'Notula Wawancara Peran KPU dalam mengoordinasi upaya menyukseskan Pilkada 2024.docx',
      'Notula Rakor 2024-07-20 Rapat Koordinasi Bawaslu Kota Palembang.docx',
      'Notula Rakornas Rapat Koordinasi Nasional.docx',
    ]);
    expect(proposedFileName(emptyRecord())).toBe('Notula tanpa judul.docx');
  });

  it('has nothing in it that Windows forbids', () => {
    expect(named('a<b>c:d"e/f\\g|h?i*j\u0007k')).toBe(
      'Notula FGD 2025-02-18 a b c d e f g h i jk.docx',
    );
    expect(named('CON', '')).toBe('Notula 2025-02-18 CON.docx');
    expect(named('judul ... ')).toBe('Notula FGD 2025-02-18 judul.docx');
  });

  it('stays short, also in bytes, and cuts no letter in two', () => {
    expect(named('x'.repeat(10_000)).length).toBeLessThanOrEqual(120);
    const emoji = named('👩🏽‍⚖️'.repeat(200));
    expect(new TextEncoder().encode(emoji).length).toBeLessThanOrEqual(220);
    expect(emoji).not.toMatch(/\p{Surrogate}/u);
  });
});
