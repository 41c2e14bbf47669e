import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';

import type { SessionId } from '../../shared/ids.ts';
import type { FileFault } from '../../shared/minutes/final.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { contentPath } from './content.ts';

interface CheckedRow {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly name: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface FilesReport {
  readonly fileCount: number;
  readonly fileFaults: readonly FileFault[];
}

/** Recordings of many hours would take longer to read than anybody waits for a check. */
const MOST_READ_BYTES = 2_000_000_000;
const PIECE_BYTES = 1024 * 1024;

function hashOf(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const bytesRead = readSync(file, piece, 0, PIECE_BYTES, null);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    closeSync(file);
  }
}

function faultOf(folder: string, row: CheckedRow, isRead: boolean): FileFault['fault'] | null {
  const path = contentPath(folder, row.sha256);
  try {
    if (statSync(path).size !== row.sizeBytes) return 'damaged';
    return !isRead || hashOf(path) === row.sha256 ? null : 'damaged';
  } catch {
    return 'missing';
  }
}

/**
 * Looks whether the bytes of every file beside minutes are there and of their size, and reads them,
 * the smallest first, as far as that takes no longer than people wait.
 */
export function checkFiles(db: ArchiveDatabase, folder: string): FilesReport {
  const rows = db
    .prepare<[], CheckedRow>(
      `SELECT f.session_id AS sessionId, s.title, f.name, f.sha256, f.size_bytes AS sizeBytes
       FROM session_files f JOIN sessions s ON s.id = f.session_id
       WHERE f.removed_at_ms IS NULL ORDER BY f.size_bytes, f.sha256, f.position`,
    )
    .all();
  const known = new Map<string, FileFault['fault'] | null>();
  let readBytes = 0;
  const fileFaults = rows.flatMap((row): readonly FileFault[] => {
    if (!known.has(row.sha256)) {
      readBytes += row.sizeBytes;
      known.set(row.sha256, faultOf(folder, row, readBytes <= MOST_READ_BYTES));
    }
    const fault = known.get(row.sha256) ?? null;
    const { sessionId, title, name } = row;
    return fault === null ? [] : [{ sessionId, title, name, fault }];
  });
  return { fileCount: rows.length, fileFaults };
}
