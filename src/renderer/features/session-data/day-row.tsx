import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { dateInWords, longDate } from '../../../shared/minutes/dates.ts';
import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import { timeText } from '../../../shared/minutes/typed-forms.ts';
import { Button } from '../../ui/button.tsx';
import { AutoTextField } from './auto-text-field.tsx';
import type { DayReading } from './day-rules.ts';
import { readDayDate, readDayEnd, readDayStart } from './day-rules.ts';
import { RealTimes } from './real-times.tsx';
import type { SaveSession } from './use-save-session.ts';

interface DayRowProps {
  readonly session: Session;
  readonly day: SessionDay;
  readonly number: number;
  readonly isOnly: boolean;
  readonly save: SaveSession;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

/** One day; its weekday stands beside the date and is never typed over. */
export function DayRow({ session, day, number, isOnly, save, isReadOnly, onRemove }: DayRowProps) {
  const { t } = useTranslation('session-data');
  const saveRead = async (reading: DayReading): Promise<string | null> =>
    reading.ok ? save(reading.changesOf) : t(reading.problem);
  const label = (text: string): string => (isOnly ? text : `${text} (${t('day', { number })})`);
  return (
    <fieldset className="session-day" aria-label={t('day', { number })}>
      <div className="session-day-date">
        <AutoTextField
          label={label(t('date'))}
          stored={day.date === null ? '' : dateInWords(day.date)}
          placeholder={t('dateHint')}
          isTypedForm
          isReadOnly={isReadOnly}
          save={(typed) => saveRead(readDayDate(day.id, typed))}
        />
        {day.date !== null && (
          <span className="session-weekday">{longDate(day.date).split(',')[0]}</span>
        )}
      </div>
      <AutoTextField
        label={label(t('start'))}
        stored={timeText(day.start)}
        placeholder={t('startHint')}
        isTypedForm
        isReadOnly={isReadOnly}
        save={(typed) => saveRead(readDayStart(day.id, typed))}
      />
      <AutoTextField
        label={label(t('end'))}
        stored={timeText(day.end)}
        placeholder={t('endHint')}
        isTypedForm
        isReadOnly={isReadOnly}
        save={(typed) => saveRead(readDayEnd(day.id, typed))}
      />
      {!isOnly && !isReadOnly && (
        <Button
          variant="quiet"
          isIcon
          className="session-remove-day"
          aria-label={t('removeDay', { number })}
          onPress={onRemove}
        >
          <X size={14} aria-hidden />
        </Button>
      )}
      <RealTimes session={session} day={day} label={label} isReadOnly={isReadOnly} />
    </fieldset>
  );
}
