import { AppError } from '../../shared/contract/errors.ts';
import type { ArchiveDatabase } from './database.ts';
import { schema1 } from './schema-1.sql.ts';
import { schema2 } from './schema-2.sql.ts';
import { schema3 } from './schema-3.sql.ts';
import { schema4 } from './schema-4.sql.ts';
import { schema5 } from './schema-5.sql.ts';

/** One entry per version of the archive; entry n brings version n to n + 1. Never edited later. */
const MIGRATIONS: readonly string[] = [schema1, schema2, schema3, schema4, schema5];

export const ARCHIVE_VERSION = MIGRATIONS.length;

/** Marks the file as ours ("NOTU"), so that another program's database is not taken for one. */
export const APPLICATION_ID = 0x4e4f5455;

export function archiveVersion(db: ArchiveDatabase): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Throws `archive-newer` where a newer Notula wrote the file: nothing is changed then. */
export function assertNotNewer(db: ArchiveDatabase): void {
  const found = archiveVersion(db);
  if (found > ARCHIVE_VERSION) {
    throw new AppError('archive-newer', { found, known: ARCHIVE_VERSION });
  }
}

/** Throws `archive-damaged` for another program's database; a file without tables may become ours. */
export function assertOurs(db: ArchiveDatabase): void {
  const isMarked = Number(db.pragma('application_id', { simple: true })) === APPLICATION_ID;
  if (!isMarked && hasTables(db)) throw new AppError('archive-damaged', { reason: 'not ours' });
}

export function hasTables(db: ArchiveDatabase): boolean {
  return Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) > 0;
}

/** Brings the archive to the current version, each step in one transaction. */
export function migrate(db: ArchiveDatabase): void {
  assertNotNewer(db);
  for (let version = archiveVersion(db); version < ARCHIVE_VERSION; version += 1) {
    const step = MIGRATIONS[version];
    if (step === undefined) throw new Error(`no migration from version ${version}`);
    db.transaction(() => {
      db.exec(step);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + 1}`);
    })();
  }
}
