import { AppError } from '../../shared/contract/errors.ts';
import type { AppErrorCode } from '../../shared/contract/errors.ts';
import { sqliteAppError } from '../db/sqlite-errors.ts';

const FILE_CODES: Readonly<Record<string, AppErrorCode>> = {
  ENOSPC: 'storage-full',
  EDQUOT: 'storage-full',
  EACCES: 'storage-read-only',
  EPERM: 'storage-read-only',
  EROFS: 'storage-read-only',
  // Windows: another program, such as a virus scanner, holds the file.
  EBUSY: 'storage-unavailable',
};

/** What a user is told when work on backups failed. */
export function backupFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const known = sqliteAppError(error);
  if (known !== null) return known;
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? FILE_CODES[String(error.code)] : null;
  return new AppError(code ?? 'backup-failed', { reason }, { cause: error });
}
