import { createHash } from 'node:crypto';

import type { SessionId, VersionId } from '../../shared/ids.ts';
import type { VersionInfo } from '../../shared/minutes/versions.ts';
import type { ArchiveDatabase } from '../db/database.ts';

/** A version with the numbers of the runs that it consists of. */
export interface VersionRow extends VersionInfo {
  readonly number: number;
  readonly sequence: number;
  readonly runIds: string;
}

/** Half of a SHA-256: two blocks of one session with the same one say the same. */
const HASH_BYTES = 16;

/** On average a run of blocks ends after so many, and at the latest after so many. */
const RUN_LENGTH = 32;
const LONGEST_RUN = 4 * RUN_LENGTH;

const COLUMNS = `id, number, at_ms AS atMs, reason, actor, sequence, block_count AS blockCount,
  changed_count AS changedCount, run_ids AS runIds`;

/** All SQL of earlier versions. Callers hold the transaction. */
export function createHistoryStore(db: ArchiveDatabase) {
  const savedSequence = db
    .prepare<[string], number>('SELECT sequence FROM sessions WHERE id = ?')
    .pluck();
  const savedNodes = db
    .prepare<[string], string>('SELECT node FROM blocks WHERE session_id = ? ORDER BY position')
    .pluck();
  const blockId = db
    .prepare<[string, Buffer], number>(
      'SELECT id FROM version_blocks WHERE session_id = ? AND hash = ?',
    )
    .pluck();
  const insertBlock = db.prepare<[string, Buffer, string]>(
    'INSERT INTO version_blocks (session_id, hash, node) VALUES (?, ?, ?)',
  );
  const runId = db
    .prepare<[string, string], number>(
      'SELECT id FROM version_runs WHERE session_id = ? AND block_ids = ?',
    )
    .pluck();
  const insertRun = db.prepare<[string, string]>(
    'INSERT INTO version_runs (session_id, block_ids) VALUES (?, ?)',
  );
  const insertVersion = db.prepare<[VersionRow & { readonly sessionId: SessionId }]>(
    `INSERT INTO versions (id, session_id, number, at_ms, reason, actor, sequence, block_count,
       changed_count, run_ids)
     VALUES (@id, @sessionId, @number, @atMs, @reason, @actor, @sequence, @blockCount,
       @changedCount, @runIds)`,
  );
  const newest = db.prepare<[string], VersionRow>(
    `SELECT ${COLUMNS} FROM versions WHERE session_id = ? ORDER BY number DESC LIMIT 1`,
  );
  const all = db.prepare<[string], VersionRow>(
    `SELECT ${COLUMNS} FROM versions WHERE session_id = ? ORDER BY number DESC`,
  );
  const one = db.prepare<[string, string], VersionRow>(
    `SELECT ${COLUMNS} FROM versions WHERE session_id = ? AND id = ?`,
  );
  const blockIdsOfRuns = db
    .prepare<[string], string>(
      `SELECT r.block_ids FROM json_each(?) AS n JOIN version_runs r ON r.id = n.value
       ORDER BY n.key`,
    )
    .pluck();
  const nodesOfRuns = db
    .prepare<[string], string>(
      `SELECT b.node FROM json_each(?) AS n
       JOIN version_runs r ON r.id = n.value
       JOIN json_each(r.block_ids) AS m
       JOIN version_blocks b ON b.id = m.value
       ORDER BY n.key, m.key`,
    )
    .pluck();
  const dropVersion = db.prepare<[string]>('DELETE FROM versions WHERE id = ?');
  const dropRuns = db.prepare<[string, string]>(
    `DELETE FROM version_runs WHERE session_id = ? AND id NOT IN (
       SELECT n.value FROM versions v JOIN json_each(v.run_ids) AS n WHERE v.session_id = ?)`,
  );
  const dropBlocks = db.prepare<[string, string]>(
    `DELETE FROM version_blocks WHERE session_id = ? AND id NOT IN (
       SELECT m.value FROM version_runs r JOIN json_each(r.block_ids) AS m
       WHERE r.session_id = ?)`,
  );
  const nameSpeakers = db.prepare<[string]>(
    `INSERT INTO version_speakers (session_id, attendance_id, name)
     SELECT DISTINCT b.session_id, a.id, COALESCE(p.name, a.group_name)
     FROM blocks b
     JOIN attendance a ON a.id = b.speaker_id
     LEFT JOIN persons p ON p.id = a.person_id
     WHERE b.session_id = ?
     ON CONFLICT (session_id, attendance_id) DO UPDATE SET name = excluded.name
       WHERE name <> excluded.name`,
  );
  const speakers = db.prepare<[string], { readonly id: string; readonly name: string }>(
    'SELECT attendance_id AS id, name FROM version_speakers WHERE session_id = ?',
  );

  function keepBlock(sessionId: SessionId, hash: Buffer, node: string): number {
    const known = blockId.get(sessionId, hash);
    return known ?? Number(insertBlock.run(sessionId, hash, node).lastInsertRowid);
  }

  function keepRun(sessionId: SessionId, ids: readonly number[]): number {
    const list = JSON.stringify(ids);
    const known = runId.get(sessionId, list);
    return known ?? Number(insertRun.run(sessionId, list).lastInsertRowid);
  }

  return {
    savedSequence: (id: SessionId) => savedSequence.get(id),
    /**
     * Keeps what is saved now, and answers with the numbers of its runs and blocks. Where a run ends
     * depends on the blocks alone, so that a block put in somewhere leaves the other runs as they were.
     */
    keepSaved(id: SessionId): { readonly runIds: string; readonly blockIds: readonly number[] } {
      const runIds: number[] = [];
      const blockIds: number[] = [];
      let run: number[] = [];
      const endRun = (): void => {
        if (run.length > 0) runIds.push(keepRun(id, run));
        run = [];
      };
      // All at once: no other statement may run on the connection while rows are being stepped through.
      for (const node of savedNodes.all(id)) {
        const hash = hashOf(node);
        const kept = keepBlock(id, hash, node);
        run.push(kept);
        blockIds.push(kept);
        if (hash.readUInt8(0) % RUN_LENGTH === 0 || run.length === LONGEST_RUN) endRun();
      }
      endRun();
      return { runIds: JSON.stringify(runIds), blockIds };
    },
    insert: (sessionId: SessionId, row: VersionRow): void =>
      void insertVersion.run({ sessionId, ...row }),
    newest: (id: SessionId) => newest.get(id),
    all: (id: SessionId): readonly VersionRow[] => all.all(id),
    one: (sessionId: SessionId, id: VersionId) => one.get(sessionId, id),
    blockIds: (runIds: string): readonly number[] =>
      blockIdsOfRuns.all(runIds).flatMap((list) => JSON.parse(list) as number[]),
    nodes: (runIds: string): readonly string[] => nodesOfRuns.all(runIds),
    nameSpeakers: (id: SessionId): void => void nameSpeakers.run(id),
    speakers: (id: SessionId) => speakers.all(id),
    /** Takes versions away, with what no other version of the session holds. */
    drop(sessionId: SessionId, ids: readonly VersionId[]): void {
      for (const id of ids) dropVersion.run(id);
      if (ids.length === 0) return;
      dropRuns.run(sessionId, sessionId);
      dropBlocks.run(sessionId, sessionId);
    },
  };
}

function hashOf(node: string): Buffer {
  return createHash('sha256').update(node).digest().subarray(0, HASH_BYTES);
}
