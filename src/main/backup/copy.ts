import { closeSync, fdatasyncSync, openSync } from 'node:fs';

import type { BackupInfo } from '../../shared/contract/backups.ts';
import type { ArchiveDatabase, NativeBinding } from '../db/database.ts';
import { openDatabase } from '../db/database.ts';
import { removeDatabase } from './disk.ts';
import { readFacts } from './facts.ts';
import { choosePlace, finishBackup } from './finish.ts';
import type { BackupReason } from './names.ts';

export interface CopyOptions {
  readonly archiveFile: string;
  readonly backupFolder: string;
  readonly reason: BackupReason;
  readonly nowMs: number;
  readonly nativeBinding: NativeBinding;
  /** Makes nothing where the archive still has this fingerprint; null to copy in any case. */
  readonly unlessFingerprint: string | null;
}

// Measured on 1 GB under constant saving: small steps, short pauses and early syncs keep the
// longest wait of a save under 0.2 s.
const PAGES_PER_STEP = 256;
const PAUSE_MS = 2;
const STEPS_PER_SYNC = 16;

/**
 * Copies the archive while it may be written, from a connection and a moment of its own, and
 * reads the copy back. Answers null where nothing had changed.
 */
export async function copyArchive(options: CopyOptions): Promise<BackupInfo | null> {
  const { nativeBinding, reason } = options;
  const db = openDatabase(options.archiveFile, { nativeBinding, isReadOnly: true });
  try {
    // The first read fixes the moment: later saves neither enter the copy nor start it again.
    db.exec('BEGIN');
    const facts = readFacts(db);
    if (facts.fingerprint === options.unlessFingerprint) return null;
    const place = choosePlace(options.backupFolder, options.nowMs, reason);
    try {
      removeDatabase(place.unfinishedFile);
      await copyPages(db, place.unfinishedFile);
      leaveWal(place.unfinishedFile, nativeBinding);
      return finishBackup(place, reason, facts, nativeBinding);
    } catch (error) {
      removeDatabase(place.unfinishedFile);
      throw error;
    }
  } finally {
    db.close();
  }
}

async function copyPages(db: ArchiveDatabase, target: string): Promise<void> {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  let descriptor: number | null = null;
  let steps = 0;
  try {
    await db.backup(target, {
      progress: () => {
        steps += 1;
        descriptor ??= openSync(target, 'r+');
        if (steps % STEPS_PER_SYNC === 0) fdatasyncSync(descriptor);
        Atomics.wait(sleeper, 0, 0, PAUSE_MS);
        return PAGES_PER_STEP;
      },
    });
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** A copy is one file that opens read-only without making others beside it. */
function leaveWal(file: string, nativeBinding: NativeBinding): void {
  const db = openDatabase(file, { nativeBinding });
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}
