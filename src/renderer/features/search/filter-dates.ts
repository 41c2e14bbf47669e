import { parseDate } from '../../../shared/minutes/typed-forms.ts';

/** A typed limit of dates: null where none is meant; `isUnderstood` false where it is no date. */
export interface FilterDate {
  readonly date: string | null;
  readonly isUnderstood: boolean;
}

const DAY_MS = 86_400_000;

/** The last day of the month in which an ISO date lies. */
function endOfMonth(isoDate: string): string {
  const [year, month] = isoDate.split('-').map(Number);
  const firstOfNext = Date.UTC(year ?? 0, month ?? 1, 1);
  return new Date(firstOfNext - DAY_MS).toISOString().slice(0, 10);
}

/** Reads one end of a span of dates: a day as it is typed anywhere else, or a month, or a year. */
export function readFilterDate(typed: string, edge: 'from' | 'to'): FilterDate {
  const text = typed.trim();
  if (text === '') return { date: null, isUnderstood: true };
  if (/^\d{4}$/.test(text)) {
    const date = parseDate(edge === 'from' ? `1/1/${text}` : `31/12/${text}`);
    return { date, isUnderstood: date !== null };
  }
  const day = parseDate(text);
  if (day !== null) return { date: day, isUnderstood: true };
  const first = parseDate(`1 ${text}`) ?? parseDate(`1/${text}`) ?? parseDate(`1.${text}`);
  if (first === null) return { date: null, isUnderstood: false };
  return { date: edge === 'from' ? first : endOfMonth(first), isUnderstood: true };
}
