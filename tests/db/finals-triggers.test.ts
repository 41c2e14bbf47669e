import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import { sqliteAppError } from '../../src/main/db/sqlite-errors.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import type { Services } from '../fixtures/final-session.ts';
import { finalServices, finalSession, openSession } from '../fixtures/final-session.ts';
import type { Row } from '../fixtures/session-rows.ts';
import { columnsOf, rowsOfSession } from '../fixtures/session-rows.ts';

/** Every table whose rows of a final session are to stay, with what refuses to change them. */
const GUARDED: Readonly<Record<string, string>> = {
  sessions: 'session-final',
  session_days: 'session-final',
  session_hosts: 'session-final',
  attendance: 'session-final',
  attendance_days: 'session-final',
  blocks: 'session-final',
  meeting_marks: 'session-final',
  meeting_days: 'session-final',
  document_numbers: 'session-final',
  attachments: 'session-final',
  session_attachments: 'session-final',
  speaker_numbers: 'session-final',
  speaker_settings: 'session-final',
  speaker_queue: 'session-final',
  versions: 'session-final',
  version_blocks: 'session-final',
  version_runs: 'session-final',
  version_speakers: 'session-final',
  finals: 'session-final',
  addenda: 'session-final',
  session_log: 'log-append-only',
};

let folder: string;
let db: ArchiveDatabase;
let services: Services;
let sessionId: SessionId;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-triggers-'));
  db = openDatabase(join(folder, 'archive.db'), { nativeBinding: null });
  migrate(db);
  services = finalServices(db);
  sessionId = finalSession(services);
  services['finals.addAddendum']({ sessionId, blockId: null, text: 'Pertama.' });
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

/** What a statement fails with; whatever it did is taken back. */
function refusal(sql: string, values: Readonly<Record<string, unknown>> = {}): string {
  db.exec('BEGIN');
  try {
    return `${db.prepare(sql).run(values).changes} changed`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    db.exec('ROLLBACK');
  }
}

function lastRowOf(table: string): Row {
  const row = rowsOfSession(db, table, sessionId)?.at(-1);
  if (row === undefined) throw new Error(`no row of ${table}`);
  return row;
}

describe.each(Object.entries(GUARDED))('rows of %s', (table, message) => {
  const where = () =>
    columnsOf(db, table)
      .map((column) => `${column} IS @${column}`)
      .join(' AND ');

  it('are not changed in any column', () => {
    const row = lastRowOf(table);
    for (const column of columnsOf(db, table)) {
      expect([
        column,
        refusal(`UPDATE ${table} SET ${column} = ${column} WHERE ${where()}`, row),
      ]).toEqual([column, message]);
    }
  });

  it('are not taken away', () => {
    expect(refusal(`DELETE FROM ${table} WHERE ${where()}`, lastRowOf(table))).toBe(message);
  });
});

// Another session may use the same image: its bytes are held against its name.
const alone = Object.entries(GUARDED).filter(([table]) => table !== 'attachments');

it.each(alone)('rows of %s are joined by no other, and replaced by none', (table, message) => {
  const row = lastRowOf(table);
  const columns = Object.keys(row);
  const values = columns.map((column) => `@${column}`).join(', ');
  for (const way of ['INSERT', 'INSERT OR REPLACE', 'INSERT OR IGNORE']) {
    const insert = `${way} INTO ${table} (${columns.join(', ')}) VALUES (${values})`;
    expect(refusal(insert, row)).toBe(message);
  }
});

it('are not moved away to a session that is open, or out of one', () => {
  const { id } = openSession(services);
  const steal = 'UPDATE blocks SET session_id = @to WHERE session_id = @from';
  expect(refusal(steal, { from: sessionId, to: id })).toBe('session-final');
  expect(refusal(steal, { from: id, to: sessionId })).toBe('session-final');
  const [line] = rowsOfSession(db, 'attendance', sessionId) ?? [];
  const taken = `INSERT OR REPLACE INTO attendance (id, session_id, position, type)
    VALUES (@id, @session, 0, 'group')`;
  expect(refusal(taken, { id: line?.['id'], session: id })).toBe('session-final');
});

it('freezes nothing that is not final, and gives no addendum another number', () => {
  const { id } = openSession(services);
  const hash = 'a'.repeat(64);
  expect(refusal(`INSERT INTO finals VALUES (@id, 1, '', '', '[]', '{}', '${hash}')`, { id })).toBe(
    'session-final',
  );
  expect(
    refusal(`INSERT INTO addenda VALUES (@id, 3, NULL, 'x', 1, '', '${hash}')`, { id: sessionId }),
  ).toBe('session-final');
});

it('writes entries of the log only at its end', () => {
  const insert = `INSERT OR REPLACE INTO session_log VALUES (@seq, 1, '', 'status', NULL, '{}', @hash)`;
  const last = services['log.list']({ sessionId: null, beforeSeq: null }).entries[0];
  if (last === undefined) throw new Error('no log');
  expect(refusal(insert, { seq: last.seq, hash: 'b'.repeat(64) })).toBe('log-append-only');
  expect(refusal(insert, { seq: last.seq + 2, hash: 'b'.repeat(64) })).toBe('log-append-only');
  expect(refusal(insert, { seq: last.seq + 1, hash: last.hash })).toBe('log-append-only');
});

it('becomes an error that a user understands', () => {
  let error: unknown;
  try {
    db.prepare('DELETE FROM blocks WHERE session_id = ?').run(sessionId);
  } catch (caught) {
    error = caught;
  }
  expect(sqliteAppError(error)?.code).toBe('session-final');
});
