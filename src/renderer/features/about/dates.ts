import { dateInWords, wallClock } from '../../../shared/minutes/dates.ts';
import type { SessionZone } from '../../../shared/minutes/session.ts';

export function dateWords(isoDate: string, language: string): string {
  if (language !== 'en') return dateInWords(isoDate);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
}

/** First and last date of a session. */
export function daysWords(first: string, last: string | null, language: string): string {
  const from = dateWords(first, language);
  return last === null || last === first ? from : `${from} – ${dateWords(last, language)}`;
}

/** "14.03 WIB" */
export const timeWords = (atMs: number, zone: SessionZone): string =>
  `${wallClock(atMs, zone)} ${zone}`;

/** "3.002" */
export const countWords = (count: number, language: string): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID').format(count);
