import { z } from 'zod';

import { dayIdSchema, sessionIdSchema } from '../ids.ts';
import { meetingEventSchema } from '../minutes/meeting-course.ts';
import type { Session } from '../minutes/session.ts';
import { timeOfDaySchema } from '../minutes/session.ts';
import { call, returns } from './define.ts';

export const meetingCalls = {
  /**
   * Something happened to the meeting at that moment. Sets the status, and fills in the real times of
   * the day where they are not known; an event that does not fit the status is `invalid-input`.
   */
  'meeting.mark': call(
    'storage',
    () => z.object({ id: sessionIdSchema, event: meetingEventSchema, atMs: z.number().int() }),
    returns<Session>(),
  ),
  /** Takes the last mark back, with the status and the times that came from it. */
  'meeting.takeBack': call('storage', () => z.object({ id: sessionIdSchema }), returns<Session>()),
  /** When a day really began and ended, as the secretary says; null: not known. */
  'meeting.setTimes': call(
    'storage',
    () =>
      z.object({
        id: sessionIdSchema,
        dayId: dayIdSchema,
        times: z.object({
          opened: timeOfDaySchema.nullable().optional(),
          closed: timeOfDaySchema.nullable().optional(),
        }),
      }),
    returns<Session>(),
  ),
};
