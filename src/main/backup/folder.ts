import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { BackupInfo } from '../../shared/contract/backups.ts';
import type { NativeBinding } from '../db/database.ts';
import { removeDatabase } from './disk.ts';
import type { ArchiveFacts } from './facts.ts';
import { UNFINISHED_SUFFIX, parseBackupName } from './names.ts';
import type { BackupName } from './names.ts';
import { backupsToDelete } from './rotation.ts';
import { readSidecar, removeSidecar } from './sidecar.ts';
import { verifyBackup } from './verify.ts';

/** A backup as the list shows it, and what decides whether a new one is needed. */
export interface ListedBackup {
  readonly info: BackupInfo;
  readonly fingerprint: string;
}

/** All backups that can be used, newest first. One without its facts beside it is read back. */
export function listBackups(folder: string, nativeBinding: NativeBinding): readonly ListedBackup[] {
  return namesIn(folder)
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs)
    .flatMap((name) => {
      const file = join(folder, name.fileName);
      const sizeBytes = statSync(file).size;
      const facts = factsOf(file, sizeBytes, nativeBinding);
      if (facts === null) return [];
      const { sessionCount, blockCount, fingerprint } = facts;
      return [{ info: { ...name, sizeBytes, sessionCount, blockCount }, fingerprint }];
    });
}

/** The fingerprint of the newest backup; null where there is none with its facts beside it. */
export function newestFingerprint(folder: string): string | null {
  const [newest] = namesIn(folder).toSorted((a, b) => b.createdAtMs - a.createdAtMs);
  return newest === undefined
    ? null
    : (readSidecar(join(folder, newest.fileName))?.fingerprint ?? null);
}

/** Whether the folder holds a backup, also one that could not be read. */
export function hasBackups(folder: string): boolean {
  return namesIn(folder).length > 0;
}

/** Deletes backups that newer ones have replaced; the newest one read back whole never goes. */
export function rotateBackups(folder: string, nowMs: number): void {
  const names = namesIn(folder);
  const newestWhole = names
    .toSorted((a, b) => b.createdAtMs - a.createdAtMs)
    .find(({ fileName }) => readSidecar(join(folder, fileName)) !== null);
  const isProtected = new Set(newestWhole === undefined ? [] : [newestWhole.fileName]);
  for (const { fileName } of backupsToDelete(names, nowMs, isProtected)) {
    removeDatabase(join(folder, fileName));
    removeSidecar(join(folder, fileName));
  }
}

/** Sweeps away what an interrupted backup left. */
export function removeUnfinished(folder: string): void {
  for (const entry of entriesIn(folder)) {
    const [name] = entry.split(UNFINISHED_SUFFIX);
    const isOurs = name?.startsWith('notula-') && entry.includes(UNFINISHED_SUFFIX);
    if (isOurs) removeDatabase(join(folder, entry));
  }
}

function namesIn(folder: string): readonly BackupName[] {
  return entriesIn(folder).flatMap((entry) => parseBackupName(entry) ?? []);
}

function entriesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No backup was ever made.
    return [];
  }
}

function factsOf(
  file: string,
  sizeBytes: number,
  nativeBinding: NativeBinding,
): Pick<ArchiveFacts, 'sessionCount' | 'blockCount' | 'fingerprint'> | null {
  const sidecar = readSidecar(file);
  if (sidecar !== null) return sidecar.sizeBytes === sizeBytes ? sidecar : null;
  try {
    return verifyBackup(file, nativeBinding);
  } catch {
    return null;
  }
}
