import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { SearchAnswer, SearchSort } from '../../src/shared/contract/search.ts';
import { searchQuerySchema } from '../../src/shared/contract/search.ts';
import { createRootFinder } from '../../src/shared/search/indonesian/root-finder.ts';
import { readRootWords } from '../../src/shared/search/indonesian/root-words.ts';
import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import type { SearchEngine } from '../../src/main/search/engine.ts';
import { createSearchEngine } from '../../src/main/search/engine.ts';
import { createSearchService } from '../../src/main/search/service.ts';

/** "Today" in these tests. */
export const NOW_MS = Date.UTC(2025, 5, 30, 5);
const DICTIONARY = new URL('../../resources/dictionaries/id_ID.dic', import.meta.url);
export const { rootOf } = createRootFinder(readRootWords(readFileSync(DICTIONARY, 'latin1')));

const CREATED_AT_MS = Date.UTC(2025, 0, 1);

export interface TestSession {
  readonly id: string;
  readonly title?: string;
  readonly kind?: string;
  readonly place?: string;
  readonly dates?: readonly (string | null)[];
  readonly start?: string;
  readonly createdAtMs?: number;
  /** Texts of its statements; ids are "b0", "b1" … */
  readonly texts?: readonly string[];
  readonly speakerId?: string;
}

export interface TestBlock {
  readonly id: string;
  readonly text: string;
  readonly speakerId?: string;
  /** Counts only where the block is new. */
  readonly position?: number;
}

/** A real archive in a folder of its own, written the way the services write it. */
export function createTestArchive() {
  const folder = mkdtempSync(join(tmpdir(), 'notula-search-'));
  const file = join(folder, 'arsip.db');
  const indexFile = join(folder, 'search.db');
  const db = openDatabase(file, { nativeBinding: null });
  migrate(db);
  const engines: { readonly engine: SearchEngine; readonly archive: ArchiveDatabase }[] = [];
  const logged: string[] = [];

  const putInQueue = db.prepare('INSERT INTO index_queue (session_id, block_id) VALUES (?, ?)');
  const enqueue = (sessionId: string, blockId: string | null): void => {
    putInQueue.run(sessionId, blockId);
  };
  const touch = (sessionId: string): void => {
    db.prepare(
      'UPDATE sessions SET sequence = sequence + 1, updated_at_ms = updated_at_ms + 1 WHERE id = ?',
    ).run(sessionId);
  };

  /** Saves blocks as documents.save does: one transaction, every block in the queue. */
  const saveBlocks = (sessionId: string, blocks: readonly TestBlock[]): void => {
    db.transaction(() => {
      touch(sessionId);
      const last = db
        .prepare<[string], number>(
          'SELECT coalesce(max(position), -1) FROM blocks WHERE session_id = ?',
        )
        .pluck();
      const put = db.prepare(
        `INSERT INTO blocks (session_id, id, position, type, node, plain_text, speaker_id, sequence)
         VALUES (@sessionId, @id, @position, 'statement', '{}', @text, @speakerId,
           (SELECT sequence FROM sessions WHERE id = @sessionId))
         ON CONFLICT (session_id, id) DO UPDATE SET plain_text = excluded.plain_text,
           speaker_id = excluded.speaker_id, sequence = excluded.sequence`,
      );
      const first = (last.get(sessionId) ?? -1) + 1;
      blocks.forEach(({ id, text, speakerId = null, position }, at) => {
        put.run({ sessionId, id, text, speakerId, position: position ?? first + at });
        enqueue(sessionId, id);
      });
    })();
  };

  const addSession = (session: TestSession): void => {
    db.prepare(
      `INSERT INTO sessions (id, kind, title, theme, purpose, document_number, invitation, place,
         link, zone, status, created_at_ms, updated_at_ms)
       VALUES (?, ?, ?, '', '', '', '', ?, '', 'WIB', 'selesai', ?, ?)`,
    ).run(
      session.id,
      session.kind ?? 'FGD',
      session.title ?? '',
      session.place ?? '',
      session.createdAtMs ?? CREATED_AT_MS,
      session.createdAtMs ?? CREATED_AT_MS,
    );
    (session.dates ?? [null]).forEach((date, position) => {
      db.prepare(
        `INSERT INTO session_days (id, session_id, position, date, start_time)
         VALUES (?, ?, ?, ?, ?)`,
      ).run(`${session.id}-d${position}`, session.id, position, date, session.start ?? null);
    });
    enqueue(session.id, null);
    const { texts = [], speakerId } = session;
    saveBlocks(
      session.id,
      texts.map((text, at) => ({
        id: `b${at}`,
        text,
        ...(speakerId === undefined ? {} : { speakerId }),
      })),
    );
  };

  const addAttendee = (
    sessionId: string,
    id: string,
    person: { name: string; titleAfter?: string; position?: string; organization?: string },
  ): void => {
    const organizationId = person.organization === undefined ? null : `o-${person.organization}`;
    db.prepare('INSERT OR IGNORE INTO organizations (id, name) VALUES (?, ?)').run(
      organizationId ?? 'o-none',
      person.organization ?? 'Tanpa lembaga',
    );
    db.prepare('INSERT INTO persons (id, name, title_after) VALUES (?, ?, ?)').run(
      `p-${id}`,
      person.name,
      person.titleAfter ?? '',
    );
    db.prepare(
      `INSERT INTO attendance (id, session_id, position, type, person_id, position_title,
         organization_id) VALUES (?, ?, 0, 'person', ?, ?, ?)`,
    ).run(id, sessionId, `p-${id}`, person.position ?? '', organizationId);
    enqueue(sessionId, null);
  };

  const openEngineAt = (searchFile: string): SearchEngine => {
    const archive = openDatabase(file, { nativeBinding: null, isReadOnly: true });
    const engine = createSearchEngine({
      archive,
      indexFile: searchFile,
      nativeBinding: null,
      rootOf,
      clock: () => NOW_MS,
      log: (text) => logged.push(text),
    });
    engines.push({ engine, archive });
    return engine;
  };

  const closeEngines = (): void => {
    for (const { engine, archive } of engines.splice(0)) {
      engine.close();
      archive.close();
    }
  };

  return {
    exec: (sql: string): void => void db.exec(sql),
    inOneTransaction: (work: () => void): void => db.transaction(work)(),
    folder,
    file,
    indexFile,
    logged,
    enqueue,
    touch,
    addSession,
    saveBlocks,
    addAttendee,
    openEngine: () => openEngineAt(indexFile),
    openEngineAt,
    closeEngines,
    close: () => {
      closeEngines();
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type TestArchive = ReturnType<typeof createTestArchive>;

/** Indexes until nothing is left to do. */
export function indexAll(engine: SearchEngine): void {
  while (engine.use(({ indexer }) => indexer.step()) !== 'idle');
}

/** What the search box would get for a text. */
export function search(
  engine: SearchEngine,
  text: string,
  options: Partial<{ sort: SearchSort; limit: number }> = {},
): SearchAnswer {
  const query = searchQuerySchema.parse({
    text,
    sort: 'terbaru',
    limit: 100,
    ...options,
  });
  return createSearchService(engine, () => NOW_MS)['search.query'](query) as SearchAnswer;
}

/** Hits as "session/block", in the order shown. */
export function found(answer: SearchAnswer): readonly string[] {
  return answer.hits.map((hit) => `${hit.sessionId}/${hit.blockId ?? hit.field}`);
}

/** The excerpt of the first hit with its matches in brackets. */
export function marked(answer: SearchAnswer, at = 0): string {
  return (answer.hits[at]?.excerpt ?? [])
    .map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text))
    .join('');
}
