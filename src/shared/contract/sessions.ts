import { z } from 'zod';

import { organizationIdSchema, sessionIdSchema } from '../ids.ts';
import type { Session, SessionSummary } from '../minutes/session.ts';
import { SESSION_STATUSES, sessionDaySchema, sessionFieldsSchema } from '../minutes/session.ts';
import { call, returns } from './define.ts';

const oneSession = z.object({ id: sessionIdSchema });
const manySessions = z.object({ ids: z.array(sessionIdSchema).min(1).max(10_000) });

/** A host is an organization that is known, or a name that makes a new one. */
export const hostInputSchema = z.union([
  z.object({ organizationId: organizationIdSchema }),
  z.object({ name: z.string().trim().min(1).max(300) }),
]);

export const sessionChangesSchema = sessionFieldsSchema.partial().extend({
  /** All days in order; attendance of a removed day goes with it. */
  days: z.array(sessionDaySchema).min(1).max(60).optional(),
  hosts: z.array(hostInputSchema).max(20).optional(),
  /** Title of the series; an unknown title makes a new series, "" takes the session out. */
  seriesTitle: z.string().max(300).optional(),
});
export type SessionChanges = z.infer<typeof sessionChangesSchema>;

export const sessionCalls = {
  'sessions.list': call('storage', () => z.object({}), returns<readonly SessionSummary[]>()),
  'sessions.get': call('storage', () => oneSession, returns<Session>()),
  'sessions.create': call(
    'storage',
    () => z.object({ changes: sessionChangesSchema }),
    returns<Session>(),
  ),
  'sessions.update': call(
    'storage',
    () => z.object({ id: sessionIdSchema, changes: sessionChangesSchema }),
    returns<Session>(),
  ),
  'sessions.setStatus': call(
    'storage',
    () => z.object({ id: sessionIdSchema, status: z.enum(SESSION_STATUSES).exclude(['final']) }),
    returns<Session>(),
  ),
  'sessions.duplicate': call('storage', () => oneSession, returns<Session>()),
  /** Throws `session-final` where one of them is final, and moves none then. */
  'sessions.trash': call('storage', () => manySessions, returns<void>()),
  'sessions.restore': call('storage', () => manySessions, returns<void>()),
  'sessions.seriesTitles': call('storage', () => z.object({}), returns<readonly string[]>()),
  /** Adds the example sessions that come with the app; those already there are not doubled. */
  'examples.add': call('storage', () => z.object({}), returns<{ readonly added: number }>()),
  /** Removes every example session with what was typed into it; those that are final are kept. */
  'examples.remove': call(
    'storage',
    () => z.object({}),
    returns<{ readonly removed: number; readonly kept: number }>(),
  ),
};
