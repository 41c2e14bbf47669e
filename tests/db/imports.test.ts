import { afterEach, beforeEach, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import type { ImportOutcome, ImportReason, ImportRun } from '../../src/shared/contract/imports.ts';
import { blockPlainText } from '../../src/shared/document/plain-text.ts';
import type { ImportId, SessionId } from '../../src/shared/ids.ts';
import type { FinalArchive, Services } from '../fixtures/final-session.ts';
import { finalServices, openFinalArchive } from '../fixtures/final-session.ts';
import { documentOf, named, readFile, sure } from '../fixtures/guessed-minutes.ts';

let archive: FinalArchive;
let db: ArchiveDatabase;
let services: Services;

beforeEach(() => {
  archive = openFinalArchive();
  ({ db, services } = archive);
});
afterEach(() => archive.remove());

const begin = (...paths: readonly string[]): ImportRun =>
  services['imports.begin']({
    folder: '/notula',
    files: paths.map((path) => ({ path, sizeBytes: 10 })),
  });
const take = (id: ImportId, path: string, read = readFile(documentOf(`Isi ${path}`))): ImportRun =>
  services['imports.settle']({ id, path, outcome: { type: 'taken', read: JSON.stringify(read) } });
const files = (id: ImportId) => services['imports.files']({ id });
const session = (id: ImportId, path: string): SessionId => {
  const found = files(id).find((file) => file.path === path)?.session?.id;
  if (found === undefined) throw new Error(`no session of ${path}`);
  return found;
};
const nextPath = (): string | undefined => services['imports.next']({})?.path;
const count = (sql: string): number => Number(db.prepare(sql).pluck().get());

const RAPAT = readFile(
  documentOf(
    'NOTULA',
    'Rapat Pleno Contoh',
    'Hari/Tanggal\tSelasa, 18 Februari 2020',
    'Dr. Budi Contoh, S.H.\tKetua\tKPU Kabupaten Contoh',
    'Budi: Rapat dibuka.\nMari kita mulai.',
    '',
    'Disepakati jadwal coklit.',
  ),
  {
    title: sure('Rapat Pleno Contoh', 1),
    kind: sure('Rapat Pleno', 0),
    place: sure('Aula\u00a0Contoh', 2),
    zone: sure('WITA', 2),
    hosts: [sure('KPU Kabupaten Contoh', 0)],
    days: [sure({ date: '2020-02-18', start: '09:00', end: 'selesai' }, 2)],
    attendance: [
      {
        ...named({
          name: 'Budi Contoh',
          titleBefore: 'Dr.',
          titleAfter: 'S.H.',
          position: 'Ketua',
          organization: 'KPU Kabupaten Contoh',
        }),
        type: 'person',
        role: 'pimpinan',
        presence: 'hadir',
        headCount: null,
        isListed: true,
        from: [3],
        confidence: 'pasti',
      },
      {
        ...named({ name: 'Media' }),
        type: 'group',
        role: null,
        presence: 'hadir',
        headCount: 4,
        isListed: true,
        from: [3],
        confidence: 'dugaan',
      },
    ],
    speakers: [
      { ...named({ name: 'Budi' }), attendance: 0, from: [4], confidence: 'pasti' },
      { ...named({ position: 'Kapolres' }), attendance: null, from: [4], confidence: 'dugaan' },
    ],
    blocks: [
      {
        type: 'statement',
        speaker: 0,
        kind: 'sambutan',
        paragraphs: ['Rapat dibuka.\nMari kita mulai.'],
        from: [4],
        confidence: 'pasti',
      },
      {
        type: 'decision',
        paragraphs: ['Disepakati jadwal coklit.'],
        from: [6],
        confidence: 'pasti',
      },
    ],
  },
);

it('makes a session of what was recognised, with its original and words', async () => {
  const { id } = begin('2020/rapat.pdf');
  expect(take(id, '2020/rapat.pdf', RAPAT).counts).toMatchObject({ taken: 1, unreviewed: 1 });
  const sessionId = session(id, '2020/rapat.pdf');

  const made = services['sessions.get']({ id: sessionId });
  expect(made).toMatchObject({
    title: 'Rapat Pleno Contoh',
    kind: 'Rapat Pleno',
    place: 'Aula Contoh',
    zone: 'WITA',
    status: 'selesai',
    hosts: [{ name: 'KPU Kabupaten Contoh' }],
    days: [{ date: '2020-02-18', start: '09:00', end: 'selesai' }],
  });
  const [day] = made.days;
  const { blocks } = await services['documents.load']({ sessionId });
  expect(blocks).toMatchObject([
    { type: 'statement', attrs: { kind: 'sambutan', dayId: day?.id, spokenAtMs: null } },
    { type: 'decision', attrs: { method: null } },
  ]);
  const [statement] = blocks;
  expect(statement && blockPlainText(statement)).toBe('Rapat dibuka.\nMari kita mulai.');
  expect(services['files.list']({ sessionId })).toMatchObject([
    { name: 'rapat.pdf', role: 'asli', sha256: RAPAT.sha256 },
  ]);
  expect(count(`SELECT count(*) FROM file_texts WHERE text LIKE '%jadwal coklit%'`)).toBe(1);
});

it('lists who was there, and after them who only spoke', async () => {
  const { id } = begin('rapat.pdf');
  take(id, 'rapat.pdf', RAPAT);
  const sessionId = session(id, 'rapat.pdf');
  const lines = await services['attendance.list']({ sessionId });
  expect(lines).toMatchObject([
    {
      name: 'Budi Contoh',
      titleBefore: 'Dr.',
      titleAfter: 'S.H.',
      position: 'Ketua',
      organizationName: 'KPU Kabupaten Contoh',
      days: [{ role: 'pimpinan', presence: 'hadir' }],
    },
    { type: 'group', name: 'Media', headCount: 4 },
    { name: '', position: 'Kapolres', days: [{ role: null, presence: null }] },
  ]);
  const { blocks } = await services['documents.load']({ sessionId });
  expect(blocks[0]).toMatchObject({ attrs: { speakerId: lines[0]?.id } });
});

it('shows what was recognised with the piece of the original that says it', () => {
  const { id } = begin('rapat.pdf');
  take(id, 'rapat.pdf', RAPAT);
  const review = services['imports.review']({ id, path: 'rapat.pdf' });
  expect(review.guess.title).toEqual({
    value: 'Rapat Pleno Contoh',
    from: [1],
    confidence: 'pasti',
  });
  expect(review.pieces).toEqual([
    'NOTULA',
    'Rapat Pleno Contoh',
    'Hari/Tanggal\tSelasa, 18 Februari 2020',
    'Dr. Budi Contoh, S.H.\tKetua\tKPU Kabupaten Contoh',
    'Budi: Rapat dibuka.\nMari kita mulai.',
    '',
    'Disepakati jadwal coklit.',
  ]);
  const [original] = services['files.list']({ sessionId: review.sessionId });
  expect(review.fileId).toBe(original?.id);
});

it('finds the words of a file in which nothing was recognised, under its name', () => {
  const { id } = begin('lama/Catatan_rapat 2009.docx');
  take(id, 'lama/Catatan_rapat 2009.docx');
  const sessionId = session(id, 'lama/Catatan_rapat 2009.docx');
  expect(services['sessions.get']({ id: sessionId })).toMatchObject({
    title: 'Catatan rapat 2009',
    status: 'selesai',
    days: [{ date: null, start: null, end: null }],
  });
  expect(
    count(`SELECT count(*) FROM session_files f JOIN file_texts t USING (sha256)
      WHERE f.session_id = '${sessionId}'`),
  ).toBe(1);
  expect(
    count(
      `SELECT count(*) FROM index_queue WHERE session_id = '${sessionId}' AND block_id IS NULL`,
    ),
  ).toBeGreaterThan(0);
});

it('leaves out what does not fit into a field rather than refusing the file', () => {
  const { id } = begin('a.pdf');
  const long = 'x'.repeat(5000);
  take(
    id,
    'a.pdf',
    readFile(documentOf('a'), {
      title: sure(long, 0),
      kind: sure(long, 0),
      place: sure(long, 0),
      days: [sure({ date: '2020-02-31', start: '25:00', end: '10:00' }, 0)],
    }),
  );
  expect(services['sessions.get']({ id: session(id, 'a.pdf') })).toMatchObject({
    title: 'a',
    kind: '',
    place: '',
    days: [{ date: null, start: null, end: '10:00' }],
  });
});

it('never takes the same content twice, within an import or in another', () => {
  const first = begin('a.pdf', 'salinan/b.pdf');
  take(first.id, 'a.pdf', RAPAT);
  take(first.id, 'salinan/b.pdf', RAPAT);
  const made = session(first.id, 'a.pdf');
  expect(files(first.id)).toMatchObject([
    { path: 'a.pdf', state: 'masuk', session: { id: made, isTrashed: false } },
    { path: 'salinan/b.pdf', state: 'ganda', session: { id: made } },
  ]);
  services['sessions.trash']({ ids: [made] });
  const again = begin('c.pdf');
  expect(services['imports.isKnown']({ sha256: RAPAT.sha256 })).toBe(true);
  const outcome: ImportOutcome = { type: 'known', sha256: RAPAT.sha256 };
  services['imports.settle']({ id: again.id, path: 'c.pdf', outcome });
  expect(files(again.id)).toMatchObject([
    { state: 'ganda', session: { id: made, title: 'Rapat Pleno Contoh', isTrashed: true } },
  ]);
  expect(services['sessions.list']()).toHaveLength(1);
});

it('goes on where it stopped, whatever was cut off', () => {
  const { id } = begin('a.pdf', 'b.pdf', 'c.pdf');
  expect(nextPath()).toBe('a.pdf');
  take(id, 'a.pdf');
  expect(nextPath()).toBe('b.pdf');
  // Killed before the answer: the next start asks again, and again after it was settled.
  const later = finalServices(db, () => '[]', 1000);
  expect(later['imports.next']({})?.path).toBe('b.pdf');
  take(id, 'b.pdf');
  take(id, 'b.pdf');
  expect(later['imports.next']({})?.path).toBe('c.pdf');
  take(id, 'c.pdf');
  expect(nextPath()).toBeUndefined();
  expect(services['imports.list']()).toMatchObject([
    { state: 'selesai', counts: { total: 3, waiting: 0, taken: 3 } },
  ]);
  expect(services['sessions.list']()).toHaveLength(3);
});

it('keeps nothing of a file whose session cannot be made whole', () => {
  const { id } = begin('a.pdf');
  db.exec(`CREATE TRIGGER cut BEFORE UPDATE OF state ON import_files
    BEGIN SELECT RAISE(ABORT, 'cut off'); END`);
  expect(() => take(id, 'a.pdf', RAPAT)).toThrow('cut off');
  for (const table of ['sessions', 'session_files', 'file_texts', 'persons', 'blocks']) {
    expect([table, count(`SELECT count(*) FROM ${table}`)]).toEqual([table, 0]);
  }
  db.exec('DROP TRIGGER cut');
  expect(nextPath()).toBe('a.pdf');
  take(id, 'a.pdf', RAPAT);
  expect(services['sessions.list']()).toHaveLength(1);
});

it('says why a file was left out', () => {
  const { id } = begin('a.doc', 'b.pdf');
  const refuse = (path: string, reason: ImportReason): void =>
    void services['imports.settle']({
      id,
      path,
      outcome: { type: 'refused', sha256: null, reason },
    });
  refuse('a.doc', 'unknown-type');
  refuse('b.pdf', 'no-text');
  expect(files(id)).toMatchObject([
    { state: 'ditolak', reason: 'unknown-type', session: null },
    { state: 'ditolak', reason: 'no-text', session: null },
  ]);
  expect(() => services['imports.review']({ id, path: 'a.doc' })).toThrow('not-found');
  expect(services['sessions.list']()).toEqual([]);
});

it('rests while it is paused, and takes nothing more once it was cancelled', () => {
  const { id } = begin('a.pdf', 'b.pdf');
  services['imports.setState']({ id, state: 'dijeda' });
  expect(nextPath()).toBeUndefined();
  // What was under way is still taken in.
  take(id, 'a.pdf');
  services['imports.setState']({ id, state: 'berjalan' });
  expect(nextPath()).toBe('b.pdf');
  expect(services['imports.setState']({ id, state: 'dibatalkan' })).toMatchObject({
    state: 'dibatalkan',
    counts: { taken: 1, waiting: 1 },
  });
  take(id, 'b.pdf');
  services['imports.setState']({ id, state: 'berjalan' });
  expect(services['imports.list']()).toMatchObject([
    { state: 'dibatalkan', counts: { taken: 1, waiting: 1 } },
  ]);
  expect(services['sessions.list']()).toHaveLength(1);
});

it('takes up one import after the other', () => {
  const first = begin('a.pdf');
  const second = begin('b.pdf');
  expect(services['imports.next']({})).toMatchObject({ run: { id: first.id }, path: 'a.pdf' });
  take(first.id, 'a.pdf');
  expect(services['imports.next']({})).toMatchObject({ run: { id: second.id }, path: 'b.pdf' });
});

it('counts what was not compared with the original yet', () => {
  const { id } = begin('a.pdf', 'b.pdf');
  take(id, 'a.pdf');
  take(id, 'b.pdf');
  services['imports.setReviewed']({ id, path: 'a.pdf', isReviewed: true });
  expect(files(id).map(({ isReviewed }) => isReviewed)).toEqual([true, false]);
  const unreviewed = () => services['imports.list']()[0]?.counts.unreviewed;
  expect(unreviewed()).toBe(1);
  services['sessions.trash']({ ids: [session(id, 'b.pdf')] });
  expect(unreviewed()).toBe(0);
});

it('throws all sessions of an import away together, but for those that are final', () => {
  const { id } = begin('a.pdf', 'b.pdf');
  take(id, 'a.pdf');
  take(id, 'b.pdf');
  const other = services['sessions.create']({ changes: { title: 'Lain' } });
  services['finals.finalise']({ sessionId: session(id, 'a.pdf'), reason: 'Diperiksa.' });
  const outcome = services['imports.trash']({ id });
  expect(outcome).toEqual({ trashed: [session(id, 'b.pdf')], keptCount: 1 });
  const kept = services['sessions.list']().filter(({ trashedAtMs }) => trashedAtMs === null);
  expect(kept.map((row) => row.id).toSorted()).toEqual([other.id, session(id, 'a.pdf')].toSorted());
});

it('knows people again by their whole name, and changes nothing of them', async () => {
  const office = await services['organizations.create']({
    fields: { name: 'KPU Kabupaten Contoh' },
  });
  const person = await services['people.create']({
    fields: {
      name: 'Budi Contoh',
      titleBefore: '',
      titleAfter: '',
      position: 'Sekretaris',
      organizationId: office.id,
      nip: '',
      rank: '',
      phone: '',
    },
  });
  const { id } = begin('a.pdf', 'b.pdf', 'c.pdf');
  take(id, 'a.pdf', RAPAT);
  expect(services['people.list']({})).toEqual([person]);

  const listing = (organization: string, name = 'budi  contoh') =>
    readFile(documentOf(`${name} ${organization}`), {
      attendance: [
        {
          ...named({ name, organization }),
          type: 'person',
          role: null,
          presence: null,
          headCount: null,
          isListed: true,
          from: [0],
          confidence: 'pasti',
        },
      ],
    });
  // Without an organization nobody else is meant; with another one somebody else is.
  take(id, 'b.pdf', listing(''));
  expect(services['people.list']({})).toHaveLength(1);
  take(id, 'c.pdf', listing('Bawaslu Kabupaten Contoh'));
  expect(services['people.list']({})).toHaveLength(2);
});
