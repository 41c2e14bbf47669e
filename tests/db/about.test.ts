import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { AboutSubject } from '../../src/shared/contract/about.ts';
import type { Block, FollowUpStatus } from '../../src/shared/document/block.ts';
import type { AttendanceId, SessionId } from '../../src/shared/ids.ts';
import { blockIdSchema, dayIdSchema, personIdSchema } from '../../src/shared/ids.ts';
import type { Attendance } from '../../src/shared/minutes/people.ts';
import type { FinalArchive, Services } from '../fixtures/final-session.ts';
import { openFinalArchive } from '../fixtures/final-session.ts';

let archive: FinalArchive;
let services: Services;
let blockNumber = 0;

beforeEach(() => {
  archive = openFinalArchive();
  ({ services } = archive);
});
afterEach(() => archive.remove());

const nextId = () => blockIdSchema.parse(`baris-${(blockNumber += 1)}`);
const paragraph = (text: string) => [
  { type: 'paragraph' as const, content: [{ type: 'text' as const, text }] },
];
const common = () => ({ id: nextId(), dayId: null });
const statement = (speakerId: AttendanceId, text: string): Block => ({
  type: 'statement',
  attrs: { ...common(), speakerId, kind: 'pernyataan', spokenAtMs: null },
  content: paragraph(text),
});
const followUp = (
  responsible: string | null,
  text: string,
  status: FollowUpStatus = 'belum',
  dueDate: string | null = null,
): Block => ({
  type: 'followUp',
  attrs: { ...common(), responsible, dueDate, status },
  content: paragraph(text),
});

interface Attendee {
  readonly name: string;
  readonly organization?: string;
  readonly position?: string;
  readonly personId?: Attendance['personId'];
}

/** A session with its attendance; its blocks are made from the lines. */
async function meeting(
  title: string,
  date: string | null,
  attendees: readonly Attendee[],
  blocks: (lines: readonly Attendance[]) => readonly Block[] = () => [],
): Promise<{ readonly id: SessionId; readonly lines: readonly Attendance[] }> {
  const days = [{ id: dayIdSchema.parse(`hari-${title}`), date, start: null, end: null }];
  const { id } = services['sessions.create']({ changes: { title, days } });
  const lines = await services['attendance.add']({
    sessionId: id,
    entries: attendees.map(({ name, organization = '', position = '', personId }) => ({
      type: 'person' as const,
      person: personId ? { personId } : { name },
      organizationName: organization,
      position,
    })),
  });
  services['documents.save']({
    sessionId: id,
    upserts: [...blocks(lines)],
    deletions: [],
    order: null,
  });
  return { id, lines };
}

const personOf = ([line]: readonly Attendance[]): AboutSubject & { type: 'person' } => {
  if (!line?.personId) throw new Error('nobody there');
  return { type: 'person', id: line.personId };
};
const organizationOf = ([line]: readonly Attendance[]): AboutSubject => {
  if (!line?.organizationId) throw new Error('no organization');
  return { type: 'organization', id: line.organizationId };
};
const page: { readonly year: string | null; readonly offset: number; readonly limit: number } = {
  year: null,
  offset: 0,
  limit: 100,
};
const said = async (subject: AboutSubject, rest = page) =>
  (await services['about.statements']({ subject, ...rest })).map(({ text }) => text);
const attended = async (subject: AboutSubject, rest = page) =>
  (await services['about.attendance']({ subject, ...rest })).map(({ session }) => session.title);
const promised = async (subject: AboutSubject) =>
  (await services['about.promises']({ subject })).map(({ text }) => text);

const budi = { name: 'Budi Contoh', organization: 'Bawaslu Kota Contoh', position: 'Ketua' };
const sari = { name: 'Sari Misal', organization: 'KPU Kota Contoh' };

describe('what somebody said', () => {
  test('comes newest first, within a session in its order, and by year', async () => {
    const speak =
      (...texts: readonly string[]) =>
      (lines: readonly Attendance[]) =>
        texts.map((text) => statement(lines[0]?.id as AttendanceId, text));
    const { lines } = await meeting('Lama', '2023-05-02', [budi, sari], speak('a', 'b'));
    const personId = lines[0]?.personId ?? null;
    const again = [{ ...budi, personId }];
    await meeting('Baru', '2024-07-01', again, speak('c', 'd'));
    await meeting('Tanpa tanggal', null, again, speak('e'));
    const gone = await meeting('Terhapus', '2024-08-01', again, speak('x'));
    services['sessions.trash']({ ids: [gone.id] });

    const subject = personOf(lines);
    expect(await said(subject)).toEqual(['c', 'd', 'a', 'b', 'e']);
    expect(await said(subject, { ...page, offset: 1, limit: 2 })).toEqual(['d', 'a']);
    expect(await said(subject, { ...page, year: '2023' })).toEqual(['a', 'b']);
    expect(await said(subject, { ...page, year: 'tanpa' })).toEqual(['e']);
    expect(await services['about.overview']({ subject })).toMatchObject({
      name: 'Budi Contoh',
      statements: [
        { year: '2024', count: 2 },
        { year: '2023', count: 2 },
        { year: null, count: 1 },
      ],
      sessions: [
        { year: '2024', count: 1 },
        { year: '2023', count: 1 },
        { year: null, count: 1 },
      ],
    });
    expect(await said(organizationOf(lines))).toEqual(['c', 'd', 'a', 'b', 'e']);
  });

  test('is shown at its beginning where it is long, by the post of that session', async () => {
    const { lines } = await meeting('Rapat', '2024-01-01', [budi], ([line]) => [
      statement(line?.id as AttendanceId, 'kata '.repeat(400).trim()),
    ]);
    const [one] = await services['about.statements']({ subject: personOf(lines), ...page });
    expect(one).toMatchObject({
      isCut: true,
      speaker: 'Budi Contoh',
      post: 'Ketua Bawaslu Kota Contoh',
      session: { title: 'Rapat', firstDate: '2024-01-01' },
    });
    expect(one?.text).toHaveLength(600);
  });

  test('in a final session, keeps the names of the day', async () => {
    const { id, lines } = await meeting('Final', '2024-01-01', [budi], ([line]) => [
      statement(line?.id as AttendanceId, 'a'),
    ]);
    services['finals.finalise']({ sessionId: id, reason: 'Diperiksa.' });
    const subject = personOf(lines);
    await services['people.update']({ id: subject.id, changes: { name: 'Budi Baru' } });
    const [one] = await services['about.statements']({ subject, ...page });
    expect(one?.speaker).toBe('Budi Contoh');
    const [entry] = await services['about.attendance']({ subject, ...page });
    expect(entry?.lines[0]?.name).toBe('Budi Contoh');
    expect((await services['about.overview']({ subject })).name).toBe('Budi Baru');
  });
});

describe('what somebody attended', () => {
  test('counts whether or not anything was said, and how', async () => {
    const { lines } = await meeting('Rapat', '2024-01-01', [budi], ([line]) => [
      statement(line?.id as AttendanceId, 'a'),
    ]);
    const again = [{ ...budi, personId: lines[0]?.personId ?? null }];
    const silent = await meeting('Diam', '2024-02-01', again);
    await services['attendance.updateDay']({
      ids: silent.lines.map(({ id }) => id),
      dayId: null,
      changes: { presence: 'diwakili', representedBy: 'Andi Umpama', role: 'undangan' },
    });
    const removed = await meeting('Dicabut', '2024-03-01', again);
    await services['attendance.remove']({ ids: removed.lines.map(({ id }) => id) });

    const entries = await services['about.attendance']({ subject: personOf(lines), ...page });
    expect(entries.map(({ session, lines: [line] }) => [session.title, line])).toMatchObject([
      [
        'Diam',
        { presence: 'diwakili', representedBy: 'Andi Umpama', role: 'undangan', statementCount: 0 },
      ],
      ['Rapat', { statementCount: 1 }],
    ]);
  });

  test('of an organization are also the groups of its name and what it held', async () => {
    const { lines } = await meeting('Rapat', '2024-01-01', [
      budi,
      { ...sari, organization: budi.organization },
    ]);
    const group = await meeting('Rombongan', '2024-02-01', []);
    await services['attendance.add']({
      sessionId: group.id,
      entries: [{ type: 'group', name: 'BAWASLU Kota Contoh', headCount: 3 }],
    });
    const held = await meeting('Tuan rumah', '2024-03-01', []);
    services['sessions.update']({
      id: held.id,
      changes: { hosts: [{ name: 'Bawaslu Kota Contoh' }] },
    });

    const subject = organizationOf(lines);
    expect(await attended(subject)).toEqual(['Tuan rumah', 'Rombongan', 'Rapat']);
    const entries = await services['about.attendance']({ subject, ...page });
    expect(entries.map(({ isHost, lines: listed }) => [isHost, listed.length])).toEqual([
      [true, 0],
      [false, 1],
      [false, 2],
    ]);
  });
});

describe('what somebody promised', () => {
  test('is what names them, open first by when it is due', async () => {
    const { lines } = await meeting('Rapat', '2024-01-01', [budi, sari], () => [
      followUp('Dr. Budi Contoh, S.H.', 'selesai', 'selesai'),
      followUp('Budi Contoh dan Sari Misal', 'tanpa tenggat'),
      followUp('budi contoh', 'tenggat', 'berjalan', '2024-02-01'),
      followUp('Budi Contoh Wijaya', 'nama lain'),
      followUp('Sari Misal', 'orang lain'),
      followUp(null, 'tidak disebut'),
    ]);
    await meeting('Lain', '2024-02-01', [{ name: 'Budi Contoh Wijaya' }]);
    const subject = personOf(lines);
    expect(await promised(subject)).toEqual(['tenggat', 'tanpa tenggat', 'selesai']);
    expect(await services['about.overview']({ subject })).toMatchObject({
      promises: 3,
      openPromises: 2,
    });
  });

  test('by several of one name counts for who was there', async () => {
    const first = await meeting('Pertama', '2024-01-01', [budi], () => [
      followUp('Budi Contoh', 'a'),
    ]);
    const other = services['people.create']({
      fields: {
        name: 'Budi Contoh',
        titleBefore: '',
        titleAfter: '',
        position: '',
        organizationId: null,
        nip: '2',
        rank: '',
        phone: '',
      },
    });
    const namesake = { name: 'Budi Contoh', personId: (await other).id };
    await meeting('Kedua', '2024-02-01', [namesake], () => [followUp('Budi Contoh', 'b')]);
    expect(await promised(personOf(first.lines))).toEqual(['a']);
    expect(await promised({ type: 'person', id: namesake.personId })).toEqual(['b']);
  });

  test('of an organization is by its names and by its members of that session', async () => {
    const { lines } = await meeting('Rapat', '2024-01-01', [budi, sari], () => [
      followUp('Bawaslu Kota Contoh', 'lembaga'),
      followUp('Ketua Bawaslu', 'singkat'),
      followUp('Bawaslu dan KPU Kota Contoh', 'bersama'),
      followUp('Bawaslu Provinsi Contoh', 'lembaga lain'),
      followUp('Budi Contoh', 'anggota'),
      followUp('KPU Kota Contoh', 'bukan'),
    ]);
    const subject = organizationOf(lines);
    services['organizations.update']({
      id: subject.id as never,
      changes: { shortName: 'Bawaslu' },
    });
    expect((await promised(subject)).toSorted()).toEqual([
      'anggota',
      'bersama',
      'lembaga',
      'singkat',
    ]);
  });
});

test('a statement leads to who said it', async () => {
  let block: Block | undefined;
  const { id, lines } = await meeting('Rapat', '2024-01-01', [budi], ([line]) => {
    block = statement(line?.id as AttendanceId, 'a');
    return [block];
  });
  const blockId = block?.attrs.id ?? nextId();
  expect(await services['about.speaker']({ sessionId: id, blockId })).toEqual(personOf(lines));
  expect(await services['about.speaker']({ sessionId: id, blockId: nextId() })).toBeNull();
});

test('nobody of that kind is said as such', () => {
  const unknown = { type: 'person', id: personIdSchema.parse('nobody') } as const;
  expect(() => services['about.overview']({ subject: unknown })).toThrow('not-found');
});
