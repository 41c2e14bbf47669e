import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import type { FinalPart } from '../../src/shared/minutes/final.ts';
import type { Services } from '../fixtures/final-session.ts';
import { finalServices, finalSession } from '../fixtures/final-session.ts';
import type { Row, Value } from '../fixtures/session-rows.ts';
import { columnsOf, rowsOfSession, tablesOf } from '../fixtures/session-rows.ts';

/**
 * Tables that hold what is frozen: which part tells of a change, and the columns that say nothing of
 * the minutes.
 */
const FROZEN: Readonly<
  Record<string, { readonly part: FinalPart; readonly free?: readonly string[] }>
> = {
  sessions: {
    part: 'session',
    // Of the typing, of where an example came from, and its own name, without which it is another one.
    free: ['id', 'updated_at_ms', 'sequence', 'saved_at_ms', 'format_version', 'example_key'],
  },
  session_days: { part: 'session' },
  session_hosts: { part: 'session' },
  meeting_marks: { part: 'session' },
  meeting_days: { part: 'session' },
  // A person has no group's name.
  attendance: { part: 'attendance', free: ['group_name'] },
  attendance_days: { part: 'attendance' },
  blocks: { part: 'document', free: ['sequence'] },
  document_numbers: { part: 'numbers' },
  // The minutes name the size at which an image is shown.
  attachments: { part: 'images', free: ['width_px', 'height_px', 'added_at_ms'] },
  session_attachments: { part: 'images' },
  finals: { part: 'frozen-copy', free: ['session_id'] },
  addenda: { part: 'addenda' },
  session_log: { part: 'log' },
};

/** Directories, settings, working aids and other sessions' business: nothing of it is frozen. */
const NOT_FROZEN = [
  'activity',
  'column_mappings',
  'expansions',
  'file_texts',
  'identities',
  'import_files',
  'imports',
  'index_queue',
  'issued_documents',
  'marks',
  'meeting_sentences',
  'office_logos',
  'office_settings',
  'office_templates',
  'organizations',
  'own_words',
  'persons',
  'phrases',
  'profile',
  'saved_searches',
  'search_history',
  'series',
  'session_files',
  'speaker_numbers',
  'speaker_queue',
  'speaker_settings',
  'trusted_certificates',
  'version_blocks',
  'version_runs',
  'version_speakers',
  'versions',
  'word_settings',
];

let folder: string;
let db: ArchiveDatabase;
/** Somebody with a database tool: another connection, without triggers, keys and checks. */
let other: ArchiveDatabase;
let services: Services;
let sessionId: SessionId;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-tampering-'));
  const file = join(folder, 'archive.db');
  db = openDatabase(file, { nativeBinding: null });
  migrate(db);
  services = finalServices(db);
  sessionId = finalSession(services);
  services['finals.addAddendum']({ sessionId, blockId: null, text: 'Pertama.' });
  services['finals.addAddendum']({ sessionId, blockId: null, text: 'Kedua.' });
  other = openDatabase(file, { nativeBinding: null });
  other.pragma('foreign_keys = OFF');
  other.pragma('ignore_check_constraints = ON');
  const triggers = other.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck();
  for (const name of triggers.all()) other.exec(`DROP TRIGGER ${String(name)}`);
});
afterAll(() => {
  other.close();
  db.close();
  rmSync(folder, { recursive: true });
});

const changedParts = (): readonly FinalPart[] =>
  services['finals.state']({ sessionId })?.changedParts ?? [];

const keyOf = (table: string): readonly string[] =>
  (other.pragma(`table_info(${table})`) as { readonly name: string; readonly pk: number }[])
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => name);

function rowsOf(table: string): readonly Row[] {
  const rows = rowsOfSession(other, table, sessionId);
  if (rows === null) throw new Error(`no rows known of ${table}`);
  return rows;
}

function insert(table: string, row: Row): void {
  const columns = Object.keys(row);
  const values = columns.map((column) => `@${column}`).join(', ');
  other.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`).run(row);
}

function remove(table: string, row: Row): void {
  const where = keyOf(table).map((column) => `${column} IS @${column}`);
  other.prepare(`DELETE FROM ${table} WHERE ${where.join(' AND ')}`).run(row);
}

/** Something else of the same kind. */
function otherValue(column: string, value: Value): Value {
  if (value instanceof Uint8Array) return value.slice(0, -1);
  if (column.startsWith('is_')) return Number(value) === 1 ? 0 : 1;
  if (typeof value === 'number') return value + 1000;
  if (value === null) return column.endsWith('_ms') || column === 'head_count' ? 7 : 'lain';
  return `${value}x`;
}

/** Puts a row in the place of another, asks, and puts things right again. */
function askWith(table: string, row: Row, changed: Row): readonly FinalPart[] {
  remove(table, row);
  insert(table, changed);
  const parts = changedParts();
  remove(table, changed);
  insert(table, row);
  return parts;
}

const tables = Object.keys(FROZEN);

it('knows of every table whether it holds what is frozen', () => {
  expect(new Set(tablesOf(other))).toEqual(new Set([...tables, ...NOT_FROZEN]));
});

it('finds nothing in what is as it was', () => {
  expect(changedParts()).toEqual([]);
  for (const table of tables) expect([table, rowsOf(table).length > 0]).toEqual([table, true]);
});

describe.each(tables)('rows of %s', (table) => {
  const { part, free = [] } = FROZEN[table] ?? { part: 'session' };

  it('are missed', () => {
    const [row] = rowsOf(table);
    if (row === undefined || table === 'sessions') return;
    remove(table, row);
    const parts = changedParts();
    insert(table, row);
    expect(parts).toContain(part);
    expect(changedParts()).toEqual([]);
  });

  it('are known again in every column', () => {
    const columns = columnsOf(other, table).filter((column) => !free.includes(column));
    const unseen = columns.filter((column) => {
      const rows = rowsOf(table);
      return !rows.some((row) => {
        const value = otherValue(column, row[column] ?? null);
        return askWith(table, row, { ...row, [column]: value }).includes(part);
      });
    });
    expect(unseen).toEqual([]);
    expect(changedParts()).toEqual([]);
  });
});

it('notices a statement that nobody made', () => {
  const [block] = rowsOf('blocks');
  if (block === undefined) throw new Error('no blocks');
  const added = { ...block, id: 'sisipan', position: 10_000 };
  insert('blocks', added);
  expect(changedParts()).toEqual(['document']);
  remove('blocks', added);
  expect(changedParts()).toEqual([]);
});

it('notices that the end of the log is gone', () => {
  const last = rowsOf('session_log').at(-1);
  if (last === undefined) throw new Error('no log');
  remove('session_log', last);
  expect(changedParts()).toEqual(['addenda']);
  insert('session_log', last);
  expect(changedParts()).toEqual([]);
});

it('notices a frozen copy that was rewritten with a fitting hash', async () => {
  const [row] = rowsOf('finals');
  const [block] = rowsOf('blocks');
  if (row === undefined || block === undefined) throw new Error('not final');
  const { createHash } = await import('node:crypto');
  const canonical = String(row['canonical']).replace('Rapat Pleno', 'Rapat Palsu');
  const sha256 = createHash('sha256').update(canonical).digest('hex');
  expect(canonical).not.toBe(row['canonical']);
  expect(askWith('finals', row, { ...row, canonical, sha256 })).toContain('frozen-copy');
});

it('notices a session that was opened again, and one that lost its copy as well', () => {
  const [session] = rowsOf('sessions');
  const [final] = rowsOf('finals');
  if (session === undefined || final === undefined) throw new Error('not final');
  other.prepare("UPDATE sessions SET status = 'selesai' WHERE id = ?").run(sessionId);
  expect(changedParts()).toEqual(['session']);
  expect(services['sessions.get']({ id: sessionId }).status).toBe('final');
  remove('finals', final);
  expect(changedParts()).toContain('frozen-copy');
  expect(services['sessions.get']({ id: sessionId }).status).toBe('final');
  insert('finals', final);
  other.prepare("UPDATE sessions SET status = 'final' WHERE id = ?").run(sessionId);
  expect(changedParts()).toEqual([]);
});

it('shows the frozen copy where rows were changed, and the rows where the copy was', async () => {
  const [row] = rowsOf('finals');
  const block = rowsOf('blocks').find(({ type }) => type === 'agendaItem');
  if (row === undefined || block === undefined) throw new Error('not final');
  const agenda = async (): Promise<string> => {
    const { blocks } = await services['documents.load']({ sessionId });
    return JSON.stringify(blocks.find(({ attrs }) => attrs.id === block['id']));
  };
  const frozen = await agenda();
  const forged = { ...block, node: String(block['node']).replace('"text":"', '"text":"Palsu ') };
  remove('blocks', block);
  insert('blocks', forged);
  expect(await agenda()).toBe(frozen);
  const broken = { ...row, canonical: String(row['canonical']).slice(0, -1) };
  remove('finals', row);
  insert('finals', broken);
  expect(await agenda()).toContain('Palsu');
  expect(changedParts()).toEqual(['frozen-copy']);
  remove('finals', broken);
  insert('finals', row);
  remove('blocks', forged);
  insert('blocks', block);
  expect(changedParts()).toEqual([]);
});

it('leaves names of the directory to the directory', () => {
  other.exec(
    "UPDATE persons SET name = name || ' baru'; UPDATE organizations SET name = name || ' baru'",
  );
  expect(changedParts()).toEqual([]);
});

it('starts and tells of it, whatever was done', () => {
  other.prepare('UPDATE attendance SET removed_at_ms = 1 WHERE session_id = ?').run(sessionId);
  services = finalServices(db);
  expect(changedParts()).toEqual(['attendance']);
});
