import { z } from 'zod';

import type { DayId } from '../ids.ts';

/** What happens to a meeting as it goes: opened, adjourned, gone on with, closed. */
export const MEETING_EVENTS = ['dibuka', 'diskors', 'dilanjutkan', 'ditutup'] as const;
export const meetingEventSchema = z.enum(MEETING_EVENTS);
export type MeetingEvent = (typeof MEETING_EVENTS)[number];

/** One such moment. Marks are in their order; the clock plays no part in it. */
export interface MeetingMark {
  readonly event: MeetingEvent;
  /** UTC milliseconds. */
  readonly atMs: number;
  /** The day of the session it belongs to, where that is known. */
  readonly dayId: DayId | null;
}

/** When a day of the meeting really began and ended, "HH:MM"; the planned times are the day's own. */
export interface MeetingDayTimes {
  readonly dayId: DayId;
  readonly opened: string | null;
  readonly closed: string | null;
}

/** The course of the meeting beside its plan. */
export interface MeetingCourse {
  readonly marks: readonly MeetingMark[];
  /** Only days of which something is known. */
  readonly days: readonly MeetingDayTimes[];
}

export const NO_COURSE: MeetingCourse = { marks: [], days: [] };
