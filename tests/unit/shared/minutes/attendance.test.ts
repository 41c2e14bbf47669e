import { expect, test } from 'vitest';

import { attendanceIdSchema, dayIdSchema } from '../../../../src/shared/ids.ts';
import {
  countByOrganization,
  countByPresence,
  moveLines,
  presenceOf,
  sharedFact,
  shiftLines,
  totalHeads,
} from '../../../../src/shared/minutes/attendance.ts';
import type { Attendance, Presence } from '../../../../src/shared/minutes/people.ts';

const days = ['hari-1', 'hari-2'].map((id) => dayIdSchema.parse(id));
const [day1, day2] = days as [(typeof days)[number], (typeof days)[number]];
const id = (text: string) => attendanceIdSchema.parse(text);

function line(
  name: string,
  presences: readonly (Presence | null)[],
  more: Partial<Attendance> = {},
): Attendance {
  return {
    id: id(name),
    type: 'person',
    personId: null,
    name,
    titleBefore: '',
    titleAfter: '',
    nip: '',
    rank: '',
    position: '',
    organizationId: null,
    organizationName: '',
    headCount: null,
    days: presences.map((presence, index) => ({
      dayId: days[index] ?? day1,
      role: null,
      presence,
      representedBy: '',
      arrived: null,
      left: null,
    })),
    ...more,
  };
}
const group = (name: string, headCount: number | null, presence: Presence | null = 'hadir') =>
  line(name, [presence], { type: 'group', headCount });

test('a group counts as many as are known, and is only mentioned where nobody knows', () => {
  const lines = [
    line('A', ['hadir']),
    group('NU', null),
    group('Mahasiswa', 12),
    group('Kosong', 0),
  ];
  expect(totalHeads(lines)).toEqual({ people: 13, uncountedGroups: 1 });
});

test('counts by presence of one day, not recorded last', () => {
  const lines = [
    line('A', ['hadir', 'daring']),
    line('B', ['hadir', null]),
    line('C', ['diwakili', 'tidak hadir']),
    group('NU', null),
  ];
  expect(
    countByPresence(lines, day1)
      .filter((count) => count.people + count.uncountedGroups > 0)
      .map((count) => [count.presence, count.people, count.uncountedGroups]),
  ).toEqual([
    ['hadir', 2, 1],
    ['diwakili', 1, 0],
  ]);
  expect(countByPresence(lines, day2).map((count) => [count.presence, count.people])).toEqual([
    ['hadir', 0],
    ['daring', 1],
    ['izin', 0],
    ['tidak hadir', 1],
    ['diwakili', 0],
    [null, 1],
  ]);
});

test('over all days, to have been there once counts', () => {
  expect(presenceOf(line('A', ['tidak hadir', 'daring']), null)).toBe('daring');
  expect(presenceOf(line('B', ['izin', 'tidak hadir']), null)).toBe('izin');
  expect(presenceOf(line('C', [null, null]), null)).toBeNull();
});

test('facts that differ between days are mixed', () => {
  const mixed = line('A', ['hadir', 'daring']);
  expect(sharedFact(mixed, null, 'presence')).toEqual({ isMixed: true, value: null });
  expect(sharedFact(mixed, day2, 'presence')).toEqual({ isMixed: false, value: 'daring' });
  expect(sharedFact(mixed, null, 'role')).toEqual({ isMixed: false, value: null });
});

test('counts by organization: the largest first, unknown last, a group is its own', () => {
  const kpu = { organizationName: 'KPU Kota Contoh' };
  const lines = [
    line('A', ['hadir']),
    line('B', ['hadir'], { organizationName: 'Bawaslu' }),
    line('C', ['izin'], kpu),
    line('D', ['daring'], kpu),
    group('NU', null),
  ];
  expect(
    countByOrganization(lines, day1).map((count) => [
      count.organizationName,
      count.people,
      count.attending.people,
      count.uncountedGroups,
    ]),
  ).toEqual([
    ['KPU Kota Contoh', 2, 1, 0],
    ['Bawaslu', 1, 1, 0],
    ['NU', 0, 0, 1],
    ['', 1, 1, 0],
  ]);
});

test('lines move together and keep their order', () => {
  const order = ['a', 'b', 'c', 'd', 'e'].map(id);
  const moved = new Set([id('d'), id('b')]);
  expect(moveLines(order, moved, id('a'), 'before').join('')).toBe('bdace');
  expect(moveLines(order, moved, id('e'), 'after').join('')).toBe('acebd');
  expect(moveLines(order, moved, id('b'), 'after')).toBe(order);
});

test('lines go one place up or down, and stay at the ends', () => {
  const order = ['a', 'b', 'c'].map(id);
  expect(shiftLines(order, new Set([id('c')]), 'up').join('')).toBe('acb');
  expect(shiftLines(order, new Set([id('a')]), 'down').join('')).toBe('bac');
  expect(shiftLines(order, new Set([id('a')]), 'up')).toBe(order);
  expect(shiftLines(order, new Set([id('c')]), 'down')).toBe(order);
  expect(shiftLines(order, new Set([id('a'), id('b')]), 'down').join('')).toBe('cab');
});
