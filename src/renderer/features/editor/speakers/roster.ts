import type { AttendanceId, DayId } from '../../../../shared/ids.ts';
import type { SpeakerNumber } from '../../../../shared/minutes/speaker-numbers.ts';
import {
  dealNumbers,
  giveNumber,
  releaseNumber,
} from '../../../../shared/minutes/speaker-numbers.ts';
import type { Directory, Speaker } from './directory.ts';
import { isAway, speakersOn } from './directory.ts';

export interface RosterOptions {
  readonly directory: Directory;
  /** The day on which the meeting is now. */
  readonly dayId: () => DayId | null;
  readonly save: (numbers: readonly SpeakerNumber[]) => void;
}

/** Who may speak, with their numbers. */
export interface Roster {
  /** Takes over what the archive keeps. */
  readonly load: (numbers: readonly SpeakerNumber[]) => void;
  readonly speakersOn: (dayId: DayId | null) => readonly Speaker[];
  /** All numbers as they are now, dealt ones too; somebody no longer in the attendance has none. */
  readonly slots: () => readonly SpeakerNumber[];
  readonly holderOf: (number: number) => AttendanceId | null;
  readonly give: (number: number, id: AttendanceId) => void;
  readonly release: (id: AttendanceId) => void;
  /** Makes the numbers that are shown the decided ones, so that they never move by themselves. */
  readonly decide: () => void;
  /** What was decided, to come back to it. */
  readonly decided: () => readonly SpeakerNumber[];
  readonly restore: (numbers: readonly SpeakerNumber[]) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createRoster({ directory, dayId, save }: RosterOptions): Roster {
  let decided: readonly SpeakerNumber[] = [];
  const listeners = new Set<() => void>();

  function dealt(onDay: DayId | null): readonly SpeakerNumber[] {
    const candidates = directory
      .attendance()
      .filter((attendee) => !isAway(attendee, onDay))
      .map(({ id }) => id);
    return dealNumbers(decided, candidates);
  }

  function replace(numbers: readonly SpeakerNumber[]): void {
    decided = numbers;
    save(numbers);
    for (const listener of listeners) listener();
  }

  const known = (slot: SpeakerNumber): SpeakerNumber =>
    slot.attendanceId !== null && directory.find(slot.attendanceId) === undefined
      ? { ...slot, attendanceId: null }
      : slot;
  const slots = (): readonly SpeakerNumber[] => dealt(dayId()).map(known);

  return {
    load(numbers) {
      decided = numbers;
      for (const listener of listeners) listener();
    },
    slots,
    speakersOn(onDay) {
      const numbers = new Map(
        dealt(onDay).flatMap(({ number, attendanceId }) =>
          attendanceId === null ? [] : [[attendanceId, number] as const],
        ),
      );
      return speakersOn(directory.attendance(), onDay, numbers);
    },
    holderOf: (number) => slots().find((slot) => slot.number === number)?.attendanceId ?? null,
    give: (number, id) => replace(giveNumber(dealt(dayId()), number, id)),
    release: (id) => replace(releaseNumber(dealt(dayId()), id)),
    decide() {
      const now = dealt(dayId());
      if (now.length > decided.length) replace(now);
    },
    decided: () => decided,
    restore: replace,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
