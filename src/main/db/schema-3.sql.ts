/** From version 2 to 3: how the documents of each office look. */
export const schema3 = `
-- Logos of letterheads, each once by the SHA-256 of its bytes, however many offices print it.
CREATE TABLE office_logos (
  id TEXT PRIMARY KEY,
  media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
  width_px INTEGER NOT NULL,
  height_px INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  added_at_ms INTEGER NOT NULL
) STRICT;

-- What an office has set, as JSON; an office without a row prints as documents come.
CREATE TABLE office_settings (
  organization_id TEXT PRIMARY KEY REFERENCES organizations (id) ON DELETE CASCADE,
  value TEXT NOT NULL,
  logo_id TEXT REFERENCES office_logos (id),
  updated_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX office_settings_by_logo ON office_settings (logo_id);

-- The numbers of a session's documents, each as the secretary confirmed it, beside the number of the
-- session itself.
CREATE TABLE document_numbers (
  session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  PRIMARY KEY (session_id, kind)
) STRICT, WITHOUT ROWID;

-- Word templates of offices, as they were found fit when they were added; those of the own office
-- have no organization, so that they stay when it takes another name.
CREATE TABLE office_templates (
  id TEXT PRIMARY KEY,
  organization_id TEXT REFERENCES organizations (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  bytes BLOB NOT NULL,
  findings TEXT NOT NULL,
  added_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX office_templates_by_organization ON office_templates (organization_id);

-- The official sentences of meetings that are worded in another way than they come.
CREATE TABLE meeting_sentences (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
