import { z } from 'zod';

import type { MarkId } from '../ids.ts';
import { attendanceIdSchema, dayIdSchema, markIdSchema, sessionIdSchema } from '../ids.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import { call, returns } from './define.ts';

/** As PNG; a signature is a few strokes. */
export const LARGEST_MARK_BYTES = 512 * 1024;

/** Whose signature it is and where it is printed. */
export const markTargetSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('attendance'),
    attendanceId: attendanceIdSchema,
    dayId: dayIdSchema,
  }),
  z.object({
    type: z.literal('signatory'),
    kind: documentKindSchema,
    /** Of the block among those that the office has set for the kind. */
    blockIndex: z.number().int().min(0).max(2),
  }),
]);
export type MarkTarget = z.infer<typeof markTargetSchema>;

export const MARK_METHODS = ['drawn', 'image'] as const;

/** A visible signature: the image of one act of signing. */
export interface Mark {
  readonly id: MarkId;
  readonly target: MarkTarget;
  readonly method: (typeof MARK_METHODS)[number];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly atMs: number;
  readonly actor: string;
  /** The act whose image was used once more. */
  readonly reusedFrom: MarkId | null;
}

export const markCalls = {
  /** Those of a session that are printed. */
  'marks.list': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<readonly Mark[]>(),
  ),
  /**
   * Keeps the image of one act of signing; it takes the place of one that the target has. Throws
   * `mark-used-before` { name } where the same image belongs to another act already, unless
   * `mayReuse`; `image-invalid` where it is no PNG of fitting size.
   */
  'marks.add': call(
    'storage',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        target: markTargetSchema,
        method: z.enum(MARK_METHODS),
        bytes: z
          .instanceof(Uint8Array)
          .refine(({ byteLength }) => byteLength > 0 && byteLength <= LARGEST_MARK_BYTES),
        mayReuse: z.boolean(),
      }),
    returns<Mark>(),
  ),
  /** Takes it back: it is printed no more. The image stays in the archive as evidence. */
  'marks.remove': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema, id: markIdSchema }),
    returns<void>(),
  ),
  /** The image as base64; null where there is none. */
  'marks.read': call(
    'storage',
    () => z.object({ id: markIdSchema }),
    returns<{ readonly base64: string } | null>(),
  ),
};
