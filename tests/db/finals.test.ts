import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { AppError } from '../../src/shared/contract/errors.ts';
import type { BlockId, SessionId } from '../../src/shared/ids.ts';
import type { FinalArchive, Services } from '../fixtures/final-session.ts';
import {
  finalServices,
  finalSession,
  openFinalArchive,
  openSession,
} from '../fixtures/final-session.ts';

let archive: FinalArchive;
let db: ArchiveDatabase;
let services: Services;

beforeEach(() => {
  archive = openFinalArchive();
  ({ db, services } = archive);
});
afterEach(() => archive.remove());

const codeOf = (attempt: () => unknown): string => {
  try {
    attempt();
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};
const state = (sessionId: SessionId) => services['finals.state']({ sessionId });

/** Everything that documents of a session are made from. */
const shown = async (sessionId: SessionId) =>
  structuredClone({
    session: services['sessions.get']({ id: sessionId }),
    attendance: await services['attendance.list']({ sessionId }),
    document: await services['documents.load']({ sessionId }),
    record: await services['documents.record']({ sessionId }),
    offices: services['office.forSession']({ sessionId }),
    ownNumbers: services['office.ownNumbers']({ sessionId }),
    gaps: await services['exports.gaps']({ sessionId }),
  });

describe('making a session final', () => {
  it('asks for a reason where the checks find something, and notes it with what they found', () => {
    const { id } = openSession(services);
    const found = services['finals.check']({ sessionId: id });
    expect(found.length).toBeGreaterThan(0);
    const finalise = (reason: string) => services['finals.finalise']({ sessionId: id, reason });
    expect(codeOf(() => finalise(' \n'))).toBe('final-needs-reason');
    expect(services['sessions.get']({ id }).status).toBe('selesai');
    expect(finalise('Sudah diperiksa.\r\nKetua setuju.').status).toBe('final');
    expect(state(id)).toMatchObject({
      actor: 'Budi Contoh',
      reason: 'Sudah diperiksa.\nKetua setuju.',
      addenda: [],
      changedParts: [],
    });
    expect(JSON.parse(String(db.prepare('SELECT findings FROM finals').pluck().get()))).toEqual(
      JSON.parse(JSON.stringify(found)),
    );
    expect(codeOf(() => finalise('sekali lagi'))).toBe('session-final');
  });

  it('is not possible in the trash, and of nothing', () => {
    const { id } = openSession(services);
    services['sessions.trash']({ ids: [id] });
    const finalise = (sessionId: SessionId) =>
      codeOf(() => services['finals.finalise']({ sessionId, reason: 'x' }));
    expect(finalise(id)).toBe('not-found');
    expect(finalise('tidak-ada' as SessionId)).toBe('not-found');
    expect(state(id)).toBeNull();
  });

  it('changes nothing where one step of it fails', () => {
    const { id } = openSession(services);
    db.exec(`CREATE TRIGGER no_more BEFORE INSERT ON index_queue
      BEGIN SELECT RAISE(ABORT, 'disk'); END`);
    expect(() => services['finals.finalise']({ sessionId: id, reason: 'x' })).toThrow('disk');
    expect(services['sessions.get']({ id }).status).toBe('selesai');
    expect(state(id)).toBeNull();
    const { entries } = services['log.list']({ sessionId: id, beforeSeq: null });
    expect(entries.map(({ action }) => action)).toEqual(['import', 'create']);
    expect(services['history.list']({ sessionId: id })).toEqual([]);
  });

  it('keeps the minutes among the versions, and none after that', async () => {
    const sessionId = finalSession(services);
    const [version] = await services['history.list']({ sessionId });
    expect(version?.reason).toBe('finalised');
    expect(await services['history.keep']({ sessionId, reason: 'exported' })).toBeNull();
    expect(services['history.list']({ sessionId })).toHaveLength(1);
  });

  it('leaves those who were taken off the list where they are, off the list for good', async () => {
    const { id } = openSession(services);
    const [line] = await services['attendance.add']({
      sessionId: id,
      entries: [{ type: 'group', name: 'Rombongan', headCount: 3 }],
    });
    if (line === undefined) throw new Error('not added');
    await services['attendance.remove']({ ids: [line.id] });
    services['finals.finalise']({ sessionId: id, reason: 'x' });
    expect(codeOf(() => services['attendance.undoRemove']({ ids: [line.id] }))).toBe(
      'session-final',
    );
    // Two days later others of that kind are forgotten at the start.
    services = finalServices(db, () => '[]', 2 * 24 * 60 * 60 * 1000);
    const kept = db.prepare('SELECT count(*) FROM attendance WHERE id = ?').pluck().get(line.id);
    expect(kept).toBe(1);
    expect(state(id)?.changedParts).toEqual([]);
  });

  it('stands in the log with its hash, after what was done before', () => {
    const sessionId = finalSession(services);
    const { entries, brokenAtSeq } = services['log.list']({ sessionId, beforeSeq: null });
    expect(brokenAtSeq).toBeNull();
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ['finalise', 'Budi Contoh'],
      ['import', 'Budi Contoh'],
      ['create', 'Budi Contoh'],
    ]);
    expect(entries[0]?.details).toMatchObject({
      sha256: state(sessionId)?.sha256,
      reason: 'Catatan diperiksa bersama.',
    });
  });
});

describe('what is shown of a final session', () => {
  it('is what was there when it was made final', async () => {
    const { id } = openSession(services);
    const before = await shown(id);
    services['finals.finalise']({ sessionId: id, reason: 'x' });
    const after = await shown(id);
    const asBefore = { status: 'selesai', updatedAtMs: before.session.updatedAtMs };
    const { final, ...record } = after.record;
    expect(final).toEqual({ version: 0, sha256: state(id)?.sha256 });
    expect({
      ...after,
      session: { ...after.session, ...asBefore },
      record: { ...record, session: { ...record.session, ...asBefore } },
      offices: { ...after.offices, session: { ...after.offices.session, ...asBefore } },
      gaps: before.gaps,
    }).toEqual(before);
    expect(after.gaps.notula.map(({ code }) => code)).not.toContain('not-final');
  });

  it('stays so whatever is renamed and set later', async () => {
    const sessionId = finalSession(services);
    const before = await shown(sessionId);
    for (const person of await services['people.list']({})) {
      await services['people.update']({ id: person.id, changes: { name: `Lain ${person.name}` } });
    }
    for (const { id, name } of await services['organizations.list']({})) {
      services['organizations.update']({ id, changes: { name: `Lain ${name}` } });
    }
    services['profile.update']({ changes: { officeName: 'Kantor Lain', notulisName: 'Lain' } });
    const { id: other } = services['sessions.create']({
      changes: { seriesTitle: 'BINCANG contoh' },
    });
    services['sessions.update']({ id: other, changes: { seriesTitle: '' } });
    // Logos that no office names are forgotten at the next start; that of the copy stays.
    db.exec('DELETE FROM office_settings; UPDATE office_logos SET added_at_ms = 0');
    services = finalServices(db);
    expect(db.prepare('SELECT count(*) FROM office_logos').pluck().get()).toBe(0);
    expect(await shown(sessionId)).toEqual(before);
    expect(before.offices.logos).toHaveLength(1);
    expect(state(sessionId)?.changedParts).toEqual([]);
  });

  it('is given out as data with the names of the day, and taken in as minutes to be closed anew', async () => {
    const sessionId = finalSession(services);
    const before = await services['exchange.collect']({ sessionId, hasPrivateNotes: true });
    for (const person of await services['people.list']({})) {
      await services['people.update']({ id: person.id, changes: { name: `Lain ${person.name}` } });
    }
    const after = await services['exchange.collect']({ sessionId, hasPrivateNotes: true });
    expect({ ...after, exportedAtMs: 0 }).toEqual({ ...before, exportedAtMs: 0 });
    expect(after.session.status).toBe('final');
    const taken = services['exchange.takeIn'](after);
    expect(taken.status).toBe('selesai');
    expect(state(taken.id)).toBeNull();
  });

  it('is copied by "Gandakan" as a plan without numbers', () => {
    const sessionId = finalSession(services);
    const copy = services['sessions.duplicate']({ id: sessionId });
    expect(copy).toMatchObject({ status: 'rencana', documentNumber: '' });
    expect(state(copy.id)).toBeNull();
    expect(services['office.forSession']({ sessionId: copy.id }).numbers).toEqual({});
  });
});

describe('addenda', () => {
  const add = (sessionId: SessionId, text: string, blockId: string | null = null) =>
    services['finals.addAddendum']({ sessionId, blockId: blockId as BlockId | null, text });

  it('are numbered versions, each sealing the one before', async () => {
    const sessionId = finalSession(services);
    const { blocks } = await services['documents.load']({ sessionId });
    const blockId = blocks[3]?.attrs.id ?? null;
    const first = add(sessionId, '  Angka 12 seharusnya 21.\r\n', blockId);
    const second = add(sessionId, 'Ejaan nama diperbaiki.');
    expect(first).toMatchObject({ number: 1, blockId, text: 'Angka 12 seharusnya 21.' });
    expect(second).toMatchObject({ number: 2, blockId: null, actor: 'Budi Contoh' });
    const { addenda, changedParts, sha256 } = state(sessionId) ?? {};
    expect(addenda).toEqual([first, second]);
    expect(changedParts).toEqual([]);
    expect(new Set([sha256, first.sha256, second.sha256]).size).toBe(3);
    const { entries } = services['log.list']({ sessionId, beforeSeq: null });
    expect(entries[0]).toMatchObject({
      action: 'addendum',
      details: { number: 2, sha256: second.sha256 },
    });
  });

  it('are about blocks of the session, and of final sessions alone', () => {
    const { id } = openSession(services);
    expect(codeOf(() => add(id, 'Terlalu dini.'))).toBe('session-not-final');
    services['finals.finalise']({ sessionId: id, reason: 'x' });
    expect(codeOf(() => add(id, 'Ke mana?', 'tidak-ada'))).toBe('not-found');
    expect(codeOf(() => add(id, '\u0000'))).toBe('invalid-input');
    expect(state(id)?.addenda).toEqual([]);
  });
});

describe('a final session that is in the way', () => {
  it('does not go to the trash, and takes no other with it', () => {
    const sessionId = finalSession(services);
    const { id: other } = services['sessions.create']({ changes: {} });
    expect(codeOf(() => services['sessions.trash']({ ids: [other, sessionId] }))).toBe(
      'session-final',
    );
    expect(services['sessions.get']({ id: other }).trashedAtMs).toBeNull();
  });

  it('stays where the examples are removed', () => {
    const sessionId = openSession(services).id;
    db.prepare('UPDATE sessions SET is_example = 1').run();
    const { id: other } = services['sessions.create']({ changes: {} });
    db.prepare('UPDATE sessions SET is_example = 1 WHERE id = ?').run(other);
    services['finals.finalise']({ sessionId, reason: 'x' });
    expect(services['examples.remove']()).toEqual({ removed: 1, kept: 1 });
    expect(services['sessions.list']().map(({ id }) => id)).toEqual([sessionId]);
  });
});
