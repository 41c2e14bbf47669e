import type { AttendanceId, BlockId } from '../ids.ts';

/** What the checklist before "Finalkan" looks for, in its order. */
export const CLOSING_CHECKS = [
  'no-attendance',
  'statement-without-speaker',
  'agenda-without-text',
  'no-conclusion',
  'follow-up-without-responsible',
  'follow-up-without-date',
  'no-end-time',
  'name-differs',
  'private-notes',
] as const;
export type ClosingCheck = (typeof CLOSING_CHECKS)[number];

/** Where a finding is mended. */
export type FindingPlace =
  | { readonly type: 'block'; readonly blockId: BlockId; readonly excerpt: string }
  | { readonly type: 'attendance'; readonly attendanceId: AttendanceId | null }
  | {
      readonly type: 'session-data';
      readonly field: 'days';
      /** Which of several days, from 1; absent where the session has one. */
      readonly dayNumber?: number | undefined;
    }
  /** The page as a whole, where it has no block yet. */
  | { readonly type: 'minutes' };

export interface ClosingFinding {
  readonly check: ClosingCheck;
  readonly place: FindingPlace;
  /** Of `name-differs`: as it is written in the minutes, and as the attendance has it. */
  readonly name?: { readonly written: string; readonly known: string } | undefined;
}
