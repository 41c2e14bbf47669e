import { useTranslation } from 'react-i18next';

import type { DayId } from '../../../shared/ids.ts';
import type { SessionDay } from '../../../shared/minutes/session.ts';
import { Select } from '../../ui/select.tsx';

const ALL_DAYS = 'all';

/** "Hari 1 · Sab, 20 Jul 2024", or without the date where nobody knows it. */
export function useDayLabel(): (day: SessionDay, index: number) => string {
  const { t, i18n } = useTranslation('attendance');
  const format = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return (day, index) =>
    [t('dayShort', { n: index + 1 }), day.date && format.format(Date.parse(day.date))]
      .filter(Boolean)
      .join(' · ');
}

interface DaySwitchProps {
  readonly days: readonly SessionDay[];
  /** Null: all days at once. */
  readonly dayId: DayId | null;
  readonly onChange: (dayId: DayId | null) => void;
}

/** Which day of the session is shown and changed. */
export function DaySwitch({ days, dayId, onChange }: DaySwitchProps) {
  const { t } = useTranslation('attendance');
  const label = useDayLabel();
  return (
    <Select
      label={t('day')}
      isLabelHidden
      className="day-switch"
      value={dayId ?? ALL_DAYS}
      onChange={(value) => onChange(days.find((day) => day.id === value)?.id ?? null)}
      options={[
        ...days.map((day, index) => ({ value: day.id as string, label: label(day, index) })),
        { value: ALL_DAYS, label: t('allDays') },
      ]}
    />
  );
}

/** The day to begin with: today's, else the first; a session of one day needs no choice. */
export function firstDayShown(days: readonly SessionDay[], nowMs: number): DayId | null {
  // Local wall-clock date: days of a session are dates without a zone.
  const today = new Intl.DateTimeFormat('en-CA').format(nowMs);
  return (days.find((day) => day.date === today) ?? days[0])?.id ?? null;
}
