import { z } from 'zod';

import type { OrganizationId, SeriesId, SessionId } from '../ids.ts';
import { dayIdSchema } from '../ids.ts';
import type { MeetingCourse } from './meeting-course.ts';
import { quorumRuleSchema } from './quorum-rule.ts';

/** Kinds that are offered; an office may use its own words instead. */
export const SESSION_KINDS = [
  'FGD',
  'Talk',
  'Rakor',
  'Rakornas',
  'Rapat Pleno',
  'Wawancara',
  'Sosialisasi',
] as const;

export const SESSION_MODES = ['luring', 'daring', 'hibrida'] as const;
export const SESSION_ZONES = ['WIB', 'WITA', 'WIT'] as const;
/** rencana → berlangsung → selesai; statements are stamped only while "berlangsung". */
export const SESSION_STATUSES = ['rencana', 'berlangsung', 'selesai', 'final'] as const;
export const SESSION_ACCESS = ['terbuka', 'tertutup'] as const;
export const SESSION_CONFIDENTIALITY = ['biasa', 'terbatas', 'rahasia'] as const;

export type SessionZone = (typeof SESSION_ZONES)[number];
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Longest title kept; a longer one is refused with `text-too-long`, never cut. */
export const MAX_TITLE_LENGTH = 1000;
const longText = z.string().max(4000);

export const isoDateSchema = z.iso.date();
/** Wall-clock time of day in the session's zone, "HH:MM". */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const endTimeSchema = z.union([timeOfDaySchema, z.literal('selesai')]);

export const sessionDaySchema = z.object({
  id: dayIdSchema,
  date: isoDateSchema.nullable(),
  start: timeOfDaySchema.nullable(),
  end: endTimeSchema.nullable(),
});

/** The facts of a session that are not prose. Every text may be empty; null means not known. */
export const sessionFieldsSchema = z.object({
  kind: z.string().max(80),
  title: z.string().max(MAX_TITLE_LENGTH),
  theme: longText,
  purpose: longText,
  documentNumber: z.string().max(200),
  invitation: longText,
  mode: z.enum(SESSION_MODES).nullable(),
  place: z.string().max(1000),
  link: z.string().max(2000),
  zone: z.enum(SESSION_ZONES),
  access: z.enum(SESSION_ACCESS).nullable(),
  confidentiality: z.enum(SESSION_CONFIDENTIALITY).nullable(),
  seriesNumber: z.number().int().min(1).max(100_000).nullable(),
  /** When enough members are there; null: nobody asks. */
  quorum: quorumRuleSchema.nullable(),
});

export type SessionFields = z.infer<typeof sessionFieldsSchema>;
export type SessionDay = z.infer<typeof sessionDaySchema>;

export interface Host {
  readonly organizationId: OrganizationId;
  readonly name: string;
}

export interface Session extends SessionFields {
  readonly id: SessionId;
  readonly status: SessionStatus;
  /** At least one; a session without any known date has one day with null fields. */
  readonly days: readonly SessionDay[];
  /** What really happened when, beside the plan in `days`. */
  readonly meeting: MeetingCourse;
  readonly hosts: readonly Host[];
  readonly series: { readonly id: SeriesId; readonly title: string } | null;
  readonly isExample: boolean;
  readonly trashedAtMs: number | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** A row of the library. */
export interface SessionSummary {
  readonly id: SessionId;
  readonly kind: string;
  readonly title: string;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly place: string;
  readonly status: SessionStatus;
  readonly hosts: readonly string[];
  readonly isExample: boolean;
  readonly trashedAtMs: number | null;
  readonly updatedAtMs: number;
}
