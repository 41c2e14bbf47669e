import { z } from 'zod';

import { sessionIdSchema } from '../ids.ts';
import type { SpeakerNumber } from '../minutes/speaker-numbers.ts';
import { NUMBERED_SPEAKERS, speakerNumberSchema } from '../minutes/speaker-numbers.ts';
import { call, returns } from './define.ts';
import type { QueueEntry } from './queue.ts';

/** What is kept of a session for those who speak in it, beside the attendance. */
export interface SessionSpeakers {
  /** The numbers that were decided; the others are dealt in the order of the attendance. */
  readonly numbers: readonly SpeakerNumber[];
  /** Whether a late arrival or a departure also writes its sentence into the minutes. */
  readonly isNarratingComings: boolean;
  readonly queue: readonly QueueEntry[];
}

export const speakerCalls = {
  'speakers.get': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<SessionSpeakers>(),
  ),
  /** Replaces all numbers of the session. */
  'speakers.setNumbers': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        numbers: z.array(speakerNumberSchema).max(NUMBERED_SPEAKERS),
      }),
    returns<void>(),
  ),
  'speakers.setNarrating': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema, isNarratingComings: z.boolean() }),
    returns<void>(),
  ),
};
