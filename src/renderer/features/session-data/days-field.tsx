import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { dayIdSchema } from '../../../shared/ids.ts';
import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import { describeError } from '../../api/describe-error.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { DayRow } from './day-row.tsx';
import type { DayUse } from './day-use.ts';
import { dayUse } from './day-use.ts';
import type { SaveSession } from './use-save-session.ts';

interface DaysFieldProps {
  readonly session: Session;
  readonly save: SaveSession;
  readonly isReadOnly: boolean;
}

interface Question {
  readonly day: SessionDay;
  readonly use: DayUse;
}

/** The days of the session, each with its date, start and end. */
export function DaysField({ session, save, isReadOnly }: DaysFieldProps) {
  const { t } = useTranslation('session-data');
  const [question, setQuestion] = useState<Question | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const hasAdded = useRef(false);
  const { days } = session;
  const numberOf = (day: SessionDay): number => days.findIndex(({ id }) => id === day.id) + 1;

  useEffect(() => {
    if (!hasAdded.current) return;
    hasAdded.current = false;
    const shown = list.current?.querySelectorAll('fieldset') ?? [];
    Array.from(shown).at(-1)?.querySelector('input')?.focus();
  }, [days.length]);

  async function add(): Promise<void> {
    const day: SessionDay = {
      id: dayIdSchema.parse(crypto.randomUUID()),
      date: null,
      start: null,
      end: null,
    };
    hasAdded.current = true;
    report(await save((current) => ({ days: [...current.days, day] })));
  }

  /** An empty day can be put back; attendance that went with a day could not, so that was asked. */
  async function remove(day: SessionDay, isEmpty: boolean): Promise<void> {
    const number = numberOf(day);
    const problem = await save((current) => ({
      days: current.days.filter(({ id }) => id !== day.id),
    }));
    if (problem !== null) return report(problem);
    const undo = { label: t('undo'), run: () => void putBack(day, number - 1) };
    showToast({
      tone: 'info',
      text: t('dayRemoved', { number }),
      ...(isEmpty ? { action: undo } : {}),
    });
  }

  async function putBack(day: SessionDay, place: number): Promise<void> {
    report(await save((current) => ({ days: current.days.toSpliced(place, 0, day) })));
  }

  async function askOrRemove(day: SessionDay): Promise<void> {
    try {
      const use = await dayUse(session.id, day.id);
      if (use.attendees > 0 || use.blocks > 0) setQuestion({ day, use });
      else await remove(day, true);
    } catch (error) {
      report(describeError(error));
    }
  }

  return (
    <div ref={list} className="session-days session-wide">
      {days.map((day, index) => (
        <DayRow
          key={day.id}
          session={session}
          day={day}
          number={index + 1}
          isOnly={days.length === 1}
          save={save}
          isReadOnly={isReadOnly}
          onRemove={() => void askOrRemove(day)}
        />
      ))}
      {!isReadOnly && (
        <Button variant="quiet" className="session-add-day" onPress={() => void add()}>
          <Plus size={14} aria-hidden />
          {t('addDay')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={question !== null}
        title={t('removeDayTitle', { number: question ? numberOf(question.day) : 0 })}
        confirmLabel={t('removeDay', { number: question ? numberOf(question.day) : 0 })}
        cancelLabel={t('cancel')}
        onCancel={() => setQuestion(null)}
        onConfirm={() => {
          if (question) void remove(question.day, false);
          setQuestion(null);
        }}
      >
        {[
          question?.use.attendees
            ? t('removeDayAttendance', { total: question.use.attendees })
            : '',
          question?.use.blocks ? t('removeDayBlocks', { total: question.use.blocks }) : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </ConfirmDialog>
    </div>
  );
}

function report(problem: string | null): void {
  if (problem !== null) showToast({ tone: 'error', text: problem });
}
