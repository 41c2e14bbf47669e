import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { createKeptFileAnswers } from '../../../../src/main/app/kept-file-answers.ts';
import { byteRange } from '../../../../src/main/files/byte-range.ts';
import { contentPath } from '../../../../src/main/files/content.ts';
import { textStart } from '../../../../src/main/files/text-start.ts';
import type { SessionFile } from '../../../../src/shared/contract/files.ts';
import { KEPT_FILE_ADDRESS } from '../../../../src/shared/files/shown-files.ts';
import type { SessionFileId, SessionId } from '../../../../src/shared/ids.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-lampiran-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const limits = { sizeBytes: 1000, longestBytes: 100 };

it.each([
  ['bytes=0-', { start: 0, end: 99 }],
  ['bytes=950-', { start: 950, end: 999 }],
  ['bytes=10-19', { start: 10, end: 19 }],
  ['bytes=10-5000', { start: 10, end: 109 }],
  ['bytes=-50', { start: 950, end: 999 }],
  ['bytes=1000-', null],
  ['bytes=20-10', null],
  ['bytes=-0', null],
  ['bytes=0-1,5-9', null],
  ['bytes=-', null],
  ['lines=0-1', null],
])('answers a request for %s with what is there', (header, range) => {
  expect(byteRange(header, limits)).toEqual(range);
});

function kept(name: string, mediaType: string, bytes: Uint8Array): SessionFile {
  const sha256 = name.slice(0, 1).repeat(64);
  const path = contentPath(folder, sha256);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return {
    id: name as SessionFileId,
    sessionId: 's' as SessionId,
    sha256,
    name,
    mediaType,
    sizeBytes: bytes.byteLength,
    role: 'lain',
    caption: '',
    startsAtMs: null,
    addedAtMs: 0,
    isFrozen: false,
  };
}

function answersFor(...files: readonly SessionFile[]) {
  return createKeptFileAnswers({
    folder,
    get: (id) => {
      const file = files.find((each) => each.id === id);
      return file === undefined ? Promise.reject(new Error('not found')) : Promise.resolve(file);
    },
  });
}

it('hands a sound out in parts, from wherever it is asked for', async () => {
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => index % 251);
  const read = answersFor(kept('a.mp3', 'audio/mpeg', bytes));
  const address = `${KEPT_FILE_ADDRESS}a.mp3`;

  const first = await read(address, 'bytes=0-');
  expect(first?.statusCode).toBe(206);
  expect(first?.headers).toMatchObject({
    'content-type': 'audio/mpeg',
    'content-range': 'bytes 0-1048575/2500000',
  });
  const late = await read(address, 'bytes=2400000-');
  expect(late?.headers['content-range']).toBe('bytes 2400000-2499999/2500000');
  expect(late?.data.equals(bytes.subarray(2_400_000))).toBe(true);
  expect((await read(address, 'bytes=2500000-'))?.statusCode).toBe(416);
  // Never the whole of it at once.
  expect(await read(address, undefined)).toBeNull();
});

it('hands out a photo whole, and nothing that is not shown', async () => {
  const photo = kept('b.png', 'image/png', Uint8Array.of(1, 2, 3));
  const page = kept('c.html', 'application/octet-stream', Uint8Array.of(60));
  const read = answersFor(photo, page);
  const shown = await read(`${KEPT_FILE_ADDRESS}b.png`, undefined);
  expect([shown?.statusCode, shown?.data.byteLength]).toEqual([200, 3]);
  expect(await read(`${KEPT_FILE_ADDRESS}c.html`, undefined)).toBeNull();
  await expect(read(`${KEPT_FILE_ADDRESS}lain`, undefined)).rejects.toThrow('not found');
});

it('reads the beginning of a text, also where it is cut amid a character', async () => {
  const path = join(folder, 'catatan.txt');
  const line = 'Rapat dibuka – hadir lengkap\n';
  writeFileSync(path, 'a' + line.repeat(1000));
  const start = await textStart(path);
  expect(start?.split('\n').slice(0, 2)).toEqual([`a${line.trim()}`, line.trim()]);
  writeFileSync(path, Buffer.from('Rapat di caf\xe9\r\nselesai', 'latin1'));
  expect(await textStart(path)).toBe('Rapat di café\nselesai');
  writeFileSync(path, Uint8Array.of(1, 0, 2));
  expect(await textStart(path)).toBeNull();
});
