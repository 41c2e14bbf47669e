import type { OrganizationCount } from '../../../shared/minutes/attendance.ts';
import { countByOrganization, presenceOf, totalHeads } from '../../../shared/minutes/attendance.ts';
import { listInWords } from '../../../shared/minutes/dates.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { xmlLine } from '../xml-text.ts';

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

const nameKey = (name: string): string => xmlLine(name).toLocaleLowerCase('id');

/** Heads by institution: the hosts first, in their order, then the guests, the largest first. */
export function countsByInstitution(
  lines: readonly Attendance[],
  { hosts }: Pick<Session, 'hosts'>,
): readonly OrganizationCount[] {
  const names = hosts.map(({ name }) => nameKey(name));
  const rank = ({ organizationName }: OrganizationCount): number => {
    const at = organizationName === '' ? -1 : names.indexOf(nameKey(organizationName));
    return at === -1 ? names.length : at;
  };
  return countByOrganization(lines, null).toSorted((a, b) => rank(a) - rank(b));
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
