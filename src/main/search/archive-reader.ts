import Database from 'better-sqlite3';

import type { ArchiveDatabase } from '../db/database.ts';
import type { BlockType, FollowUpStatus } from '../../shared/document/block.ts';
import type { SessionStatus, SessionZone } from '../../shared/minutes/session.ts';
import { createPeopleReader } from './archive-people.ts';
import { createCandidates } from './candidates.ts';
import { createUnchanged } from './unchanged.ts';

/** What the search reads of a session. */
export interface ArchiveSession {
  readonly id: string;
  readonly kind: string;
  readonly zone: SessionZone;
  readonly title: string;
  readonly theme: string;
  readonly purpose: string;
  readonly document_number: string;
  readonly place: string;
  readonly series_title: string | null;
  /** Names of the hosts, as JSON. */
  readonly hosts: string;
  readonly status: SessionStatus;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly start_time: string | null;
  readonly created_at_ms: number;
  readonly updated_at_ms: number;
  readonly sequence: number;
}

/** What the index takes of a block. */
export interface IndexedBlock {
  readonly id: string;
  readonly position: number;
  readonly sequence: number;
  readonly speaker_id: string | null;
  readonly type: BlockType;
  readonly plain_text: string;
  /** "" for what is no statement. */
  readonly statement_kind: string;
  /** Who is to do a follow-up, and how far it is; null for other blocks. */
  readonly responsible: string | null;
  readonly follow_up_status: FollowUpStatus | null;
}

export interface ArchiveBlock extends IndexedBlock {
  readonly spoken_at_ms: number | null;
  /** Date of the day of the session that the block belongs to. */
  readonly day: string | null;
}

/** A correction of a final session. */
export interface ArchiveAddendum {
  readonly number: number;
  /** The block it is about; null: the minutes as a whole. */
  readonly block_id: string | null;
  readonly text: string;
}

/** A file beside the minutes. */
export interface ArchiveFileHead {
  readonly id: string;
  readonly name: string;
  readonly caption: string;
  /** Its length in characters; 0 where nobody has read it, or it has no words. */
  readonly text_length: number;
}

export interface QueueRow {
  readonly seq: number;
  readonly session_id: string;
  readonly block_id: string | null;
}

const SESSION = `
SELECT s.id, s.kind, s.title, s.theme, s.purpose, s.document_number, s.place, s.zone, s.status,
  s.created_at_ms, s.updated_at_ms, s.sequence,
  (SELECT title FROM series WHERE id = s.series_id) AS series_title,
  (SELECT json_group_array(o.name ORDER BY h.position) FROM session_hosts h
    JOIN organizations o ON o.id = h.organization_id WHERE h.session_id = s.id) AS hosts,
  (SELECT min(date) FROM session_days WHERE session_id = s.id) AS first_date,
  (SELECT max(date) FROM session_days WHERE session_id = s.id) AS last_date,
  (SELECT start_time FROM session_days WHERE session_id = s.id
    ORDER BY date IS NULL, date, position LIMIT 1) AS start_time
FROM sessions s WHERE s.id = ? AND s.trashed_at_ms IS NULL`;

/** A failure of the archive itself: nothing of the index is to blame for it. */
export class ArchiveFailure extends Error {
  constructor(cause: unknown) {
    super(`archive: ${String(cause)}`, { cause });
    this.name = 'ArchiveFailure';
  }
}

/** Both are SQLite, and say the same: whose failure it is has to be known where it happens. */
function ofArchive<Asked extends readonly unknown[], Answer>(
  read: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  return (...asked) => {
    try {
      return read(...asked);
    } catch (error) {
      throw error instanceof Database.SqliteError ? new ArchiveFailure(error) : error;
    }
  };
}

/** A block that is damaged has its words all the same; what else it said is not known then. */
const attribute = (name: string): string =>
  `CASE WHEN json_valid(node) THEN node ->> '$.attrs.${name}' END`;

/** The private note of a block is not read: no search finds it. */
const INDEXED_BLOCK = `id, position, sequence, speaker_id, type, plain_text,
  CASE type WHEN 'statement' THEN ${attribute('kind')} ELSE '' END AS statement_kind,
  CASE type WHEN 'followUp' THEN ${attribute('responsible')} END AS responsible,
  CASE type WHEN 'followUp' THEN ${attribute('status')} END AS follow_up_status`;

const BLOCK = `${INDEXED_BLOCK},
  CASE WHEN type IN ('statement', 'break') THEN ${attribute('spokenAtMs')} END AS spoken_at_ms,
  (SELECT date FROM session_days WHERE id = ${attribute('dayId')}) AS day`;

/** Everything the search asks of the archive; read only. */
export function createArchiveReader(db: ArchiveDatabase) {
  const session = db.prepare<[string], ArchiveSession>(SESSION);
  const people = createPeopleReader(db);
  const block = db.prepare<[string, string], ArchiveBlock>(
    `SELECT ${BLOCK}
     FROM blocks WHERE session_id = ? AND id = ?`,
  );
  const blocks = db.prepare<[string], IndexedBlock>(
    `SELECT ${INDEXED_BLOCK} FROM blocks WHERE session_id = ? ORDER BY position, id`,
  );
  const indexedBlock = db.prepare<[string, string], IndexedBlock>(
    `SELECT ${INDEXED_BLOCK} FROM blocks WHERE session_id = ? AND id = ?`,
  );
  const previousBlock = db
    .prepare<[string, number, number, string], string>(
      `SELECT id FROM blocks
       WHERE session_id = ? AND (position < ? OR (position = ? AND id < ?))
       ORDER BY position DESC, id DESC LIMIT 1`,
    )
    .pluck();
  const agendaBefore = db
    .prepare<[string, number], string>(
      `SELECT plain_text FROM blocks WHERE session_id = ? AND type = 'agendaItem' AND position < ?
       ORDER BY position DESC LIMIT 1`,
    )
    .pluck();
  const blocksBefore = db.prepare<[string, number, number], ArchiveBlock>(
    `SELECT ${BLOCK} FROM blocks
     WHERE session_id = ? AND position < ? ORDER BY position DESC LIMIT ?`,
  );
  const blocksFrom = db.prepare<[string, number, number], ArchiveBlock>(
    `SELECT ${BLOCK} FROM blocks
     WHERE session_id = ? AND position >= ? ORDER BY position LIMIT ?`,
  );
  const readCandidates = createCandidates(db);
  const version = db.prepare<[], number>('PRAGMA data_version').pluck();
  const readVersion = ofArchive(() => version.get() ?? 0);
  let seenVersion = -1;
  const unchanged = createUnchanged();
  const parts = (key: string): readonly [string, string] => {
    const at = key.indexOf('\n');
    return [key.slice(0, at), key.slice(at + 1)];
  };
  const blockOf = unchanged.remember((key: string) => block.get(...parts(key)) ?? null);
  const candidatesOf = unchanged.remember((_all: null) => readCandidates());
  const agendaOf = unchanged.remember((key: string) => {
    const [sessionId, position] = parts(key);
    return agendaBefore.get(sessionId, Number(position)) ?? null;
  });
  const queue = db.prepare<[number, number], QueueRow>(
    'SELECT seq, session_id, block_id FROM index_queue WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const queueLength = db
    .prepare<[number], number>('SELECT count(*) FROM index_queue WHERE seq > ?')
    .pluck();
  const lastSeq = db
    .prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'index_queue'")
    .pluck();
  // Newest first, so that a rebuild answers for the latest meetings within moments.
  const sessionStates = db.prepare<[], Pick<ArchiveSession, 'id' | 'sequence' | 'updated_at_ms'>>(
    `SELECT s.id, s.sequence, s.updated_at_ms FROM sessions s WHERE s.trashed_at_ms IS NULL
     ORDER BY (SELECT min(date) FROM session_days WHERE session_id = s.id) DESC NULLS LAST,
       s.created_at_ms DESC`,
  );

  // The newest first: where there is too much to read, what was used lately matters.
  const seriesTexts = db
    .prepare<[string, string, number], string>(
      `SELECT b.plain_text FROM blocks b JOIN sessions s ON s.id = b.session_id
       WHERE s.trashed_at_ms IS NULL
         AND (s.id = ? OR s.series_id = (SELECT series_id FROM sessions WHERE id = ?))
       ORDER BY s.created_at_ms DESC, b.session_id, b.position DESC LIMIT ?`,
    )
    .pluck();

  const addenda = db.prepare<[string], ArchiveAddendum>(
    'SELECT number, block_id, text FROM addenda WHERE session_id = ? ORDER BY number',
  );
  const fileHeads = db.prepare<[string], ArchiveFileHead>(
    `SELECT f.id, f.name, f.caption, coalesce(length(t.text), 0) AS text_length
     FROM session_files f LEFT JOIN file_texts t ON t.sha256 = f.sha256
     WHERE f.session_id = ? AND f.removed_at_ms IS NULL ORDER BY f.position, f.id`,
  );
  const fileText = db
    .prepare<[string], string>(
      `SELECT t.text FROM session_files f JOIN file_texts t ON t.sha256 = f.sha256 WHERE f.id = ?`,
    )
    .pluck();

  return {
    /** One consistent view of the archive for several reads. */
    inOneView: <T>(read: () => T): T =>
      db.transaction(() => {
        const seen = readVersion();
        if (seen !== seenVersion) unchanged.forget();
        seenVersion = seen;
        return read();
      })(),
    session: ofArchive(unchanged.remember((id: string) => session.get(id) ?? null)),
    attendees: ofArchive(unchanged.remember(people.attendees)),
    speaker: ofArchive(unchanged.remember(people.speaker)),
    addenda: ofArchive((sessionId: string) => addenda.all(sessionId)),
    fileHeads: ofArchive((sessionId: string) => fileHeads.all(sessionId)),
    fileText: ofArchive((fileId: string) => fileText.get(fileId) ?? ''),
    block: ofArchive((sessionId: string, id: string) => blockOf(`${sessionId}\n${id}`)),
    /** Title of the agenda item under which a place in the minutes stands. */
    agendaBefore: ofArchive((sessionId: string, position: number) =>
      agendaOf(`${sessionId}\n${position}`),
    ),
    /** Blocks before a place, the nearest first. */
    blocksBefore: ofArchive((sessionId: string, position: number, limit: number) =>
      blocksBefore.all(sessionId, position, limit),
    ),
    blocksFrom: ofArchive((sessionId: string, position: number, limit: number) =>
      blocksFrom.all(sessionId, position, limit),
    ),
    indexedBlocks: ofArchive((sessionId: string) => blocks.all(sessionId)),
    indexedBlock: ofArchive(
      (sessionId: string, id: string) => indexedBlock.get(sessionId, id) ?? null,
    ),
    previousBlockId: ofArchive(
      (sessionId: string, head: Pick<IndexedBlock, 'id' | 'position'>) =>
        previousBlock.get(sessionId, head.position, head.position, head.id) ?? null,
    ),
    queueAfter: ofArchive((seq: number, limit: number) => queue.all(seq, limit)),
    queueLengthAfter: ofArchive((seq: number) => queueLength.get(seq) ?? 0),
    /** The highest number the queue ever gave out, rows that are trimmed included. */
    lastQueueSeq: ofArchive(() => lastSeq.get() ?? 0),
    sessionStates: ofArchive(() => sessionStates.all()),
    candidates: ofArchive(() => candidatesOf(null)),
    /** The texts of a session and of all others of its series. */
    seriesTexts: (sessionId: string, limit: number) =>
      seriesTexts.iterate(sessionId, sessionId, limit),
  };
}
export type ArchiveReader = ReturnType<typeof createArchiveReader>;
