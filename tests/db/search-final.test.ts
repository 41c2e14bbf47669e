import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createArchiveReader } from '../../src/main/search/archive-reader.ts';
import type { FinalArchive, Services } from '../fixtures/final-session.ts';
import { finalSession, openFinalArchive, openSession } from '../fixtures/final-session.ts';

/* Search finds a final session, and names who spoke, by what they were called on the day. */

let archive: FinalArchive;
let db: ArchiveDatabase;
let services: Services;

beforeEach(() => {
  archive = openFinalArchive();
  ({ db, services } = archive);
});
afterEach(() => archive.remove());

const renameAll = (): void => {
  db.exec("UPDATE persons SET name = 'Nama Baru'; UPDATE organizations SET name = name || ' Baru'");
};

it('reads people of a final session as they were frozen, word for word', () => {
  const id = finalSession(services);
  const before = createArchiveReader(db);
  const lines = before.attendees(id);
  expect(lines.length).toBeGreaterThan(2);
  renameAll();
  const after = createArchiveReader(db);
  expect(after.attendees(id)).toEqual(lines);
  for (const { id: attendeeId, label } of lines)
    expect(after.speaker(attendeeId)?.label ?? '').toBe(label);
});

it('reads the same of a session before and after it is final', () => {
  const { id } = openSession(services);
  const lines = createArchiveReader(db).attendees(id);
  services['finals.finalise']({ sessionId: id, reason: 'Diperiksa.' });
  expect(createArchiveReader(db).attendees(id)).toEqual(lines);
});

it('reads the rows where the frozen copy is no JSON', () => {
  const id = finalSession(services);
  db.exec("DROP TRIGGER finals_update; UPDATE finals SET canonical = 'x'");
  renameAll();
  expect(
    createArchiveReader(db)
      .attendees(id)
      .some(({ line }) => line.includes('Nama Baru')),
  ).toBe(true);
});
