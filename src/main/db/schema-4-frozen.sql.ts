/** How a row is changed, and by which of its states the session is known then. */
const CHANGES = [
  ['INSERT', ['NEW']],
  ['UPDATE', ['OLD', 'NEW']],
  ['DELETE', ['OLD']],
] as const;

/** The tables of a session with the session that a row belongs to, as SQL over the row. */
const TABLES: readonly (readonly [table: string, sessionOf: (row: string) => string])[] = [
  ['session_days', (row) => `${row}.session_id`],
  ['session_hosts', (row) => `${row}.session_id`],
  ['attendance', (row) => `${row}.session_id`],
  [
    'attendance_days',
    (row) => `(SELECT session_id FROM attendance WHERE id = ${row}.attendance_id)`,
  ],
  ['blocks', (row) => `${row}.session_id`],
  ['meeting_marks', (row) => `${row}.session_id`],
  ['meeting_days', (row) => `(SELECT session_id FROM session_days WHERE id = ${row}.day_id)`],
  ['document_numbers', (row) => `${row}.session_id`],
  ['session_attachments', (row) => `${row}.session_id`],
  ['speaker_numbers', (row) => `${row}.session_id`],
  ['speaker_settings', (row) => `${row}.session_id`],
  ['speaker_queue', (row) => `${row}.session_id`],
  ['versions', (row) => `${row}.session_id`],
  ['version_blocks', (row) => `${row}.session_id`],
  ['version_runs', (row) => `${row}.session_id`],
  ['version_speakers', (row) => `${row}.session_id`],
];

/** Their rows are known by an id of their own, which a REPLACE could take over. */
const WITH_OWN_ID = ['session_days', 'attendance', 'speaker_queue', 'versions'];

const REFUSE = "BEGIN\n  SELECT RAISE(ABORT, 'session-final');\nEND;";

function guarded([table, sessionOf]: (typeof TABLES)[number]): string {
  return CHANGES.map(([change, rows]) => {
    const sessions = rows.map(sessionOf);
    if (change === 'INSERT' && WITH_OWN_ID.includes(table)) {
      sessions.push(`(SELECT session_id FROM ${table} WHERE id = NEW.id)`);
    }
    return `CREATE TRIGGER final_${table}_${change.toLowerCase()} BEFORE ${change} ON ${table}
WHEN EXISTS (SELECT 1 FROM finals WHERE session_id IN (${sessions.join(', ')}))
${REFUSE}`;
  }).join('\n');
}

/** Nothing changes what is final, whoever asks: the message becomes the AppError "session-final". */
export const schema4Frozen = `
${TABLES.map(guarded).join('\n')}

CREATE TRIGGER final_sessions_update BEFORE UPDATE ON sessions
WHEN EXISTS (SELECT 1 FROM finals WHERE session_id IN (OLD.id, NEW.id))
${REFUSE}
CREATE TRIGGER final_sessions_delete BEFORE DELETE ON sessions
WHEN EXISTS (SELECT 1 FROM finals WHERE session_id = OLD.id)
${REFUSE}
CREATE TRIGGER final_sessions_insert BEFORE INSERT ON sessions
WHEN EXISTS (SELECT 1 FROM finals WHERE session_id = NEW.id)
${REFUSE}

-- An image that a final session uses, its letterheads' logos among them.
CREATE TRIGGER final_attachments_update BEFORE UPDATE ON attachments
WHEN EXISTS (
  SELECT 1 FROM session_attachments a JOIN finals f ON f.session_id = a.session_id
  WHERE a.attachment_id = OLD.id)
${REFUSE}
CREATE TRIGGER final_attachments_delete BEFORE DELETE ON attachments
WHEN EXISTS (
  SELECT 1 FROM session_attachments a JOIN finals f ON f.session_id = a.session_id
  WHERE a.attachment_id = OLD.id)
${REFUSE}

CREATE TRIGGER finals_once BEFORE INSERT ON finals
WHEN EXISTS (SELECT 1 FROM finals WHERE session_id = NEW.session_id)
  OR NOT EXISTS (SELECT 1 FROM sessions WHERE id = NEW.session_id AND status = 'final')
${REFUSE}
CREATE TRIGGER finals_update BEFORE UPDATE ON finals ${REFUSE}
CREATE TRIGGER finals_delete BEFORE DELETE ON finals ${REFUSE}

CREATE TRIGGER addenda_in_order BEFORE INSERT ON addenda
WHEN NEW.number <> (
  SELECT coalesce(max(number), 0) + 1 FROM addenda WHERE session_id = NEW.session_id)
${REFUSE}
CREATE TRIGGER addenda_update BEFORE UPDATE ON addenda ${REFUSE}
CREATE TRIGGER addenda_delete BEFORE DELETE ON addenda ${REFUSE}

CREATE TRIGGER session_log_in_order BEFORE INSERT ON session_log
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM session_log)
  OR EXISTS (SELECT 1 FROM session_log WHERE hash = NEW.hash)
BEGIN
  SELECT RAISE(ABORT, 'log-append-only');
END;
CREATE TRIGGER session_log_update BEFORE UPDATE ON session_log
BEGIN
  SELECT RAISE(ABORT, 'log-append-only');
END;
CREATE TRIGGER session_log_delete BEFORE DELETE ON session_log
BEGIN
  SELECT RAISE(ABORT, 'log-append-only');
END;
`;
