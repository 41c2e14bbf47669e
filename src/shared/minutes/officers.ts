import type { Attendance } from './people.ts';

const CHAIR_ROLE = /^(?:pimpinan|ketua)(?:\s+(?:sidang|rapat|sidang\/rapat))?$/i;
const SECRETARY_ROLE = /^sekretaris(?:\s+(?:sidang|rapat|sidang\/rapat))?$/i;
const RECORDER_ROLE = /^(?:notulis|pencatat)(?:\s+(?:sidang|rapat|sidang\/rapat))?$/i;

export interface KnownOfficers {
  readonly chairs: readonly Attendance[];
  readonly secretaries: readonly Attendance[];
  readonly recorders: readonly Attendance[];
}

/** Who led and who took the minutes, by their role on any day of the session. */
export function officersOf(attendance: readonly Attendance[]): KnownOfficers {
  const withRole = (role: RegExp) =>
    attendance.filter((attendee) => attendee.days.some((day) => role.test(day.role?.trim() ?? '')));
  return {
    chairs: withRole(CHAIR_ROLE),
    secretaries: withRole(SECRETARY_ROLE),
    recorders: withRole(RECORDER_ROLE),
  };
}
