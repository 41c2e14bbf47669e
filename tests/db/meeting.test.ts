import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import { createLogService } from '../../src/main/log/service.ts';
import { createPeopleService } from '../../src/main/people/service.ts';
import { createSessionsService } from '../../src/main/sessions/service.ts';
import type { DayId } from '../../src/shared/ids.ts';
import { pausedSince } from '../../src/shared/minutes/meeting.ts';
import type { QuorumRule } from '../../src/shared/minutes/quorum-rule.ts';
import type { Session } from '../../src/shared/minutes/session.ts';

let folder: string;
let db: ArchiveDatabase;
let sessions: ReturnType<typeof createSessionsService>;
let session: Session;

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+07:00`);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-meeting-'));
  db = openDatabase(join(folder, 'archive.db'), { nativeBinding: null });
  migrate(db);
  let number = 0;
  const newId = (): string => `id-${(number += 1)}`;
  const clock = () => 1_790_000_000_000 + (number += 1);
  const people = createPeopleService({ db, clock, newId });
  sessions = createSessionsService({
    db,
    clock,
    newId,
    log: createLogService({ db, clock, actorName: () => 'Budi Contoh' }).append,
    organizationIdFor: people.ensureOrganization,
    syncDays: people.syncDays,
    exampleRecords: () => [],
  });
  session = sessions['sessions.create']({
    changes: {
      title: 'Rapat',
      days: [{ id: 'h1' as DayId, date: '2026-11-23', start: '09:00', end: 'selesai' }],
    },
  });
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const mark = (event: 'dibuka' | 'diskors' | 'dilanjutkan' | 'ditutup', time: string): Session =>
  sessions['meeting.mark']({ id: session.id, event, atMs: at(time) });

it('keeps the course of a meeting beside its plan, also over a restart', () => {
  mark('dibuka', '09:12');
  expect(mark('diskors', '12:05').status).toBe('berlangsung');
  const kept = sessions['sessions.get']({ id: session.id });
  expect(pausedSince(kept)).toBe(at('12:05'));
  mark('dilanjutkan', '13:10');
  const closed = mark('ditutup', '15:40');
  expect(closed).toMatchObject({
    status: 'selesai',
    days: [{ start: '09:00', end: 'selesai' }],
    meeting: { days: [{ dayId: 'h1', opened: '09:12', closed: '15:40' }] },
  });
  expect(closed.meeting.marks.map((marked) => marked.event)).toEqual([
    'dibuka',
    'diskors',
    'dilanjutkan',
    'ditutup',
  ]);
});

it('refuses what does not fit, and changes nothing then', () => {
  expect(() => mark('diskors', '12:05')).toThrow('invalid-input');
  mark('dibuka', '09:12');
  expect(() => mark('dibuka', '09:13')).toThrow('invalid-input');
  expect(sessions['sessions.get']({ id: session.id }).meeting.marks).toHaveLength(1);
  db.prepare(`UPDATE sessions SET status = 'final'`).run();
  expect(() => mark('ditutup', '15:40')).toThrow('session-final');
  expect(() => sessions['meeting.takeBack']({ id: session.id })).toThrow('session-final');
});

it('takes the last mark back', () => {
  mark('dibuka', '09:12');
  mark('ditutup', '09:13');
  expect(sessions['meeting.takeBack']({ id: session.id })).toMatchObject({
    status: 'berlangsung',
    meeting: { days: [{ opened: '09:12', closed: null }] },
  });
  expect(sessions['meeting.takeBack']({ id: session.id })).toMatchObject({
    status: 'rencana',
    meeting: { marks: [] },
  });
  expect(() => sessions['meeting.takeBack']({ id: session.id })).toThrow('invalid-input');
});

it('takes over times that are typed, and never writes over them', () => {
  const dayId = 'h1' as DayId;
  sessions['meeting.setTimes']({ id: session.id, dayId, times: { opened: '09:05' } });
  mark('dibuka', '09:12');
  mark('ditutup', '15:40');
  const typed = sessions['meeting.setTimes']({ id: session.id, dayId, times: { closed: null } });
  expect(typed.meeting.days).toEqual([{ dayId, opened: '09:05', closed: null }]);
  expect(() =>
    sessions['meeting.setTimes']({ id: session.id, dayId: 'lain' as DayId, times: {} }),
  ).toThrow('not-found');
});

it('forgets the times of a day that is removed, and keeps the marks', () => {
  mark('dibuka', '09:12');
  const changed = sessions['sessions.update']({
    id: session.id,
    changes: { days: [{ id: 'h2' as DayId, date: null, start: null, end: null }] },
  });
  expect(changed.meeting.days).toEqual([]);
  expect(changed.meeting.marks).toMatchObject([{ event: 'dibuka', dayId: null }]);
});

it('keeps a rule of quorum, and gives it to the next meeting of the kind', () => {
  const quorum: QuorumRule = {
    threshold: 'jumlah',
    atLeast: 4,
    roles: ['pimpinan', 'anggota'],
    members: 5,
  };
  expect(session.quorum).toBeNull();
  const changed = sessions['sessions.update']({ id: session.id, changes: { quorum } });
  expect(changed.quorum).toEqual(quorum);
  mark('dibuka', '09:12');
  const copy = sessions['sessions.duplicate']({ id: session.id });
  expect(copy).toMatchObject({ quorum, meeting: { marks: [], days: [] } });
  expect(
    sessions['sessions.update']({ id: session.id, changes: { quorum: null } }).quorum,
  ).toBeNull();
});
