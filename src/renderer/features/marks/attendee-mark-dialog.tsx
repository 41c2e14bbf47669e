import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttendanceId, DayId } from '../../../shared/ids.ts';
import { attendeeLabel } from '../../../shared/minutes/names.ts';
import type { Attendance } from '../../../shared/minutes/people.ts';
import type { Session } from '../../../shared/minutes/session.ts';
import { attendeeKey, representativeOn } from '../../../shared/official/signatories.ts';
import { Select } from '../../ui/select.tsx';
import { useDayLabel } from './day-label.ts';
import { MarkDialog } from './mark-dialog.tsx';
import { markAt, marksQuery } from './marks-query.ts';

export interface AttendeeMarkDialogProps {
  readonly session: Session;
  readonly attendance: readonly Attendance[];
  readonly attendanceId: AttendanceId;
  /** null: to be chosen among the session's days. */
  readonly dayId: DayId | null;
  readonly onClose: () => void;
}

/** The signature of one attendee on one day, as the Daftar Hadir prints it. */
export function AttendeeMarkDialog(props: AttendeeMarkDialogProps) {
  const { session, attendance, attendanceId, onClose } = props;
  const { t } = useTranslation('marks');
  const dayLabel = useDayLabel();
  const marks = useQuery(marksQuery(session.id));
  const [dayId, setDayId] = useState(props.dayId ?? session.days[0]?.id);
  const line = attendance.find(({ id }) => id === attendanceId);
  if (line === undefined || dayId === undefined || marks.data === undefined) return null;

  const target = { type: 'attendance', attendanceId, dayId } as const;
  const present = markAt(marks.data, target);
  const representative = representativeOn(line, dayId);
  const hasDays = session.days.length > 1;
  return (
    <MarkDialog
      // What was drawn for one day is not another day's.
      key={dayId}
      sessionId={session.id}
      target={target}
      name={representative ?? attendeeLabel(line)}
      place={
        representative === null
          ? t('placeAttendance')
          : t('placeRepresenting', { name: attendeeLabel(line) })
      }
      present={present}
      isForOther={present !== undefined && present.signerKey !== attendeeKey(line, dayId)}
      onClose={onClose}
    >
      {hasDays && (
        <Select
          label={t('day')}
          value={dayId}
          onChange={setDayId}
          options={session.days.map((day, index) => ({
            value: day.id,
            label: dayLabel(day, index),
          }))}
        />
      )}
    </MarkDialog>
  );
}
