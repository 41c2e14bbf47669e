import { z } from 'zod';

import { blockIdSchema, sessionIdSchema } from '../ids.ts';
import type { ClosingFinding } from '../minutes/closing-checks.ts';
import type { Addendum, ArchiveReport, FinalState, LogPage } from '../minutes/final.ts';
import { LONGEST_ADDENDUM, LONGEST_FINAL_REASON } from '../minutes/final.ts';
import type { Session } from '../minutes/session.ts';
import { call, returns } from './define.ts';

const oneSession = () => z.object({ sessionId: sessionIdSchema });

export const finalCalls = {
  /** What is missing or doubtful in what is saved, in the order of the checklist. */
  'finals.check': call('storage', oneSession, returns<readonly ClosingFinding[]>()),
  /**
   * Freezes a session for good. Throws `final-needs-reason` where the checks find something and no
   * reason is given, `session-final` where it is final already.
   */
  'finals.finalise': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        reason: z.string().trim().max(LONGEST_FINAL_REASON),
      }),
    returns<Session>(),
  ),
  /** null while the session is not final. */
  'finals.state': call('storage', oneSession, returns<FinalState | null>()),
  /** Appends a correction; `blockId` null: about the minutes as a whole. Throws `session-not-final`. */
  'finals.addAddendum': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        blockId: blockIdSchema.nullable(),
        text: z.string().trim().min(1).max(LONGEST_ADDENDUM),
      }),
    returns<Addendum>(),
  ),
  /** The log of one session, or of the whole archive, newest first. */
  'log.list': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema.nullable(),
        /** Entries older than this one; null: from the newest. */
        beforeSeq: z.number().int().positive().nullable(),
      }),
    returns<LogPage>(),
  ),
  /** Checks every final session, the log and the file of the archive ("Periksa arsip"). */
  'archive.check': call('main', () => z.object({}), returns<ArchiveReport>()),
};
