import { schema4Frozen } from './schema-4-frozen.sql.ts';

/**
 * From version 3 to 4: sessions that are final, signatures, and what this archive gave out. One
 * section for each feature.
 */
export const schema4 = `
-- What was done with sessions, in order, never changed or taken away. Each entry's hash covers the
-- hash of the one before: see docs/signing.md. Everything is written here that "activity" was
-- written before; its rows stay as they are, and nothing reads them.
CREATE TABLE session_log (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  session_id TEXT,
  -- JSON
  details TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX session_log_by_session ON session_log (session_id, seq);

-- Until now no screen made sessions final: those that came so with a file were frozen by nobody.
UPDATE sessions SET status = 'selesai' WHERE status = 'final';

-- A final session as it was frozen: the canonical form of its record and of the offices behind its
-- documents, which everything shown and exported of it comes from.
CREATE TABLE finals (
  session_id TEXT PRIMARY KEY REFERENCES sessions (id),
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- Why it was made final although the checks found something; "" where they found nothing.
  reason TEXT NOT NULL,
  -- What the checks found, as JSON.
  findings TEXT NOT NULL,
  canonical TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64)
) STRICT, WITHOUT ROWID;

-- Corrections of final sessions; each is a version of its session, with a hash over the one before.
CREATE TABLE addenda (
  session_id TEXT NOT NULL REFERENCES finals (session_id),
  number INTEGER NOT NULL CHECK (number >= 1),
  -- NULL: about the minutes as a whole.
  block_id TEXT,
  text TEXT NOT NULL,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  PRIMARY KEY (session_id, number)
) STRICT, WITHOUT ROWID;

-- Visible signatures, each of one act of signing.
CREATE TABLE marks (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  -- An attendee on one day, or a block of signatures of one kind of document.
  attendance_id TEXT REFERENCES attendance (id) ON DELETE CASCADE,
  day_id TEXT REFERENCES session_days (id) ON DELETE CASCADE,
  kind TEXT,
  block_index INTEGER,
  -- Whose it is, as src/shared/official/signatories.ts tells people apart, and their name at the
  -- time: it is never printed over another one's name.
  signer TEXT NOT NULL,
  signer_name TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('drawn', 'image')),
  -- PNG with transparency.
  bytes BLOB NOT NULL,
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- Of the picture that it was made from; NULL where it was drawn.
  source_sha256 TEXT,
  -- The act whose image was used once more, as was confirmed.
  reused_from TEXT,
  at_ms INTEGER NOT NULL,
  actor TEXT NOT NULL,
  -- Taken back: it is printed no more, and stays as evidence.
  removed_at_ms INTEGER,
  CHECK ((attendance_id IS NULL) = (day_id IS NULL)),
  CHECK ((kind IS NULL) = (block_index IS NULL)),
  CHECK ((attendance_id IS NULL) <> (kind IS NULL))
) STRICT;
CREATE INDEX marks_by_session ON marks (session_id);
CREATE INDEX marks_by_attendance ON marks (attendance_id);
CREATE INDEX marks_by_day ON marks (day_id);
CREATE INDEX marks_by_image ON marks (sha256);
CREATE INDEX marks_by_source ON marks (source_sha256);

-- Identities made in the app: a PKCS#12 file each, whose password nobody keeps.
CREATE TABLE identities (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  certificate BLOB NOT NULL,
  pkcs12 BLOB NOT NULL,
  created_at_ms INTEGER NOT NULL
) STRICT;

-- Certificates of signers and issuers that the office trusts, by their SHA-256.
CREATE TABLE trusted_certificates (
  sha256 TEXT PRIMARY KEY,
  certificate BLOB NOT NULL,
  note TEXT NOT NULL,
  added_at_ms INTEGER NOT NULL
) STRICT;

-- Documents of final sessions that were given out, by what is in them.
CREATE TABLE issued_documents (
  content_sha256 TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  -- 0: the final session; n: with addenda up to n.
  version INTEGER NOT NULL,
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (content_sha256, session_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX issued_documents_by_text ON issued_documents (text_sha256);
CREATE INDEX issued_documents_by_session ON issued_documents (session_id);
${schema4Frozen}`;
