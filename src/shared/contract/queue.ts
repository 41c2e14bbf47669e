import { z } from 'zod';

import type { AttendanceId, DayId, QueueEntryId } from '../ids.ts';
import { attendanceIdSchema, dayIdSchema, queueEntryIdSchema, sessionIdSchema } from '../ids.ts';
import { call, returns } from './define.ts';

/** Somebody who asked to speak on one day, in the order of the list. */
export interface QueueEntry {
  readonly id: QueueEntryId;
  readonly dayId: DayId;
  readonly attendanceId: AttendanceId;
  readonly notedAtMs: number;
  /** When she had her turn; null while she waits. */
  readonly servedAtMs: number | null;
}

export const queueCalls = {
  /** Puts somebody at the end; who waits already keeps her place and is answered as she stands. */
  'queue.note': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        dayId: dayIdSchema,
        attendanceId: attendanceIdSchema,
      }),
    returns<QueueEntry>(),
  ),
  /** "removed" can be taken back with "waiting": the place in the list is kept. */
  'queue.setState': call(
    'storage',
    () => z.object({ id: queueEntryIdSchema, state: z.enum(['waiting', 'served', 'removed']) }),
    returns<QueueEntry>(),
  ),
  /** The order of those who wait on one day; entries that are not named keep theirs behind them. */
  'queue.reorder': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        dayId: dayIdSchema,
        order: z.array(queueEntryIdSchema).max(5000),
      }),
    returns<void>(),
  ),
};
