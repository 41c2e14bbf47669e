import { rmSync, statSync } from 'node:fs';

import Database from 'better-sqlite3';

import type { NativeBinding } from '../db/database.ts';

export type IndexDatabase = Database.Database;

/** Raised whenever the shape or the meaning of the index changes; other versions are rebuilt. */
export const INDEX_VERSION = 2;
/** "NOTI" */
const APPLICATION_ID = 0x4e4f5449;
const BUSY_TIMEOUT_MS = 1500;

/**
 * The derived index: it holds nothing that the archive does not, and may be deleted at any time.
 * `texts` and `meetings` keep words only. `rows` says what a row is (see session-items.ts) and in
 * which state it was read. `meetings` has one row for each session, to find the best ones of all: the
 * words of its facts, all words, those that come often and those that come most.
 */
const SCHEMA = `
CREATE VIRTUAL TABLE texts USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE meetings USING fts5 (
  facts, said, often, most,
  content = '', contentless_delete = 1, detail = column,
  tokenize = 'unicode61 remove_diacritics 2'
);
-- Segments are merged in small steps between batches. Where they grow too many all the same, FTS5
-- merges them at once, which took most of a minute with a million rows: that is put off.
INSERT INTO texts (texts, rank) VALUES ('automerge', 0);
INSERT INTO texts (texts, rank) VALUES ('crisismerge', 200);
INSERT INTO meetings (meetings, rank) VALUES ('crisismerge', 200);
INSERT INTO meetings (meetings, rank) VALUES ('automerge', 0);

CREATE TABLE rows (
  rowid INTEGER PRIMARY KEY,
  key ANY NOT NULL,
  state INTEGER NOT NULL
) STRICT;

CREATE TABLE sessions (
  number INTEGER PRIMARY KEY,
  base INTEGER NOT NULL UNIQUE,
  length INTEGER NOT NULL,
  session_id TEXT NOT NULL UNIQUE,
  day INTEGER NOT NULL,
  start_time TEXT,
  first_date TEXT,
  last_date TEXT,
  kind TEXT NOT NULL,
  series TEXT NOT NULL,
  status TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  -- Whether its row in "meetings" is behind its rows in "texts".
  is_meeting_old INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_with_old_meeting ON sessions (number) WHERE is_meeting_old = 1;

CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, name)
) STRICT;

-- Every word, about how many rows hold it, and its root; reading all_words instead takes seconds.
CREATE TABLE words (
  word TEXT PRIMARY KEY,
  row_count INTEGER NOT NULL,
  -- NULL where the word is its own root.
  root TEXT
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE all_words USING fts5vocab (texts, row);

-- Sessions that are still to be compared with the archive; all of them after a rebuild.
CREATE TABLE pending_sessions (
  place INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE progress (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Position in the archive's queue up to which the index knows everything.
  done_seq INTEGER NOT NULL,
  -- 0 while rows are in the index whose words are not in the table of words yet.
  has_all_words INTEGER NOT NULL,
  -- 0 until all sessions that were there when it was opened are in it.
  is_complete INTEGER NOT NULL
) STRICT;
`;

const FILE_SUFFIXES = ['', '-wal', '-shm', '-journal'];
/** ERROR: a table that is missing. CONSTRAINT: tables that contradict each other. */
const FAILURES_OF_THE_FILE = /^SQLITE_(CORRUPT|NOTADB|FORMAT|ERROR|CONSTRAINT|IOERR_SHORT_READ)/;
const FAILURES_OF_THE_PLACE = /^SQLITE_(CANTOPEN|READONLY|PERM|FULL|IOERR|AUTH|BUSY|LOCKED)/;

function codeOf(error: unknown): string {
  return error instanceof Database.SqliteError ? error.code : '';
}

/** Whether the index itself is broken, so that only making it anew helps. */
export function isDamage(error: unknown): boolean {
  return FAILURES_OF_THE_FILE.test(codeOf(error));
}

/** Whether the disk or folder refuses for now: full, read-only, locked. */
export function isRefusedByDisk(error: unknown): boolean {
  const code =
    codeOf(error) || (error instanceof Error && 'code' in error ? String(error.code) : '');
  return (
    FAILURES_OF_THE_PLACE.test(code) ||
    /^(ERR_FS_EISDIR|E(ACCES|PERM|ROFS|NOSPC|BUSY|ISDIR))$/.test(code)
  );
}

function open(file: string, nativeBinding: NativeBinding): IndexDatabase {
  const db = new Database(file, {
    timeout: BUSY_TIMEOUT_MS,
    ...(nativeBinding === null ? {} : { nativeBinding }),
  });
  try {
    // Merging leaves a tenth of the file free; it is given back when nobody waits.
    db.pragma('auto_vacuum = INCREMENTAL');
    // Nobody else works on it: without memory that is shared, a file that is cut cannot end us.
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('journal_mode = WAL');
    // A power cut may take the last batches; the queue's numbers show it and the index is rebuilt.
    db.pragma('synchronous = NORMAL');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Small files are read through; of a large one that takes seconds, and its end is looked for. */
const LARGEST_CHECKED_PAGES = 4096;

function isWhole(db: IndexDatabase): boolean {
  const pages = Number(db.pragma('page_count', { simple: true }));
  if (pages <= LARGEST_CHECKED_PAGES) return db.pragma('quick_check(1)', { simple: true }) === 'ok';
  const hasJournal = (statSync(`${db.name}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const pageBytes = Number(db.pragma('page_size', { simple: true }));
  return hasJournal || statSync(db.name).size >= pages * pageBytes;
}

function isUsable(db: IndexDatabase): boolean {
  return (
    Number(db.pragma('application_id', { simple: true })) === APPLICATION_ID &&
    Number(db.pragma('user_version', { simple: true })) === INDEX_VERSION &&
    isWhole(db) &&
    db.prepare('SELECT done_seq FROM progress').get() !== undefined
  );
}

function removeIndexFiles(file: string): void {
  for (const suffix of FILE_SUFFIXES) rmSync(file + suffix, { force: true });
}

function create(file: string, nativeBinding: NativeBinding): IndexDatabase {
  const db = open(file, nativeBinding);
  try {
    db.transaction(() => {
      db.exec(SCHEMA);
      // Nothing is known yet: -1 is behind every archive, an empty one too.
      db.exec('INSERT INTO progress VALUES (1, -1, 0, 0)');
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${INDEX_VERSION}`);
    })();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Deletes the index, if there is one, and makes an empty one; in memory where the disk refuses. */
export function createIndexDatabase(file: string, nativeBinding: NativeBinding): IndexDatabase {
  try {
    removeIndexFiles(file);
    return create(file, nativeBinding);
  } catch (error) {
    if (!isRefusedByDisk(error)) throw error;
    return create(':memory:', nativeBinding);
  }
}

/** Opens the index, or makes it anew where it is missing, damaged or of another version. */
export function openIndexDatabase(file: string, nativeBinding: NativeBinding): IndexDatabase {
  let db: IndexDatabase | null = null;
  try {
    db = open(file, nativeBinding);
    if (isUsable(db)) return db;
  } catch (error) {
    if (!isDamage(error) && !isRefusedByDisk(error)) throw error;
  }
  db?.close();
  return createIndexDatabase(file, nativeBinding);
}
