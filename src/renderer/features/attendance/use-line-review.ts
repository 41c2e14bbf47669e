import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import type { DayId } from '../../../shared/ids.ts';
import type { PastedLine } from '../../../shared/minutes/pasted-attendance.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import { api } from '../../api/client.ts';
import type { LineEdit, ReviewedLine } from './paste-review.ts';
import { review } from './paste-review.ts';

/** The lines of a list beside what is known already, with the corrections of the user. */
export function useLineReview(
  parsed: readonly PastedLine[],
  listed: readonly Attendance[],
  noteOn?: DayId | null,
) {
  const [edits, setEdits] = useState<ReadonlyMap<number, LineEdit>>(new Map());
  const people = useQuery({ queryKey: ['people', 'all'], queryFn: () => api('people.list', {}) });
  const known = people.data;
  const rows = useMemo(
    (): readonly ReviewedLine[] =>
      // Before it is known who is kept already, nobody can be told apart.
      known === undefined
        ? []
        : review(parsed, edits, {
            listed,
            people: known,
            ...(noteOn === undefined ? {} : { noteOn }),
          }),
    [parsed, edits, listed, known, noteOn],
  );
  return {
    rows,
    included: rows.filter((row) => row.isIncluded),
    edit: (lineNumber: number, edit: LineEdit): void =>
      setEdits((before) => new Map(before).set(lineNumber, { ...before.get(lineNumber), ...edit })),
    includeAll: (isIncluded: boolean): void =>
      setEdits(
        (before) =>
          new Map(
            rows.map(({ line }) => [
              line.lineNumber,
              { ...before.get(line.lineNumber), isIncluded },
            ]),
          ),
      ),
    /** Corrections belong to the lines as they were read: another reading starts without any. */
    forget: (): void => setEdits(new Map()),
  };
}
