import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import { readTimeOfDay, timeText } from '../../../shared/minutes/typed-forms.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { AutoTextField } from './auto-text-field.tsx';

interface RealTimesProps {
  readonly session: Session;
  readonly day: SessionDay;
  readonly label: (text: string) => string;
  readonly isReadOnly: boolean;
}

/** When the meeting was really opened and closed on a day; shown once it is more than a plan. */
export function RealTimes({ session, day, label, isReadOnly }: RealTimesProps) {
  const { t } = useTranslation('session-data');
  const queries = useQueryClient();
  const { id } = session;
  const times = session.meeting.days.find(({ dayId }) => dayId === day.id);
  if (session.status === 'rencana' && !times?.opened && !times?.closed) return null;

  async function save(field: 'opened' | 'closed', typed: string): Promise<string | null> {
    const form = readTimeOfDay(typed);
    if (form.type === 'not-understood') return t('timeNotUnderstood');
    const value = form.type === 'empty' ? null : form.value;
    try {
      const saved = await api('meeting.setTimes', {
        id,
        dayId: day.id,
        times: { [field]: value },
      });
      queries.setQueryData(['session', id], saved);
      return null;
    } catch (error) {
      return describeError(error);
    }
  }

  return (['opened', 'closed'] as const).map((field) => (
    <AutoTextField
      key={field}
      className={`session-day-${field}`}
      label={label(t(field))}
      stored={timeText(times?.[field] ?? null)}
      placeholder={t('openedHint')}
      isTypedForm
      isReadOnly={isReadOnly}
      save={(typed) => save(field, typed)}
    />
  ));
}
