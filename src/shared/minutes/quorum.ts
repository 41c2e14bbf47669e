import type { DayId } from '../ids.ts';
import type { HeadCount } from './attendance.ts';
import { dayOf, totalHeads } from './attendance.ts';
import type { Attendance } from './people.ts';
import type { QuorumRule } from './quorum-rule.ts';

export interface PresentCount extends HeadCount {
  /** Null where the session has no rule. */
  readonly quorum: QuorumState | null;
}

export type QuorumState =
  /** Without roles, members or a number there is nothing to reckon with. */
  | { readonly type: 'incomplete' }
  | {
      readonly type: 'reached' | 'missing';
      readonly present: number;
      readonly members: number;
      readonly needed: number;
    };

const sameRole = (a: string, b: string): boolean =>
  a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * Whether somebody is there on that day: in the room or online, and not gone since. Who came back
 * after leaving has a later arrival. While the meeting does not run, who attended counts.
 */
export function isThere(line: Attendance, dayId: DayId | null, isLive: boolean): boolean {
  const day = dayId === null ? undefined : dayOf(line, dayId);
  if (day?.presence !== 'hadir' && day?.presence !== 'daring') return false;
  if (!isLive || day.left === null) return true;
  return day.arrived !== null && day.arrived > day.left;
}

/** How many are there now, and whether they make a quorum. */
export function countPresent(
  attendance: readonly Attendance[],
  rule: QuorumRule | null,
  { dayId, isLive }: { readonly dayId: DayId | null; readonly isLive: boolean },
): PresentCount {
  const there = attendance.filter((line) => isThere(line, dayId, isLive));
  return {
    ...totalHeads(there),
    quorum: rule === null ? null : quorumState(attendance, there, rule, dayId),
  };
}

function quorumState(
  attendance: readonly Attendance[],
  there: readonly Attendance[],
  rule: QuorumRule,
  dayId: DayId | null,
): QuorumState {
  const isMember = (line: Attendance): boolean => {
    const role = (dayId === null ? null : dayOf(line, dayId)?.role) ?? '';
    return rule.roles.some((chosen) => sameRole(chosen, role));
  };
  const listed = totalHeads(attendance.filter(isMember)).people;
  const members = rule.members ?? listed;
  const needed = neededOf(rule, members);
  if (rule.roles.length === 0 || members === 0 || needed === null) return { type: 'incomplete' };
  const present = totalHeads(there.filter(isMember)).people;
  return { type: present >= needed ? 'reached' : 'missing', present, members, needed };
}

function neededOf({ threshold, atLeast }: QuorumRule, members: number): number | null {
  switch (threshold) {
    case 'separuh':
      return Math.floor(members / 2) + 1;
    case 'dua pertiga':
      return Math.ceil((members * 2) / 3);
    case 'jumlah':
      return atLeast;
  }
}
