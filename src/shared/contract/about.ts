import { z } from 'zod';

import type { FollowUpStatus } from '../document/block.ts';
import type { AttendanceId, BlockId, SessionId } from '../ids.ts';
import { blockIdSchema, organizationIdSchema, personIdSchema, sessionIdSchema } from '../ids.ts';
import type { Presence } from '../minutes/people.ts';
import type { SessionStatus, SessionZone } from '../minutes/session.ts';
import { call, returns } from './define.ts';

/** Whom everything is asked about. */
export const aboutSubjectSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('person'), id: personIdSchema }),
  z.object({ type: z.literal('organization'), id: organizationIdSchema }),
]);
export type AboutSubject = z.infer<typeof aboutSubjectSchema>;

/** How many there are of one year; null: of sessions without a date. */
export interface YearCount {
  readonly year: string | null;
  readonly count: number;
}

export interface AboutOverview {
  /** Of a person with titles. */
  readonly name: string;
  /** Position and organization, or the short name of an organization; "" where not known. */
  readonly detail: string;
  /** Newest first, those without a year last. */
  readonly statements: readonly YearCount[];
  readonly sessions: readonly YearCount[];
  readonly openPromises: number;
  readonly promises: number;
}

export interface AboutSession {
  readonly id: SessionId;
  readonly title: string;
  readonly kind: string;
  readonly status: SessionStatus;
  readonly zone: SessionZone;
  readonly place: string;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

export interface AboutStatement {
  readonly session: AboutSession;
  readonly blockId: BlockId;
  readonly kind: string;
  /** Its beginning, or all of it where it is short. */
  readonly text: string;
  readonly isCut: boolean;
  /** Name at that session; of a person asked about too, as it may have been another. */
  readonly speaker: string;
  /** Position and organization at that session. */
  readonly post: string;
  readonly day: string | null;
  readonly spokenAtMs: number | null;
}

export interface AboutLine {
  readonly id: AttendanceId;
  readonly name: string;
  readonly post: string;
  readonly role: string;
  /** Over all days: to have been there once is to have attended. */
  readonly presence: Presence | null;
  readonly representedBy: string;
  readonly statementCount: number;
}

/** A session that somebody was listed at, or that an organization held. */
export interface AboutAttendance {
  readonly session: AboutSession;
  readonly isHost: boolean;
  /** Empty where the organization only held it. */
  readonly lines: readonly AboutLine[];
}

export interface AboutPromise {
  readonly session: AboutSession;
  readonly blockId: BlockId;
  readonly text: string;
  readonly isCut: boolean;
  readonly responsible: string;
  readonly dueDate: string | null;
  readonly status: FollowUpStatus;
}

export const MOST_ABOUT = 200;

const pageSchema = z.object({
  subject: aboutSubjectSchema,
  /** Of one year alone; "tanpa" for sessions without a date; null: of all. */
  year: z.union([z.string().regex(/^\d{4}$/), z.literal('tanpa')]).nullable(),
  offset: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(MOST_ABOUT),
});

/** Everything that one person or organization said, attended and promised; newest sessions first. */
export const aboutCalls = {
  'about.overview': call(
    'storage',
    () => z.object({ subject: aboutSubjectSchema }),
    returns<AboutOverview>(),
  ),
  /** Within one session in the order of the minutes. */
  'about.statements': call('storage', () => pageSchema, returns<readonly AboutStatement[]>()),
  'about.attendance': call('storage', () => pageSchema, returns<readonly AboutAttendance[]>()),
  /** Open ones first, by when they are due. */
  'about.promises': call(
    'storage',
    () => z.object({ subject: aboutSubjectSchema }),
    returns<readonly AboutPromise[]>(),
  ),
  /** Who said a statement; null where it names nobody who is kept. */
  'about.speaker': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema, blockId: blockIdSchema }),
    returns<AboutSubject | null>(),
  ),
};
