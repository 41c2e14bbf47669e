import type { NewAttendance } from '../../../shared/contract/people.ts';
import { newAttendanceSchema } from '../../../shared/contract/people.ts';
import { fullName } from '../../../shared/minutes/names.ts';
import type { DayId } from '../../../shared/ids.ts';
import type { Acquaintance, WhoItIs } from '../../../shared/minutes/known-people.ts';
import { createAcquaintances } from '../../../shared/minutes/known-people.ts';
import type { Duplicate, PastedLine } from '../../../shared/minutes/pasted-attendance.ts';
import { findDuplicates } from '../../../shared/minutes/pasted-attendance.ts';
import type { Attendance, Person } from '../../../shared/minutes/people.ts';
import { splitTitles } from '../../../shared/minutes/titles.ts';

/** What the user changed of a pasted line before adding it. */
export interface LineEdit {
  readonly type?: 'person' | 'group';
  /** Name with titles, as typed. */
  readonly fullName?: string;
  readonly position?: string;
  readonly organization?: string;
  readonly isIncluded?: boolean;
  readonly who?: WhoItIs;
}

export interface ReviewedLine {
  readonly line: PastedLine;
  /** Name with titles, as shown in its field. */
  readonly shownName: string;
  readonly duplicate: Duplicate | null;
  /** Who of the people that are kept it may be. */
  readonly acquaintance: Acquaintance;
  /** Whom it is taken for; null until the user says so. */
  readonly who: WhoItIs | null;
  readonly isUnclear: boolean;
  readonly isIncluded: boolean;
  /** Who is on the list already and gets presence and times from this line; null: somebody is added. */
  readonly noted: Attendance | null;
}

/** What a list is compared with. */
export interface Known {
  readonly listed: readonly Attendance[];
  readonly people: readonly Person[];
  /** On which day presence and times of those on the list are noted; null: on every day. */
  readonly noteOn?: DayId | null;
}

/** Whether a line tells that somebody was there, or when. */
const tellsPresence = (line: PastedLine): boolean =>
  line.presence !== null || line.arrived !== null || line.left !== null;

/** Nothing that was recorded is written over unless the user says so. */
const isUnrecorded = ({ days }: Attendance, dayId: DayId | null): boolean =>
  days.every((day) => (dayId !== null && day.dayId !== dayId) || day.presence === null);

function edited(line: PastedLine, edit: LineEdit | undefined): PastedLine {
  if (edit === undefined) return line;
  return {
    ...line,
    ...(edit.fullName === undefined ? {} : splitTitles(edit.fullName)),
    type: edit.type ?? line.type,
    position: edit.position ?? line.position,
    organization: edit.organization ?? line.organization,
  };
}

/** What does not fit is never cut: such a line waits until it is shortened. */
function isTooLong(line: PastedLine): boolean {
  return !newAttendanceSchema.safeParse(entryFor(line)).success;
}

/** Nobody can be added of whom neither name nor position nor organization is known. */
function saysSomething(line: PastedLine): boolean {
  if (line.name.trim() !== '') return true;
  return line.type === 'person' && `${line.position}${line.organization}`.trim() !== '';
}

const NOBODY: Acquaintance = { type: 'new' };

function whoOf(acquaintance: Acquaintance, edit: LineEdit | undefined): WhoItIs | null {
  if (edit?.who !== undefined) return edit.who;
  if (acquaintance.type === 'known') return acquaintance.person.id;
  return acquaintance.type === 'new' ? 'new' : null;
}

/**
 * The lines of a list with the user's corrections. Unclear lines, those that may be on the list
 * already and those who may be somebody known are left out until the user decides.
 */
export function review(
  pasted: readonly PastedLine[],
  edits: ReadonlyMap<number, LineEdit>,
  { listed, people, noteOn }: Known,
): readonly ReviewedLine[] {
  const lines = pasted.map((line) => edited(line, edits.get(line.lineNumber)));
  const duplicates = findDuplicates(lines, listed);
  const acquaintanceOf = createAcquaintances(people);
  const byPerson = new Map(listed.map((line) => [line.personId, line]));
  return lines.map((line, index) => {
    const edit = edits.get(line.lineNumber);
    const acquaintance =
      line.type === 'group' ? NOBODY : acquaintanceOf(line.name, line.organization);
    const who = whoOf(acquaintance, edit);
    const theirs = who === null || who === 'new' ? undefined : byPerson.get(who);
    const duplicate: Duplicate | null =
      theirs === undefined ? (duplicates[index] ?? null) : { type: 'listed', line: theirs };
    const isCorrected = edit?.fullName !== undefined || edit?.type !== undefined;
    const tooLong = saysSomething(line) && isTooLong(line);
    const isUnclear = tooLong || (line.isUnclear && !isCorrected);
    const noted =
      noteOn !== undefined && duplicate?.type === 'listed' && tellsPresence(line)
        ? duplicate.line
        : null;
    const isWaiting = noted !== null && isUnrecorded(noted, noteOn ?? null);
    const isCertain = !isUnclear && (duplicate === null || isWaiting) && who !== null;
    const isIncluded =
      (edit?.isIncluded ?? (isCertain || edit?.who !== undefined)) &&
      who !== null &&
      saysSomething(line) &&
      !tooLong;
    return {
      line,
      shownName: edit?.fullName ?? fullName(line),
      duplicate,
      acquaintance,
      who,
      isUnclear,
      isIncluded,
      noted,
    };
  });
}

/** The attendance line that a line of a list makes. */
export function entryFor(
  line: PastedLine,
  who: WhoItIs = 'new',
  acquaintance: Acquaintance['type'] = 'new',
): NewAttendance {
  const common = { role: line.role, presence: line.presence };
  if (line.type === 'group') {
    return { type: 'group', name: line.name, headCount: line.headCount, ...common };
  }
  const place = { position: line.position, organizationName: line.organization };
  if (line.name.trim() === '') {
    return { type: 'person', person: { unnamed: true }, ...place, ...common };
  }
  if (who !== 'new') {
    // What the list does not tell of somebody known stays as it is kept.
    return {
      type: 'person',
      person: { personId: who },
      ...(line.position === '' ? {} : { position: line.position }),
      ...(line.organization === '' ? {} : { organizationName: line.organization }),
      ...common,
    };
  }
  const { name, titleBefore, titleAfter, phone, nip, position } = line;
  return {
    type: 'person',
    person: {
      name,
      titleBefore,
      titleAfter,
      phone,
      nip,
      position,
      // The user has said that it is none of those who are kept.
      ...(acquaintance === 'new' ? {} : { isNew: true as const }),
    },
    ...place,
    ...common,
  };
}
