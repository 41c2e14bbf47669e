import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { UNFINISHED_SUFFIX } from './names.ts';

/** Waits until a file's bytes are on the disk. */
export function syncFile(file: string): void {
  // Windows flushes only through a descriptor that may write.
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a finished file its name and waits until the name is on the disk. */
export function renameSynced(from: string, to: string): void {
  renameSync(from, to);
  // Windows has no folder descriptors; NTFS keeps names in its own journal.
  if (process.platform === 'win32') return;
  const descriptor = openSync(dirname(to), 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Writes a small file so that it is either whole or not there. */
export function writeWhole(file: string, text: string): void {
  const unfinished = file + UNFINISHED_SUFFIX;
  writeFileSync(unfinished, text);
  syncFile(unfinished);
  renameSynced(unfinished, file);
}

/** Removes a database file and what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true });
}
