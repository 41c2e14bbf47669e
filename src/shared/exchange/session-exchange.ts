import { z } from 'zod';

import { blockSchema } from '../document/block.ts';
import {
  LARGEST_STORED_BYTES,
  MOST_IMAGES_PER_SESSION,
  STORED_MEDIA_TYPES,
} from '../document/image-rules.ts';
import {
  attachmentIdSchema,
  attendanceIdSchema,
  dayIdSchema,
  organizationIdSchema,
  personIdSchema,
} from '../ids.ts';
import { meetingEventSchema } from '../minutes/meeting-course.ts';
import {
  attendanceDaySchema,
  organizationFieldsSchema,
  personFieldsSchema,
} from '../minutes/people.ts';
import {
  SESSION_STATUSES,
  sessionDaySchema,
  sessionFieldsSchema,
  timeOfDaySchema,
} from '../minutes/session.ts';
import { NUMBERED_SPEAKERS, speakerNumberSchema } from '../minutes/speaker-numbers.ts';
import { documentKindSchema } from '../official/document-kinds.ts';

/** What a file with one whole session calls itself. */
export const EXCHANGE_FORMAT = 'notula-sesi';

/**
 * How such a file is to be read. It is raised by everything that a Notula of the version before
 * would lose or misunderstand; a newer file is refused, never read by halves.
 */
export const EXCHANGE_VERSION = 1;

/** Letters of a whole file; half of what a text can have at all. */
export const LARGEST_EXCHANGE_LETTERS = 200 * 1024 * 1024;

/** How deep brackets may stand in brackets; lists twenty levels deep need about a hundred. */
export const DEEPEST_EXCHANGE = 400;

const atMsSchema = z.number().int();
const LARGEST_BASE64 = Math.ceil(LARGEST_STORED_BYTES / 3) * 4;

const exchangeSessionSchema = sessionFieldsSchema.extend({
  status: z.enum(SESSION_STATUSES),
  /** In their order; one with null fields where no date is known. */
  days: z.array(sessionDaySchema).min(1).max(60),
  meeting: z.object({
    marks: z
      .array(
        z.object({ event: meetingEventSchema, atMs: atMsSchema, dayId: dayIdSchema.nullable() }),
      )
      .max(10_000),
    days: z
      .array(
        z.object({
          dayId: dayIdSchema,
          opened: timeOfDaySchema.nullable(),
          closed: timeOfDaySchema.nullable(),
        }),
      )
      .max(60),
  }),
  /** In their order, by their ids in `organizations`. */
  hosts: z.array(organizationIdSchema).max(20),
  /** "" where the session is in no series. */
  seriesTitle: z.string().max(300),
});

const exchangeAttendanceSchema = z.object({
  id: attendanceIdSchema,
  type: z.enum(['person', 'group']),
  /** In `persons`; null for a group, and for somebody known only by position. */
  personId: personIdSchema.nullable(),
  /** "" for a person. */
  groupName: z.string().max(300),
  /** Held at this session, whatever the person's own entry says today. */
  position: z.string().max(300),
  organizationId: organizationIdSchema.nullable(),
  headCount: z.number().int().min(0).max(1_000_000).nullable(),
  /** One entry for each day of the session. */
  days: z.array(attendanceDaySchema).max(60),
});

/**
 * One whole session as a file. Ids join what belongs together within the file and mean nothing
 * outside it: whoever reads it in gives new ones. Images are known by the SHA-256 of their bytes.
 */
export const sessionExchangeSchema = z.object({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.literal(EXCHANGE_VERSION),
  /** UTC milliseconds. */
  exportedAtMs: atMsSchema,
  /** The office and the secretary that kept the minutes; for whoever reads the file. */
  officeName: z.string().max(300),
  notulisName: z.string().max(300),
  hasPrivateNotes: z.boolean(),
  session: exchangeSessionSchema,
  /** Numbers of documents that have one of their own, beside the session's `documentNumber`. */
  documentNumbers: z
    .array(z.object({ kind: documentKindSchema, number: z.string().min(1).max(200) }))
    .max(50),
  organizations: z.array(organizationFieldsSchema.extend({ id: organizationIdSchema })).max(20_000),
  persons: z.array(personFieldsSchema.extend({ id: personIdSchema })).max(20_000),
  attendance: z.array(exchangeAttendanceSchema).max(20_000),
  speakers: z.object({
    numbers: z.array(speakerNumberSchema).max(NUMBERED_SPEAKERS),
    isNarratingComings: z.boolean(),
    /** Who asked to speak, day by day, in the order of the list. */
    queue: z
      .array(
        z.object({
          dayId: dayIdSchema,
          attendanceId: attendanceIdSchema,
          notedAtMs: atMsSchema,
          servedAtMs: atMsSchema.nullable(),
        }),
      )
      .max(20_000),
  }),
  /** The minutes, in their order. */
  blocks: z.array(blockSchema).max(50_000),
  images: z
    .array(
      z.object({
        id: attachmentIdSchema,
        mediaType: z.enum(STORED_MEDIA_TYPES),
        base64: z.string().max(LARGEST_BASE64),
      }),
    )
    .max(MOST_IMAGES_PER_SESSION),
});

export type SessionExchange = z.infer<typeof sessionExchangeSchema>;
export type ExchangeAttendance = SessionExchange['attendance'][number];
export type ExchangePerson = SessionExchange['persons'][number];
export type ExchangeOrganization = SessionExchange['organizations'][number];

/** What is wrong at one place of a file. */
export type ExchangeFieldFault =
  | { readonly type: 'missing' }
  | { readonly type: 'wrong-type'; readonly expected: string }
  | { readonly type: 'too-long'; readonly limit: number }
  | { readonly type: 'too-many'; readonly limit: number }
  | { readonly type: 'not-allowed'; readonly allowed: string }
  | { readonly type: 'unknown-reference'; readonly list: string }
  | { readonly type: 'doubled' }
  | { readonly type: 'image' }
  | { readonly type: 'invalid' };

/** Why a file cannot be read in. `path` counts places in lists from 1: "persons[3].name". */
export type ExchangeProblem =
  | { readonly type: 'unreadable' }
  | { readonly type: 'too-large'; readonly limitMegabytes: number }
  | { readonly type: 'too-deep' }
  | { readonly type: 'not-json'; readonly line: number | null }
  | { readonly type: 'other-format' }
  | { readonly type: 'newer'; readonly version: number }
  | { readonly type: 'field'; readonly path: string; readonly fault: ExchangeFieldFault };

export type ReadExchange =
  | { readonly ok: true; readonly exchange: SessionExchange }
  | { readonly ok: false; readonly problems: readonly ExchangeProblem[] };

/** What the names of such files end in. */
export const EXCHANGE_EXTENSION = '.json';
