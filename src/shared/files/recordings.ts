import type { SessionFile } from '../contract/files.ts';
import { ZONE_OFFSET_HOURS } from '../minutes/dates.ts';
import type { SessionZone } from '../minutes/session.ts';
import { isHeard } from './shown-files.ts';

const HOUR_MS = 3_600_000;

/** Where a moment of the meeting is heard. */
export type HeardMoment =
  | { readonly type: 'found'; readonly file: SessionFile; readonly atS: number }
  /** No recording is there, or none whose beginning is known. */
  | { readonly type: 'no-recording' | 'no-start' }
  /** It was said before the first recording began. */
  | { readonly type: 'too-early' };

/** What plays and was recorded in the meeting. */
export const recordingsOf = (files: readonly SessionFile[]): readonly SessionFile[] =>
  files.filter((file) => file.role === 'rekaman' && isHeard(file));

/**
 * Where something said at `spokenAtMs` is heard: in the recording that began last before it. How long a
 * recording lasts is known only where it is played.
 */
export function heardAt(files: readonly SessionFile[], spokenAtMs: number): HeardMoment {
  const recordings = recordingsOf(files);
  if (recordings.length === 0) return { type: 'no-recording' };
  const started = recordings.flatMap((file) =>
    file.startsAtMs === null ? [] : [{ file, startsAtMs: file.startsAtMs }],
  );
  if (started.length === 0) return { type: 'no-start' };
  const before = started.filter(({ startsAtMs }) => startsAtMs <= spokenAtMs);
  const last = before.toSorted((a, b) => a.startsAtMs - b.startsAtMs).at(-1);
  if (last === undefined) return { type: 'too-early' };
  return { type: 'found', file: last.file, atS: (spokenAtMs - last.startsAtMs) / 1000 };
}

const pad = (part: number): string => String(part).padStart(2, '0');

/** "1.02.05" from hours on, else "2.05": a place in a recording. */
export function placeWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = pad(whole % 60);
  return hours > 0 ? `${hours}.${pad(minutes)}.${rest}` : `${minutes}.${rest}`;
}

/** "09.02.05": a moment to the second, as the clock on the wall of that zone showed it. */
export function clockWithSeconds(atMs: number, zone: SessionZone): string {
  const local = new Date(atMs + ZONE_OFFSET_HOURS[zone] * HOUR_MS).toISOString();
  return local.slice(11, 19).replaceAll(':', '.');
}

/**
 * The moment of a typed time ("9.02", "09:02:05", "pukul 09.02.05 WIB") on a date of that zone; null where
 * it is none.
 */
export function momentOf(typed: string, date: string, zone: SessionZone): number | null {
  const bare = typed.replace(/^\s*pukul\b|\b(?:wib|wita|wit)\s*$/gi, '').trim();
  const parts = /^(\d{1,2})[.:](\d{2})(?:[.:](\d{2}))?$/.exec(bare);
  if (parts === null) return null;
  const [hours, minutes, seconds] = [parts[1], parts[2], parts[3] ?? '0'].map(Number);
  if (hours === undefined || minutes === undefined || seconds === undefined) return null;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const midnightMs = Date.parse(`${date}T00:00:00Z`) - ZONE_OFFSET_HOURS[zone] * HOUR_MS;
  return midnightMs + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
