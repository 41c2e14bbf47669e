import { presenceOf } from '../../../shared/minutes/attendance.ts';
import { officersOf } from '../../../shared/minutes/officers.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { SessionRecord } from '../../../shared/minutes/record.ts';
import { xmlLine } from '../xml-text.ts';

const MEMBER =
  /^(?:pl[th]\.?\s+|pjs?\.?\s+)?(?:wakil\s+)?(?:ketua|anggota|komisioner)(?![\p{L}\p{N}])/iu;
const HEAD = /^(?:pl[th]\.?\s+|pjs?\.?\s+)?ketua$/i;

type LeadingFacts = Pick<SessionRecord, 'session' | 'attendance'>;

const nameKey = (name: string): string => xmlLine(name).toLocaleLowerCase('id');

/** Who leads: the office of the chair; where no chair is known, all hosts do. */
function leadingOffices({ attendance, session }: LeadingFacts): readonly string[] {
  const chairOffice = nameKey(officersOf(attendance).chairs[0]?.organizationName ?? '');
  const offices =
    chairOffice === '' ? session.hosts.map(({ name }) => nameKey(name)) : [chairOffice];
  return offices.filter((office) => office !== '');
}

function isThere(attendee: Attendance): boolean {
  const presence = presenceOf(attendee, null);
  return presence === 'hadir' || presence === 'daring' || presence === null;
}

/**
 * Chair and members of the office that leads who were there, the chair first: they sign a berita
 * acara together. Whose presence was not recorded is taken to be there, as on the attendance list.
 */
export function leadingMembers(record: LeadingFacts): readonly Attendance[] {
  const isHead = (member: Attendance): boolean => HEAD.test(xmlLine(member.position));
  return leadingOffices(record).flatMap((office) => {
    const members = record.attendance.filter(
      (attendee) =>
        attendee.type === 'person' &&
        nameKey(attendee.organizationName) === office &&
        MEMBER.test(xmlLine(attendee.position)) &&
        isThere(attendee),
    );
    return [...members.filter(isHead), ...members.filter((member) => !isHead(member))];
  });
}
