import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import { createLogService } from '../../src/main/log/service.ts';
import { createPeopleService } from '../../src/main/people/service.ts';
import { createSessionsService } from '../../src/main/sessions/service.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import type { SessionChanges } from '../../src/shared/contract/sessions.ts';
import type { DayId, OrganizationId, SessionId } from '../../src/shared/ids.ts';
import type { SessionDay } from '../../src/shared/minutes/session.ts';
import { readSessionFile } from '../../src/shared/minutes/session-file-reader.ts';
import { toSessionRecord } from '../../src/shared/minutes/session-file.ts';

let folder: string;
let db: ArchiveDatabase;
let nowMs: number;
let idNumber: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-sessions-'));
  db = openDatabase(join(folder, 'archive.db'), { nativeBinding: null });
  migrate(db);
  nowMs = 1_750_000_000_000;
  idNumber = 0;
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const newId = (): string => `id-${String((idNumber += 1)).padStart(6, '0')}`;

function exampleRecords() {
  const file = new URL('../../resources/examples/sessions.json', import.meta.url);
  const read = readSessionFile(readFileSync(file, 'utf8'));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.entries.map((entry) => toSessionRecord(entry, { newId, nowMs }));
}

const people = () => createPeopleService({ db, clock: () => nowMs, newId });

const service = () =>
  createSessionsService({
    db,
    clock: () => (nowMs += 1),
    newId,
    log: createLogService({ db, clock: () => nowMs, actorName: () => 'Budi Contoh' }).append,
    organizationIdFor: people().ensureOrganization,
    syncDays: people().syncDays,
    exampleRecords,
  });

type Service = ReturnType<typeof service>;

const create = (sessions: Service, changes: SessionChanges = {}) =>
  sessions['sessions.create']({ changes });
const update = (sessions: Service, id: SessionId, changes: SessionChanges) =>
  sessions['sessions.update']({ id, changes });

function day(id: string, date: string | null = null): SessionDay {
  return { id: id as DayId, date, start: null, end: null };
}

function addAttendee(sessionId: SessionId, name: string, role: string | null = null): string {
  const [person, line] = [newId(), newId()];
  db.prepare('INSERT INTO persons (id, name) VALUES (?, ?)').run(person, name);
  db.prepare(
    `INSERT INTO attendance (id, session_id, position, type, person_id, head_count)
     VALUES (?, ?, 0, 'person', ?, NULL)`,
  ).run(line, sessionId, person);
  people().syncDays(sessionId);
  db.prepare(
    `UPDATE attendance_days SET role = ?, presence = 'hadir', arrived = '09:00'
     WHERE attendance_id = ?`,
  ).run(role, line);
  return line;
}

function addBlock(sessionId: SessionId, dayId: DayId | null, type: string, text: string): string {
  const id = newId();
  const node = { type, attrs: { id, dayId }, content: [{ type: 'text', text }] };
  db.prepare(
    `INSERT INTO blocks (session_id, id, position, type, node, plain_text, sequence)
     VALUES (?, ?, (SELECT count(*) FROM blocks), ?, ?, ?, 1)`,
  ).run(sessionId, id, type, JSON.stringify(node), text);
  return id;
}

const rows = <Row>(sql: string, ...values: readonly unknown[]): Row[] =>
  db.prepare(sql).all(...values) as Row[];
const count = (table: string, where = '1'): number =>
  db.prepare(`SELECT count(*) FROM ${table} WHERE ${where}`).pluck().get() as number;

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new Error('nothing there');
  return first;
}

function failure(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a new session', () => {
  it('has one day, the zone WIB, and nothing that nobody said', () => {
    const session = create(service());
    expect(session).toMatchObject({
      kind: '',
      title: '',
      documentNumber: '',
      mode: null,
      zone: 'WIB',
      status: 'rencana',
      hosts: [],
      series: null,
      seriesNumber: null,
      isExample: false,
      trashedAtMs: null,
    });
    expect(session.days).toEqual([{ id: expect.any(String), date: null, start: null, end: null }]);
  });

  it('keeps every field it is made with', () => {
    const changes: SessionChanges = {
      kind: 'Bimtek',
      title: 'Bimbingan teknis',
      theme: 'Tema\nbaris kedua',
      purpose: 'Tujuan',
      documentNumber: '59.a/PK.01-BA/1674/2025',
      invitation: '12/UND/2025',
      mode: 'hibrida',
      place: 'Aula',
      link: 'https://contoh.invalid/rapat',
      zone: 'WITA',
      access: 'tertutup',
      confidentiality: 'terbatas',
      seriesNumber: 3,
      seriesTitle: 'KPU-Bawaslu Talk',
      hosts: [{ name: 'KPU Contoh' }, { name: 'Bawaslu Contoh' }],
      days: [{ id: 'h1' as DayId, date: '2025-05-09', start: '09:00', end: 'selesai' }],
    };
    const sessions = service();
    const { id } = create(sessions, changes);
    const { hosts, seriesTitle, ...fields } = changes;
    const session = sessions['sessions.get']({ id });
    expect(session).toMatchObject(fields);
    expect(session.hosts.map((host) => host.name)).toEqual(
      hosts?.map((h) => 'name' in h && h.name),
    );
    expect(session.series?.title).toBe(seriesTitle);
  });

  it('is logged with who made it, and queued for the search index', () => {
    const { id } = create(service());
    expect(rows('SELECT actor, action, session_id FROM session_log')).toEqual([
      { actor: 'Budi Contoh', action: 'create', session_id: id },
    ]);
    expect(rows('SELECT session_id, block_id FROM index_queue')).toEqual([
      { session_id: id, block_id: null },
    ]);
  });
});

describe('changing a session', () => {
  it('changes what is named, keeps the rest, and queues the session for the index', () => {
    const sessions = service();
    const before = create(sessions, { title: 'Rakor', place: 'Aula' });
    const after = update(sessions, before.id, { title: 'Rakor kedua' });
    expect(after).toMatchObject({ title: 'Rakor kedua', place: 'Aula', days: before.days });
    expect(after.updatedAtMs).toBeGreaterThan(before.updatedAtMs);
    expect(count('index_queue', 'block_id IS NULL')).toBe(2);
  });

  it('refuses a title of 10,000 letters and changes nothing by halves', () => {
    const sessions = service();
    const before = create(sessions, { title: 'Rakor', place: 'Aula' });
    const refused = failure(() =>
      update(sessions, before.id, { place: 'Hotel', title: 'a'.repeat(10_000) }),
    );
    expect(refused).toMatchObject({
      code: 'text-too-long',
      details: { field: 'title', limit: 1000 },
    });
    expect(sessions['sessions.get']({ id: before.id })).toEqual(before);
    expect(failure(() => create(sessions, { title: 'a'.repeat(10_000) })).code).toBe(
      'text-too-long',
    );
    expect(count('sessions')).toBe(1);
  });

  it('undoes the whole change when a part of it fails', () => {
    const sessions = service();
    const before = create(sessions, { title: 'Rakor' });
    const other = create(sessions, { title: 'Lain' });
    const stolen = failure(() =>
      update(sessions, before.id, { title: 'Baru', days: [day(firstOf(other.days).id)] }),
    );
    expect(stolen.code).toBe('invalid-input');
    const unknownHost = failure(() =>
      update(sessions, before.id, {
        title: 'Baru',
        hosts: [{ name: 'KPU Contoh' }, { organizationId: 'tidak-ada' as OrganizationId }],
      }),
    );
    expect(unknownHost.code).toBe('not-found');
    expect(sessions['sessions.get']({ id: before.id })).toEqual(before);
    expect(count('organizations')).toBe(0);
  });

  it('refuses a day that no calendar has', () => {
    const sessions = service();
    const { id, days } = create(sessions);
    const refused = failure(() =>
      update(sessions, id, { days: [day(firstOf(days).id, '2025-02-31')] }),
    );
    expect(refused).toMatchObject({ code: 'invalid-input', details: { field: 'days.0.date' } });
  });

  it('drops control characters and keeps HTML as the text it is', () => {
    const sessions = service();
    const session = create(sessions, {
      title: ' <b>Rakor</b>\u0000\u0007 &\r\nlanjutan\t1 ',
      theme: 'Baris 1\r\nBaris 2\u000b\t<script>',
      hosts: [{ name: 'KPU\u0000 Contoh' }],
    });
    expect(session.title).toBe('<b>Rakor</b> & lanjutan 1');
    expect(session.theme).toBe('Baris 1\nBaris 2\t<script>');
    expect(session.hosts[0]?.name).toBe('KPU Contoh');
  });

  it('refuses changes to final minutes, in data and in status', () => {
    const sessions = service();
    const { id } = create(sessions, { title: 'Final' });
    db.prepare("UPDATE sessions SET status = 'final'").run();
    expect(failure(() => update(sessions, id, { title: 'x' })).code).toBe('session-final');
    expect(failure(() => sessions['sessions.setStatus']({ id, status: 'selesai' })).code).toBe(
      'session-final',
    );
    expect(sessions['sessions.get']({ id }).title).toBe('Final');
  });

  it('says so when the session is not there', () => {
    expect(failure(() => update(service(), 'x' as SessionId, {})).code).toBe('not-found');
  });

  it('logs a status once, with what it was', () => {
    const sessions = service();
    const { id } = create(sessions);
    sessions['sessions.setStatus']({ id, status: 'berlangsung' });
    sessions['sessions.setStatus']({ id, status: 'berlangsung' });
    expect(rows("SELECT details FROM session_log WHERE action = 'status'")).toEqual([
      { details: '{"from":"rencana","to":"berlangsung"}' },
    ]);
  });
});

describe('the days of a session', () => {
  it('keep their attendance when they are kept, moved or changed', () => {
    const sessions = service();
    const { id } = create(sessions, { days: [day('h1'), day('h2')] });
    addAttendee(id, 'Budi Contoh', 'moderator');
    const changed = update(sessions, id, { days: [day('h2', '2025-05-10'), day('h1')] });
    expect(changed.days.map((d) => d.id)).toEqual(['h2', 'h1']);
    expect(rows('SELECT day_id, role, presence FROM attendance_days ORDER BY day_id')).toEqual([
      { day_id: 'h1', role: 'moderator', presence: 'hadir' },
      { day_id: 'h2', role: 'moderator', presence: 'hadir' },
    ]);
  });

  it('give every attendee an entry when they are added', () => {
    const sessions = service();
    const { id, days } = create(sessions);
    addAttendee(id, 'Budi Contoh');
    update(sessions, id, { days: [...days, day('h2')] });
    expect(rows("SELECT presence FROM attendance_days WHERE day_id = 'h2'")).toEqual([
      { presence: null },
    ]);
  });

  it('take their attendance along when removed, while their blocks move to the first day', () => {
    const sessions = service();
    const { id } = create(sessions, { days: [day('h1'), day('h2')] });
    addAttendee(id, 'Budi Contoh');
    const onRemoved = addBlock(id, 'h1' as DayId, 'agendaItem', 'Hari pertama');
    const onKept = addBlock(id, 'h2' as DayId, 'agendaItem', 'Hari kedua');
    const onNone = addBlock(id, null, 'agendaItem', 'Tanpa hari');
    update(sessions, id, { days: [day('h3'), day('h2')] });

    const nodes = new Map(
      rows<{ id: string; node: string }>('SELECT id, node FROM blocks').map((row) => [
        row.id,
        JSON.parse(row.node) as unknown,
      ]),
    );
    expect(nodes.get(onRemoved)).toEqual({
      type: 'agendaItem',
      attrs: { id: onRemoved, dayId: 'h3' },
      content: [{ type: 'text', text: 'Hari pertama' }],
    });
    expect(nodes.get(onKept)).toMatchObject({ attrs: { dayId: 'h2' } });
    expect(nodes.get(onNone)).toMatchObject({ attrs: { dayId: null } });
    expect(rows('SELECT day_id FROM attendance_days ORDER BY day_id')).toEqual([
      { day_id: 'h2' },
      { day_id: 'h3' },
    ]);
  });

  it('leave the blocks of other sessions alone', () => {
    const sessions = service();
    const other = create(sessions, { days: [day('lain')] });
    const block = addBlock(other.id, 'lain' as DayId, 'agendaItem', 'Lain');
    const { id } = create(sessions, { days: [day('h1'), day('h2')] });
    update(sessions, id, { days: [day('h2')] });
    expect(rows('SELECT id FROM blocks WHERE node LIKE \'%"lain"%\'')).toEqual([{ id: block }]);
  });
});

describe('hosts and series', () => {
  it('make an organization once and keep the order', () => {
    const sessions = service();
    const { id } = create(sessions, { hosts: [{ name: 'KPU Contoh' }, { name: 'Bawaslu' }] });
    const changed = update(sessions, id, {
      hosts: [{ name: 'bawaslu' }, { name: 'Kesbangpol' }, { name: 'Bawaslu' }],
    });
    expect(changed.hosts.map((host) => host.name)).toEqual(['Bawaslu', 'Kesbangpol']);
    expect(count('organizations')).toBe(3);
    expect(update(sessions, id, { hosts: [] }).hosts).toEqual([]);
  });

  it('join sessions of one series, and forget a series that no session has', () => {
    const sessions = service();
    const first = create(sessions, { seriesTitle: 'KPU-Bawaslu Talk' });
    const second = create(sessions, { seriesTitle: 'kpu-bawaslu talk' });
    expect(second.series).toEqual(first.series);
    update(sessions, second.id, { seriesTitle: 'Rakor bulanan' });
    expect(sessions['sessions.seriesTitles']()).toEqual(['KPU-Bawaslu Talk', 'Rakor bulanan']);
    update(sessions, second.id, { seriesTitle: '' });
    expect(sessions['sessions.seriesTitles']()).toEqual(['KPU-Bawaslu Talk']);
  });

  it('take over a corrected spelling where only one session is in the series', () => {
    const sessions = service();
    const { id } = create(sessions, { seriesTitle: 'kpu talk' });
    expect(update(sessions, id, { seriesTitle: 'KPU Talk' }).series?.title).toBe('KPU Talk');
  });
});

describe('a duplicate', () => {
  it('is the plan of the next meeting: no date, number, presence or words of the last one', () => {
    const sessions = service();
    const original = create(sessions, {
      kind: 'Talk',
      title: 'KPU-Bawaslu Talk',
      place: 'Aula',
      zone: 'WITA',
      documentNumber: '1/2025',
      invitation: '2/UND/2025',
      seriesTitle: 'Talk',
      seriesNumber: 4,
      hosts: [{ name: 'KPU Contoh' }],
      days: [
        { id: 'h1' as DayId, date: '2025-05-09', start: '09:00', end: 'selesai' },
        { id: 'h2' as DayId, date: '2025-05-10', start: null, end: null },
      ],
    });
    sessions['sessions.setStatus']({ id: original.id, status: 'selesai' });
    addAttendee(original.id, 'Budi Contoh', 'moderator');
    addBlock(original.id, 'h2' as DayId, 'agendaItem', 'Sambutan');
    addBlock(original.id, 'h2' as DayId, 'statement', 'Yang dikatakan');

    const copy = sessions['sessions.duplicate']({ id: original.id });
    expect(copy).toMatchObject({
      kind: 'Talk',
      title: 'KPU-Bawaslu Talk',
      place: 'Aula',
      zone: 'WITA',
      documentNumber: '',
      invitation: '',
      seriesNumber: null,
      status: 'rencana',
      hosts: original.hosts,
      series: original.series,
    });
    expect(copy.days).toHaveLength(2);
    for (const copied of copy.days) {
      expect(copied).toMatchObject({ date: null, start: null, end: null });
      expect(['h1', 'h2']).not.toContain(copied.id);
    }
    expect(
      rows(
        `SELECT d.role, d.presence, d.arrived, p.name FROM attendance a
         JOIN attendance_days d ON d.attendance_id = a.id JOIN persons p ON p.id = a.person_id
         WHERE a.session_id = ?`,
        copy.id,
      ),
    ).toEqual([
      { role: 'moderator', presence: null, arrived: null, name: 'Budi Contoh' },
      { role: 'moderator', presence: null, arrived: null, name: 'Budi Contoh' },
    ]);
    const blocks = rows<{ id: string; node: string }>(
      'SELECT id, node FROM blocks WHERE session_id = ?',
      copy.id,
    );
    expect(blocks.map((row) => JSON.parse(row.node) as unknown)).toEqual([
      {
        type: 'agendaItem',
        attrs: { id: blocks[0]?.id, dayId: copy.days[1]?.id },
        content: [{ type: 'text', text: 'Sambutan' }],
      },
    ]);
    expect(count('persons')).toBe(1);
  });

  it('gives the speakers the numbers that they had, and keeps free what was kept free', () => {
    const sessions = service();
    const original = create(sessions, { kind: 'Rapat', title: 'Rapat mingguan' });
    const [budi, siti] = [
      addAttendee(original.id, 'Budi Contoh', 'peserta'),
      addAttendee(original.id, 'Siti Contoh', 'peserta'),
    ];
    const gone = addAttendee(original.id, 'Joko Contoh', 'peserta');
    const number = db.prepare(
      'INSERT INTO speaker_numbers (session_id, number, attendance_id) VALUES (?, ?, ?)',
    );
    number.run(original.id, 1, siti);
    number.run(original.id, 2, null);
    number.run(original.id, 3, gone);
    number.run(original.id, 7, budi);
    db.prepare('UPDATE attendance SET removed_at_ms = 1 WHERE id = ?').run(gone);
    db.prepare('INSERT INTO speaker_settings VALUES (?, 1)').run(original.id);

    const copy = sessions['sessions.duplicate']({ id: original.id });
    expect(
      rows(
        `SELECT n.number, p.name FROM speaker_numbers n
         LEFT JOIN attendance a ON a.id = n.attendance_id AND a.session_id = n.session_id
         LEFT JOIN persons p ON p.id = a.person_id WHERE n.session_id = ? ORDER BY n.number`,
        copy.id,
      ),
    ).toEqual([
      { number: 1, name: 'Siti Contoh' },
      { number: 2, name: null },
      { number: 3, name: null },
      { number: 7, name: 'Budi Contoh' },
    ]);
    expect(
      rows('SELECT narrates_comings FROM speaker_settings WHERE session_id = ?', copy.id),
    ).toEqual([{ narrates_comings: 1 }]);
  });

  it('of an example is the user’s own', () => {
    const sessions = service();
    sessions['examples.add']();
    const example = firstOf(sessions['sessions.list']());
    const copy = sessions['sessions.duplicate']({ id: example.id });
    expect(copy.isExample).toBe(false);
    sessions['examples.remove']();
    expect(sessions['sessions.list']().map((row) => row.id)).toEqual([copy.id]);
    expect(sessions['sessions.get']({ id: copy.id }).hosts).toEqual(copy.hosts);
  });
});

describe('the trash', () => {
  it('keeps everything, says when, and gives back; each is logged once', () => {
    const sessions = service();
    const { id } = create(sessions, { title: 'Rakor' });
    sessions['sessions.trash']({ ids: [id] });
    sessions['sessions.trash']({ ids: [id] });
    expect(sessions['sessions.list']()[0]?.trashedAtMs).toBeGreaterThan(0);
    sessions['sessions.restore']({ ids: [id] });
    expect(sessions['sessions.list']()[0]).toMatchObject({ title: 'Rakor', trashedAtMs: null });
    expect(rows('SELECT action FROM session_log ORDER BY seq')).toEqual([
      { action: 'create' },
      { action: 'trash' },
      { action: 'restore' },
    ]);
    expect(count('index_queue', 'block_id IS NULL')).toBe(3);
  });

  it('takes all sessions named or none', () => {
    const sessions = service();
    const { id } = create(sessions);
    const refused = failure(() => sessions['sessions.trash']({ ids: [id, 'x' as SessionId] }));
    expect(refused.code).toBe('not-found');
    expect(sessions['sessions.list']()[0]?.trashedAtMs).toBeNull();
  });
});

describe('the list', () => {
  it('shows first and last day and the hosts in order', () => {
    const sessions = service();
    create(sessions, {
      title: 'Rakor',
      days: [day('h1', '2024-07-21'), day('h2', '2024-07-20'), day('h3')],
      hosts: [{ name: 'Zeta' }, { name: 'Alfa' }],
    });
    expect(sessions['sessions.list']()).toMatchObject([
      { title: 'Rakor', firstDate: '2024-07-20', lastDate: '2024-07-21', hosts: ['Zeta', 'Alfa'] },
    ]);
  });

  it('holds thousands of sessions', () => {
    const sessions = service();
    const { id } = create(sessions, { title: 'Rapat', hosts: [{ name: 'KPU Contoh' }] });
    db.exec(`
      WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
      INSERT INTO sessions SELECT 'banyak-' || i, s.kind, s.title || i, s.theme, s.purpose,
        s.document_number, s.invitation, s.mode, s.place, s.link, s.zone, s.access,
        s.confidentiality, s.series_id, s.series_number, s.status, 0, NULL, NULL, i, i, 0, 0, 1,
        s.quorum
      FROM n, sessions s WHERE s.id = '${id}';
      INSERT INTO session_days SELECT 'hari-' || id, id, 0, '2025-05-09', NULL, NULL
      FROM sessions WHERE id <> '${id}';
      INSERT INTO session_hosts SELECT s.id, 0, h.organization_id FROM sessions s, session_hosts h
      WHERE s.id <> '${id}';`);
    const list = sessions['sessions.list']();
    expect(list).toHaveLength(5000);
    expect(new Set(list.map((row) => row.id)).size).toBe(5000);
    expect(list.every((row) => row.hosts.length === 1)).toBe(true);
  });
});

describe('the example sessions', () => {
  it('are the five of the file, marked, with people and organizations kept once', () => {
    const sessions = service();
    expect(sessions['examples.add']()).toEqual({ added: 5 });
    const list = sessions['sessions.list']();
    expect(list.map((row) => row.kind)).toEqual(['FGD', 'Talk', 'Wawancara', 'Rakor', 'Rakornas']);
    expect(list.every((row) => row.isExample)).toBe(true);
    const names = rows<{ name: string }>('SELECT name FROM organizations').map((row) => row.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('KPU Kota Prabumulih');
    expect(count('persons')).toBe(16);
    expect(count('attendance')).toBe(26);
    expect(count('blocks', "type = 'statement'")).toBe(12);
    expect(count('attendance_days', 'presence IS NOT NULL')).toBe(0);
  });

  it('are not doubled, and come back from the trash when asked for again', () => {
    const sessions = service();
    sessions['examples.add']();
    expect(sessions['examples.add']()).toEqual({ added: 0 });
    const first = firstOf(sessions['sessions.list']());
    sessions['sessions.trash']({ ids: [first.id] });
    expect(sessions['examples.add']()).toEqual({ added: 1 });
    expect(sessions['sessions.list']().filter((row) => row.trashedAtMs === null)).toHaveLength(5);
  });

  it('go in one action with all they brought, and leave what others have or use', () => {
    const sessions = service();
    const own = create(sessions, { title: 'Milik sendiri', hosts: [{ name: 'KPU RI' }] });
    sessions['examples.add']();
    const used = firstOf(rows<{ id: string }>("SELECT id FROM persons WHERE name = 'Idham Holik'"));
    db.prepare(
      `INSERT INTO attendance (id, session_id, position, type, person_id)
       VALUES ('milik', ?, 0, 'person', ?)`,
    ).run(own.id, used.id);

    expect(sessions['examples.remove']()).toEqual({ removed: 5, kept: 0 });
    expect(sessions['sessions.list']().map((row) => row.title)).toEqual(['Milik sendiri']);
    expect(rows('SELECT name FROM persons')).toEqual([{ name: 'Idham Holik' }]);
    expect(rows('SELECT name FROM organizations')).toEqual([{ name: 'KPU RI' }]);
    for (const table of ['blocks', 'series', 'session_days', 'attendance_days']) {
      expect([
        table,
        count(table, table === 'session_days' ? `session_id <> '${own.id}'` : '1'),
      ]).toEqual([table, 0]);
    }
    expect(sessions['examples.remove']()).toEqual({ removed: 0, kept: 0 });
  });

  it('leave an office whose documents have been set', () => {
    const sessions = service();
    sessions['examples.add']();
    const settle = db.prepare(
      `INSERT INTO office_settings (organization_id, value, logo_id, updated_at_ms)
       SELECT id, '{}', NULL, 0 FROM organizations WHERE name = ?`,
    );
    settle.run('KPU Kota Prabumulih');
    db.prepare(
      `INSERT INTO office_templates (id, organization_id, name, kind, bytes, findings, added_at_ms)
       SELECT 't', id, 'Templat', 'notula', x'00', '[]', 0 FROM organizations WHERE name = 'KPU RI'`,
    ).run();
    sessions['examples.remove']();
    expect(rows('SELECT name FROM organizations ORDER BY name')).toEqual([
      { name: 'KPU Kota Prabumulih' },
      { name: 'KPU RI' },
    ]);
    expect([count('office_settings'), count('office_templates')]).toEqual([1, 1]);
  });

  it('never take away a person of that name whom the user had before', () => {
    const sessions = service();
    const organization = people().ensureOrganization('KPU Kota Prabumulih');
    db.prepare(
      "INSERT INTO persons (id, name, organization_id) VALUES ('p', 'Martadinata', ?)",
    ).run(organization);
    sessions['examples.add']();
    expect(count('persons', "name = 'Martadinata'")).toBe(1);
    sessions['examples.remove']();
    expect(rows('SELECT id, name FROM persons')).toEqual([{ id: 'p', name: 'Martadinata' }]);
  });

  it('tell the search index what to add and what to forget', () => {
    const sessions = service();
    sessions['examples.add']();
    expect(count('index_queue', 'block_id NOT NULL')).toBe(count('blocks'));
    db.prepare('DELETE FROM index_queue').run();
    sessions['examples.remove']();
    expect(count('index_queue', 'block_id IS NULL')).toBe(5);
  });
});
