import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import type { PlacedFile, SessionFile } from '../../src/shared/contract/files.ts';
import { MOST_FILES_PER_SESSION } from '../../src/shared/contract/files.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import type { FinalArchive, Services } from '../fixtures/final-session.ts';
import { finalServices, finalSession, openFinalArchive } from '../fixtures/final-session.ts';

let archive: FinalArchive;
let db: ArchiveDatabase;
let services: Services;
let sessionId: SessionId;

beforeEach(() => {
  archive = openFinalArchive();
  ({ db, services } = archive);
  sessionId = services['sessions.create']({ changes: { title: 'Rapat Contoh' } }).id;
});
afterEach(() => archive.remove());

const placed = (name: string, digit = 'a'): PlacedFile => ({
  sha256: digit.repeat(64),
  name,
  mediaType: 'image/jpeg',
  sizeBytes: 3,
  role: 'foto',
});

const keep = (...files: readonly PlacedFile[]): readonly SessionFile[] =>
  services['files.keep']({ sessionId, files: [...files] });
const names = (): readonly string[] =>
  services['files.list']({ sessionId }).map(({ name }) => name);

/** Runs a change and answers how often it sent the session's data to the search. */
function queuedBy(change: () => void): number {
  const count = db
    .prepare<[string], number>(
      'SELECT count(*) FROM index_queue WHERE session_id = ? AND block_id IS NULL',
    )
    .pluck();
  const before = count.get(sessionId) ?? 0;
  change();
  return (count.get(sessionId) ?? 0) - before;
}

it('keeps files in their order and says of each what it is', () => {
  const [photo] = keep(placed('foto.jpg'), placed('undangan.pdf', 'b'));
  if (!photo) throw new Error('nothing kept');
  services['files.update']({
    id: photo.id,
    changes: { name: 'Pembukaan.jpg', role: 'bahan', caption: 'Pembukaan rapat', startsAtMs: 5 },
  });
  expect(services['files.list']({ sessionId })).toMatchObject([
    { name: 'Pembukaan.jpg', role: 'bahan', caption: 'Pembukaan rapat', startsAtMs: 5 },
    { name: 'undangan.pdf', role: 'foto', caption: '', startsAtMs: null },
  ]);
  const [, invitation] = services['files.list']({ sessionId });
  if (!invitation) throw new Error('nothing kept');
  services['files.reorder']({ sessionId, order: [invitation.id] });
  expect(names()).toEqual(['undangan.pdf', 'Pembukaan.jpg']);
});

it('brings a removed file back where it was, and forgets it a day later', () => {
  const [first] = keep(placed('1.jpg'), placed('2.jpg', 'b'));
  if (!first) throw new Error('nothing kept');
  services['files.remove']({ ids: [first.id] });
  expect(names()).toEqual(['2.jpg']);
  expect(() => services['files.get']({ id: first.id })).toThrow('not-found');
  services['files.restore']({ ids: [first.id] });
  expect(names()).toEqual(['1.jpg', '2.jpg']);

  services['files.remove']({ ids: [first.id] });
  const tomorrow = finalServices(db, () => '[]', 25 * 60 * 60 * 1000);
  expect(() => tomorrow['files.restore']({ ids: [first.id] })).toThrow('not-found');
});

it('tells the search of every change', () => {
  let [file] = keep(placed('x.jpg'));
  const changed = file;
  if (!changed) throw new Error('nothing kept');
  expect(queuedBy(() => ([file] = keep(placed('1.jpg'))))).toBe(1);
  expect(
    queuedBy(() => services['files.update']({ id: changed.id, changes: { caption: 'Foto' } })),
  ).toBe(1);
  expect(queuedBy(() => services['files.remove']({ ids: [changed.id] }))).toBe(1);
  expect(queuedBy(() => services['files.restore']({ ids: [changed.id] }))).toBe(1);
});

it('adds to final sessions, and changes nothing of what stood there', () => {
  const before = services['sessions.create']({ changes: { title: 'Belum' } }).id;
  expect(services['files.keep']({ sessionId: before, files: [placed('a.jpg')] })).toHaveLength(1);
  sessionId = finalSession(services);
  const finalAtMs = db
    .prepare<[string], number>('SELECT at_ms FROM finals WHERE session_id = ?')
    .pluck()
    .get(sessionId);
  // As one that was added before the session became final.
  db.prepare(
    `INSERT INTO session_files (id, session_id, position, sha256, name, media_type, size_bytes,
       role, added_at_ms) VALUES ('lama', ?, 0, ?, 'lama.jpg', 'image/jpeg', 1, 'foto', ?)`,
  ).run(sessionId, 'c'.repeat(64), (finalAtMs ?? 0) - 1);
  const [old] = services['files.list']({ sessionId });
  if (!old) throw new Error('nothing kept');
  expect(() => services['files.remove']({ ids: [old.id] })).toThrow('session-final');
  expect(() => services['files.update']({ id: old.id, changes: { caption: 'x' } })).toThrow(
    'session-final',
  );
  expect(() => db.prepare("UPDATE session_files SET name = 'x' WHERE id = 'lama'").run()).toThrow(
    'session-final',
  );
  expect(() => db.prepare("DELETE FROM session_files WHERE id = 'lama'").run()).toThrow(
    'session-final',
  );
  const [added] = keep(placed('susulan.jpg'));
  if (!added) throw new Error('nothing kept');
  services['files.remove']({ ids: [added.id] });
  expect(names()).toEqual(['lama.jpg']);
});

it('tells which files nobody has read yet, and keeps their words for the search', () => {
  const pdf = { ...placed('bahan.pdf', 'b'), mediaType: 'application/pdf' };
  keep(placed('foto.jpg'), pdf, { ...pdf, name: 'salinan.pdf' });
  expect(services['files.unread']().map(({ sha256 }) => sha256)).toEqual(['b'.repeat(64)]);
  const read = (): void => services['files.keepText']({ sha256: 'b'.repeat(64), text: 'coklit' });
  expect(queuedBy(read)).toBe(1);
  expect(services['files.unread']()).toEqual([]);
});

it('keeps no more files than a session holds, and none of too many', () => {
  const many = Array.from({ length: MOST_FILES_PER_SESSION }, (_, index) => placed(`${index}.jpg`));
  keep(...many.slice(1));
  expect(() => keep(...many.slice(0, 2))).toThrow('too-many-files');
  expect(names()).toHaveLength(MOST_FILES_PER_SESSION - 1);
});
