import type { DayId } from '../../shared/ids.ts';
import type { ArchiveDatabase } from '../db/database.ts';

export interface BlockRow {
  readonly id: string;
  readonly position: number;
  readonly type: string;
  readonly node: string;
  readonly plainText: string;
  readonly speakerId: string | null;
}

export interface DocumentState {
  readonly sequence: number;
  readonly savedAtMs: number;
  readonly status: string;
}

/** All SQL of documents; statements are prepared once. */
export function createDocumentStore(db: ArchiveDatabase) {
  const state = db.prepare<[string], DocumentState>(
    'SELECT sequence, saved_at_ms AS savedAtMs, status FROM sessions WHERE id = ?',
  );
  const nodes = db
    .prepare<[string], string>('SELECT node FROM blocks WHERE session_id = ? ORDER BY position')
    .pluck();
  const positions = db.prepare<[string], { id: string; position: number }>(
    'SELECT id, position FROM blocks WHERE session_id = ? ORDER BY position',
  );
  const lastPosition = db
    .prepare<[string], number>(
      'SELECT COALESCE(MAX(position), -1) FROM blocks WHERE session_id = ?',
    )
    .pluck();
  const upsert = db.prepare(`
    INSERT INTO blocks (session_id, id, position, type, node, plain_text, speaker_id, sequence)
    VALUES (@sessionId, @id, @position, @type, @node, @plainText, @speakerId, @sequence)
    ON CONFLICT (session_id, id) DO UPDATE SET
      type = excluded.type, node = excluded.node, plain_text = excluded.plain_text,
      speaker_id = excluded.speaker_id, sequence = excluded.sequence
  `);
  const setPosition = db.prepare(
    'UPDATE blocks SET position = @position WHERE session_id = @sessionId AND id = @id',
  );
  const remove = db.prepare('DELETE FROM blocks WHERE session_id = ? AND id = ?');
  const enqueue = db.prepare('INSERT INTO index_queue (session_id, block_id) VALUES (?, ?)');
  const advance = db.prepare(`
    UPDATE sessions
    SET sequence = @sequence, saved_at_ms = @savedAtMs, updated_at_ms = @savedAtMs
    WHERE id = @sessionId
  `);

  const dayIds = db
    .prepare<[string], DayId>('SELECT id FROM session_days WHERE session_id = ? ORDER BY position')
    .pluck();

  return {
    dayIds: (sessionId: string): readonly DayId[] => dayIds.all(sessionId),
    state: (sessionId: string): DocumentState | undefined => state.get(sessionId),
    nodes: (sessionId: string): readonly string[] => nodes.all(sessionId),
    positions: (sessionId: string) => positions.all(sessionId),
    lastPosition: (sessionId: string): number => lastPosition.get(sessionId) ?? -1,
    /** Writes a block; `position` counts only where the block is new. */
    upsert: (sessionId: string, sequence: number, row: BlockRow): void => {
      upsert.run({ sessionId, sequence, ...row });
    },
    setPosition: (sessionId: string, id: string, position: number): void => {
      setPosition.run({ sessionId, id, position });
    },
    remove: (sessionId: string, id: string): void => {
      remove.run(sessionId, id);
    },
    enqueue: (sessionId: string, blockId: string): void => {
      enqueue.run(sessionId, blockId);
    },
    advance: (sessionId: string, sequence: number, savedAtMs: number): void => {
      advance.run({ sessionId, sequence, savedAtMs });
    },
  };
}
