import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { createLogService } from '../../src/main/log/service.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import type { FinalArchive, Services } from '../fixtures/final-session.ts';
import { openFinalArchive } from '../fixtures/final-session.ts';

let archive: FinalArchive;
let file: string;
let db: ArchiveDatabase;
let services: Services;

beforeEach(() => {
  archive = openFinalArchive();
  ({ file, db, services } = archive);
});
afterEach(() => archive.remove());

const told = (sessionId: SessionId | null = null) =>
  services['log.list']({ sessionId, beforeSeq: null })
    .entries.toReversed()
    .map(({ action, details }) => [action, details]);

it('tells every change of state, with what it was, and who made it', () => {
  services['profile.update']({ changes: { notulisName: 'Siti Misal' } });
  const { id } = services['sessions.create']({ changes: { title: 'Rapat' } });
  services['sessions.setStatus']({ id, status: 'berlangsung' });
  services['sessions.setStatus']({ id, status: 'berlangsung' });
  services['meeting.mark']({ id, event: 'ditutup', atMs: 1_739_847_600_000 });
  services['meeting.takeBack']({ id });
  services['sessions.trash']({ ids: [id] });
  services['sessions.restore']({ ids: [id] });
  const copy = services['sessions.duplicate']({ id });
  expect(told(id)).toEqual([
    ['create', {}],
    ['status', { from: 'rencana', to: 'berlangsung' }],
    ['status', { from: 'berlangsung', to: 'selesai', event: 'ditutup' }],
    ['status', { from: 'selesai', to: 'berlangsung', takenBack: 'ditutup' }],
    ['trash', {}],
    ['restore', {}],
  ]);
  expect(told(copy.id)).toEqual([['duplicate', { of: id }]]);
  const { entries } = services['log.list']({ sessionId: null, beforeSeq: null });
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['Siti Misal']));
  expect(db.prepare('SELECT count(*) FROM activity').pluck().get()).toBe(0);
});

it('tells nothing of a change that was taken back', () => {
  const { id } = services['sessions.create']({ changes: {} });
  const ids = [id, 'tidak-ada' as SessionId];
  expect(() => services['sessions.trash']({ ids })).toThrow('not-found');
  expect(told(id)).toEqual([['create', {}]]);
});

it('comes in pages of 200, newest first', () => {
  const log = createLogService({ db, clock: () => 1, actorName: () => '' });
  for (let count = 0; count < 450; count += 1) log.append('status', 's' as SessionId, { count });
  const sizes: number[] = [];
  let beforeSeq: number | null = null;
  for (;;) {
    const page: ReturnType<Services['log.list']> = services['log.list']({
      sessionId: null,
      beforeSeq,
    });
    sizes.push(page.entries.length);
    expect(page.entries[0]?.seq).toBe((beforeSeq ?? 451) - 1);
    beforeSeq = page.entries.at(-1)?.seq ?? null;
    if (!page.hasOlder) break;
  }
  expect(sizes).toEqual([200, 200, 50]);
});

it('is held against itself again when another program has written, and not before', () => {
  const log = createLogService({ db, clock: () => 1, actorName: () => '' });
  for (let count = 0; count < 2500; count += 1) log.append('mark', null, { count });
  expect(log.brokenAtSeq()).toBeNull();
  const other = openDatabase(file, { nativeBinding: null });
  const tamper = (sql: string): number | null => {
    other.exec(sql);
    return log.brokenAtSeq();
  };
  tamper('DROP TRIGGER session_log_update; DROP TRIGGER session_log_delete');
  tamper('DROP TRIGGER session_log_in_order');
  expect(tamper(`UPDATE session_log SET details = '{"count":8}' WHERE seq = 1700`)).toBe(1700);
  expect(tamper(`UPDATE session_log SET details = '{"count":' WHERE seq = 1700`)).toBe(1700);
  expect(tamper(`UPDATE session_log SET details = '{"count":1699}' WHERE seq = 1700`)).toBeNull();
  expect(
    tamper(`INSERT INTO session_log VALUES (0, 1, '', 'mark', NULL, '{}', '${'0'.repeat(64)}')`),
  ).toBe(0);
  expect(tamper('DELETE FROM session_log WHERE seq = 0')).toBeNull();
  expect(tamper('DELETE FROM session_log WHERE seq = 12')).toBe(13);
  other.close();
});
