import { existsSync } from 'node:fs';

import { hasBackups } from './folder.ts';

interface TracePlaces {
  readonly backupFolder: string;
  readonly searchFile: string;
  /** The preferences name a session that was open when the app ended. */
  readonly wasSessionOpen: boolean;
}

/** Whether anything beside the archive says that minutes were kept on this computer before. */
export function hasTraces({ backupFolder, searchFile, wasSessionOpen }: TracePlaces): boolean {
  return wasSessionOpen || existsSync(searchFile) || hasBackups(backupFolder);
}
