import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { AttendanceId, DayId, SessionId } from '../../shared/ids.ts';
import { attendeeKey } from '../../shared/official/signatories.ts';
import type { DocumentKind } from '../../shared/official/document-kinds.ts';
import type { AttendanceSigning } from '../features/attendance/signing.ts';
import { marksQuery } from '../features/marks/marks-query.ts';
import type { CommandRegistry } from './commands.ts';
import { useCommands } from './commands.ts';

/** What is being signed: a line of the attendance, or the signatures under a document. */
export type Signing =
  | { readonly type: 'attendee'; readonly id: AttendanceId; readonly dayId: DayId | null }
  | { readonly type: 'document'; readonly kind: DocumentKind };

interface Options {
  readonly id: SessionId;
  readonly commands: CommandRegistry;
  readonly onHandAround: (dayId: DayId | null) => void;
}

/** The visible signatures of the session that is open, and the commands that make them. */
export function useSessionMarks({ id, commands, onHandAround }: Options) {
  const marks = useQuery(marksQuery(id));
  const [open, setOpen] = useState<Signing | null>(null);
  useCommands(commands, {
    'marks.handAround': () => onHandAround(null),
    'marks.documents': () => setOpen({ type: 'document', kind: 'notula' }),
  });
  const signing: AttendanceSigning = {
    isSigned: (line, dayId) =>
      (marks.data ?? []).some(
        ({ target, signerKey }) =>
          target.type === 'attendance' &&
          target.attendanceId === line.id &&
          (dayId === null || target.dayId === dayId) &&
          signerKey === attendeeKey(line, target.dayId),
      ),
    onSign: (lineId, dayId) => setOpen({ type: 'attendee', id: lineId, dayId }),
    onHandAround,
  };
  return {
    /** undefined while it is not known. */
    list: marks.data,
    open,
    signing,
    signDocument: (kind: DocumentKind): void => setOpen({ type: 'document', kind }),
    close: (): void => setOpen(null),
  };
}
export type SessionMarksState = ReturnType<typeof useSessionMarks>;
