import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openDatabase } from '../../src/main/db/database.ts';

/**
 * The text of a session as the archive's files hold it, block by block. Reads a copy, so that
 * looking does not repair what the app has to repair.
 */
export function textInArchive(userDataFolder: string, sessionId: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'notula-look-'));
  try {
    for (const suffix of ['', '-wal']) {
      const from = join(userDataFolder, `arsip.db${suffix}`);
      if (existsSync(from)) cpSync(from, join(folder, `arsip.db${suffix}`));
    }
    const db = openDatabase(join(folder, 'arsip.db'), { nativeBinding: null });
    try {
      return db
        .prepare<[string], string>(
          'SELECT plain_text FROM blocks WHERE session_id = ? ORDER BY position',
        )
        .pluck()
        .all(sessionId)
        .join('\n');
    } finally {
      db.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
