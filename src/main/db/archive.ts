import { existsSync } from 'node:fs';

import type { ArchiveDatabase, NativeBinding } from './database.ts';
import { openDatabase } from './database.ts';
import {
  ARCHIVE_VERSION,
  archiveVersion,
  assertNotNewer,
  assertOurs,
  migrate,
} from './migrations.ts';

interface OpenArchiveOptions {
  readonly nativeBinding: NativeBinding;
  /** Makes a verified copy of an older archive; a throw stops the migration. */
  readonly copyBeforeMigration: (db: ArchiveDatabase) => void;
}

/**
 * Opens the archive, makes it where there is none, and brings an older one up to date. Throws
 * `archive-newer`, or `archive-damaged` for another program's file, without having changed a byte.
 */
export function openArchive(file: string, options: OpenArchiveOptions): ArchiveDatabase {
  if (existsSync(file)) assertUsable(file, options.nativeBinding);
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

function assertUsable(file: string, nativeBinding: NativeBinding): void {
  const db = openDatabase(file, { nativeBinding, isReadOnly: true });
  try {
    assertNotNewer(db);
    assertOurs(db);
  } finally {
    db.close();
  }
}
