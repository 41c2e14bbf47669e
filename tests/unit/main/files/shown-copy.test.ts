import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { shownCopy } from '../../../../src/main/files/shown-copy.ts';
import { isProgram } from '../../../../src/shared/files/programs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-lampiran-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

it('a copy that is shown is nobody else’s to read, and read-only', async () => {
  const shown = join(folder, 'lampiran');
  const copy = await shownCopy(shown, 'a.pdf', (path) => writeFile(path, 'isi'));
  expect(readFileSync(copy, 'utf8')).toBe('isi');
  // Windows has no such rights; its folder for temporary files is the user's own.
  if (process.platform === 'win32') return;
  expect([shown, dirname(copy)].map(modeOf)).toEqual([0o700, 0o700]);
  expect(modeOf(copy)).toBe(0o400);
});

it.each(['a.exe', 'undangan.pdf.LNK', 'a.hta', 'a.js', 'a.ps1', 'a.msi', 'a.jar', 'a.exe. '])(
  '%s is a program',
  (name) => expect(isProgram(name)).toBe(true),
);
it.each(['a.sh', 'a.desktop', 'Rapat.app', 'a.AppImage', '.bat'])('%s is a program', (name) =>
  expect(isProgram(name)).toBe(true),
);
it.each(['a.pdf', 'a.docx', 'exe', 'a.exe.pdf', 'foto.jpg', 'a.mp3', 'a', ''])(
  '%s is none',
  (name) => expect(isProgram(name)).toBe(false),
);
