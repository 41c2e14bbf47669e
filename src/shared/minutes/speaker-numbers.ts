import { z } from 'zod';

import type { AttendanceId } from '../ids.ts';
import { attendanceIdSchema } from '../ids.ts';

/** How many speakers have a number that chooses them with one key. */
export const NUMBERED_SPEAKERS = 9;

export const speakerNumberSchema = z.object({
  number: z.number().int().min(1).max(NUMBERED_SPEAKERS),
  /** Null: the number was taken from somebody and is kept free. */
  attendanceId: attendanceIdSchema.nullable(),
});
/** One of the nine numbers, and whose it is. */
export type SpeakerNumber = z.infer<typeof speakerNumberSchema>;

const ALL_NUMBERS = Array.from({ length: NUMBERED_SPEAKERS }, (_, index) => index + 1);

/**
 * Deals the numbers that nobody decided about to `candidates` in their order. A number that was
 * decided stays whose it is, also while that person is away, so that no number ever moves by itself.
 */
export function dealNumbers(
  decided: readonly SpeakerNumber[],
  candidates: readonly AttendanceId[],
): readonly SpeakerNumber[] {
  const byNumber = new Map(decided.map((slot) => [slot.number, slot]));
  const holders = new Set(decided.map(({ attendanceId }) => attendanceId));
  const waiting = candidates.filter((id) => !holders.has(id))[Symbol.iterator]();
  return ALL_NUMBERS.flatMap((number) => {
    const known = byNumber.get(number);
    if (known) return [known];
    const next = waiting.next();
    return next.done ? [] : [{ number, attendanceId: next.value }];
  });
}

/** Keeps all other numbers free: whoever just lost one must not be dealt another. */
const closed = (slots: readonly SpeakerNumber[]): readonly SpeakerNumber[] =>
  ALL_NUMBERS.map(
    (number) => slots.find((slot) => slot.number === number) ?? { number, attendanceId: null },
  );

/**
 * Gives somebody a number. Who had it before gets the number that becomes free by it, or none.
 */
export function giveNumber(
  slots: readonly SpeakerNumber[],
  number: number,
  id: AttendanceId,
): readonly SpeakerNumber[] {
  const former = slots.find((slot) => slot.attendanceId === id)?.number ?? null;
  const displaced = slots.find((slot) => slot.number === number)?.attendanceId ?? null;
  if (former === number) return slots;
  const others = slots.filter((slot) => slot.number !== number && slot.number !== former);
  const swapped = former === null ? [] : [{ number: former, attendanceId: displaced }];
  const given = [...others, ...swapped, { number, attendanceId: id }].sort(
    (a, b) => a.number - b.number,
  );
  return displaced !== null && former === null ? closed(given) : given;
}

/** Takes somebody's number away; it stays free until it is given to somebody. */
export const releaseNumber = (
  slots: readonly SpeakerNumber[],
  id: AttendanceId,
): readonly SpeakerNumber[] =>
  closed(slots.map((slot) => (slot.attendanceId === id ? { ...slot, attendanceId: null } : slot)));

/**
 * The number that a further speaker gets: the lowest free one, otherwise that of whoever has been
 * silent for the longest. `lastSpoke` tells the place of somebody's last statement, -1 for none.
 */
export function numberToGive(
  slots: readonly SpeakerNumber[],
  lastSpoke: (id: AttendanceId) => number,
): number {
  const holders = new Map(slots.map((slot) => [slot.number, slot.attendanceId]));
  const free = ALL_NUMBERS.find((number) => (holders.get(number) ?? null) === null);
  if (free !== undefined) return free;
  const quietest = slots
    .flatMap(({ number, attendanceId }) =>
      attendanceId === null ? [] : [{ number, place: lastSpoke(attendanceId) }],
    )
    // Of those who never spoke, the highest number is the least missed.
    .sort((a, b) => a.place - b.place || b.number - a.number)[0];
  return quietest?.number ?? NUMBERED_SPEAKERS;
}
