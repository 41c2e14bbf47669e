import Database from 'better-sqlite3';

import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode } from '../../shared/contract/errors.ts';

const CODES: readonly (readonly [prefix: string, code: AppErrorCode])[] = [
  ['SQLITE_FULL', 'storage-full'],
  ['SQLITE_READONLY', 'storage-read-only'],
  ['SQLITE_CANTOPEN', 'storage-read-only'],
  ['SQLITE_PERM', 'storage-read-only'],
  ['SQLITE_CORRUPT', 'archive-damaged'],
  ['SQLITE_NOTADB', 'archive-damaged'],
  ['SQLITE_IOERR', 'storage-unavailable'],
  ['SQLITE_BUSY', 'storage-unavailable'],
  ['SQLITE_LOCKED', 'storage-unavailable'],
];

/** What triggers say that refuse to change a final session. */
const FINAL_MESSAGE = 'session-final' satisfies AppErrorCode;

/** The failure behind an SQLite result code (https://sqlite.org/rescode.html); null for others. */
export function sqliteAppError(error: unknown): AppError | null {
  if (!(error instanceof Database.SqliteError)) return null;
  if (error.code === 'SQLITE_CONSTRAINT_TRIGGER' && error.message === FINAL_MESSAGE) {
    return new AppError(FINAL_MESSAGE);
  }
  const found = CODES.find(([prefix]) => error.code.startsWith(prefix));
  return found === undefined
    ? null
    : new AppError(found[1], { sqlite: error.code }, { cause: error });
}
