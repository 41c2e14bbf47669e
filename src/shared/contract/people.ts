import { z } from 'zod';

import {
  attendanceIdSchema,
  dayIdSchema,
  organizationIdSchema,
  personIdSchema,
  sessionIdSchema,
} from '../ids.ts';
import type { Attendance, AttendancePhones, Organization, Person } from '../minutes/people.ts';
import {
  attendanceDaySchema,
  organizationFieldsSchema,
  personFieldsSchema,
} from '../minutes/people.ts';
import { call, returns } from './define.ts';

/** Who is added while the meeting runs is there on that day alone, since that moment. */
const newcomerSchema = attendanceDaySchema.pick({ dayId: true, presence: true, arrived: true });

/** A new attendance line. Names that are not known yet make a new person or organization. */
export const newAttendanceSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('person'),
    person: z.union([
      z.object({ personId: personIdSchema }),
      personFieldsSchema
        .partial()
        .required({ name: true })
        /** True: somebody else than whoever is kept under that name and organization. */
        .extend({ isNew: z.literal(true).optional() }),
      /** Somebody known only by position: no person is kept. */
      z.object({ unnamed: z.literal(true) }),
    ]),
    position: z.string().max(300).optional(),
    organizationName: z.string().max(300).optional(),
    role: z.string().max(80).nullable().optional(),
    presence: attendanceDaySchema.shape.presence.optional(),
    onDay: newcomerSchema.optional(),
  }),
  z.object({
    type: z.literal('group'),
    name: z.string().trim().min(1).max(300),
    headCount: z.number().int().min(0).max(1_000_000).nullable(),
    role: z.string().max(80).nullable().optional(),
    presence: attendanceDaySchema.shape.presence.optional(),
    onDay: newcomerSchema.optional(),
  }),
]);
export type NewAttendance = z.infer<typeof newAttendanceSchema>;

export const attendanceChangesSchema = z.object({
  /** Position and organization at this session only. */
  position: z.string().max(300).optional(),
  organizationName: z.string().max(300).optional(),
  groupName: z.string().trim().min(1).max(300).optional(),
  headCount: z.number().int().min(0).max(1_000_000).nullable().optional(),
  /** Names the somebody who was known only by position, or puts another person in the line. */
  personId: personIdSchema.optional(),
});

/** What a list of participants tells of somebody; what it does not tell is left as it is. */
const listedFactsSchema = attendanceDaySchema
  .pick({ presence: true, arrived: true, left: true })
  .partial();

export type FoundPerson =
  | { readonly type: 'person'; readonly person: Person }
  | { readonly type: 'organization'; readonly organization: Organization };

export const peopleCalls = {
  /** People and organizations by the start of any word of name, position or organization. */
  'people.find': call(
    'storage',
    () => z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
    returns<readonly FoundPerson[]>(),
  ),
  'people.list': call('storage', () => z.object({}), returns<readonly Person[]>()),
  'people.create': call(
    'storage',
    () => z.object({ fields: personFieldsSchema }),
    returns<Person>(),
  ),
  'people.update': call(
    'storage',
    () => z.object({ id: personIdSchema, changes: personFieldsSchema.partial() }),
    returns<Person>(),
  ),
  'organizations.list': call('storage', () => z.object({}), returns<readonly Organization[]>()),
  'organizations.create': call(
    'storage',
    () => z.object({ fields: organizationFieldsSchema.partial().required({ name: true }) }),
    returns<Organization>(),
  ),
  'organizations.update': call(
    'storage',
    () => z.object({ id: organizationIdSchema, changes: organizationFieldsSchema.partial() }),
    returns<Organization>(),
  ),
  'attendance.list': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<readonly Attendance[]>(),
  ),
  /** Telephone numbers of those on the list: asked for only where a document shows them. */
  'attendance.phones': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<AttendancePhones>(),
  ),
  /** Adds lines at the end in one transaction and answers with those lines. */
  'attendance.add': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        entries: z.array(newAttendanceSchema).min(1).max(2000),
      }),
    returns<readonly Attendance[]>(),
  ),
  /**
   * Takes a list of participants in, in one transaction: adds lines at the end with what is told of
   * them on a day (null: on every day), and notes it of lines that are there. Answers with all of them.
   */
  'attendance.takeIn': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        dayId: dayIdSchema.nullable(),
        added: z
          .array(z.object({ entry: newAttendanceSchema, facts: listedFactsSchema }))
          .max(5000),
        noted: z.array(z.object({ id: attendanceIdSchema, facts: listedFactsSchema })).max(5000),
      }),
    returns<readonly Attendance[]>(),
  ),
  'attendance.update': call(
    'storage',
    () => z.object({ id: attendanceIdSchema, changes: attendanceChangesSchema }),
    returns<Attendance>(),
  ),
  /** Changes what is known of several attendees on one day, or on every day where dayId is null. */
  'attendance.updateDay': call(
    'storage',
    () =>
      z.object({
        ids: z.array(attendanceIdSchema).min(1).max(5000),
        dayId: dayIdSchema.nullable(),
        changes: attendanceDaySchema.omit({ dayId: true }).partial(),
      }),
    returns<readonly Attendance[]>(),
  ),
  'attendance.remove': call(
    'storage',
    () => z.object({ ids: z.array(attendanceIdSchema).min(1).max(5000) }),
    returns<void>(),
  ),
  /** Brings back lines removed in this run of the app, where they were (undo). */
  'attendance.undoRemove': call(
    'storage',
    () => z.object({ ids: z.array(attendanceIdSchema).min(1).max(5000) }),
    returns<readonly Attendance[]>(),
  ),
  'attendance.reorder': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema, order: z.array(attendanceIdSchema).max(10_000) }),
    returns<void>(),
  ),
};
