import { z } from 'zod';

import { attendanceIdSchema, blockIdSchema, dayIdSchema } from '../ids.ts';
import { inlineNodeSchema, richNodeSchema } from './rich-text.ts';

/**
 * How stored blocks are to be read. What may be absent is added without raising it; whatever makes
 * older blocks mean something else raises it, with a step that rewrites them. See
 * docs/decisions/0016-stored-format.md.
 */
export const DOCUMENT_FORMAT_VERSION = 1;

/**
 * What a statement is. The list is open in the field ("usulan lisan" …), so any short text is
 * accepted; these are the ones offered.
 */
export const STATEMENT_KINDS = [
  'pernyataan',
  'sambutan',
  'paparan',
  'pertanyaan',
  'tanggapan',
  'usulan',
  'closing statement',
] as const;

export const CLOSING_STATEMENT_KIND = 'closing statement';

export const FOLLOW_UP_STATUSES = ['belum', 'berjalan', 'selesai', 'dibatalkan'] as const;
export type FollowUpStatus = (typeof FOLLOW_UP_STATUSES)[number];

/** Longest private note of a block, in characters. */
export const LONGEST_NOTE = 5000;

const common = {
  id: blockIdSchema,
  /** The day of the session the block belongs to. */
  dayId: dayIdSchema.nullable(),
  /** Flagged by the secretary; absent where it is not. */
  isImportant: z.boolean().optional(),
  /** Her private note about the block: never exported, never found by a search. Absent where none. */
  note: z.string().max(LONGEST_NOTE).optional(),
};
const isoDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const inlineContent = z.array(inlineNodeSchema).optional();
const richContent = z.array(richNodeSchema).min(1);
const count = z.number().int().min(0).max(1_000_000).nullable();

/** A block as it is stored: the ProseMirror JSON of one top-level node. */
export const blockSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('agendaItem'), attrs: z.object(common), content: inlineContent }),
  z.object({
    type: z.literal('statement'),
    attrs: z.object({
      ...common,
      /** Attendance entry of the speaker; null: "pembicara tidak disebut". */
      speakerId: attendanceIdSchema.nullable(),
      kind: z.string().max(80),
      /** When it was said, UTC milliseconds; null where nobody knows. */
      spokenAtMs: z.number().int().nullable(),
    }),
    content: richContent,
  }),
  z.object({ type: z.literal('narration'), attrs: z.object(common), content: richContent }),
  z.object({
    type: z.literal('decision'),
    attrs: z.object({
      ...common,
      method: z.enum(['mufakat', 'pemungutan suara']).nullable(),
      inFavour: count,
      against: count,
      abstained: count,
    }),
    content: richContent,
  }),
  z.object({ type: z.literal('recommendation'), attrs: z.object(common), content: richContent }),
  z.object({
    type: z.literal('followUp'),
    attrs: z.object({
      ...common,
      /** Person or organization as named by the secretary; null: not known. */
      responsible: z.string().max(300).nullable(),
      dueDate: isoDateSchema.nullable(),
      status: z.enum(FOLLOW_UP_STATUSES),
    }),
    content: richContent,
  }),
  z.object({
    type: z.literal('break'),
    attrs: z.object({ ...common, spokenAtMs: z.number().int().nullable() }),
    content: inlineContent,
  }),
]);

export type Block = z.infer<typeof blockSchema>;
export type BlockType = Block['type'];
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>;
