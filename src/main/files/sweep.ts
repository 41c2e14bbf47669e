import type { Dirent } from 'node:fs';
import { existsSync, readdirSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import type { NativeBinding } from '../db/database.ts';
import { openDatabase } from '../db/database.ts';
import { UNFINISHED_PREFIX } from './content.ts';

/** Takes away bytes that nothing names any more. */
export interface SweepFilesJob {
  readonly type: 'sweep-files';
  readonly folder: string;
  readonly archiveFile: string;
  readonly backupFolder: string;
  readonly nativeBinding: NativeBinding;
  readonly nowMs: number;
}

export interface SweptFiles {
  readonly removedCount: number;
  readonly removedBytes: number;
}

/** Bytes are in the folder before their row is in the archive. */
const YOUNG_MS = 24 * 60 * 60 * 1000;
const CONTENT_NAME = /^[0-9a-f]{64}$/;

function entriesOf(folder: string): readonly Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}

/** Every archive that could be opened again: this one, backups, and those that were set aside. */
function archivesOf({ archiveFile, backupFolder }: SweepFilesJob): readonly string[] {
  const beside = dirname(archiveFile);
  const aside = entriesOf(beside).filter(
    ({ name }) =>
      name.startsWith('arsip') && name.endsWith('.db') && name !== basename(archiveFile),
  );
  const backups = entriesOf(backupFolder).filter(({ name }) => name.endsWith('.db'));
  return [
    archiveFile,
    ...aside.map(({ name }) => join(beside, name)),
    ...backups.map(({ name }) => join(backupFolder, name)),
  ];
}

/** Throws where the archive cannot be read. */
function namedIn(archive: string, nativeBinding: NativeBinding): readonly string[] {
  const db = openDatabase(archive, { nativeBinding, isReadOnly: true });
  try {
    const hasFiles = db
      .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'session_files'")
      .pluck()
      .get();
    // Older archives know no files.
    if (hasFiles === undefined) return [];
    const names = db.prepare<[], string>('SELECT DISTINCT sha256 FROM session_files').pluck();
    return names.all();
  } finally {
    db.close();
  }
}

/**
 * Removes bytes that neither the archive nor any backup names. Where one of them cannot be read it
 * might name any of them, so that nothing goes.
 */
export function sweepFiles(job: SweepFilesJob): SweptFiles {
  const named = new Set<string>();
  let removedCount = 0;
  let removedBytes = 0;
  try {
    for (const archive of archivesOf(job)) {
      for (const sha256 of namedIn(archive, job.nativeBinding)) named.add(sha256);
    }
  } catch {
    return { removedCount, removedBytes };
  }
  const removeOld = (path: string): void => {
    const { mtimeMs, size } = statSync(path);
    if (job.nowMs - mtimeMs < YOUNG_MS) return;
    rmSync(path, { force: true });
    removedCount += 1;
    removedBytes += size;
  };
  for (const entry of entriesOf(job.folder)) {
    const path = join(job.folder, entry.name);
    if (entry.isFile() && entry.name.startsWith(UNFINISHED_PREFIX)) removeOld(path);
    if (!entry.isDirectory()) continue;
    for (const { name } of entriesOf(path)) {
      if (CONTENT_NAME.test(name) && !named.has(name)) removeOld(join(path, name));
    }
    if (entriesOf(path).length === 0) rmdirSync(path);
  }
  return { removedCount, removedBytes };
}
