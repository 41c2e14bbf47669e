import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openArchive } from '../../src/main/db/archive.ts';
import { createDocumentsService } from '../../src/main/documents/service.ts';
import type { Block } from '../../src/shared/document/block.ts';
import type { BlockId, SessionId } from '../../src/shared/ids.ts';

export interface TestFolder {
  readonly path: string;
  readonly archiveFile: string;
  readonly backupFolder: string;
  readonly remove: () => void;
}

export function makeFolder(): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'notula-archive-'));
  return {
    path,
    archiveFile: join(path, 'arsip.db'),
    backupFolder: join(path, 'cadangan'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

export const openTestArchive = (file: string): ArchiveDatabase =>
  openArchive(file, { nativeBinding: null, copyBeforeMigration: () => undefined });

export const documents = (db: ArchiveDatabase, clock: () => number = () => 1_790_000_000_000) =>
  createDocumentsService({
    db,
    clock,
    facts: {
      session: () => {
        throw new Error('not part of these tests');
      },
      attendance: () => [],
      profile: () => ({ officeName: '', notulisName: '' }),
    },
  });

export function addSession(
  db: ArchiveDatabase,
  id: string,
  { title = `Rapat ${id}`, status = 'berlangsung', updatedAtMs = 1_790_000_000_000 } = {},
): SessionId {
  db.prepare(
    `INSERT INTO sessions (id, kind, title, theme, purpose, document_number, invitation, place,
       link, zone, status, created_at_ms, updated_at_ms)
     VALUES (?, 'FGD', ?, '', '', '', '', '', '', 'WIB', ?, ?, ?)`,
  ).run(id, title, status, updatedAtMs, updatedAtMs);
  return id as SessionId;
}

export const narration = (id: string, text: string): Block => ({
  type: 'narration',
  attrs: { id: id as BlockId, dayId: null },
  content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }],
});

export const blockIds = (...ids: readonly string[]): BlockId[] => ids as unknown as BlockId[];
