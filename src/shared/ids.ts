import { z } from 'zod';

const id = <Brand extends string>() => z.string().min(1).max(64).brand<Brand>();

export const sessionIdSchema = id<'SessionId'>();
export const dayIdSchema = id<'DayId'>();
export const blockIdSchema = id<'BlockId'>();
export const personIdSchema = id<'PersonId'>();
export const organizationIdSchema = id<'OrganizationId'>();
export const attendanceIdSchema = id<'AttendanceId'>();
export const seriesIdSchema = id<'SeriesId'>();
export const queueEntryIdSchema = id<'QueueEntryId'>();
/** SHA-256 of the attachment's bytes, in hexadecimal. */
export const attachmentIdSchema = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'AttachmentId'>();
export const versionIdSchema = id<'VersionId'>();
export const templateIdSchema = id<'TemplateId'>();
export const markIdSchema = id<'MarkId'>();
export const identityIdSchema = id<'IdentityId'>();
export const sessionFileIdSchema = id<'SessionFileId'>();
export const importIdSchema = id<'ImportId'>();
export const savedSearchIdSchema = id<'SavedSearchId'>();

export type SessionId = z.infer<typeof sessionIdSchema>;
export type DayId = z.infer<typeof dayIdSchema>;
export type BlockId = z.infer<typeof blockIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type OrganizationId = z.infer<typeof organizationIdSchema>;
export type AttendanceId = z.infer<typeof attendanceIdSchema>;
export type SeriesId = z.infer<typeof seriesIdSchema>;
export type QueueEntryId = z.infer<typeof queueEntryIdSchema>;
export type AttachmentId = z.infer<typeof attachmentIdSchema>;
export type VersionId = z.infer<typeof versionIdSchema>;
export type TemplateId = z.infer<typeof templateIdSchema>;
export type MarkId = z.infer<typeof markIdSchema>;
export type IdentityId = z.infer<typeof identityIdSchema>;
export type SavedSearchId = z.infer<typeof savedSearchIdSchema>;
export type SessionFileId = z.infer<typeof sessionFileIdSchema>;
export type ImportId = z.infer<typeof importIdSchema>;
