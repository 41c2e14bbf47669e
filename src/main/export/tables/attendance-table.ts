import { longDate } from '../../../shared/minutes/dates.ts';
import { fullName } from '../../../shared/minutes/names.ts';
import type { Attendance, AttendanceDay } from '../../../shared/minutes/people.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import type { Cell, ExportTable } from './table.ts';

const WHO = [
  { heading: 'No.', widthLetters: 5 },
  { heading: 'Nama', widthLetters: 32 },
  { heading: 'Jabatan', widthLetters: 26 },
  { heading: 'Lembaga', widthLetters: 30 },
  { heading: 'Jumlah orang', widthLetters: 13 },
] as const;

const ON_A_DAY = [
  { heading: 'Peran', widthLetters: 14 },
  { heading: 'Kehadiran', widthLetters: 13 },
  { heading: 'Diwakili oleh', widthLetters: 24 },
  { heading: 'Jam datang', widthLetters: 11 },
  { heading: 'Jam pulang', widthLetters: 11 },
] as const;

const NOT_RECORDED: readonly Cell[] = ON_A_DAY.map(() => null);

function dayCells(day: AttendanceDay | undefined): readonly Cell[] {
  if (day === undefined) return NOT_RECORDED;
  const { role, presence, representedBy, arrived, left } = day;
  return [role, presence, representedBy || null, arrived, left];
}

/**
 * The attendance of a session as it is recorded, each day in columns of its own. Telephone numbers
 * and NIP are not in it: a table goes further than a list on paper.
 */
export function attendanceTable(session: Session, lines: readonly Attendance[]): ExportTable {
  const isOneDay = session.days.length === 1;
  const dayName = (index: number): string => {
    const date = session.days[index]?.date ?? null;
    return date === null ? `Hari ${index + 1}` : `Hari ${index + 1}, ${longDate(date)}`;
  };
  return {
    name: 'Daftar hadir',
    columns: [
      ...WHO,
      ...session.days.flatMap((_day, index) =>
        ON_A_DAY.map(({ heading, widthLetters }) => ({
          heading: isOneDay ? heading : `${heading} (${dayName(index)})`,
          widthLetters,
        })),
      ),
    ],
    rows: lines.map((line, index) => [
      index + 1,
      line.type === 'group' ? line.name : fullName(line) || null,
      line.position || null,
      line.organizationName || null,
      line.type === 'group' ? line.headCount : 1,
      ...session.days.flatMap(({ id }) => dayCells(line.days.find(({ dayId }) => dayId === id))),
    ]),
  };
}
