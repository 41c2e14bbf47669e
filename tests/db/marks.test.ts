import { createHash } from 'node:crypto';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import type { MarkTarget } from '../../src/shared/contract/marks.ts';
import type { Attendance } from '../../src/shared/minutes/people.ts';
import type { Session } from '../../src/shared/minutes/session.ts';
import {
  DEFAULT_OFFICE_SETTINGS,
  signatureSetting,
} from '../../src/shared/official/office-settings.ts';
import { makeFolder, openTestArchive } from '../fixtures/archive.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { pngImage } from '../fixtures/images.ts';

let folder: TestFolder;
let db: ArchiveDatabase;
let services: ReturnType<typeof createStorageServices>;
let nowMs: number;
let session: Session;
let lines: readonly Attendance[];

const person = (name: string, role: string, titleAfter = '') =>
  ({ type: 'person', person: { name, titleAfter }, role, presence: 'hadir' }) as const;

let lastId: number;
function openServices(): void {
  services = createStorageServices({
    db,
    clock: () => (nowMs += 1000),
    newId: () => `id-${(lastId += 1)}`,
    readExamples: () => '',
  });
}

beforeEach(async () => {
  folder = makeFolder();
  db = openTestArchive(folder.archiveFile);
  lastId = 0;
  nowMs = 1_790_000_000_000;
  openServices();
  services['profile.update']({
    changes: { isSetUp: true, officeName: 'KPU Kota Contoh', notulisName: 'Wati Contoh' },
  });
  session = services['sessions.create']({ changes: { title: 'Rapat Contoh' } });
  lines = await services['attendance.add']({
    sessionId: session.id,
    entries: [person('Budi Contoh', 'pimpinan', 'S.H.'), person('Siti Misal', 'peserta')],
  });
});
afterEach(() => {
  db.close();
  folder.remove();
});

const line = (index: number): Attendance => {
  const found = lines[index];
  if (found === undefined) throw new Error('there are two');
  return found;
};
const dayId = () => {
  const [day] = session.days;
  if (day === undefined) throw new Error('a session has a day');
  return day.id;
};
const ofLine = (index: number): MarkTarget => ({
  type: 'attendance',
  attendanceId: line(index).id,
  dayId: dayId(),
});
const CHAIR_OF_NOTULA: MarkTarget = { type: 'signatory', kind: 'notula', blockIndex: 1 };

const add = (
  target: MarkTarget,
  {
    bytes = pngImage(60, 20),
    sourceSha256 = null,
    mayReuse = false,
  }: { bytes?: Uint8Array<ArrayBuffer>; sourceSha256?: string | null; mayReuse?: boolean } = {},
) =>
  services['marks.add']({
    sessionId: session.id,
    target,
    method: sourceSha256 === null ? 'drawn' : 'image',
    bytes,
    sourceSha256,
    mayReuse,
  });
const list = async () => services['marks.list']({ sessionId: session.id });
const kept = () => db.prepare('SELECT count(*) FROM marks').pluck().get();

it('keeps the signature of an attendee on one day', async () => {
  const bytes = pngImage(60, 20);
  const mark = await add(ofLine(0), { bytes });
  expect(mark).toMatchObject({
    target: ofLine(0),
    signerName: 'Budi Contoh, S.H.',
    method: 'drawn',
    widthPx: 60,
    heightPx: 20,
    actor: 'Wati Contoh',
    reusedFrom: null,
  });
  expect(await list()).toEqual([mark]);
  const read = await services['marks.read']({ id: mark.id });
  expect(Buffer.from(read?.base64 ?? '', 'base64')).toEqual(Buffer.from(bytes));
});

it('names who signs which document', async () => {
  const signatories = await services['marks.signatories']({ sessionId: session.id });
  const notula = signatories.filter(({ kind }) => kind === 'notula');
  expect(notula.map(({ capacity, name }) => [capacity, name])).toEqual([
    ['Notulis', 'Wati Contoh'],
    ['Pimpinan Sidang/Rapat', 'Budi Contoh, S.H.'],
  ]);
  expect(signatories.some(({ kind }) => kind === 'siaran-pers')).toBe(false);
});

it('gives documents only what they print', async () => {
  await add(ofLine(0), { bytes: pngImage(60, 20, 1) });
  await add(CHAIR_OF_NOTULA, { bytes: pngImage(60, 20, 2) });
  const targets = async (kinds: readonly ('notula' | 'daftar-hadir')[]) =>
    (await services['marks.forDocuments']({ sessionId: session.id, kinds: [...kinds] })).map(
      ({ target }) => target.type,
    );
  expect(await targets(['notula'])).toEqual(['signatory']);
  expect(await targets(['daftar-hadir'])).toEqual(['attendance']);
  expect(await targets([])).toEqual([]);
});

it('takes an image for one act, and for another one only when asked to', async () => {
  const first = await add(ofLine(0));
  await expect(add(CHAIR_OF_NOTULA)).rejects.toMatchObject({
    code: 'mark-used-before',
    details: { name: 'Budi Contoh, S.H.' },
  });
  expect(await list()).toHaveLength(1);
  const again = await add(CHAIR_OF_NOTULA, { mayReuse: true });
  expect(again.reusedFrom).toBe(first.id);
});

it('knows a picture again although another image was made of it', async () => {
  const sourceSha256 = 'a'.repeat(64);
  await add(ofLine(0), { bytes: pngImage(60, 20, 1), sourceSha256 });
  await expect(add(ofLine(1), { bytes: pngImage(61, 20, 2), sourceSha256 })).rejects.toMatchObject({
    code: 'mark-used-before',
  });
});

it('asks also where the other act was taken back, but not for the same place again', async () => {
  const first = await add(ofLine(0));
  await services['marks.remove']({ sessionId: session.id, id: first.id });
  await expect(add(ofLine(1))).rejects.toMatchObject({ code: 'mark-used-before' });
  const again = await add(ofLine(0));
  expect(again.reusedFrom).toBeNull();
});

it('replaces and takes back, and keeps as evidence what was there', async () => {
  await add(ofLine(0), { bytes: pngImage(60, 20, 1) });
  const second = await add(ofLine(0), { bytes: pngImage(60, 20, 2) });
  expect((await list()).map(({ id }) => id)).toEqual([second.id]);
  await services['marks.remove']({ sessionId: session.id, id: second.id });
  expect(await list()).toEqual([]);
  expect(kept()).toBe(2);
});

it('stays as evidence where whoever signed is taken off the list', async () => {
  await add(ofLine(1));
  await services['attendance.remove']({ ids: [line(1).id] });
  nowMs += 40 * 86_400_000;
  // What is removed for good goes when the archive is opened.
  openServices();
  expect(kept()).toBe(1);
});

it('is made also after the session is final, and changes nothing of it', async () => {
  const sessionId = session.id;
  services['finals.finalise']({ sessionId, reason: 'Contoh' });
  const before = await services['documents.record']({ sessionId });
  await add(CHAIR_OF_NOTULA);
  const mark = await add(ofLine(1), { bytes: pngImage(60, 20, 3) });
  await services['marks.remove']({ sessionId, id: mark.id });
  expect(await services['documents.record']({ sessionId })).toEqual(before);
  expect(services['finals.state']({ sessionId })).toMatchObject({ changedParts: [] });
});

it('is in the log, with its digest and without its image', async () => {
  const mark = await add(ofLine(0));
  await services['marks.remove']({ sessionId: session.id, id: mark.id });
  const { entries } = services['log.list']({ sessionId: session.id, beforeSeq: null });
  expect(entries.slice(0, 2)).toMatchObject([
    { action: 'mark-removed', details: { attendance: line(0).id, name: 'Budi Contoh, S.H.' } },
    {
      action: 'mark',
      actor: 'Wati Contoh',
      details: {
        attendance: line(0).id,
        day: dayId(),
        method: 'drawn',
        name: 'Budi Contoh, S.H.',
        sha256: createHash('sha256').update(pngImage(60, 20)).digest('hex'),
      },
    },
  ]);
});

it('is kept together with its entry in the log, or not at all', async () => {
  db.exec(`CREATE TEMP TRIGGER full BEFORE INSERT ON session_log
    BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`);
  await expect(add(ofLine(0))).rejects.toThrow('the disk is full');
  expect(kept()).toBe(0);
});

it("stays the same person's when a name is spelled right, and no other's", async () => {
  const mark = await add(CHAIR_OF_NOTULA);
  const chair = async () =>
    (await services['marks.signatories']({ sessionId: session.id })).find(
      ({ kind, blockIndex }) => kind === 'notula' && blockIndex === 1,
    );
  const { personId } = line(0);
  if (personId === null) throw new Error('a known person');
  await services['people.update']({ id: personId, changes: { name: 'Budhi Contoh' } });
  expect(await chair()).toMatchObject({ name: 'Budhi Contoh, S.H.', key: mark.signerKey });
  services['office.update']({
    organizationId: null,
    settings: {
      ...DEFAULT_OFFICE_SETTINGS,
      signatures: {
        notula: {
          side: 'kanan',
          blocks: [
            signatureSetting({ signer: 'notulis' }),
            signatureSetting({ signer: 'tertentu', name: 'Orang Lain' }),
          ],
        },
      },
    },
  });
  expect((await chair())?.key).not.toBe(mark.signerKey);
});

it('names who came instead', async () => {
  await services['attendance.updateDay']({
    ids: [line(1).id],
    dayId: dayId(),
    changes: { presence: 'diwakili', representedBy: 'Rina Contoh' },
  });
  const mark = await add(ofLine(1));
  expect(mark.signerName).toBe('Rina Contoh');
});

it('refuses what is no PNG, what is too large, and places where nobody signs', async () => {
  await expect(add(ofLine(0), { bytes: new Uint8Array(100) })).rejects.toMatchObject({
    code: 'image-invalid',
  });
  await expect(add(ofLine(0), { bytes: pngImage(1300, 20) })).rejects.toMatchObject({
    code: 'image-invalid',
  });
  await expect(add({ type: 'signatory', kind: 'notula', blockIndex: 2 })).rejects.toMatchObject({
    code: 'not-found',
  });
  const other = services['sessions.create']({ changes: {} });
  const { id } = await add(ofLine(0));
  expect(() => services['marks.remove']({ sessionId: other.id, id })).toThrow('not-found');
});

it('goes with its session', async () => {
  await add(ofLine(0));
  db.prepare('DELETE FROM sessions WHERE id = ?').run(session.id);
  expect(kept()).toBe(0);
});
