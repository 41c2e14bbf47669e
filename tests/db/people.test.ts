import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { openDatabase } from '../../src/main/db/database.ts';
import { migrate } from '../../src/main/db/migrations.ts';
import type { PeopleService } from '../../src/main/people/service.ts';
import { createPeopleService } from '../../src/main/people/service.ts';
import { contract } from '../../src/shared/contract/index.ts';
import type { CallInput, CallName } from '../../src/shared/contract/index.ts';
import type { SessionId } from '../../src/shared/ids.ts';
import { dayIdSchema, sessionIdSchema } from '../../src/shared/ids.ts';
import { fullName } from '../../src/shared/minutes/names.ts';
import type { Attendance, Organization, Person } from '../../src/shared/minutes/people.ts';

const NOW_MS = Date.UTC(2025, 1, 18, 2, 0);
const rapat = sessionIdSchema.parse('rapat');
const day1 = dayIdSchema.parse('hari-1');
const day2 = dayIdSchema.parse('hari-2');

let folder: string;
let db: ArchiveDatabase;
let service: PeopleService;
let nowMs: number;

function addSession(id: string, dayIds: readonly string[], status = 'berlangsung'): SessionId {
  db.prepare(
    `INSERT INTO sessions (id, kind, title, theme, purpose, document_number, invitation, place,
      link, zone, status, created_at_ms, updated_at_ms)
     VALUES (?, 'FGD', 'Rapat contoh', '', '', '', '', '', '', 'WIB', ?, 1, 1)`,
  ).run(id, status);
  dayIds.forEach((dayId, index) => addDay(id, dayId, index));
  return sessionIdSchema.parse(id);
}

function addDay(sessionId: string, dayId: string, position: number): void {
  db.prepare('INSERT INTO session_days (id, session_id, position) VALUES (?, ?, ?)').run(
    dayId,
    sessionId,
    position,
  );
}

function addStatement(sessionId: string, speakerId: string): void {
  db.prepare(
    `INSERT INTO blocks (session_id, id, position, type, node, plain_text, speaker_id, sequence)
     VALUES (?, ?, 1, 'statement', '{}', '', ?, 1)`,
  ).run(sessionId, `blok-${speakerId}`, speakerId);
}

/** As the window calls: through the contract's schema. */
function call<Name extends CallName & keyof PeopleService['handlers']>(
  name: Name,
  input: CallInput<Name>,
): Awaited<ReturnType<PeopleService['handlers'][Name]>> {
  const handler = service.handlers[name] as (value: unknown) => unknown;
  return handler(contract[name].input.parse(input)) as Awaited<
    ReturnType<PeopleService['handlers'][Name]>
  >;
}

type Entries = CallInput<'attendance.add'>['entries'];
const add = (entries: Entries, sessionId: SessionId = rapat): readonly Attendance[] =>
  call('attendance.add', { sessionId, entries });
const person = (name: string, organizationName?: string, position?: string): Entries[number] => ({
  type: 'person',
  person: { name },
  ...(organizationName === undefined ? {} : { organizationName }),
  ...(position === undefined ? {} : { position }),
});
const list = (sessionId: SessionId = rapat): readonly Attendance[] =>
  call('attendance.list', { sessionId });
const names = (sessionId: SessionId = rapat): readonly string[] =>
  list(sessionId).map((line) => line.name);
const queued = (): readonly string[] =>
  db
    .prepare<[], { session_id: string }>(
      'SELECT session_id FROM index_queue WHERE block_id IS NULL',
    )
    .all()
    .map((row) => row.session_id);
const clearQueue = (): void => void db.exec('DELETE FROM index_queue');
const found = (text: string, limit = 20): readonly string[] =>
  call('people.find', { text, limit }).map((each) =>
    each.type === 'person'
      ? `${each.person.name} (${each.person.organizationName})`
      : `[${each.organization.name}]`,
  );
const first = <Item>(items: readonly Item[]): Item => {
  const item = items[0];
  if (item === undefined) throw new Error('the list is empty');
  return item;
};
const idOf = (line: Attendance | undefined): string => {
  if (line === undefined) throw new Error('no such line');
  return line.id;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'notula-people-'));
  db = openDatabase(join(folder, 'arsip.db'), { nativeBinding: null });
  migrate(db);
  let count = 0;
  nowMs = NOW_MS;
  service = createPeopleService({ db, clock: () => nowMs, newId: () => `id-${(count += 1)}` });
  addSession('rapat', [day1, day2]);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

describe('people are kept once', () => {
  test('the same name in the same organization is the same person, whatever its case and titles', () => {
    const [one] = add([person('Budi Contoh', 'KPU Kota Contoh', 'Ketua')]);
    const [two] = add(
      [person('Bapak  H. BUDI  contoh, S.H.', 'kpu  kota contoh')],
      addSession('b', ['b1']),
    );
    expect(two?.personId).toBe(one?.personId);
    expect(call('people.list', {})).toHaveLength(1);
    expect(call('organizations.list', {}).map((each) => each.name)).toEqual(['KPU Kota Contoh']);
  });

  test('facts that were blank are filled in, those that are known stay', () => {
    add([{ type: 'person', person: { name: 'Budi Contoh', phone: '0800-1' } }]);
    const [again] = add([
      { type: 'person', person: { name: 'Dr. Budi Contoh, S.H.', phone: '0800-2', nip: '19' } },
    ]);
    const [known] = call('people.list', {});
    expect(known).toMatchObject({
      titleBefore: 'Dr.',
      titleAfter: 'S.H.',
      phone: '0800-1',
      nip: '19',
    });
    expect(again?.titleBefore).toBe('Dr.');
  });

  test('the same name in another organization, or in none, is never merged', () => {
    const added = add([
      person('Siti Contoh', 'KPU Kota Contoh'),
      person('Siti Contoh', 'Bawaslu Kota Contoh'),
      person('Siti Contoh'),
    ]);
    expect(new Set(added.map((line) => line.personId)).size).toBe(3);
  });

  test('typed titles are split from the name and dropped forms of address are not kept', () => {
    const [line] = add([person('Ibu Dr. Hj. Siti Contoh, S.Sos., M.Si.')]);
    expect(line).toMatchObject({
      name: 'Siti Contoh',
      titleBefore: 'Dr. Hj.',
      titleAfter: 'S.Sos., M.Si.',
    });
  });

  test('organizations are one per name', () => {
    const one: Organization = call('organizations.create', { fields: { name: 'KPU Kota Contoh' } });
    const two = call('organizations.create', {
      fields: { name: ' kpu kota  contoh ', shortName: 'KPU' },
    });
    expect(two).toEqual({ ...one, shortName: 'KPU' });
    expect(service.ensureOrganization('KPU KOTA CONTOH')).toBe(one.id);
    const other = call('organizations.create', { fields: { name: 'Bawaslu Kota Contoh' } });
    expect(() =>
      call('organizations.update', { id: other.id, changes: { name: 'kpu kota contoh' } }),
    ).toThrow('invalid-input');
  });

  test('a person of spaces alone is refused and nothing is kept', () => {
    expect(() => add([person('Budi Contoh', 'KPU'), person('\u200b')])).toThrow('invalid-input');
    expect(call('people.list', {})).toEqual([]);
    expect(call('organizations.list', {})).toEqual([]);
  });
});

describe('finding', () => {
  beforeEach(() => {
    add([
      person('Anita Contoh', 'Universitas Contoh', 'Dosen'),
      person('Budi Contoh', 'KPU Kota Contoh', 'Ketua'),
      person('Rani Anugerah', 'Bawaslu Kota Contoh', 'Anggota'),
      person('Élodie Misal', 'Komunitas Anak Muda', 'Relawan'),
    ]);
  });

  test('two letters find the start of any word; names that begin with them come first', () => {
    expect(found('an')).toEqual([
      'Anita Contoh (Universitas Contoh)',
      'Rani Anugerah (Bawaslu Kota Contoh)',
      '[Komunitas Anak Muda]',
      'Élodie Misal (Komunitas Anak Muda)',
    ]);
  });

  test('position and organization find too, in any case and without diacritics', () => {
    expect(found('DOS')).toEqual(['Anita Contoh (Universitas Contoh)']);
    expect(found('kp')).toEqual(['[KPU Kota Contoh]', 'Budi Contoh (KPU Kota Contoh)']);
    expect(found('elo')).toEqual(['Élodie Misal (Komunitas Anak Muda)']);
  });

  test('several words narrow: each must begin a word', () => {
    expect(found('bu ke')).toEqual(['Budi Contoh (KPU Kota Contoh)']);
    expect(found('bu relawan')).toEqual([]);
    expect(found('ontoh')).toEqual([]);
  });

  test('an organization is found by its short name', () => {
    call('organizations.create', { fields: { name: 'Badan Contoh', shortName: 'BKBP' } });
    expect(found('bk')).toEqual(['[Badan Contoh]']);
  });

  test('a change is found at once, also one made past this service', () => {
    found('zu');
    db.exec("UPDATE persons SET name = 'Zulkifli Contoh' WHERE name = 'Budi Contoh'");
    expect(found('zu')).toEqual(['Zulkifli Contoh (KPU Kota Contoh)']);
  });

  test('among 5,000 people nothing is read anew before something changes', () => {
    for (let from = 0; from < 5000; from += 1000) {
      add(
        Array.from({ length: 1000 }, (_, n) =>
          person(`Orang Misal ${from + n}`, `Kantor ${n % 50}`),
        ),
      );
    }
    const firstFound = (): unknown => call('people.find', { text: 'misal 4711', limit: 1 })[0];
    expect(found('misal 4711')).toEqual(['Orang Misal 4711 (Kantor 11)']);
    const before = firstFound();
    // The very entry that the key before was answered with.
    expect(firstFound()).toBe(before);
    db.exec("UPDATE persons SET phone = '0800'");
    expect(firstFound()).not.toBe(before);
    expect(found('4999')).toEqual(['Orang Misal 4999 (Kantor 49)']);
  });

  test('the limit holds and an empty text finds nothing', () => {
    expect(found('co', 2)).toHaveLength(2);
    expect(found(' - ')).toEqual([]);
  });
});

describe('attendance', () => {
  test('position and organization of the day are copied: the list keeps saying what was true', () => {
    const [line] = add([person('Budi Contoh', 'KPU Kota Contoh', 'Anggota')]);
    const budi: Person = first(call('people.list', {}));
    call('people.update', { id: budi.id, changes: { position: 'Ketua', organizationId: null } });
    expect(first(list())).toMatchObject({
      id: line?.id,
      position: 'Anggota',
      organizationName: 'KPU Kota Contoh',
    });
    const [later] = add(
      [{ type: 'person', person: { personId: budi.id } }],
      addSession('b', ['b1']),
    );
    expect(later).toMatchObject({ position: 'Ketua', organizationName: '' });
  });

  test('telephone numbers are told only where asked for, of those on this list who have one', () => {
    const [budi, siti, gone] = add([
      { type: 'person', person: { name: 'Budi Contoh', phone: '0800-1' } },
      person('Siti Contoh'),
      { type: 'person', person: { name: 'Joko Contoh', phone: '0800-3' } },
      { type: 'group', name: 'Panwascam', headCount: 3 },
    ]);
    add(
      [{ type: 'person', person: { name: 'Rina Contoh', phone: '0800-4' } }],
      addSession('b', []),
    );
    call('attendance.remove', { ids: [idOf(gone)] });
    expect(JSON.stringify(list())).not.toContain('0800');
    const phones = call('attendance.phones', { sessionId: rapat });
    expect(phones).toEqual({ [idOf(budi)]: '0800-1' });
    expect(phones).not.toHaveProperty(idOf(siti));
  });

  test('a position typed for this session leaves the person as it is', () => {
    const budi = call('people.create', {
      fields: {
        name: 'Budi Contoh',
        titleBefore: '',
        titleAfter: '',
        position: 'Ketua',
        organizationId: null,
        nip: '',
        rank: '',
        phone: '',
      },
    });
    const [line] = add([
      {
        type: 'person',
        person: { personId: budi.id },
        position: 'Plt. Sekretaris',
        organizationName: 'KPU',
      },
    ]);
    expect(line).toMatchObject({ position: 'Plt. Sekretaris', organizationName: 'KPU' });
    expect(call('people.list', {})).toEqual([budi]);
  });

  test('a correction of the name shows in every session, and each is indexed anew', () => {
    add([person('Budi Conto')]);
    add([person('Budi Conto')], addSession('lain', ['l1']));
    addSession('tanpa', ['t1']);
    clearQueue();
    const budi = first(call('people.list', {}));
    call('people.update', { id: budi.id, changes: { name: 'Budi Contoh', titleAfter: 'S.H.' } });
    expect(list().map(fullName)).toEqual(['Budi Contoh, S.H.']);
    expect(queued().toSorted()).toEqual(['lain', 'rapat']);
  });

  test('renaming an organization indexes its sessions, hosts included', () => {
    add([person('Budi Contoh', 'KPU Contoh')]);
    addSession('tuan', ['t1']);
    const kpu = first(call('organizations.list', {}));
    db.prepare('INSERT INTO session_hosts VALUES (?, 0, ?)').run('tuan', kpu.id);
    clearQueue();
    call('organizations.update', { id: kpu.id, changes: { name: 'KPU Kota Contoh' } });
    expect(queued().toSorted()).toEqual(['rapat', 'tuan']);
    expect(first(list()).organizationName).toBe('KPU Kota Contoh');
  });

  test('a group has a head count or none, and somebody may be known only by position', () => {
    const lines = add([
      { type: 'group', name: 'Lembaga pemantau', headCount: null, presence: 'hadir' },
      { type: 'group', name: 'Mahasiswa', headCount: 12 },
      {
        type: 'person',
        person: { unnamed: true },
        position: 'Kasubbag Contoh',
        organizationName: 'KPU',
      },
    ]);
    expect(lines.map((line) => [line.type, line.name, line.headCount, line.position])).toEqual([
      ['group', 'Lembaga pemantau', null, ''],
      ['group', 'Mahasiswa', 12, ''],
      ['person', '', null, 'Kasubbag Contoh'],
    ]);
    expect(call('people.list', {})).toEqual([]);
    expect(() => add([{ type: 'person', person: { unnamed: true } }])).toThrow('invalid-input');
  });

  test('who was known only by position gets a name later and keeps the position', () => {
    const [line] = add([
      {
        type: 'person',
        person: { unnamed: true },
        position: 'Kasubbag Contoh',
        organizationName: 'KPU',
      },
    ]);
    add([person('Budi Contoh', 'KPU', 'Staf')]);
    const budi = first(call('people.list', {}));
    const named = call('attendance.update', { id: idOf(line), changes: { personId: budi.id } });
    expect(named).toMatchObject({ name: 'Budi Contoh', position: 'Kasubbag Contoh' });
  });

  test('lines change: position and organization here, a group its name and head count', () => {
    const [budi, group] = add([
      person('Budi Contoh'),
      { type: 'group', name: 'Mahasiswa', headCount: null },
    ]);
    expect(
      call('attendance.update', {
        id: idOf(budi),
        changes: { position: ' Ketua ', organizationName: 'KPU Kota Contoh' },
      }),
    ).toMatchObject({ position: 'Ketua', organizationName: 'KPU Kota Contoh' });
    expect(
      call('attendance.update', { id: idOf(budi), changes: { organizationName: '' } }),
    ).toMatchObject({ organizationId: null, organizationName: '', position: 'Ketua' });
    expect(
      call('attendance.update', {
        id: idOf(group),
        changes: { groupName: 'Pelajar', headCount: 7 },
      }),
    ).toMatchObject({ name: 'Pelajar', headCount: 7 });
    expect(() => call('attendance.update', { id: idOf(budi), changes: { headCount: 3 } })).toThrow(
      'invalid-input',
    );
  });

  test('every change touches the session and queues it for the index', () => {
    add([person('Budi Contoh')]);
    expect(queued()).toContain('rapat');
    const row = db
      .prepare<[], { updated_at_ms: number }>(
        "SELECT updated_at_ms FROM sessions WHERE id = 'rapat'",
      )
      .get();
    expect(row?.updated_at_ms).toBe(NOW_MS);
  });

  test('500 attendees are added as one save', () => {
    const entries = Array.from({ length: 500 }, (_, index) =>
      person(`Peserta Contoh ${index}`, `Lembaga Contoh ${index % 20}`, 'Anggota'),
    );
    expect(add(entries)).toHaveLength(500);
    expect(list()).toHaveLength(500);
    expect(queued()).toEqual(['rapat']);
    expect(call('organizations.list', {})).toHaveLength(20);
    // One entry that cannot be kept: none of the 500 is.
    expect(() => add([...entries, person('\u0007')])).toThrow('invalid-input');
    expect(list()).toHaveLength(500);
  });
});

describe('days', () => {
  test('a new attendee has the same role and presence on every day, in the order of the days', () => {
    const [line] = add([{ ...person('Budi Contoh'), role: 'moderator', presence: 'hadir' }]);
    expect(line?.days).toEqual(
      [day1, day2].map((dayId) => ({
        dayId,
        role: 'moderator',
        presence: 'hadir',
        representedBy: '',
        arrived: null,
        left: null,
      })),
    );
  });

  test('a change of one day leaves the others; without a day it is for all', () => {
    const [a, b] = add([person('Budi Contoh'), person('Siti Contoh')]);
    call('attendance.updateDay', {
      ids: [idOf(a), idOf(b)],
      dayId: day2,
      changes: { presence: 'daring', arrived: '09:10', left: '12:00' },
    });
    call('attendance.updateDay', { ids: [idOf(a)], dayId: null, changes: { role: ' notulis ' } });
    const facts = list().map((line) =>
      line.days.map((day) => [day.role, day.presence, day.arrived, day.left]),
    );
    expect(facts).toEqual([
      [
        ['notulis', null, null, null],
        ['notulis', 'daring', '09:10', '12:00'],
      ],
      [
        [null, null, null, null],
        [null, 'daring', '09:10', '12:00'],
      ],
    ]);
  });

  test('what is cleared is not recorded any more', () => {
    const [a] = add([{ ...person('Budi Contoh'), role: 'peserta', presence: 'diwakili' }]);
    call('attendance.updateDay', {
      ids: [idOf(a)],
      dayId: day1,
      changes: { representedBy: 'Siti' },
    });
    const [changed] = call('attendance.updateDay', {
      ids: [idOf(a)],
      dayId: day1,
      changes: { role: null, presence: null, representedBy: '' },
    });
    expect(changed?.days[0]).toMatchObject({ role: null, presence: null, representedBy: '' });
    expect(changed?.days[1]).toMatchObject({ role: 'peserta', presence: 'diwakili' });
  });

  test('a day added to the session later is there for everybody, with nothing recorded', () => {
    add([{ ...person('Budi Contoh'), role: 'peserta', presence: 'hadir' }]);
    addDay('rapat', 'hari-3', 2);
    service.syncDays(rapat);
    service.syncDays(rapat);
    expect(first(list()).days.map((day) => [day.dayId, day.role, day.presence])).toEqual([
      [day1, 'peserta', 'hadir'],
      [day2, 'peserta', 'hadir'],
      ['hari-3', null, null],
    ]);
  });

  test('a day of another session is refused', () => {
    const [a] = add([person('Budi Contoh')]);
    addSession('lain', ['lain-1']);
    expect(() =>
      call('attendance.updateDay', {
        ids: [idOf(a)],
        dayId: 'lain-1',
        changes: { presence: 'izin' },
      }),
    ).toThrow('not-found');
  });
});

describe('order', () => {
  beforeEach(() => {
    add(['A', 'B', 'C', 'D'].map((letter) => person(`${letter} Contoh`)));
  });
  const ids = (): string[] => list().map((line) => line.id);

  test('lines stand as they were put', () => {
    call('attendance.reorder', { sessionId: rapat, order: ids().toReversed() });
    expect(names()).toEqual(['D Contoh', 'C Contoh', 'B Contoh', 'A Contoh']);
    add([person('E Contoh')]);
    expect(names().at(-1)).toBe('E Contoh');
  });

  test('a line the sender has not seen keeps its place behind the others; strangers are ignored', () => {
    const [a = '', b = '', c = ''] = ids();
    call('attendance.reorder', { sessionId: rapat, order: [c, 'asing', b, a] });
    expect(names()).toEqual(['C Contoh', 'B Contoh', 'A Contoh', 'D Contoh']);
  });

  test('removed lines come back where they were, after reordering too', () => {
    const [a = '', b = '', c = '', d = ''] = ids();
    call('attendance.remove', { ids: [b] });
    expect(names()).toEqual(['A Contoh', 'C Contoh', 'D Contoh']);
    call('attendance.reorder', { sessionId: rapat, order: [d, c, a] });
    call('attendance.undoRemove', { ids: [b] });
    expect(names()).toEqual(['D Contoh', 'B Contoh', 'C Contoh', 'A Contoh']);
  });

  test('a removed line has the days that were added meanwhile', () => {
    const [a = ''] = ids();
    call('attendance.remove', { ids: [a] });
    addDay('rapat', 'hari-3', 2);
    const [back] = call('attendance.undoRemove', { ids: [a] });
    expect(back?.days).toHaveLength(3);
  });
});

describe('removal', () => {
  test('an attendee who speaks in the minutes stays, and so do all others of that removal', () => {
    const [budi, siti] = add([person('Budi Contoh'), person('Dr. Siti Contoh')]);
    addStatement('rapat', idOf(siti));
    expect(() => call('attendance.remove', { ids: [idOf(budi), idOf(siti)] })).toThrow(
      expect.objectContaining({
        code: 'attendee-speaks',
        details: { name: 'Dr. Siti Contoh', count: 1 },
      }),
    );
    expect(names()).toEqual(['Budi Contoh', 'Siti Contoh']);
  });

  test('a removed line cannot be changed and is dropped for good at a start a day later', () => {
    const [budi] = add([person('Budi Contoh')]);
    call('attendance.remove', { ids: [idOf(budi)] });
    expect(() =>
      call('attendance.update', { id: idOf(budi), changes: { position: 'Ketua' } }),
    ).toThrow('not-found');
    service.purgeRemoved();
    expect(call('attendance.undoRemove', { ids: [idOf(budi)] })).toHaveLength(1);

    call('attendance.remove', { ids: [idOf(budi)] });
    nowMs += 24 * 60 * 60 * 1000;
    service.purgeRemoved();
    expect(() => call('attendance.undoRemove', { ids: [idOf(budi)] })).toThrow('not-found');
    expect(call('people.list', {})).toHaveLength(1);
  });
});

describe('a final session', () => {
  test('refuses every change and keeps what it has', () => {
    const [budi, siti] = add([person('Budi Contoh'), person('Siti Contoh')]);
    call('attendance.remove', { ids: [idOf(siti)] });
    db.exec("UPDATE sessions SET status = 'final' WHERE id = 'rapat'");
    clearQueue();
    const before = list();
    const ids = [idOf(budi)];
    const attempts: readonly (() => unknown)[] = [
      () => add([person('Orang Baru', 'Lembaga Baru')]),
      () => call('attendance.update', { id: idOf(budi), changes: { position: 'Ketua' } }),
      () => call('attendance.updateDay', { ids, dayId: null, changes: { presence: 'hadir' } }),
      () => call('attendance.remove', { ids }),
      () => call('attendance.undoRemove', { ids: [idOf(siti)] }),
      () => call('attendance.reorder', { sessionId: rapat, order: ids }),
    ];
    for (const attempt of attempts) {
      expect(attempt).toThrow(expect.objectContaining({ code: 'session-final' }));
    }
    expect(list()).toEqual(before);
    expect(call('people.list', {}).map((each) => each.name)).not.toContain('Orang Baru');
    expect(queued()).toEqual([]);
  });

  test('an unknown session or line is not found', () => {
    const unknown = sessionIdSchema.parse('tidak-ada');
    expect(() => list(unknown)).toThrow('not-found');
    expect(() => add([person('Budi Contoh')], unknown)).toThrow('not-found');
    expect(() => call('attendance.remove', { ids: ['tidak-ada'] })).toThrow('not-found');
  });
});

describe('a list of participants that came as a file', () => {
  test('adds who is new, notes who is there, on one day, all or nothing', () => {
    const [known] = call('attendance.add', {
      sessionId: rapat,
      entries: [{ type: 'person', person: { name: 'Budi Contoh' } }],
    });
    if (known === undefined) throw new Error('nobody was added');
    const entry = { type: 'person', person: { name: 'Siti Misal' } } as const;
    const facts = { presence: 'daring', arrived: '09:01', left: '12:30' } as const;
    const taken = call('attendance.takeIn', {
      sessionId: rapat,
      dayId: day2,
      added: [{ entry, facts }],
      noted: [{ id: known.id, facts: { presence: 'daring', arrived: '09:05' } }],
    });
    const dayTwo = taken.map(({ name, days }) => [name, days.find((day) => day.dayId === day2)]);
    expect(dayTwo).toMatchObject([
      ['Siti Misal', facts],
      ['Budi Contoh', { presence: 'daring', arrived: '09:05', left: null }],
    ]);
    for (const { days } of taken) expect(days[0]).toMatchObject({ presence: null, arrived: null });

    const other = addSession('lain', ['hari-3']);
    expect(() =>
      call('attendance.takeIn', {
        sessionId: other,
        dayId: null,
        added: [{ entry: { ...entry, person: { name: 'Rani Umpama' } }, facts: {} }],
        noted: [{ id: known.id, facts }],
      }),
    ).toThrow('not-found');
    expect(call('attendance.list', { sessionId: other })).toEqual([]);
  });

  test('makes somebody new of whom the user says so, and changes nobody of that name', () => {
    const entry = { type: 'person', person: { name: 'Budi Contoh' } } as const;
    const [before] = call('attendance.add', { sessionId: rapat, entries: [entry] });
    const [again, other] = call('attendance.takeIn', {
      sessionId: rapat,
      dayId: day1,
      added: [
        { entry, facts: {} },
        { entry: { ...entry, person: { ...entry.person, nip: '1985', isNew: true } }, facts: {} },
      ],
      noted: [],
    });
    expect(again?.personId).toBe(before?.personId);
    expect(other?.personId).not.toBe(before?.personId);
    expect(call('people.list', {}).map(({ name, nip }) => [name, nip])).toEqual([
      ['Budi Contoh', ''],
      ['Budi Contoh', '1985'],
    ]);
  });

  test('is known again by its headings', () => {
    const columns = ['number', 'name', 'ignored'] as const;
    expect(call('attendanceFiles.mapping', { headings: 'no\tnama\tttd' })).toBeNull();
    call('attendanceFiles.remember', { headings: 'no\tnama\tttd', columns: [...columns] });
    expect(call('attendanceFiles.mapping', { headings: 'no\tnama\tttd' })).toEqual(columns);
    expect(call('attendanceFiles.mapping', { headings: 'no\tnama' })).toBeNull();
  });
});
