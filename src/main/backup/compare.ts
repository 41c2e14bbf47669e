import type { BackupDifference } from '../../shared/contract/backups.ts';
import type { NativeBinding } from '../db/database.ts';
import { openDatabase } from '../db/database.ts';

interface SessionRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly date: string | null;
  readonly sequence: number;
  readonly updatedAtMs: number;
}

const SESSION_ROWS = `
  SELECT s.id, s.kind, s.title, s.sequence, s.updated_at_ms AS updatedAtMs,
    (SELECT min(d.date) FROM session_days d WHERE d.session_id = s.id) AS date
  FROM sessions s ORDER BY s.updated_at_ms DESC, s.id
`;

/** What restoring the backup would do to each session that is not the same in both. */
export function compareArchives(
  archiveFile: string,
  backupFile: string,
  nativeBinding: NativeBinding,
): readonly BackupDifference[] {
  const present = sessionRows(archiveFile, nativeBinding);
  const kept = sessionRows(backupFile, nativeBinding);
  const keptById = new Map(kept.map((row) => [row.id, row]));
  const presentIds = new Set(present.map(({ id }) => id));
  return [
    ...present.flatMap((row) => {
      const change = changeOf(row, keptById.get(row.id));
      return change === null ? [] : [difference(row, change)];
    }),
    ...kept.filter(({ id }) => !presentIds.has(id)).map((row) => difference(row, 'added')),
  ];
}

function changeOf(
  row: SessionRow,
  kept: SessionRow | undefined,
): BackupDifference['change'] | null {
  if (kept === undefined) return 'removed';
  if (row.sequence > kept.sequence) return 'older';
  if (row.sequence < kept.sequence) return 'newer';
  if (row.updatedAtMs > kept.updatedAtMs) return 'older';
  return row.updatedAtMs < kept.updatedAtMs ? 'newer' : null;
}

function difference(row: SessionRow, change: BackupDifference['change']): BackupDifference {
  const { kind, title, date } = row;
  return { sessionId: row.id, kind, title, date, change };
}

function sessionRows(file: string, nativeBinding: NativeBinding): readonly SessionRow[] {
  const db = openDatabase(file, { nativeBinding, isReadOnly: true });
  try {
    return db.prepare<[], SessionRow>(SESSION_ROWS).all();
  } finally {
    db.close();
  }
}
