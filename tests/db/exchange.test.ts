import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import { readSessionText, sessionFileText } from '../../src/main/exchange/file.ts';
import { createStorageServices } from '../../src/main/storage-services.ts';
import type { SessionExchange } from '../../src/shared/exchange/session-exchange.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import { attendanceIdSchema, organizationIdSchema, personIdSchema } from '../../src/shared/ids.ts';
import { multiLineText, singleLineText } from '../../src/shared/minutes/input-text.ts';
import { cleanLine } from '../../src/shared/minutes/titles.ts';
import { attendee, fullRecord, statement } from '../documents/records.ts';
import { exchangeOf } from '../fixtures/exchange.ts';
import { documentFixtures } from '../fixtures/records/fixtures.ts';

let folder: string;
let db: ArchiveDatabase;
let idNumber = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-exchange-'));
  db = openDatabase(join(folder, 'archive.db'), { nativeBinding: null });
  migrate(db);
  idNumber = 0;
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const archive = () =>
  createStorageServices({
    db,
    clock: () => 1_760_000_000_000,
    newId: () => `baru-${(idNumber += 1)}`,
    readExamples: () => '[]',
  });
type Archive = ReturnType<typeof archive>;

const collect = (services: Archive, sessionId: SessionId, hasPrivateNotes = true) =>
  services['exchange.collect']({ sessionId, hasPrivateNotes });

/** What the app does with a file: read as text, checked, taken in. */
function takeIn(services: Archive, exchange: SessionExchange) {
  const read = readSessionText(JSON.stringify(exchange));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return services['exchange.takeIn'](read.exchange);
}

const placesOf = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, index) => [id, index + 1]));

/** The same for every archive: each id by its place in its list, and no time of making. */
function withoutIds(exchange: SessionExchange): unknown {
  const sorted = {
    ...exchange,
    organizations: exchange.organizations.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    persons: exchange.attendance.flatMap(
      ({ personId }) => exchange.persons.find(({ id }) => id === personId) ?? [],
    ),
  };
  const days = placesOf(sorted.session.days.map(({ id }) => id));
  const organizations = placesOf(sorted.organizations.map(({ id }) => id));
  const persons = placesOf(sorted.persons.map(({ id }) => id));
  const lines = placesOf(sorted.attendance.map(({ id }) => id));
  const references: Readonly<Record<string, ReadonlyMap<string, number>>> = {
    dayId: days,
    organizationId: organizations,
    personId: persons,
    attendanceId: lines,
    speakerId: lines,
  };
  const text = JSON.stringify(
    {
      ...sorted,
      exportedAtMs: 0,
      officeName: '',
      notulisName: '',
      session: {
        ...sorted.session,
        hosts: sorted.session.hosts.map((id) => organizations.get(id)),
      },
    },
    (key, value: unknown) =>
      key === 'id' && !/^[0-9a-f]{64}$/.test(String(value))
        ? undefined
        : typeof value === 'string' && key in references
          ? references[key]?.get(value)
          : value,
  );
  return JSON.parse(text);
}

/** SQLite keeps no half characters. */
const cleanText = (text: string, limit: number): string =>
  cleanLine(text.slice(0, limit)).toWellFormed();

/** What the archive keeps of a fixture: fields at their longest, cleaned as on typing them. */
function asKept(exchange: SessionExchange): SessionExchange {
  const { session } = exchange;
  const single = (text: string, limit: number): string => singleLineText(text.slice(0, limit));
  const several = (text: string): string => multiLineText(text.slice(0, 4000));
  return {
    ...exchange,
    officeName: exchange.officeName.slice(0, 300),
    notulisName: exchange.notulisName.slice(0, 200),
    session: {
      ...session,
      // Only what this archive froze is final in it.
      status: session.status === 'final' ? 'selesai' : session.status,
      kind: single(session.kind, 80),
      title: single(session.title, 1000),
      theme: several(session.theme),
      purpose: several(session.purpose),
      invitation: several(session.invitation),
      documentNumber: single(session.documentNumber, 200),
      place: single(session.place, 1000),
      link: single(session.link, 2000),
    },
    organizations: exchange.organizations.map((each) => ({
      ...each,
      name: cleanLine(each.name).slice(0, 300).trim().toWellFormed(),
    })),
    persons: exchange.persons.map((each) => ({
      ...each,
      name: cleanLine(each.name).slice(0, 200).trim().toWellFormed(),
      titleBefore: cleanText(each.titleBefore, 100),
      titleAfter: cleanText(each.titleAfter, 200),
      position: cleanText(each.position, 300),
      nip: cleanText(each.nip, 40),
      rank: cleanText(each.rank, 100),
    })),
    attendance: exchange.attendance.map((each) => ({
      ...each,
      groupName: cleanText(each.groupName, 300),
      position: cleanText(each.position, 300),
      days: each.days.map((day) => ({
        ...day,
        representedBy: day.representedBy.slice(0, 300).toWellFormed(),
        role: cleanText(day.role ?? '', 80) || null,
      })),
    })),
    blocks: exchange.blocks.map((block) =>
      block.type === 'statement'
        ? { ...block, attrs: { ...block.attrs, kind: block.attrs.kind.slice(0, 80) } }
        : block,
    ),
  };
}

const fixture = (name: string): SessionExchange => {
  const found = documentFixtures().find((each) => each.name === name);
  if (found === undefined) throw new Error(`no fixture ${name}`);
  return exchangeOf(found.input.record);
};

const counts = (): readonly unknown[] =>
  [
    'sessions',
    'session_days',
    'attendance',
    'blocks',
    'persons',
    'organizations',
    'series',
    'attachments',
    'index_queue',
    'session_log',
  ].map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

describe('a session that is given out and taken in', () => {
  it.each(documentFixtures().map(({ name, input }) => [name, input.record] as const))(
    'is the same: %s',
    async (_name, record) => {
      const given = asKept(exchangeOf(record));
      const services = archive();
      const taken = takeIn(services, given);
      const first = await collect(services, taken.id);
      expect(withoutIds(first)).toEqual(withoutIds(given));

      // Into the same archive again: the same session beside the first, the people known.
      const persons = db.prepare('SELECT count(*) FROM persons').pluck().get();
      const text = sessionFileText(first);
      const read = readSessionText(text);
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const again = services['exchange.takeIn'](read.exchange);
      expect(again.id).not.toBe(taken.id);
      const second = await collect(services, again.id);
      expect(withoutIds(second)).toEqual(withoutIds(first));
      expect(db.prepare('SELECT count(*) FROM persons').pluck().get()).toBe(persons);
      expect(db.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(2);
    },
  );

  it('keeps course, numbers, queue, series, quorum, document numbers and private notes', async () => {
    const base = fixture('lengkap');
    const [day] = base.session.days;
    const [first, second] = base.attendance.filter(({ type }) => type === 'person');
    const [organization] = base.organizations;
    if (!day || !first || !second || !organization) throw new Error('fixture too small');
    const noted = base.blocks.map(
      (block) =>
        ({
          ...block,
          attrs: { ...block.attrs, note: 'Periksa lagi', isImportant: true },
        }) as (typeof base.blocks)[number],
    );
    const given: SessionExchange = {
      ...asKept(base),
      session: {
        ...asKept(base).session,
        seriesTitle: 'Bincang Contoh',
        seriesNumber: 7,
        quorum: { threshold: 'jumlah', atLeast: 5, roles: ['peserta'], members: null },
        access: 'tertutup',
        confidentiality: 'rahasia',
        status: 'berlangsung',
        meeting: {
          marks: [
            { event: 'dibuka', atMs: 1_740_000_000_000, dayId: day.id },
            { event: 'ditutup', atMs: 1_740_003_600_000, dayId: null },
          ],
          days: [{ dayId: day.id, opened: '09:05', closed: null }],
        },
      },
      documentNumbers: [{ kind: 'berita-acara', number: '1/BA/2025' }],
      organizations: base.organizations.map((each) =>
        each.id === organization.id
          ? { ...each, shortName: 'KC', address: 'Jalan Contoh 1\nKota Contoh' }
          : each,
      ),
      persons: base.persons.map((each) => ({ ...each, phone: '0812', nip: '1980 01' })),
      attendance: asKept(base).attendance.map((line) =>
        line.id === first.id
          ? {
              ...line,
              days: line.days.map((on) => ({
                ...on,
                presence: 'diwakili' as const,
                representedBy: 'Wakil Contoh',
                arrived: '09:10',
                left: '11:00',
              })),
            }
          : line,
      ),
      speakers: {
        numbers: [
          { number: 1, attendanceId: second.id },
          { number: 2, attendanceId: null },
        ],
        isNarratingComings: true,
        queue: [
          { dayId: day.id, attendanceId: second.id, notedAtMs: 5, servedAtMs: 9 },
          { dayId: day.id, attendanceId: first.id, notedAtMs: 6, servedAtMs: null },
        ],
      },
      blocks: noted,
    };
    const services = archive();
    const { id } = takeIn(services, given);
    expect(withoutIds(await collect(services, id))).toEqual(withoutIds(given));
    const without = await collect(services, id, false);
    expect(JSON.stringify(without)).not.toContain('Periksa lagi');
    expect(without.blocks.every(({ attrs }) => attrs.isImportant)).toBe(true);
    expect(without.hasPrivateNotes).toBe(false);
  });

  it('takes whom the archive knows, and nobody whose facts speak against it', async () => {
    const services = archive();
    void services['people.create']({
      fields: {
        name: 'Budi Contoh',
        titleBefore: '',
        titleAfter: '',
        position: 'Ketua',
        organizationId: null,
        nip: '111',
        rank: '',
        phone: '',
      },
    });
    const base = exchangeOf({
      ...fullRecord(2),
      attendance: [attendee('a', 'Budi Contoh'), attendee('b', 'Budi Contoh')],
      blocks: [],
    });
    const person = (id: string, nip: string, titleAfter: string) => ({
      id: personIdSchema.parse(id),
      name: 'BUDI  Contoh',
      titleBefore: '',
      titleAfter,
      position: 'Ketua',
      organizationId: null,
      nip,
      rank: '',
      phone: '',
    });
    takeIn(services, {
      ...base,
      persons: [person('orang-1', '', 'S.H.'), person('orang-2', '222', '')],
      attendance: base.attendance.map((line) => ({ ...line, organizationId: null })),
    });
    const known = await services['people.list']({});
    expect(known.map(({ name, nip, titleAfter }) => [name, nip, titleAfter])).toEqual(
      expect.arrayContaining([
        ['Budi Contoh', '111', 'S.H.'],
        ['BUDI Contoh', '222', ''],
      ]),
    );
    expect(known.filter(({ name }) => /^budi contoh$/i.test(name))).toHaveLength(2);
  });

  it('leaves the archive as it was where one step fails', () => {
    const services = archive();
    takeIn(services, asKept(fixture('lengkap')));
    const before = counts();
    const exchange = asKept(fixture('lengkap'));
    const broken = {
      ...exchange,
      persons: exchange.persons.map((each, index) =>
        index === exchange.persons.length - 1 ? { ...each, name: '\u200b' } : each,
      ),
    };
    expect(() => services['exchange.takeIn'](broken)).toThrow('invalid-input');
    expect(counts()).toEqual(before);
    const lostDay = {
      ...exchange,
      blocks: [statement('Kata', { dayId: 'tidak-ada' })],
    };
    expect(() => services['exchange.takeIn'](lostDay)).toThrow('invalid-input');
    expect(counts()).toEqual(before);
  });

  it('names nobody who has left the list, and gives out no one else', async () => {
    const services = archive();
    const given = asKept(fixture('lengkap'));
    const { id } = takeIn(services, given);
    void services['people.create']({
      fields: {
        name: 'Orang Lain',
        titleBefore: '',
        titleAfter: '',
        position: '',
        organizationId: null,
        nip: '',
        rank: '',
        phone: '',
      },
    });
    db.prepare(
      "UPDATE blocks SET node = json_set(node, '$.attrs.speakerId', 'pergi') WHERE type = 'statement'",
    ).run();
    const collected = await collect(services, id);
    expect(JSON.stringify(collected)).not.toMatch(/Orang Lain|pergi/);
    expect(readSessionText(JSON.stringify(collected)).ok).toBe(true);
    expect(attendanceIdSchema.safeParse(collected.attendance[0]?.id).success).toBe(true);
    expect(organizationIdSchema.safeParse(collected.organizations[0]?.id).success).toBe(true);
  });

  it('can be searched', () => {
    const services = archive();
    const { id } = takeIn(services, asKept(fixture('lengkap')));
    const blocks = db.prepare('SELECT count(*) FROM blocks WHERE session_id = ?').pluck().get(id);
    expect(
      db
        .prepare('SELECT count(DISTINCT block_id) FROM index_queue WHERE session_id = ?')
        .pluck()
        .get(id),
    ).toBe(blocks);
  });
});
