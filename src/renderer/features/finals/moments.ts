import { dateInWords, dateOn, wallClock } from '../../../shared/minutes/dates.ts';
import type { SessionZone } from '../../../shared/minutes/session.ts';

function dateWords(isoDate: string, language: string): string {
  if (language !== 'en') return dateInWords(isoDate);
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
}

/** "22 November 2026 pukul 14.03 WIB", as the clocks of the session show it. */
export function momentIn(atMs: number, zone: SessionZone, language: string): string {
  const between = language === 'en' ? ' at' : ' pukul';
  return `${dateWords(dateOn(atMs, zone), language)}${between} ${wallClock(atMs, zone)} ${zone}`;
}

/** The same on the clock of this computer, for what belongs to no session. */
export function momentHere(atMs: number, language: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(atMs);
}
