/**
 * The archive as of version 1. Wall-clock facts (dates, times of day) are text as they are known;
 * points in time are UTC milliseconds. Order always comes from `position` or `sequence` columns.
 */
export const schema1 = `
CREATE TABLE profile (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organizations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX organizations_by_name ON organizations (name COLLATE NOCASE);

CREATE TABLE persons (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  title_before TEXT NOT NULL DEFAULT '',
  title_after TEXT NOT NULL DEFAULT '',
  position TEXT NOT NULL DEFAULT '',
  organization_id TEXT REFERENCES organizations (id),
  nip TEXT NOT NULL DEFAULT '',
  rank TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX persons_by_organization ON persons (organization_id);

CREATE TABLE series (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX series_by_title ON series (title COLLATE NOCASE);

CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  theme TEXT NOT NULL,
  purpose TEXT NOT NULL,
  document_number TEXT NOT NULL,
  invitation TEXT NOT NULL,
  mode TEXT CHECK (mode IN ('luring', 'daring', 'hibrida')),
  place TEXT NOT NULL,
  link TEXT NOT NULL,
  zone TEXT NOT NULL CHECK (zone IN ('WIB', 'WITA', 'WIT')),
  access TEXT CHECK (access IN ('terbuka', 'tertutup')),
  confidentiality TEXT CHECK (confidentiality IN ('biasa', 'terbatas', 'rahasia')),
  series_id TEXT REFERENCES series (id),
  series_number INTEGER,
  status TEXT NOT NULL CHECK (status IN ('rencana', 'berlangsung', 'selesai', 'final')),
  is_example INTEGER NOT NULL DEFAULT 0,
  example_key TEXT,
  trashed_at_ms INTEGER,
  created_at_ms INTEGER NOT NULL,
  updated_at_ms INTEGER NOT NULL,
  -- Number of the last saved batch of the document, and when it was saved.
  sequence INTEGER NOT NULL DEFAULT 0,
  saved_at_ms INTEGER NOT NULL DEFAULT 0,
  format_version INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_series ON sessions (series_id);

CREATE TABLE session_days (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  date TEXT,
  start_time TEXT,
  end_time TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX session_days_by_session ON session_days (session_id, position);

CREATE TABLE session_hosts (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organizations (id),
  PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('person', 'group')),
  person_id TEXT REFERENCES persons (id),
  group_name TEXT NOT NULL DEFAULT '',
  -- What the person was at this session; the person's own row may change later.
  position_title TEXT NOT NULL DEFAULT '',
  organization_id TEXT REFERENCES organizations (id),
  head_count INTEGER,
  -- Set while the removal can still be undone; such lines are shown nowhere.
  removed_at_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_by_session ON attendance (session_id, position);
CREATE INDEX attendance_by_person ON attendance (person_id);

CREATE TABLE attendance_days (
  attendance_id TEXT NOT NULL REFERENCES attendance (id) ON DELETE CASCADE,
  day_id TEXT NOT NULL REFERENCES session_days (id) ON DELETE CASCADE,
  role TEXT,
  presence TEXT CHECK (presence IN ('hadir', 'daring', 'izin', 'tidak hadir', 'diwakili')),
  represented_by TEXT NOT NULL DEFAULT '',
  arrived TEXT,
  departed TEXT,
  PRIMARY KEY (attendance_id, day_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_days_by_day ON attendance_days (day_id);

CREATE TABLE blocks (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  type TEXT NOT NULL,
  -- The whole block as JSON; the columns beside it repeat parts of it for queries.
  node TEXT NOT NULL,
  plain_text TEXT NOT NULL,
  speaker_id TEXT,
  -- Session sequence number of the save that wrote this block last.
  sequence INTEGER NOT NULL,
  PRIMARY KEY (session_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_by_position ON blocks (session_id, position);
CREATE INDEX blocks_by_speaker ON blocks (speaker_id);

-- What search.db does not know yet. Written in the same transaction as the change.
-- block_id NULL: the session's data or attendance changed.
CREATE TABLE index_queue (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  session_id TEXT NOT NULL,
  block_id TEXT
) STRICT;

CREATE TABLE activity (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  session_id TEXT,
  details TEXT NOT NULL DEFAULT ''
) STRICT;
`;
