import { listInWords } from '../../shared/minutes/dates.ts';
import { attendeeLabel, fullName, positionLine } from '../../shared/minutes/names.ts';
import type { KnownOfficers } from '../../shared/minutes/officers.ts';
import type { Attendance, AttendanceDay, Presence } from '../../shared/minutes/people.ts';
import { PRESENCES } from '../../shared/minutes/people.ts';
import type { SessionDay } from '../../shared/minutes/session.ts';
import type { AttendanceRow, Officers } from './model.ts';
import { shortDayName } from './session-facts.ts';
import { xmlLine } from './xml-text.ts';

/** The officers as lines for the head of the Notula; the profile's secretary is the last resort. */
export function officerLines(officers: KnownOfficers, notulisName: string): Officers {
  const lines = (attendees: readonly Attendance[]): readonly string[] =>
    attendees.map((attendee) => xmlLine(attendeeLabel(attendee))).filter((line) => line !== '');
  const recorder = lines(officers.recorders);
  const profileName = xmlLine(notulisName);
  return {
    chair: lines(officers.chairs),
    secretary: lines(officers.secretaries),
    recorder: recorder.length === 0 && profileName !== '' ? [profileName] : recorder,
  };
}

function clockTimes(day: AttendanceDay): string {
  const arrived = day.arrived === null ? '' : `datang ${day.arrived.replace(':', '.')}`;
  const left = day.left === null ? '' : `keluar ${day.left.replace(':', '.')}`;
  return [arrived, left].filter((part) => part !== '').join(', ');
}

function presenceWords(day: AttendanceDay): string {
  const by = xmlLine(day.representedBy);
  if (by === '') return day.presence ?? '';
  return day.presence === null || day.presence === 'diwakili'
    ? `diwakili ${by}`
    : `${day.presence}, diwakili ${by}`;
}

function dayRemark(day: AttendanceDay): string {
  return [xmlLine(day.role ?? ''), presenceWords(day), clockTimes(day)]
    .filter((part) => part !== '')
    .join(', ');
}

/** What is known of an attendee: once where it is the same on every day, else day by day. */
function remarks(attendee: Attendance, days: readonly SessionDay[]): readonly string[] {
  const perDay = days.map((day) => {
    const known = attendee.days.find((entry) => entry.dayId === day.id);
    return known ? dayRemark(known) : '';
  });
  const [first = ''] = perDay;
  const lines = perDay.every((remark) => remark === first)
    ? [first]
    : perDay.map((remark, index) =>
        remark === '' ? '' : `${shortDayName(days, index)}: ${remark}`,
      );
  const headCount = attendee.headCount === null ? '' : `${attendee.headCount} orang`;
  return [...lines, headCount]
    .filter((line) => line !== '')
    .map((line) => line.charAt(0).toUpperCase() + line.slice(1));
}

export function attendanceRows(
  attendance: readonly Attendance[],
  days: readonly SessionDay[],
): readonly AttendanceRow[] {
  return attendance.map((attendee) => ({
    name: xmlLine(attendee.type === 'group' ? attendee.name : fullName(attendee)),
    position: xmlLine(positionLine(attendee)),
    remarks: remarks(attendee, days),
  }));
}

function presenceCounts(attendance: readonly Attendance[]): string {
  const counts = new Map<Presence, number>();
  for (const attendee of attendance) {
    const presence = attendee.days[0]?.presence ?? null;
    if (presence === null) continue;
    const heads = attendee.type === 'group' ? attendee.headCount : 1;
    // A group of unknown size cannot be counted in people.
    if (heads !== null) counts.set(presence, (counts.get(presence) ?? 0) + heads);
  }
  return PRESENCES.flatMap((presence) => {
    const count = counts.get(presence);
    return count === undefined ? [] : [`${presence} ${count}`];
  }).join(', ');
}

/** "Tercatat 6 orang dan 2 kelompok. Kehadiran (orang): hadir 5, izin 1."; "" for an empty list. */
export function attendanceSummary(
  attendance: readonly Attendance[],
  days: readonly SessionDay[],
): string {
  const groups = attendance.filter((attendee) => attendee.type === 'group');
  const personCount = attendance.length - groups.length;
  const parts = [
    personCount === 0 ? '' : `${personCount} orang`,
    groups.length === 0 ? '' : `${groups.length} kelompok/lembaga`,
  ].filter((part) => part !== '');
  if (parts.length === 0) return '';
  // Over several days a person may be present on one and away on another: one sum would mislead.
  const counts = days.length === 1 ? presenceCounts(attendance) : '';
  const listed = `Tercatat ${listInWords(parts)}.`;
  return counts === '' ? listed : `${listed} Kehadiran (orang): ${counts}.`;
}
