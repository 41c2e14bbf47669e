import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { AppError } from '../../shared/contract/errors.ts';
import type { NativeBinding } from '../db/database.ts';
import { openDatabase } from '../db/database.ts';
import { removeDatabase, renameSynced, syncFile } from './disk.ts';
import { UNFINISHED_SUFFIX, timeInName } from './names.ts';
import { readSidecar } from './sidecar.ts';
import { fileSha256, verifyBackup } from './verify.ts';

/** What the name of an archive says that was set aside: damaged, or just put away. */
type AsideKind = 'rusak' | 'disisihkan';

const BESIDE = ['-wal', '-shm'] as const;

/**
 * Brings a backup's bytes beside the archive and reads them there, so that what is checked is what
 * will be used. Throws `backup-invalid` or `backup-newer`; the archive is not touched.
 */
export function stageBackup(
  backupFile: string,
  archiveFile: string,
  nativeBinding: NativeBinding,
): void {
  const staged = stagedFile(archiveFile);
  removeDatabase(staged);
  try {
    copyFileSync(backupFile, staged);
    syncFile(staged);
    const known = readSidecar(backupFile);
    if (known !== null && known.sha256 !== fileSha256(staged)) {
      throw new AppError('backup-invalid', { reason: 'changed since it was made' });
    }
    verifyBackup(staged, nativeBinding);
  } catch (error) {
    removeDatabase(staged);
    throw error;
  }
}

/**
 * Puts the staged backup in the archive's place by one rename: a crash before it leaves the old
 * archive, after it the new one. Nothing may hold the archive open.
 */
export function replaceArchive(archiveFile: string, nativeBinding: NativeBinding): void {
  if (existsSync(archiveFile)) emptyWal(archiveFile, nativeBinding);
  for (const suffix of BESIDE) rmSync(archiveFile + suffix, { force: true });
  renameSynced(stagedFile(archiveFile), archiveFile);
}

/**
 * The same for an archive that cannot be opened: its files are kept byte for byte under another
 * name, which is the answer.
 */
export function replaceUnusableArchive(
  archiveFile: string,
  nowMs: number,
  kind: AsideKind,
): string {
  const aside = asideFile(archiveFile, nowMs, kind);
  if (existsSync(archiveFile)) keepUnder(archiveFile, aside);
  for (const suffix of BESIDE) {
    if (existsSync(archiveFile + suffix)) renameSync(archiveFile + suffix, aside + suffix);
  }
  renameSynced(stagedFile(archiveFile), archiveFile);
  return aside;
}

/** Gives the files of an unusable archive another name, so that a new one can begin. */
export function setArchiveAside(archiveFile: string, nowMs: number, kind: AsideKind): void {
  const aside = asideFile(archiveFile, nowMs, kind);
  // The archive first: without its -wal it could be opened as it was some time ago.
  for (const suffix of ['', ...BESIDE]) {
    if (existsSync(archiveFile + suffix)) renameSynced(archiveFile + suffix, aside + suffix);
  }
}

const asideFile = (archiveFile: string, nowMs: number, kind: AsideKind): string =>
  join(dirname(archiveFile), `arsip-${kind}-${timeInName(nowMs)}.db`);

export function discardStaged(archiveFile: string): void {
  removeDatabase(stagedFile(archiveFile));
}

const stagedFile = (archiveFile: string): string => archiveFile + UNFINISHED_SUFFIX;

function keepUnder(file: string, aside: string): void {
  try {
    // A second name costs nothing, and the first one stays until the rename replaces it.
    linkSync(file, aside);
  } catch {
    copyFileSync(file, aside);
    syncFile(aside);
  }
}

/** Moves what is still in the WAL into the archive, so that the file alone is all of it. */
function emptyWal(archiveFile: string, nativeBinding: NativeBinding): void {
  const db = openDatabase(archiveFile, { nativeBinding });
  try {
    db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    db.close();
  }
}
