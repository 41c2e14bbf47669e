import type { Mark } from '../../../../shared/contract/marks.ts';
import type { DayId } from '../../../../shared/ids.ts';
import { attendeeLabel, positionLine } from '../../../../shared/minutes/names.ts';
import type { Attendance } from '../../../../shared/minutes/people.ts';
import { attendeeKey, representativeOn } from '../../../../shared/official/signatories.ts';
import { markAt } from '../marks-query.ts';

/** One who may sign the list of a day. */
export interface ListedSigner {
  readonly attendanceId: Attendance['id'];
  /** Who holds the pen: the attendee, or who came instead. */
  readonly name: string;
  readonly position: string;
  /** In whose stead; null where nobody came instead. */
  readonly represents: string | null;
  readonly isSigned: boolean;
}

/**
 * Who signs the list of a day, in its order: everybody who is on it by name and neither away nor
 * online only.
 */
export function signingList(
  attendance: readonly Attendance[],
  marks: readonly Mark[],
  dayId: DayId,
): readonly ListedSigner[] {
  return attendance.flatMap((attendee): readonly ListedSigner[] => {
    const presence = attendee.days.find((day) => day.dayId === dayId)?.presence ?? null;
    const isElsewhere = presence === null && attendee.days.some((day) => day.presence !== null);
    const isAway = presence === 'izin' || presence === 'tidak hadir' || presence === 'daring';
    const representative = representativeOn(attendee, dayId);
    if (isElsewhere || isAway || attendee.type === 'group') return [];
    const mark = markAt(marks, { type: 'attendance', attendanceId: attendee.id, dayId });
    return [
      {
        attendanceId: attendee.id,
        name: representative ?? attendeeLabel(attendee),
        position: representative === null ? positionLine(attendee) : '',
        represents: representative === null ? null : attendeeLabel(attendee),
        isSigned: mark?.signerKey === attendeeKey(attendee, dayId),
      },
    ];
  });
}

/** The first without a signature after that one, or before it; null where all have signed. */
export function nextUnsigned(
  list: readonly ListedSigner[],
  after: Attendance['id'] | null,
): ListedSigner | null {
  const start = list.findIndex(({ attendanceId }) => attendanceId === after) + 1;
  const inOrder = [...list.slice(start), ...list.slice(0, start)];
  return inOrder.find((one) => !one.isSigned && one.attendanceId !== after) ?? null;
}
