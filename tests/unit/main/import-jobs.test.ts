import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { contentOf, contentPath } from '../../../src/main/files/content.ts';
import { answerImport } from '../../../src/main/jobs/import-minutes.ts';
import { runListMinutes } from '../../../src/main/jobs/list-minutes.ts';
import type { ReadMinutes } from '../../../src/shared/imports/reading.ts';
import { odtFile, odtLine } from '../../fixtures/import/making/open-document.ts';

let folder: string;
let kept: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-lama-'));
  kept = join(folder, '.lampiran');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, bytes: Uint8Array | string = 'isi'): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

it('finds minutes in a folder and those within it, and leaves out what is hidden or temporary', async () => {
  mkdirSync(join(folder, 'Rapat 2020', 'Pleno'), { recursive: true });
  mkdirSync(join(folder, '.arsip'));
  write('Rapat 2020/Pleno/notula 10.DOCX');
  write('Rapat 2020/Pleno/notula 9.docx', 'isinya');
  write('a.odt');
  write('b.pdf');
  write('lama.doc');
  write('foto.jpg');
  write('~$a.docx');
  write('~WRL0001.tmp');
  write('.tersembunyi.docx');
  write('.arsip/c.docx');
  symlinkSync(folder, join(folder, 'berputar'));
  const listed = await runListMinutes({ type: 'list-minutes', folder });
  expect(listed).toEqual({
    files: [
      { path: 'a.odt', sizeBytes: 3 },
      { path: 'b.pdf', sizeBytes: 3 },
      { path: 'lama.doc', sizeBytes: 3 },
      { path: 'Rapat 2020/Pleno/notula 9.docx', sizeBytes: 6 },
      { path: 'Rapat 2020/Pleno/notula 10.DOCX', sizeBytes: 3 },
    ],
    unreadCount: 1,
    otherCount: 1,
    closedCount: 0,
    isCut: false,
  });
  const gone = runListMinutes({ type: 'list-minutes', folder: join(folder, 'tidak-ada') });
  await expect(gone).rejects.toMatchObject({ code: 'file-unreadable' });
});

it('knows, reads and keeps a file', async () => {
  const path = write(
    'a.odt',
    odtFile([odtLine('Rapat dibuka oleh pimpinan pada pukul sembilan pagi.')]),
  );
  const { sha256 } = await contentOf(path);
  expect(await answerImport({ type: 'know', path, root: folder }, kept)).toEqual({
    type: 'known',
    sha256,
  });
  const answer = await answerImport({ type: 'read', path, root: folder }, kept);
  if (answer.type !== 'read') throw new Error(answer.type);
  expect(JSON.parse(answer.read) as ReadMinutes).toMatchObject({ outcome: 'read', sha256 });
  expect(await answerImport({ type: 'keep', path, root: folder, sha256 }, kept)).toEqual({
    type: 'kept',
  });
  expect(await contentOf(contentPath(kept, sha256))).toMatchObject({ sha256 });
});

it('refuses what cannot be read, and what became another file meanwhile', async () => {
  const broken = write('rusak.docx', 'bukan dokumen');
  expect(await answerImport({ type: 'read', path: broken, root: folder }, kept)).toMatchObject({
    type: 'refused',
  });
  const missing = join(folder, 'tidak-ada.pdf');
  for (const type of ['know', 'read'] as const) {
    expect(await answerImport({ type, path: missing, root: folder }, kept)).toEqual({
      type: 'refused',
      sha256: null,
      reason: 'unreadable',
    });
  }
  const other = 'f'.repeat(64);
  expect(
    await answerImport({ type: 'keep', path: broken, root: folder, sha256: other }, kept),
  ).toMatchObject({
    type: 'refused',
    reason: 'changed',
  });
});

it('does not blame a file for a drive that is not connected', async () => {
  const mounted = join(folder, 'usb');
  const root = join(mounted, 'Notula lama');
  const path = join(root, 'a.odt');
  const sha256 = 'f'.repeat(64);
  const isAway = async (): Promise<void> => {
    for (const type of ['know', 'read', 'keep'] as const) {
      expect(await answerImport({ type, path, root, sha256 }, kept)).toEqual({
        type: 'failed',
        code: 'import-folder-away',
      });
    }
  };
  await isAway();
  // What a drive is mounted on is there without it as well.
  mkdirSync(root, { recursive: true });
  await isAway();
  writeFileSync(join(root, 'b.odt'), 'isi');
  expect(await answerImport({ type: 'know', path, root }, kept)).toMatchObject({
    type: 'refused',
    reason: 'unreadable',
  });
});

it('does not blame a file for a folder that cannot be written', async () => {
  const path = write('a.pdf');
  const { sha256 } = await contentOf(path);
  // A file stands where the folder of originals should be.
  const blocked = write('bukan-folder');
  expect(await answerImport({ type: 'keep', path, root: folder, sha256 }, blocked)).toMatchObject({
    type: 'failed',
  });
});
