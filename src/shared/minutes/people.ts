import { z } from 'zod';

import type { AttendanceId, OrganizationId, PersonId } from '../ids.ts';
import { dayIdSchema, organizationIdSchema } from '../ids.ts';
import { timeOfDaySchema } from './session.ts';

export const MAX_NAME_LENGTH = 200;

export const personFieldsSchema = z.object({
  /** The bare name, without titles and without Bapak/Ibu. Required. */
  name: z.string().trim().min(1).max(MAX_NAME_LENGTH),
  titleBefore: z.string().max(100),
  titleAfter: z.string().max(200),
  position: z.string().max(300),
  organizationId: organizationIdSchema.nullable(),
  nip: z.string().max(40),
  rank: z.string().max(100),
  phone: z.string().max(40),
});

export const organizationFieldsSchema = z.object({
  name: z.string().trim().min(1).max(300),
  shortName: z.string().max(80),
  address: z.string().max(1000),
});

export type PersonFields = z.infer<typeof personFieldsSchema>;
export type OrganizationFields = z.infer<typeof organizationFieldsSchema>;
export interface Person extends PersonFields {
  readonly id: PersonId;
  readonly organizationName: string;
}
export interface Organization extends OrganizationFields {
  readonly id: OrganizationId;
}

/** Roles that are offered; any short text is accepted. */
export const ATTENDANCE_ROLES = [
  'pimpinan',
  'moderator',
  'host',
  'narasumber',
  'penanggap',
  'pemberi sambutan',
  'tuan rumah',
  'peserta',
  'undangan',
  'notulis',
  'tamu',
] as const;

export const PRESENCES = ['hadir', 'daring', 'izin', 'tidak hadir', 'diwakili'] as const;
export type Presence = (typeof PRESENCES)[number];

/** What is known of one attendee on one day of the session; null means not recorded. */
export const attendanceDaySchema = z.object({
  dayId: dayIdSchema,
  role: z.string().max(80).nullable(),
  presence: z.enum(PRESENCES).nullable(),
  /** Who came instead, where presence is "diwakili". */
  representedBy: z.string().max(300),
  arrived: timeOfDaySchema.nullable(),
  left: timeOfDaySchema.nullable(),
});
export type AttendanceDay = z.infer<typeof attendanceDaySchema>;

/**
 * One line of the attendance: a person (known, or known only by position), or a group known by name.
 * Position and organization are those held at this session, so an old list keeps saying what was
 * true then; the name always comes from the person, so correcting it corrects every document.
 */
export interface Attendance {
  readonly id: AttendanceId;
  readonly type: 'person' | 'group';
  readonly personId: PersonId | null;
  /** The person's bare name, the group's name, or "" where nobody knows it. */
  readonly name: string;
  readonly titleBefore: string;
  readonly titleAfter: string;
  readonly nip: string;
  readonly rank: string;
  readonly position: string;
  readonly organizationId: OrganizationId | null;
  readonly organizationName: string;
  readonly headCount: number | null;
  /** One entry per day of the session, in the order of the days. */
  readonly days: readonly AttendanceDay[];
}

/**
 * Telephone numbers by attendance line, of those who have one. Personal data that no line of the
 * attendance carries, so that they reach no document, version or copy that does not ask for them.
 */
export type AttendancePhones = Readonly<Record<AttendanceId, string>>;
