import type { ArchiveDatabase, NativeBinding } from '../db/database.ts';
import { removeDatabase } from './disk.ts';
import { readFacts } from './facts.ts';
import { choosePlace, finishBackup } from './finish.ts';

interface BeforeMigrationOptions {
  readonly backupFolder: string;
  readonly clock: () => number;
  readonly nativeBinding: NativeBinding;
}

/**
 * Copies an archive that is about to be brought to a newer version, and reads the copy back.
 * A throw stops the migration; the archive is then as it was.
 */
export function copyBeforeMigration(
  db: ArchiveDatabase,
  { backupFolder, clock, nativeBinding }: BeforeMigrationOptions,
): void {
  const place = choosePlace(backupFolder, clock(), 'before-migration');
  try {
    removeDatabase(place.unfinishedFile);
    // Nobody else writes while the archive is being opened, so figures and copy belong together.
    const facts = readFacts(db);
    db.prepare('VACUUM INTO ?').run(place.unfinishedFile);
    finishBackup(place, 'before-migration', facts, nativeBinding);
  } catch (error) {
    removeDatabase(place.unfinishedFile);
    throw error;
  }
}
