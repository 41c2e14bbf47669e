import type { NewAttendance } from '../../../shared/contract/people.ts';
import { newAttendanceSchema } from '../../../shared/contract/people.ts';
import { fullName } from '../../../shared/minutes/names.ts';
import type { Duplicate, PastedLine } from '../../../shared/minutes/pasted-attendance.ts';
import { findDuplicates } from '../../../shared/minutes/pasted-attendance.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { splitTitles } from '../../../shared/minutes/titles.ts';

/** What the user changed of a pasted line before adding it. */
export interface LineEdit {
  readonly type?: 'person' | 'group';
  /** Name with titles, as typed. */
  readonly fullName?: string;
  readonly position?: string;
  readonly organization?: string;
  readonly isIncluded?: boolean;
}

export interface ReviewedLine {
  readonly line: PastedLine;
  /** Name with titles, as shown in its field. */
  readonly shownName: string;
  readonly duplicate: Duplicate | null;
  readonly isUnclear: boolean;
  readonly isIncluded: boolean;
}

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

/**
 * The pasted lines with the user's corrections. Unclear lines and those that may be on the list
 * already are left out until the user includes or corrects them.
 */
export function review(
  pasted: readonly PastedLine[],
  edits: ReadonlyMap<number, LineEdit>,
  listed: readonly Attendance[],
): readonly ReviewedLine[] {
  const lines = pasted.map((line) => edited(line, edits.get(line.lineNumber)));
  const duplicates = findDuplicates(lines, listed);
  return lines.map((line, index) => {
    const edit = edits.get(line.lineNumber);
    const duplicate = duplicates[index] ?? null;
    const isCorrected = edit?.fullName !== undefined || edit?.type !== undefined;
    const tooLong = saysSomething(line) && isTooLong(line);
    const isUnclear = tooLong || (line.isUnclear && !isCorrected);
    const isIncluded =
      (edit?.isIncluded ?? (!isUnclear && duplicate === null)) && saysSomething(line) && !tooLong;
    return {
      line,
      shownName: edit?.fullName ?? fullName(line),
      duplicate,
      isUnclear,
      isIncluded,
    };
  });
}

/** The attendance line that a pasted line makes. */
export function entryFor(line: PastedLine): NewAttendance {
  const common = { role: line.role, presence: line.presence };
  if (line.type === 'group') {
    return { type: 'group', name: line.name, headCount: line.headCount, ...common };
  }
  const place = { position: line.position, organizationName: line.organization };
  if (line.name.trim() === '') {
    return { type: 'person', person: { unnamed: true }, ...place, ...common };
  }
  const { name, titleBefore, titleAfter, phone, nip, position } = line;
  return {
    type: 'person',
    person: { name, titleBefore, titleAfter, phone, nip, position },
    ...place,
    ...common,
  };
}
