import type { AttendanceId, DayId } from '../ids.ts';
import type { Attendance, AttendanceDay, Presence } from './people.ts';
import { PRESENCES } from './people.ts';

/** How many came: people, and groups of which nobody knows how many they were. */
export interface HeadCount {
  readonly people: number;
  readonly uncountedGroups: number;
}

export interface PresenceCount extends HeadCount {
  /** Null: not recorded. */
  readonly presence: Presence | null;
}

export interface OrganizationCount extends HeadCount {
  /** "" for those whose organization is not known. */
  readonly organizationName: string;
  /** Of these, who was there in the room or online. */
  readonly attending: HeadCount;
}

/** What counts for somebody over several days: to have been there once is to have attended. */
export const STRONGEST_FIRST: readonly Presence[] = [
  'hadir',
  'daring',
  'diwakili',
  'izin',
  'tidak hadir',
];

const NOBODY: HeadCount = { people: 0, uncountedGroups: 0 };

function heads(line: Attendance): HeadCount {
  if (line.type === 'person') return { people: 1, uncountedGroups: 0 };
  return line.headCount === null
    ? { people: 0, uncountedGroups: 1 }
    : { people: line.headCount, uncountedGroups: 0 };
}

function sum(counts: Iterable<HeadCount>): HeadCount {
  let { people, uncountedGroups } = NOBODY;
  for (const count of counts) {
    people += count.people;
    uncountedGroups += count.uncountedGroups;
  }
  return { people, uncountedGroups };
}

/** Everybody on the list. A group without a head count is never estimated, only mentioned. */
export function totalHeads(lines: readonly Attendance[]): HeadCount {
  return sum(lines.map(heads));
}

/** What is recorded of one line on a day; undefined where the session has no such day. */
export function dayOf(line: Attendance, dayId: DayId): AttendanceDay | undefined {
  return line.days.find((day) => day.dayId === dayId);
}

/** Presence on one day, or over all days where dayId is null; null: not recorded. */
export function presenceOf(line: Attendance, dayId: DayId | null): Presence | null {
  if (dayId !== null) return dayOf(line, dayId)?.presence ?? null;
  const seen = new Set(line.days.map((day) => day.presence));
  return STRONGEST_FIRST.find((presence) => seen.has(presence)) ?? null;
}

/**
 * The value that a fact has on every day shown, or "mixed" where the days differ. With a day given
 * it is that day's value.
 */
export function sharedFact<Key extends 'role' | 'presence' | 'representedBy' | 'arrived' | 'left'>(
  line: Attendance,
  dayId: DayId | null,
  key: Key,
): { readonly isMixed: boolean; readonly value: AttendanceDay[Key] | null } {
  const days = dayId === null ? line.days : line.days.filter((day) => day.dayId === dayId);
  const values = new Set(days.map((day) => day[key]));
  const [value] = values;
  return values.size > 1
    ? { isMixed: true, value: null }
    : { isMixed: false, value: value ?? null };
}

/** Counts by presence, each presence once and "not recorded" last. */
export function countByPresence(
  lines: readonly Attendance[],
  dayId: DayId | null,
): readonly PresenceCount[] {
  return [...PRESENCES, null].map((presence) => ({
    presence,
    ...totalHeads(lines.filter((line) => presenceOf(line, dayId) === presence)),
  }));
}

function isAttending(line: Attendance, dayId: DayId | null): boolean {
  const presence = presenceOf(line, dayId);
  return presence === 'hadir' || presence === 'daring' || presence === 'diwakili';
}

/** A group is an organization of its own unless it is said to belong to one. */
function organizationOf(line: Attendance): string {
  return line.organizationName === '' && line.type === 'group' ? line.name : line.organizationName;
}

/** Counts by organization, the largest first, those without one last. */
export function countByOrganization(
  lines: readonly Attendance[],
  dayId: DayId | null,
): readonly OrganizationCount[] {
  const collator = new Intl.Collator('id', { numeric: true });
  return [...Map.groupBy(lines, organizationOf)]
    .map(([organizationName, members]) => ({
      organizationName,
      ...totalHeads(members),
      attending: totalHeads(members.filter((line) => isAttending(line, dayId))),
    }))
    .sort(
      (a, b) =>
        Number(a.organizationName === '') - Number(b.organizationName === '') ||
        b.people - a.people ||
        collator.compare(a.organizationName, b.organizationName),
    );
}

/** The order after some lines were put before or after another one; they stay as they were among themselves. */
export function moveLines(
  order: readonly AttendanceId[],
  moved: ReadonlySet<AttendanceId>,
  target: AttendanceId,
  side: 'before' | 'after',
): readonly AttendanceId[] {
  if (moved.has(target)) return order;
  const taken = order.filter((id) => moved.has(id));
  return order
    .filter((id) => !moved.has(id))
    .flatMap((id) => {
      if (id !== target) return [id];
      return side === 'before' ? [...taken, id] : [id, ...taken];
    });
}

/** The order after some lines went one place up or down; at the end of the list nothing changes. */
export function shiftLines(
  order: readonly AttendanceId[],
  moved: ReadonlySet<AttendanceId>,
  direction: 'up' | 'down',
): readonly AttendanceId[] {
  const places = order.flatMap((id, index) => (moved.has(id) ? [index] : []));
  const edge = direction === 'up' ? Math.min(...places) - 1 : Math.max(...places) + 1;
  const target = order[edge];
  return target === undefined
    ? order
    : moveLines(order, moved, target, direction === 'up' ? 'before' : 'after');
}
