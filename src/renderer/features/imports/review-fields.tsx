import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SessionChanges } from '../../../shared/contract/sessions.ts';
import type { Confidence, Guess, MinutesGuess } from '../../../shared/imports/guess.ts';
import { dateInWords } from '../../../shared/minutes/dates.ts';
import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import { cleanLine } from '../../../shared/minutes/titles.ts';
import {
  parseDate,
  parseEndTime,
  parseTimeOfDay,
  timeText,
} from '../../../shared/minutes/typed-forms.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { Notice } from '../../ui/notice.tsx';
import { createTurns } from './in-turn.ts';
import { SavedField } from './saved-field.tsx';

interface ReviewFieldsProps {
  readonly path: string;
  readonly guess: MinutesGuess;
  readonly session: Session;
  /** Shows where the original says it. */
  readonly onLook: (key: string) => void;
}

/** Always there, also where nothing was found: every session has them. */
const MAIN_FIELDS = ['title', 'kind', 'documentNumber', 'place'] as const;
/** There where the original says something of them. */
const FURTHER_FIELDS = ['theme', 'invitation', 'link'] as const;
type TextFact = (typeof MAIN_FIELDS)[number] | (typeof FURTHER_FIELDS)[number];

type Note = Confidence | 'absent' | 'corrected' | 'fromName';

/** Where a value comes from: from the original, from the name of the file, or from whoever typed it. */
function noteOf(stored: string, guess: Guess<string> | null, isTitle = false): Note {
  if (guess === null) {
    if (stored === '') return 'absent';
    return isTitle ? 'fromName' : 'corrected';
  }
  return cleanLine(stored) === cleanLine(guess.value) ? guess.confidence : 'corrected';
}

/** The facts of a session as they were recognised, to be corrected in their place. */
export function ReviewFields({ path, guess, session, onLook }: ReviewFieldsProps) {
  const { t } = useTranslation('imports');
  const save = useSave(session);
  const isReadOnly = session.status === 'final';
  const isNothing = Object.values(guess).every((found) => found === null || Array.isArray(found))
    ? guess.days.length + guess.attendance.length + guess.blocks.length === 0
    : false;
  const further = FURTHER_FIELDS.filter((name) => guess[name] !== null || session[name] !== '');
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]{1,5}$/, '');

  const field = (name: TextFact) => {
    const isNamed = name === 'title' && cleanLine(stem.replaceAll('_', ' ')) === session.title;
    return (
      <SavedField
        key={name}
        label={t(`field_${name}`)}
        stored={session[name]}
        note={t(noteOf(session[name], guess[name], isNamed))}
        isReadOnly={isReadOnly}
        isFirst={name === 'title'}
        className={name === 'kind' || name === 'documentNumber' ? '' : 'imports-review-wide'}
        onLook={() => onLook(name)}
        save={(text) => save(() => ({ [name]: text }))}
      />
    );
  };
  const said = [
    ...(guess.mode === null ? [] : [`${t('field_mode')}: ${guess.mode.value}`]),
    ...(guess.zone === null ? [] : [`${t('field_zone')}: ${guess.zone.value}`]),
    ...(session.hosts.length === 0
      ? []
      : [`${t('field_hosts')}: ${session.hosts.map(({ name }) => name).join(', ')}`]),
  ];
  return (
    <div className="imports-review-fields">
      {isReadOnly && <Notice tone="info">{t('finalSession')}</Notice>}
      {session.trashedAtMs !== null && <Notice tone="warning">{t('trashedSession')}</Notice>}
      {isNothing && <Notice tone="info">{t('nothingRecognised')}</Notice>}
      {MAIN_FIELDS.map(field)}
      {session.days.map((day, index) => (
        <DayFields
          key={day.id}
          day={day}
          number={index + 1}
          isOnly={session.days.length === 1}
          guess={guess.days[index] ?? null}
          isReadOnly={isReadOnly}
          onLook={() => onLook(`day-${index}`)}
          save={(changes) =>
            save((newest) => ({
              days: newest.days.map((one) => (one.id === day.id ? { ...one, ...changes } : one)),
            }))
          }
        />
      ))}
      {further.map(field)}
      {said.length > 0 && <p className="imports-review-said">{said.join(' · ')}</p>}
    </div>
  );
}

interface DayFieldsProps {
  readonly day: SessionDay;
  readonly number: number;
  readonly isOnly: boolean;
  readonly guess: MinutesGuess['days'][number] | null;
  readonly isReadOnly: boolean;
  readonly onLook: () => void;
  readonly save: (changes: Partial<SessionDay>) => Promise<string | null>;
}

/** One day of the meeting, typed as people write it. */
function DayFields({ day, number, isOnly, guess, isReadOnly, onLook, save }: DayFieldsProps) {
  const { t } = useTranslation('imports');
  const label = (name: 'date' | 'start' | 'end'): string =>
    isOnly ? t(`field_${name}`) : `${t(`field_${name}`)} (${number})`;
  const note = (name: 'date' | 'start' | 'end'): string => {
    const value = guess?.value[name] ?? null;
    const found = guess === null || value === null ? null : { ...guess, value };
    return t(noteOf(day[name] ?? '', found));
  };
  /** Saves what was understood of a text; an empty one takes the value away. */
  const saver =
    <Name extends 'date' | 'start' | 'end'>(
      name: Name,
      read: (text: string) => string | null,
      wrong: 'dateWrong' | 'timeWrong' | 'endWrong',
    ) =>
    async (text: string): Promise<string | null> => {
      if (text.trim() === '') return save({ [name]: null });
      const value = read(text);
      return value === null ? t(wrong) : save({ [name]: value });
    };
  const common = { isReadOnly, onLook };
  return (
    <div className="imports-review-day">
      <SavedField
        {...common}
        label={label('date')}
        stored={day.date === null ? '' : dateInWords(day.date)}
        note={note('date')}
        placeholder={t('dateHint')}
        save={saver('date', parseDate, 'dateWrong')}
      />
      <SavedField
        {...common}
        label={label('start')}
        stored={timeText(day.start)}
        note={note('start')}
        save={saver('start', parseTimeOfDay, 'timeWrong')}
      />
      <SavedField
        {...common}
        label={label('end')}
        stored={timeText(day.end)}
        note={note('end')}
        save={saver('end', parseEndTime, 'endWrong')}
      />
    </div>
  );
}

/** Saves one change after the other, each made from the session as it is then. */
function useSave(session: Session) {
  const queries = useQueryClient();
  const { id } = session;
  const [inTurn] = useState(createTurns);
  const send = async (changesOf: (newest: Session) => SessionChanges): Promise<string | null> => {
    try {
      // What is being read may be older than what the last change made of it.
      await queries.cancelQueries({ queryKey: ['session', id] });
      const newest = queries.getQueryData<Session>(['session', id]) ?? session;
      const updated = await api('sessions.update', { id, changes: changesOf(newest) });
      queries.setQueryData(['session', id], updated);
    } catch (error) {
      return describeError(error);
    }
    void queries.invalidateQueries({ queryKey: ['sessions'] });
    void queries.invalidateQueries({ queryKey: ['import-files'] });
    return null;
  };
  return (changesOf: (newest: Session) => SessionChanges) => inTurn(() => send(changesOf));
}
