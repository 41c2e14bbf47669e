import type { AttendanceId, DayId } from '../../../../shared/ids.ts';
import { dayOf, presenceOf } from '../../../../shared/minutes/attendance.ts';
import { attendeeLabel, positionLine } from '../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';

/** Somebody who may speak, as lists and labels show it. */
export interface Speaker {
  readonly id: AttendanceId;
  readonly name: string;
  /** Position and organization; "" where the name already says it or neither is known. */
  readonly position: string;
  /** 1–9 for those who have a number of their own. */
  readonly number: number | null;
  /** Excused or absent on that day: found by typing, not offered. */
  readonly isAway: boolean;
  /** "HH.MM" after a departure on that day. */
  readonly leftAt: string | null;
  readonly searchText: string;
}

const clockText = (time: string | null | undefined): string | null =>
  time?.replace(':', '.') ?? null;

/** Whether somebody was excused or absent; a day that is not known speaks for the whole session. */
export function isAway(attendee: Attendance, dayId: DayId | null): boolean {
  const presence = presenceOf(attendee, dayId);
  return presence === 'izin' || presence === 'tidak hadir';
}

export function speakerFrom(attendee: Attendance, dayId: DayId | null): Omit<Speaker, 'number'> {
  const name = attendeeLabel(attendee);
  const position = positionLine(attendee);
  return {
    id: attendee.id,
    name,
    position: position === name ? '' : position,
    isAway: isAway(attendee, dayId),
    leftAt: dayId === null ? null : clockText(dayOf(attendee, dayId)?.left),
    searchText: `${attendee.name} ${attendee.position} ${attendee.organizationName}`,
  };
}

/** The attendance as a list of speakers on one day, in the order of the attendance. */
export const speakersOn = (
  attendance: readonly Attendance[],
  dayId: DayId | null,
  numbers: ReadonlyMap<AttendanceId, number>,
): readonly Speaker[] =>
  attendance.map((attendee) => ({
    ...speakerFrom(attendee, dayId),
    number: numbers.get(attendee.id) ?? null,
  }));

/** The attendance as the editor's parts see it; labels follow it without touching the document. */
export interface Directory {
  readonly attendance: () => readonly Attendance[];
  readonly find: (id: AttendanceId) => Attendance | undefined;
  readonly replace: (attendance: readonly Attendance[]) => void;
  /** Has all labels drawn anew, as in another language. */
  readonly redraw: () => void;
  /**
   * Calls back after each change, and says whether somebody is called otherwise than before: presence
   * changes all the time and is no part of the page. The answer stops that.
   */
  readonly subscribe: (listener: (hasNewLabels: boolean) => void) => () => void;
}

export function createDirectory(initial: readonly Attendance[]): Directory {
  let attendance = initial;
  let byId = new Map(initial.map((attendee) => [attendee.id, attendee]));
  const listeners = new Set<(hasNewLabels: boolean) => void>();
  const labelOf = (attendee: Attendance): string =>
    `${attendeeLabel(attendee)}\n${positionLine(attendee)}`;
  const tell = (hasNewLabels: boolean): void => {
    for (const listener of listeners) listener(hasNewLabels);
  };
  return {
    attendance: () => attendance,
    find: (id) => byId.get(id),
    replace(next) {
      if (next === attendance) return;
      const former = byId;
      attendance = next;
      byId = new Map(next.map((attendee) => [attendee.id, attendee]));
      const isSame = (attendee: Attendance): boolean => {
        const before = former.get(attendee.id);
        return before !== undefined && labelOf(before) === labelOf(attendee);
      };
      tell(former.size !== byId.size || !next.every(isSame));
    },
    redraw: () => tell(true),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
