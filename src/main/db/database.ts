import Database from 'better-sqlite3';

export type ArchiveDatabase = Database.Database;

/** Where a development build finds better-sqlite3's binary; null for the one in the package. */
export type NativeBinding = string | null;

export interface OpenOptions {
  readonly nativeBinding: NativeBinding;
  readonly isReadOnly?: boolean;
}

/**
 * How long a statement waits for another process's lock. Short: the only legitimate others are
 * readers and backups, which never hold a write lock.
 */
const BUSY_TIMEOUT_MS = 1500;

/** Opens the archive with the durability it promises: WAL, and every commit synced. */
export function openDatabase(file: string, options: OpenOptions): ArchiveDatabase {
  const db = new Database(file, {
    timeout: BUSY_TIMEOUT_MS,
    readonly: options.isReadOnly ?? false,
    ...(options.nativeBinding === null ? {} : { nativeBinding: options.nativeBinding }),
  });
  try {
    if (!options.isReadOnly) db.pragma('journal_mode = WAL');
    // After journal_mode: better-sqlite3 is built to fall to NORMAL in WAL, which loses commits.
    db.pragma('synchronous = FULL');
    if (process.platform === 'darwin') {
      db.pragma('fullfsync = 1');
      db.pragma('checkpoint_fullfsync = 1');
    }
    db.pragma('foreign_keys = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
