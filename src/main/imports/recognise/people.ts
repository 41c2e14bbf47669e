import type { GuessedAttendance, GuessedName } from '../../../shared/imports/guess.ts';
import {
  findHeadings,
  guessColumns,
  readBody,
} from '../../../shared/minutes/attendance-columns.ts';
import type { PastedEntry } from '../../../shared/minutes/pasted-line.ts';
import { readLine } from '../../../shared/minutes/pasted-line.ts';
import type { Presence } from '../../../shared/minutes/people.ts';
import { ATTENDANCE_ROLES } from '../../../shared/minutes/people.ts';
import { isOrganizationText } from '../../../shared/minutes/position-words.ts';
import { isTitleAfter, nameKey } from '../../../shared/minutes/titles.ts';
import { itemsOf } from './gather.ts';
import type { FieldKey } from './labels.ts';
import { isSpeechTable } from './tables.ts';
import type { Field, Table, Unit } from './units.ts';
import { filled, rowTexts } from './units.ts';

/** Who leads, writes or speaks by office, as labels name them. */
const ROLES: readonly (readonly [key: FieldKey, role: string])[] = [
  ['chair', 'pimpinan'],
  ['moderator', 'moderator'],
  ['host', 'host'],
  ['source', 'narasumber'],
  ['interviewer', 'pewawancara'],
  ['recorder', 'notulis'],
];

/** More rows than this among the first may not be looked through for headings. */
const HEADINGS_AMONG = 4;

export const bareName = ({
  name,
  titleBefore,
  titleAfter,
  position,
  organization,
}: GuessedName): GuessedName => ({
  name,
  titleBefore,
  titleAfter,
  position,
  organization,
});

const roleIn = (text: string | null): string | null =>
  ATTENDANCE_ROLES.find((role) => new RegExp(`\\b${role}\\b`, 'iu').test(text ?? '')) ?? null;

function attendee(
  entry: PastedEntry,
  from: readonly number[],
  presence: Presence | null,
): GuessedAttendance {
  return {
    ...bareName(entry),
    type: entry.type,
    role: roleIn(entry.role),
    presence: entry.presence ?? presence,
    headCount: entry.headCount,
    isListed: true,
    from,
    confidence: entry.isUnclear ? 'dugaan' : 'pasti',
  };
}

const HEAD_COUNT = /(?<!\d)(\d{1,5})\s*(?:orang|org|peserta|pax)(?!\p{L})/iu;

/** What a remark beside somebody says: presence, a role, how many. */
function withRemark(entry: PastedEntry, remark: string): PastedEntry {
  const count = HEAD_COUNT.exec(remark)?.[1];
  const presence = readPresence(remark);
  const counted =
    count === undefined ? entry : { ...entry, type: 'group' as const, headCount: Number(count) };
  return {
    ...counted,
    presence: entry.presence ?? presence,
    role: entry.role ?? roleIn(remark),
  };
}

/** Strongest first: to have been there on one of several days is to have been there. */
const PRESENCE_REMARKS: readonly (readonly [pattern: RegExp, presence: Presence])[] = [
  [/\b(?:daring|online|zoom)/iu, 'daring'],
  [/\b(?:hadir|luring)/iu, 'hadir'],
  [/\bdiwakili/iu, 'diwakili'],
  [/\b(?:izin|ijin|sakit|cuti|berhalangan)/iu, 'izin'],
];
const ABSENT = /\b(?:tidak hadir|absen|alpa)\b/iu;

/** The presence that remarks tell of, a line for each day. */
function readPresence(text: string): Presence | null {
  const lines = text.split(/[\n;]/u);
  const told = lines.map((line) =>
    ABSENT.test(line)
      ? 'tidak hadir'
      : PRESENCE_REMARKS.find(([pattern]) => pattern.test(line))?.[1],
  );
  return (
    (['hadir', 'daring', 'diwakili', 'izin', 'tidak hadir'] as const).find((each) =>
      told.includes(each),
    ) ?? null
  );
}

const NO_ROW = { from: -1, cells: [] };

/** A table of attendees; null where it is another. */
function readTable(
  { rows }: Table,
  isUnderHeading: boolean,
  presence: Presence | null,
): readonly GuessedAttendance[] | null {
  const read = rows.map((row, lineNumber) => ({
    lineNumber,
    cells: rowTexts(row).map((cell) => filled(cell.replaceAll('\n', ' '))),
  }));
  const headings = findHeadings(read, HEADINGS_AMONG);
  if (headings.columns === null && !isUnderHeading) return null;
  const body = read.slice(headings.row + 1).filter(({ cells }) => cells.filter(Boolean).length > 1);
  if (body.length === 0) return [];
  const columns = headings.columns ?? guessColumns(body);
  const presenceAt = columns.indexOf('presence');
  return readBody(body, columns).flatMap(({ row, entry }) => {
    const from = rows[row.lineNumber]?.from;
    // Headings are repeated on each page, and the numbers of columns may stand below them.
    if (
      from === undefined ||
      findHeadings([row], 1).columns !== null ||
      /^[\d()]+$/u.test(entry.name)
    )
      return [];
    const remark = presenceAt === -1 ? '' : rowTexts(rows[row.lineNumber] ?? NO_ROW)[presenceAt];
    const remarked = withRemark(entry, remark ?? '');
    return [attendee(remarked, [from], presence)];
  });
}

/** "Arif Contoh (Ketua PPK); Fina Contoh": names that stand in one line. */
export function namesIn(line: string): readonly string[] {
  const text = line.replace(/\.$/u, '');
  if (text.includes(';')) return text.split(/\s*;\s*(?:dan\s+|serta\s+)?/u).filter(Boolean);
  const parts = text.split(/\s*,\s*(?![^()]*\))/u);
  const whole: string[] = [];
  for (const part of parts) {
    // "dan" comes before the last of them.
    const pieces = part.split(/(?:^|\s+)(?:dan|serta)\s+(?=\p{Lu}[^()]*(?:\(|$))/u).filter(Boolean);
    const [first = '', ...others] = pieces;
    const before = whole.at(-1);
    if (before !== undefined && isTitleAfter(first))
      whole[whole.length - 1] = `${before}, ${first}`;
    else if (first !== '') whole.push(first);
    whole.push(...others);
  }
  return whole;
}

/** "partai politik" among institutions is one of them, though its letters are small. */
const isBodyOrName = (name: string): boolean => /^\p{Lu}/u.test(name) || isOrganizationText(name);

/** Several names in one line, where each part looks like a name or an office. */
function namesApart(values: readonly string[]): readonly string[] {
  const [only] = values;
  if (values.length !== 1 || only === undefined) return values;
  const names = namesIn(only);
  const isList = names.length > 2 || only.includes(';') || / dan /u.test(only);
  const areShort = names.every((name) => name.length < 120);
  const named = names.filter((name) => /^\p{Lu}/u.test(name)).length;
  const areNames =
    areShort && (named === names.length || (named > names.length / 2 && names.every(isBodyOrName)));
  return isList && areNames ? names : values;
}

function readList(field: Field, presence: Presence | null): readonly GuessedAttendance[] {
  const items = namesApart(itemsOf(field.values));
  let given = presence;
  return items.flatMap((item) => {
    const heading = /^(?<what>hadir|tidak hadir|izin|berhalangan|absen)\s*:\s*(?<rest>.*)$/iu.exec(
      item,
    )?.groups;
    if (heading !== undefined) given = readPresence(heading['what'] ?? '') ?? 'izin';
    const text = heading === undefined ? item : (heading['rest'] ?? '');
    if (!/\p{L}/u.test(text) || text.length > 200) return [];
    // "Daftar hadir terlampir" names nobody, and "46 orang" neither.
    if (/terlampir|daftar hadir|^\d+\s*(?:orang|peserta)/iu.test(text)) return [];
    const entry = readLine(text);
    const count = HEAD_COUNT.exec(text)?.[1];
    const counted =
      entry.type === 'person' && count !== undefined && entry.name !== ''
        ? withRemark(entry, text)
        : entry;
    return [attendee(counted, field.from, given)];
  });
}

/** The same person is listed once, as the first list that names them does. */
function withoutRepeats(all: readonly GuessedAttendance[]): readonly GuessedAttendance[] {
  const seen = new Set<string>();
  return all.filter((entry) => {
    const key = [entry.name, entry.name === '' ? entry.position : '', entry.organization]
      .map(nameKey)
      .join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export interface People {
  readonly attendance: readonly GuessedAttendance[];
  /** Tables that are lists of attendees. */
  readonly tables: ReadonlySet<Table>;
}

/** Everybody whom the file lists, and behind them those whom it names by an office alone. */
export function peopleOf(units: readonly Unit[]): People {
  const listed: GuessedAttendance[] = [];
  const tables = new Set<Table>();
  units.forEach((unit, index) => {
    if (unit.type === 'field' && (unit.key === 'attendees' || unit.key === 'absent'))
      listed.push(
        ...readList(
          unit,
          unit.key === 'absent' ? (readPresence(unit.label) ?? 'tidak hadir') : null,
        ),
      );
    if (unit.type !== 'table' || isSpeechTable(unit)) return;
    const before = units[index - 1];
    const isUnder =
      before?.type === 'field' && (before.key === 'attendees' || before.key === 'absent');
    const read = readTable(
      unit,
      isUnder,
      isUnder && before.key === 'absent' ? 'tidak hadir' : null,
    );
    if (read === null || read.length === 0) return;
    tables.add(unit);
    listed.push(...read);
  });
  return { attendance: withOfficers(withoutRepeats(listed), units), tables };
}

function withOfficers(
  listed: readonly GuessedAttendance[],
  units: readonly Unit[],
): readonly GuessedAttendance[] {
  let all = listed;
  for (const unit of units) {
    const role = unit.type === 'field' ? ROLES.find(([key]) => key === unit.key)?.[1] : undefined;
    if (unit.type !== 'field' || role === undefined) continue;
    for (const item of namesApart(itemsOf(unit.values))) {
      const entry = readLine(item);
      const at = all.findIndex(
        ({ name }) => entry.name !== '' && nameKey(name) === nameKey(entry.name),
      );
      const known = all[at];
      if (known !== undefined) {
        all = all.with(at, {
          ...known,
          role: known.role ?? role,
          from: [...new Set([...known.from, ...unit.from])],
        });
      } else if (entry.name !== '' && !entry.isUnclear) {
        all = [...all, { ...attendee(entry, unit.from, null), role, isListed: false }];
      }
    }
  }
  return all;
}
