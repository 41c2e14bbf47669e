import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { contentPath } from '../../src/main/files/content.ts';
import { sweepFiles } from '../../src/main/files/sweep.ts';
import type { FinalArchive } from '../fixtures/final-session.ts';
import { openFinalArchive } from '../fixtures/final-session.ts';

const NOW_MS = Date.UTC(2026, 10, 22);
const DAY_MS = 24 * 60 * 60 * 1000;

let archive: FinalArchive;
let folder: string;
let backupFolder: string;

beforeEach(() => {
  archive = openFinalArchive();
  folder = join(dirname(archive.file), 'lampiran');
  backupFolder = join(dirname(archive.file), 'cadangan');
  mkdirSync(backupFolder);
});
afterEach(() => archive.remove());

const hash = (digit: string): string => digit.repeat(64);

function store(path: string, ageMs: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'isi');
  const seconds = (NOW_MS - ageMs) / 1000;
  utimesSync(path, seconds, seconds);
}
const content = (digit: string, ageMs = 2 * DAY_MS): void =>
  store(contentPath(folder, hash(digit)), ageMs);

function keep(digit: string): void {
  const { id } = archive.services['sessions.create']({ changes: {} });
  archive.services['files.keep']({
    sessionId: id,
    files: [{ sha256: hash(digit), name: 'a', mediaType: 'image/png', sizeBytes: 3, role: 'foto' }],
  });
}

const left = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name.slice(0, 12))
    .toSorted();

const sweep = () =>
  sweepFiles({
    type: 'sweep-files',
    folder,
    archiveFile: archive.file,
    backupFolder,
    nativeBinding: null,
    nowMs: NOW_MS,
  });

it('takes away what neither the archive nor a backup names, once it is a day old', () => {
  for (const digit of ['a', 'b', 'c']) content(digit);
  content('d', DAY_MS / 2);
  store(join(folder, '.~notula-lama.tmp'), 2 * DAY_MS);
  store(join(folder, '.~notula-baru.tmp'), 1000);
  keep('b');
  // A backup from the time when the session still had it.
  archive.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  copyFileSync(archive.file, join(backupFolder, 'notula-2026-11-01T00.00.00-manual.db'));
  archive.db.exec('DELETE FROM session_files');
  keep('a');

  expect(sweep()).toEqual({ removedCount: 2, removedBytes: 6 });
  expect(left()).toEqual(['.~notula-bar', 'aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'dddddddddddd']);
  expect(existsSync(join(folder, 'cc'))).toBe(false);
});

it('takes away nothing while a backup or a former archive cannot be read', () => {
  content('c');
  const aside = join(dirname(archive.file), 'arsip-rusak-2026-11-01T00.00.00.db');
  writeFileSync(aside, 'bukan arsip lagi '.repeat(1000));
  expect(sweep()).toEqual({ removedCount: 0, removedBytes: 0 });
  expect(left()).toEqual(['cccccccccccc']);
});
