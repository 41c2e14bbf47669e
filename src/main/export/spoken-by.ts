import { attendeeLabel, fullName, positionLine } from '../../shared/minutes/names.ts';
import type { Attendance, AttendanceDay } from '../../shared/minutes/people.ts';
import type { Speaker } from './model.ts';
import { xmlLine } from './xml-text.ts';

const isRepresented = ({ presence, representedBy }: AttendanceDay): boolean =>
  presence === 'diwakili' || (presence === null && xmlLine(representedBy) !== '');

/**
 * Who came and spoke in somebody's stead on that day; "" where that name is not known, null where
 * they came themselves. Of a statement without a day it must hold for all days of which something is
 * known, with one name: else nobody can say who spoke.
 */
export function representative(attendee: Attendance, dayId: string | null): string | null {
  const ofDay = attendee.days.filter((day) => dayId === null || day.dayId === dayId);
  const known = ofDay.filter((day) => day.presence !== null || isRepresented(day));
  if (attendee.type === 'group' || known.length === 0 || !known.every(isRepresented)) return null;
  const names = new Set(known.map(({ representedBy }) => xmlLine(representedBy)));
  const [name = ''] = names;
  return names.size === 1 ? name : '';
}

/**
 * The one who spoke, as a record names them. Words of a representative are never put into the mouth
 * of the one who was not there: "Sri Contoh, mewakili Hasan Contoh, Kepala Dinas …".
 */
export function spokenBy(attendee: Attendance, dayId: string | null): Speaker {
  const name = xmlLine(attendee.type === 'group' ? attendee.name : fullName(attendee));
  const position = xmlLine(positionLine(attendee));
  const by = representative(attendee, dayId);
  if (by !== null) {
    const sender = [name, position].filter((part) => part !== '').join(', ');
    return by === ''
      ? { name: `Wakil dari ${sender}`, position: '' }
      : { name: by, position: `mewakili ${sender}` };
  }
  return name === ''
    ? { name: xmlLine(attendeeLabel(attendee)), position: '' }
    : { name, position };
}
