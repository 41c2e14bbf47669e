import { presenceOf, totalHeads } from '../../../shared/minutes/attendance.ts';
import { listInWords } from '../../../shared/minutes/dates.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';

/** The lines of a list of attendance by what is recorded of each over all days. */
export interface Presences {
  readonly present: readonly Attendance[];
  readonly absent: readonly Attendance[];
  readonly unrecorded: readonly Attendance[];
}

export function presencesOf(attendance: readonly Attendance[]): Presences {
  const state = (line: Attendance): keyof Presences => {
    switch (presenceOf(line, null)) {
      case 'hadir':
      case 'daring':
      case 'diwakili':
        return 'present';
      case 'izin':
      case 'tidak hadir':
        return 'absent';
      case null:
        return 'unrecorded';
    }
  };
  const by = (wanted: keyof Presences) => attendance.filter((line) => state(line) === wanted);
  return { present: by('present'), absent: by('absent'), unrecorded: by('unrecorded') };
}

/**
 * "12 orang dan 2 kelompok/lembaga yang jumlah orangnya tidak dicatat"; "" for nobody. `uncounted`
 * says what is not known of the groups.
 */
export function headsInWords(
  lines: readonly Attendance[],
  uncounted = 'yang jumlah orangnya tidak dicatat',
): string {
  const { people, uncountedGroups } = totalHeads(lines);
  return listInWords([
    ...(people === 0 ? [] : [`${people} orang`]),
    ...(uncountedGroups === 0 ? [] : [`${uncountedGroups} kelompok/lembaga ${uncounted}`]),
  ]);
}
