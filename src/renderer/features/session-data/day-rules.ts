import type { SessionChanges } from '../../../shared/contract/sessions.ts';
import type { DayId } from '../../../shared/ids.ts';
import type { Session, SessionDay } from '../../../shared/minutes/session.ts';
import type { TypedForm } from '../../../shared/minutes/typed-forms.ts';
import {
  mentionedZone,
  readDate,
  readEndTime,
  readTimeRange,
} from '../../../shared/minutes/typed-forms.ts';

export type DayProblem =
  | 'dateNotUnderstood'
  | 'dateNoSuchDay'
  | 'dateOtherWeekday'
  | 'timeNotUnderstood'
  | 'endNotUnderstood';

/** What a typed text changes in a session, or why it changes nothing. */
export type DayReading =
  | { readonly ok: true; readonly changesOf: (session: Session) => SessionChanges }
  | { readonly ok: false; readonly problem: DayProblem };

function refused(problem: DayProblem): DayReading {
  return { ok: false, problem };
}

function dateProblem(form: TypedForm<string> & { readonly type: 'not-understood' }): DayProblem {
  switch (form.reason) {
    case 'form':
      return 'dateNotUnderstood';
    case 'no-such-day':
      return 'dateNoSuchDay';
    case 'other-weekday':
      return 'dateOtherWeekday';
  }
}

/** Changes one day; a zone that was typed with a time becomes the session's. */
function changing(id: DayId, change: Partial<SessionDay>, typed: string): DayReading {
  return {
    ok: true,
    changesOf: ({ days }) => {
      const zone = mentionedZone(typed);
      return {
        days: days.map((day) => (day.id === id ? { ...day, ...change } : day)),
        ...(zone === null ? {} : { zone }),
      };
    },
  };
}

export function readDayDate(id: DayId, typed: string): DayReading {
  const form = readDate(typed);
  if (form.type === 'not-understood') return refused(dateProblem(form));
  return changing(id, { date: form.type === 'empty' ? null : form.value }, '');
}

/** The start; "09.00 s.d. selesai" typed there gives the end as well. */
export function readDayStart(id: DayId, typed: string): DayReading {
  const form = readTimeRange(typed);
  if (form.type === 'not-understood') return refused('timeNotUnderstood');
  if (form.type === 'empty') return changing(id, { start: null }, '');
  const { start, end } = form.value;
  const change = { ...(start === null ? {} : { start }), ...(end === null ? {} : { end }) };
  return changing(id, change, typed);
}

export function readDayEnd(id: DayId, typed: string): DayReading {
  const form = readEndTime(typed);
  if (form.type === 'not-understood') return refused('endNotUnderstood');
  return changing(id, { end: form.type === 'empty' ? null : form.value }, typed);
}
