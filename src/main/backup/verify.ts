import { closeSync, openSync, readSync } from 'node:fs';
import { createHash } from 'node:crypto';

import { AppError } from '../../shared/contract/errors.ts';
import type { ArchiveDatabase, NativeBinding } from '../db/database.ts';
import { openDatabase } from '../db/database.ts';
import { APPLICATION_ID, ARCHIVE_VERSION, archiveVersion } from '../db/migrations.ts';
import { readFacts } from './facts.ts';
import type { ArchiveFacts } from './facts.ts';

const READ_SIZE_BYTES = 1 << 20;

/**
 * Reads a backup back from the disk. Throws `backup-newer` for one of a newer Notula and
 * `backup-invalid` for anything that is not a whole archive.
 */
export function verifyBackup(file: string, nativeBinding: NativeBinding): ArchiveFacts {
  let db: ArchiveDatabase | null = null;
  try {
    db = openDatabase(file, { nativeBinding, isReadOnly: true });
    return readWhole(db);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('backup-invalid', { reason }, { cause: error });
  } finally {
    db?.close();
  }
}

function readWhole(db: ArchiveDatabase): ArchiveFacts {
  if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) {
    throw new AppError('backup-invalid', { reason: 'not an archive' });
  }
  const version = archiveVersion(db);
  if (version > ARCHIVE_VERSION) {
    throw new AppError('backup-newer', { found: version, known: ARCHIVE_VERSION });
  }
  const check = String(db.pragma('quick_check(1)', { simple: true }));
  if (check !== 'ok') throw new AppError('backup-invalid', { reason: check.slice(0, 200) });
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) {
    throw new AppError('backup-invalid', { reason: 'rows without their owner' });
  }
  return readFacts(db);
}

/** Throws unless the copy repeats the figures of its source. */
export function assertSameFacts(source: ArchiveFacts, copy: ArchiveFacts): void {
  const isSame =
    source.sessionCount === copy.sessionCount &&
    source.blockCount === copy.blockCount &&
    source.sequenceDigest === copy.sequenceDigest &&
    source.fingerprint === copy.fingerprint;
  if (!isSame) throw new AppError('backup-failed', { reason: 'the copy differs from the archive' });
}

/** SHA-256 of a file of any size, in hexadecimal digits. */
export function fileSha256(file: string): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(READ_SIZE_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (;;) {
      const sizeBytes = readSync(descriptor, buffer);
      if (sizeBytes === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, sizeBytes));
    }
  } finally {
    closeSync(descriptor);
  }
}
