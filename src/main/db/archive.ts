import { statSync } from 'node:fs';

import { AppError } from '../../shared/contract/errors.ts';

import type { ArchiveDatabase, NativeBinding } from './database.ts';
import { openDatabase } from './database.ts';
import {
  ARCHIVE_VERSION,
  archiveVersion,
  assertNotNewer,
  assertOurs,
  hasTables,
  migrate,
} from './migrations.ts';

interface OpenArchiveOptions {
  readonly nativeBinding: NativeBinding;
  /** Makes a verified copy of an older archive; a throw stops the migration. */
  readonly copyBeforeMigration: (db: ArchiveDatabase) => void;
  /** Whether minutes were kept here before: an archive that is gone then is a loss, not a first start. */
  readonly hadArchive: () => boolean;
}

/**
 * Opens the archive, makes it where there never was one, and brings an older one up to date. Throws
 * `archive-newer`, `archive-damaged` for another program's file, or `archive-missing` where there
 * was one that is gone or emptied, without having changed a byte.
 */
export function openArchive(file: string, options: OpenArchiveOptions): ArchiveDatabase {
  // Before SQLite sees the file: beside an empty one it deletes the -wal, which may hold minutes.
  if (sizeBytes(file) > 0) assertUsable(file, options);
  else if (sizeBytes(`${file}-wal`) > 0 || options.hadArchive()) throw missing('file');
  const db = openDatabase(file, { nativeBinding: options.nativeBinding });
  try {
    const version = archiveVersion(db);
    if (version > 0 && version < ARCHIVE_VERSION) options.copyBeforeMigration(db);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function assertUsable(file: string, { nativeBinding, hadArchive }: OpenArchiveOptions): void {
  const db = openDatabase(file, { nativeBinding, isReadOnly: true });
  try {
    assertNotNewer(db);
    assertOurs(db);
    if (!hasTables(db) && hadArchive()) throw missing('tables');
  } finally {
    db.close();
  }
}

const missing = (what: 'file' | 'tables'): AppError => new AppError('archive-missing', { what });

function sizeBytes(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
