import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { ArchiveDatabase } from '../../src/main/db/database.ts';
import { createPeopleService } from '../../src/main/people/service.ts';
import { createQueueService } from '../../src/main/queue/service.ts';
import { createSpeakersService } from '../../src/main/speakers/service.ts';
import type { AttendanceId, SessionId } from '../../src/shared/ids.ts';
import { dayIdSchema } from '../../src/shared/ids.ts';
import type { Attendance } from '../../src/shared/minutes/people.ts';
import type { TestFolder } from '../fixtures/archive.ts';
import { addSession, makeFolder, openTestArchive } from '../fixtures/archive.ts';

const day1 = dayIdSchema.parse('hari-1');
const day2 = dayIdSchema.parse('hari-2');

let folder: TestFolder;
let db: ArchiveDatabase;
let sessionId: SessionId;
let nowMs: number;
let people: ReturnType<typeof createPeopleService>['handlers'];
let queue: ReturnType<typeof createQueueService>['handlers'];
let speakers: ReturnType<typeof createSpeakersService>;
let ids: readonly AttendanceId[];

function openServices(): void {
  db = openTestArchive(folder.archiveFile);
  let last = Date.now();
  const newId = () => `id-${(last += 1)}`;
  const clock = () => nowMs;
  people = createPeopleService({ db, clock, newId }).handlers;
  const service = createQueueService({ db, clock, newId });
  queue = service.handlers;
  speakers = createSpeakersService({ db, queueOf: service.list });
}

const setFinal = () => db.prepare("UPDATE sessions SET status = 'final'").run();
const kept = () => speakers['speakers.get']({ sessionId });
const waiting = () =>
  kept()
    .queue.filter(({ servedAtMs }) => servedAtMs === null)
    .map(({ attendanceId }) => ids.indexOf(attendanceId));

beforeEach(() => {
  folder = makeFolder();
  nowMs = Date.UTC(2025, 1, 18, 2, 0);
  openServices();
  sessionId = addSession(db, 'rapat');
  const addDay = db.prepare(
    "INSERT INTO session_days (id, session_id, position) VALUES (?, 'rapat', ?)",
  );
  addDay.run(day1, 0);
  addDay.run(day2, 1);
  const lines = people['attendance.add']({
    sessionId,
    entries: ['Budi Contoh', 'Siti Misal', 'Andi Umpama'].map((name) => ({
      type: 'person' as const,
      person: { name },
    })),
  }) as readonly Attendance[];
  ids = lines.map(({ id }) => id);
});
afterEach(() => {
  db.close();
  folder.remove();
});

const at = (index: number): AttendanceId => {
  const id = ids[index];
  if (!id) throw new Error(`no attendee ${index}`);
  return id;
};

describe('numbers', () => {
  test('are kept as decided, over a restart', () => {
    expect(kept().numbers).toEqual([]);
    const numbers = [
      { number: 1, attendanceId: at(2) },
      { number: 4, attendanceId: null },
    ];
    speakers['speakers.setNumbers']({ sessionId, numbers });
    db.close();
    openServices();
    expect(kept().numbers).toEqual(numbers);
  });

  test('a line that is gone for good leaves its number free', () => {
    speakers['speakers.setNumbers']({
      sessionId,
      numbers: [{ number: 2, attendanceId: at(1) }],
    });
    db.prepare('DELETE FROM attendance WHERE id = ?').run(at(1));
    expect(kept().numbers).toEqual([{ number: 2, attendanceId: null }]);
  });

  test('nobody has two, no number is two people, no line of another session has one', () => {
    const twice = [
      { number: 1, attendanceId: at(0) },
      { number: 2, attendanceId: at(0) },
    ];
    expect(() => speakers['speakers.setNumbers']({ sessionId, numbers: twice })).toThrow(
      expect.objectContaining({ code: 'invalid-input' }),
    );
    const other = addSession(db, 'lain');
    speakers['speakers.setNumbers']({
      sessionId: other,
      numbers: [{ number: 1, attendanceId: at(0) }],
    });
    expect(speakers['speakers.get']({ sessionId: other }).numbers).toEqual([
      { number: 1, attendanceId: null },
    ]);
  });

  test('a final session keeps them as they are', () => {
    setFinal();
    expect(() => speakers['speakers.setNumbers']({ sessionId, numbers: [] })).toThrow(
      expect.objectContaining({ code: 'session-final' }),
    );
    expect(() =>
      speakers['speakers.setNarrating']({ sessionId, isNarratingComings: true }),
    ).toThrow(expect.objectContaining({ code: 'session-final' }));
  });
});

test('whether comings are narrated is set per session', () => {
  const other = addSession(db, 'lain');
  speakers['speakers.setNarrating']({ sessionId, isNarratingComings: true });
  expect(kept().isNarratingComings).toBe(true);
  expect(speakers['speakers.get']({ sessionId: other }).isNarratingComings).toBe(false);
});

describe('the queue', () => {
  const note = (index: number, dayId = day1) =>
    queue['queue.note']({ sessionId, dayId, attendanceId: at(index) });

  test('keeps the order and the time of noting, over a restart', () => {
    void note(2);
    nowMs += 60_000;
    void note(0);
    db.close();
    openServices();
    expect(waiting()).toEqual([2, 0]);
    const [first, second] = kept().queue;
    expect((second?.notedAtMs ?? 0) - (first?.notedAtMs ?? 0)).toBe(60_000);
  });

  test('whoever waits already keeps her place; on another day she waits anew', async () => {
    const first = await note(1);
    void note(0);
    nowMs += 5000;
    expect(await note(1)).toEqual(first);
    void note(1, day2);
    expect(kept().queue.map(({ dayId }) => dayId)).toEqual([day1, day1, day2]);
  });

  test('a turn is over once taken; a removal can be taken back where it stood', async () => {
    const [first, second] = [await note(0), await note(1)];
    void note(2);
    nowMs += 1000;
    expect(await queue['queue.setState']({ id: first.id, state: 'served' })).toMatchObject({
      servedAtMs: nowMs,
    });
    void queue['queue.setState']({ id: second.id, state: 'removed' });
    expect(waiting()).toEqual([2]);
    void queue['queue.setState']({ id: second.id, state: 'waiting' });
    expect(waiting()).toEqual([1, 2]);
    // Who had her turn may ask again.
    void note(0);
    expect(waiting()).toEqual([1, 2, 0]);
  });

  test('is put in another order; one who was noted meanwhile stays behind', async () => {
    const entries = [await note(0), await note(1)];
    void note(2);
    void queue['queue.reorder']({
      sessionId,
      dayId: day1,
      order: entries.map(({ id }) => id).reverse(),
    });
    expect(waiting()).toEqual([1, 0, 2]);
  });

  test('does not show whom the attendance no longer has, until that is undone', () => {
    void note(0);
    void people['attendance.remove']({ ids: [at(0)] });
    expect(waiting()).toEqual([]);
    void people['attendance.undoRemove']({ ids: [at(0)] });
    expect(waiting()).toEqual([0]);
  });

  test('knows only attendees and days of its session, and no final one', () => {
    const other = addSession(db, 'lain');
    expect(() =>
      queue['queue.note']({ sessionId: other, dayId: day1, attendanceId: at(0) }),
    ).toThrow(expect.objectContaining({ code: 'not-found' }));
    setFinal();
    expect(() => note(0)).toThrow(expect.objectContaining({ code: 'session-final' }));
  });
});

test('whoever is added while the meeting runs is there since then, on that day alone', () => {
  const [added] = people['attendance.add']({
    sessionId,
    entries: [
      {
        type: 'person',
        person: { name: 'Rina Tiba' },
        onDay: { dayId: day2, presence: 'hadir', arrived: '10:15' },
      },
    ],
  }) as readonly Attendance[];
  expect(added?.days).toMatchObject([
    { dayId: day1, presence: null, arrived: null },
    { dayId: day2, presence: 'hadir', arrived: '10:15' },
  ]);
});
