/** From version 4 to 5: files beside the minutes, the import of old minutes, kept searches. */
export const schema5 = `
-- Files of a session beside its minutes: photos, invitation, slides, recordings, the originals of
-- imported minutes. Their bytes lie in the folder "lampiran" beside the archive, each once under its
-- SHA-256, as a recording may be larger than the archive itself.
CREATE TABLE session_files (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('foto', 'undangan', 'bahan', 'rekaman', 'asli', 'lain')),
  caption TEXT NOT NULL DEFAULT '',
  -- When a recording begins, UTC; NULL where not known.
  starts_at_ms INTEGER,
  added_at_ms INTEGER NOT NULL,
  -- Set while the removal can still be undone; such files are shown nowhere.
  removed_at_ms INTEGER
) STRICT;
CREATE INDEX session_files_by_session ON session_files (session_id, position);
CREATE INDEX session_files_by_content ON session_files (sha256);

-- The words of a file, for the search; no row where nobody has read it yet, '' where it has none.
CREATE TABLE file_texts (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  text TEXT NOT NULL
) STRICT;

-- What stands beside final minutes stays: more may be added, nothing is changed or taken away.
CREATE TRIGGER final_session_files_update BEFORE UPDATE ON session_files
WHEN EXISTS (SELECT 1 FROM finals f WHERE f.session_id = OLD.session_id AND OLD.added_at_ms <= f.at_ms)
BEGIN
  SELECT RAISE(ABORT, 'session-final');
END;
CREATE TRIGGER final_session_files_delete BEFORE DELETE ON session_files
WHEN EXISTS (SELECT 1 FROM finals f WHERE f.session_id = OLD.session_id AND OLD.added_at_ms <= f.at_ms)
BEGIN
  SELECT RAISE(ABORT, 'session-final');
END;

-- Imports of folders of old minutes, and what became of each file of them.
CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  folder TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('berjalan', 'dijeda', 'selesai', 'dibatalkan')),
  started_at_ms INTEGER NOT NULL,
  ended_at_ms INTEGER
) STRICT;
CREATE TABLE import_files (
  import_id TEXT NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  -- Below the folder, parted by "/".
  path TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('menunggu', 'masuk', 'ganda', 'ditolak')),
  -- Why it was refused; '' otherwise.
  reason TEXT NOT NULL DEFAULT '',
  sha256 TEXT,
  -- The session made of it, or the one that holds the same content already.
  session_id TEXT REFERENCES sessions (id) ON DELETE SET NULL,
  -- When somebody compared the guess with the original.
  reviewed_at_ms INTEGER,
  -- What was recognised, as JSON, with where it stands in the original. Last, so that lists of
  -- thousands of files are read without it.
  guess TEXT,
  PRIMARY KEY (import_id, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_files_by_state ON import_files (import_id, state);
CREATE INDEX import_files_by_content ON import_files (sha256);
CREATE INDEX import_files_by_session ON import_files (session_id);

-- Searches that were given a name, and what was asked lately.
CREATE TABLE saved_searches (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('terbaru', 'relevan')),
  created_at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE search_history (
  query TEXT PRIMARY KEY,
  asked_at_ms INTEGER NOT NULL
) STRICT;

-- Which column of an attendance file was which, by the headings of the file.
CREATE TABLE column_mappings (
  headings TEXT PRIMARY KEY,
  -- JSON
  mapping TEXT NOT NULL,
  used_at_ms INTEGER NOT NULL
) STRICT;

-- Everything of one person or organization: its lines of attendance, and what it is to do.
CREATE INDEX attendance_by_organization ON attendance (organization_id);
CREATE INDEX attendance_by_group ON attendance (group_name COLLATE NOCASE) WHERE type = 'group';
-- A damaged block must not keep the archive from being opened.
CREATE INDEX blocks_by_responsible ON blocks (
  CASE WHEN json_valid(node) THEN node ->> '$.attrs.responsible' END, session_id, id)
WHERE type = 'followUp';

-- Under which agenda item a passage stands, without reading what was said in between.
CREATE INDEX blocks_of_agenda ON blocks (session_id, position) WHERE type = 'agendaItem';
`;
