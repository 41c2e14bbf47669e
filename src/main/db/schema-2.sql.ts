/** From version 1 to 2: what live capture keeps beside the minutes. One section for each feature. */
export const schema2 = `
-- The course of meetings: what really happened, beside the planned times in session_days.
CREATE TABLE meeting_marks (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  sequence INTEGER NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('dibuka', 'diskors', 'dilanjutkan', 'ditutup')),
  at_ms INTEGER NOT NULL,
  day_id TEXT REFERENCES session_days (id) ON DELETE SET NULL,
  PRIMARY KEY (session_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_marks_by_day ON meeting_marks (day_id);
CREATE TABLE meeting_days (
  day_id TEXT PRIMARY KEY REFERENCES session_days (id) ON DELETE CASCADE,
  opened TEXT,
  closed TEXT
) STRICT, WITHOUT ROWID;

-- When enough members are there, as JSON; NULL: no rule.
ALTER TABLE sessions ADD COLUMN quorum TEXT;
-- Speakers: who has which number, who asked to speak, and what coming and going writes.
CREATE TABLE speaker_numbers (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9),
  -- NULL: kept free, as for somebody whose line is gone, so that no other moves up by itself.
  attendance_id TEXT REFERENCES attendance (id) ON DELETE SET NULL,
  PRIMARY KEY (session_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_numbers_by_attendance ON speaker_numbers (attendance_id);

CREATE TABLE speaker_settings (
  session_id TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
  narrates_comings INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE speaker_queue (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  day_id TEXT NOT NULL REFERENCES session_days (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  attendance_id TEXT NOT NULL REFERENCES attendance (id) ON DELETE CASCADE,
  noted_at_ms INTEGER NOT NULL,
  served_at_ms INTEGER,
  -- Set while the removal can still be undone; such entries are shown nowhere.
  removed_at_ms INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX speaker_queue_by_day ON speaker_queue (session_id, day_id, position);
CREATE INDEX speaker_queue_by_attendance ON speaker_queue (attendance_id);
CREATE INDEX speaker_queue_by_day_id ON speaker_queue (day_id);

-- Words: what an office adds to, changes in or removes from what comes with the app. A value is
-- JSON; NULL: it came from the start and was removed.
CREATE TABLE word_settings (
  key TEXT PRIMARY KEY,
  is_on INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE expansions (
  short TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE phrases (
  id TEXT PRIMARY KEY,
  value TEXT,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE own_words (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- History: earlier versions of the minutes. What a block or a run of blocks said is kept once for a
-- session, however many versions hold it; JSON lists of numbers say which, in order.
CREATE TABLE version_blocks (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  hash BLOB NOT NULL,
  node TEXT NOT NULL,
  UNIQUE (session_id, hash)
) STRICT;
CREATE TABLE version_runs (
  id INTEGER PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  block_ids TEXT NOT NULL,
  UNIQUE (session_id, block_ids)
) STRICT;
CREATE TABLE versions (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  -- Session sequence number of the newest save in it.
  sequence INTEGER NOT NULL,
  block_count INTEGER NOT NULL,
  changed_count INTEGER NOT NULL,
  run_ids TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX versions_by_session ON versions (session_id, number);
-- Those who speak in some version, by the name they had last.
CREATE TABLE version_speakers (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  attendance_id TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (session_id, attendance_id)
) STRICT, WITHOUT ROWID;

-- Images of minutes, each once by the SHA-256 of its bytes. One belongs to every session that ever
-- named it, so that undo, the trash and earlier versions find it; it goes with the last of them.
CREATE TABLE attachments (
  id TEXT PRIMARY KEY,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  added_at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE session_attachments (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  attachment_id TEXT NOT NULL REFERENCES attachments (id),
  PRIMARY KEY (session_id, attachment_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX session_attachments_by_attachment ON session_attachments (attachment_id);
CREATE TRIGGER attachments_without_session AFTER DELETE ON session_attachments
WHEN NOT EXISTS (SELECT 1 FROM session_attachments WHERE attachment_id = OLD.attachment_id)
BEGIN
  DELETE FROM attachments WHERE id = OLD.attachment_id;
END;
`;
