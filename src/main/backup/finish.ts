import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { BackupInfo } from '../../shared/contract/backups.ts';
import type { NativeBinding } from '../db/database.ts';
import { renameSynced, syncFile } from './disk.ts';
import type { ArchiveFacts } from './facts.ts';
import { UNFINISHED_SUFFIX, backupName } from './names.ts';
import type { BackupReason } from './names.ts';
import { writeSidecar } from './sidecar.ts';
import { assertSameFacts, fileSha256, verifyBackup } from './verify.ts';

export interface BackupPlace {
  readonly createdAtMs: number;
  readonly fileName: string;
  readonly file: string;
  /** Where the copy grows until it has been read back. */
  readonly unfinishedFile: string;
}

/** Chooses a free name; two backups within one second get names a second apart. */
export function choosePlace(folder: string, nowMs: number, reason: BackupReason): BackupPlace {
  mkdirSync(folder, { recursive: true });
  let createdAtMs = Math.floor(nowMs / 1000) * 1000;
  while (existsSync(join(folder, backupName(createdAtMs, reason)))) createdAtMs += 1000;
  const fileName = backupName(createdAtMs, reason);
  const file = join(folder, fileName);
  return { createdAtMs, fileName, file, unfinishedFile: file + UNFINISHED_SUFFIX };
}

/** Syncs a finished copy, reads it back, and only then gives it a backup's name. */
export function finishBackup(
  place: BackupPlace,
  reason: BackupReason,
  source: ArchiveFacts,
  nativeBinding: NativeBinding,
): BackupInfo {
  const { createdAtMs, fileName, file, unfinishedFile } = place;
  syncFile(unfinishedFile);
  const facts = verifyBackup(unfinishedFile, nativeBinding);
  assertSameFacts(source, facts);
  const sizeBytes = statSync(unfinishedFile).size;
  const sha256 = fileSha256(unfinishedFile);
  renameSynced(unfinishedFile, file);
  writeSidecar(file, { sha256, sizeBytes, ...facts });
  const { sessionCount, blockCount } = facts;
  return { fileName, createdAtMs, reason, sizeBytes, sessionCount, blockCount };
}
