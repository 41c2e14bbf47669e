import type { Attendance } from '../../shared/minutes/people.ts';
import type { Session } from '../../shared/minutes/session.ts';
import { AttendeeMarkDialog, SignatoriesDialog } from './parts.tsx';
import type { SessionMarksState } from './use-session-marks.ts';

interface SessionMarksProps {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly marks: SessionMarksState;
}

/** The dialog in which something of the open session is signed, where there is one. */
export function SessionMarks({ session, attendance, marks }: SessionMarksProps) {
  const { open, close } = marks;
  if (open === null) return null;
  return open.type === 'attendee' ? (
    <AttendeeMarkDialog
      session={session}
      attendance={attendance}
      attendanceId={open.id}
      dayId={open.dayId}
      onClose={close}
    />
  ) : (
    <SignatoriesDialog session={session} kind={open.kind} onClose={close} />
  );
}
