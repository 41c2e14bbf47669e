import type { AttendanceId, DayId } from '../../../shared/ids.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';

/** How lines of the attendance are signed: by another feature, which is handed in. */
export interface AttendanceSigning {
  /** On one day, or on any of them where the day is null. */
  readonly isSigned: (line: Attendance, dayId: DayId | null) => boolean;
  readonly onSign: (id: AttendanceId, dayId: DayId | null) => void;
  /** The device goes from hand to hand. */
  readonly onHandAround: (dayId: DayId | null) => void;
}
