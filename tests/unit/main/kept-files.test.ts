import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import {
  contentOf,
  contentPath,
  copyContent,
  placeContent,
  removeUnfinished,
} from '../../../src/main/files/content.ts';
import { runKeptFilesJob } from '../../../src/main/jobs/kept-files.ts';
import { renamePatiently } from '../../../src/main/export/write-file.ts';

let root: string;
let folder: string;
const rename = (from: string, to: string): Promise<void> => renamePatiently(from, to, {});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'notula-lampiran-'));
  folder = join(root, 'lampiran');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function source(name: string, text: string): string {
  const path = join(root, name);
  writeFileSync(path, text);
  return path;
}

const everything = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

it('keeps bytes once under their hash, whatever the files are called', async () => {
  const sha256 = createHash('sha256').update('isi').digest('hex');
  const placed = await runKeptFilesJob({
    type: 'place-files',
    paths: [source('Undangan rapat.pdf', 'isi'), source('salinan.pdf', 'isi')],
    folder,
    role: null,
  });
  expect(placed).toMatchObject([
    {
      sha256,
      sizeBytes: 3,
      name: 'Undangan rapat.pdf',
      mediaType: 'application/pdf',
      role: 'undangan',
    },
    { sha256, sizeBytes: 3, name: 'salinan.pdf', mediaType: 'application/pdf', role: 'bahan' },
  ]);
  expect(everything()).toEqual([sha256]);
  expect(readFileSync(join(folder, sha256.slice(0, 2), sha256), 'utf8')).toBe('isi');
});

it('takes files of many pieces as they are', async () => {
  const text = 'Notula Contoh. '.repeat(300_000);
  const path = source('rekaman.mp3', text);
  const { sha256, sizeBytes } = await placeContent(path, folder, { rename });
  expect(sizeBytes).toBe(text.length);
  expect(await contentOf(path)).toEqual({ sha256, sizeBytes });
  const target = join(root, 'keluar', 'rekaman.mp3');
  await copyContent(folder, { sha256, sizeBytes, name: 'rekaman.mp3' }, target);
  expect(readFileSync(target, 'utf8')).toBe(text);
});

it('says what cannot be read', async () => {
  await expect(placeContent(join(root, 'tidak-ada.pdf'), folder, { rename })).rejects.toMatchObject(
    {
      code: 'file-unreadable',
      details: { fileName: 'tidak-ada.pdf' },
    },
  );
  expect(everything()).toEqual([]);
});

it('leaves nothing half on a full disk', async () => {
  const full = Object.assign(new Error('full'), { code: 'ENOSPC' });
  const placing = placeContent(source('a.pdf', 'isi'), folder, {
    rename,
    open: async (path, flags) => {
      const handle = await open(path, flags);
      handle.sync = () => Promise.reject(full);
      return handle;
    },
  });
  await expect(placing).rejects.toMatchObject({ code: 'files-no-space' });
  expect(everything()).toEqual([]);
});

it('is content with bytes that another program holds, where they are the same', async () => {
  const path = source('a.pdf', 'isi');
  const placed = await placeContent(path, folder, { rename });
  const held = Object.assign(new Error('held'), { code: 'EBUSY' });
  const refuses = { rename: () => Promise.reject(held) };
  expect(await placeContent(path, folder, refuses)).toEqual(placed);
  expect(everything()).toEqual([placed.sha256]);
  const other = placeContent(source('b.pdf', 'lain'), folder, refuses);
  await expect(other).rejects.toMatchObject({ code: 'storage-unavailable' });
});

it('finds bytes that are gone or others, and mends them when they are attached again', async () => {
  const path = source('a.pdf', 'isi');
  const kept = { ...(await placeContent(path, folder, { rename })), name: 'a.pdf' };
  const target = join(root, 'keluar.pdf');
  const stored = contentPath(folder, kept.sha256);
  writeFileSync(stored, 'ISI');
  await expect(copyContent(folder, kept, target)).rejects.toMatchObject({
    code: 'kept-file-damaged',
    details: { name: 'a.pdf' },
  });
  expect(() => statSync(target)).toThrow('ENOENT');
  rmSync(stored);
  await expect(copyContent(folder, kept, target)).rejects.toMatchObject({
    code: 'kept-file-missing',
  });

  writeFileSync(stored, 'rusak');
  utimesSync(stored, 1, 1);
  await placeContent(path, folder, { rename });
  await copyContent(folder, kept, target);
  expect(readFileSync(target, 'utf8')).toBe('isi');
});

it('tells how far the files have come, and says of a folder that it is none', async () => {
  const told: unknown[] = [];
  const large = join(root, 'rekaman.mp3');
  writeFileSync(large, Buffer.alloc(20 * 1024 * 1024));
  const job = { type: 'place-files', folder, role: null } as const;
  const paths = [large, source('foto.jpg', 'isi')];
  await runKeptFilesJob({ ...job, paths }, ({ fileName, doneBytes, totalBytes }) =>
    told.push([fileName, Math.round((100 * doneBytes) / totalBytes)]),
  );
  expect(told).toEqual([
    ['rekaman.mp3', 0],
    ['rekaman.mp3', 40],
    ['rekaman.mp3', 80],
    ['foto.jpg', 100],
  ]);
  await expect(runKeptFilesJob({ ...job, paths: [folder] })).rejects.toThrow('file-unreadable');
});

it('takes away what an adding left that was ended in the middle, and nothing else', async () => {
  await runKeptFilesJob({ type: 'place-files', paths: [source('a', 'isi')], folder, role: null });
  writeFileSync(join(folder, '.~notula-satu-x.tmp'), 'setengah');
  writeFileSync(join(folder, '.~notula-dua-x.tmp'), 'setengah');
  await removeUnfinished(folder, 'satu-');
  expect(everything().filter((name) => name.startsWith('.'))).toEqual(['.~notula-dua-x.tmp']);
  expect(everything()).toHaveLength(2);
});
