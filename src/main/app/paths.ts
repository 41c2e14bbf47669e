import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { app } from 'electron';

/** Files the app brings with it; beside the asar when packaged, in the project otherwise. */
export function resourcePath(...parts: readonly string[]): string {
  const base = app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : fileURLToPath(new URL('../../resources', import.meta.url));
  return join(base, ...parts);
}

/** Where the user's data live; Electron's --user-data-dir moves all of it. */
export function dataPaths() {
  const folder = app.getPath('userData');
  return {
    folder,
    archive: join(folder, 'arsip.db'),
    search: join(folder, 'search.db'),
    backups: join(folder, 'cadangan'),
    files: join(folder, 'lampiran'),
    preferences: join(folder, 'preferensi.json'),
    log: join(folder, 'catatan-galat.log'),
  };
}

export function isDataFolderWritable(): boolean {
  try {
    accessSync(app.getPath('userData'), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * better-sqlite3's binary for an Electron that the prebuilt one does not fit; only development
 * runs may name one.
 */
export function nativeBinding(): string | null {
  return app.isPackaged ? null : (process.env['NOTULA_SQLITE_BINDING'] ?? null);
}
