import { ZONE_OFFSET_HOURS } from '../../../../shared/minutes/dates.ts';
import type { SessionZone } from '../../../../shared/minutes/session.ts';
import { readTimeOfDay } from '../../../../shared/minutes/typed-forms.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export type TypedTime =
  | { readonly type: 'empty' }
  | { readonly type: 'time'; readonly atMs: number }
  | { readonly type: 'not-understood' };

/**
 * What a typed time of speaking means: a time on the day it had before, else on the session's day
 * ("YYYY-MM-DD"), else today.
 */
export function readSpokenTime(
  typed: string,
  zone: SessionZone,
  known: {
    readonly formerMs: number | null;
    readonly date: string | null;
    readonly nowMs: number;
  },
): TypedTime {
  const form = readTimeOfDay(typed);
  if (form.type !== 'understood') return { type: form.type };
  const [hours = 0, minutes = 0] = form.value.split(':').map(Number);
  const offsetMs = ZONE_OFFSET_HOURS[zone] * HOUR_MS;
  const localMs = (known.formerMs ?? known.nowMs) + offsetMs;
  const midnightMs =
    known.formerMs === null && known.date !== null
      ? Date.parse(`${known.date}T00:00:00Z`)
      : localMs - (localMs % DAY_MS);
  return { type: 'time', atMs: midnightMs - offsetMs + hours * HOUR_MS + minutes * MINUTE_MS };
}

/**
 * A clock for time stamps: the wall clock once, when the meeting starts, and from then on a timer
 * that only moves forward, so that a clock set right in mid-meeting does not turn the order around.
 */
export function createSpokenClock(wallMs: () => number, monotonicMs: () => number): () => number {
  const startedMs = wallMs() - monotonicMs();
  return () => Math.round(startedMs + monotonicMs());
}
