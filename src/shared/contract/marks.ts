import { z } from 'zod';

import type { MarkId } from '../ids.ts';
import { attendanceIdSchema, dayIdSchema, markIdSchema, sessionIdSchema } from '../ids.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import { LARGEST_MARK_BYTES, MOST_SIGNATORIES } from '../official/mark-rules.ts';
import type { Signatory } from '../official/signatories.ts';
import { call, returns } from './define.ts';

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
    /** Of the block among those that sign this kind of document: see `marks.signatories`. */
    blockIndex: z
      .number()
      .int()
      .min(0)
      .max(MOST_SIGNATORIES - 1),
  }),
]);
export type MarkTarget = z.infer<typeof markTargetSchema>;

export const MARK_METHODS = ['drawn', 'image'] as const;

/** A visible signature: the image of one act of signing. */
export interface Mark {
  readonly id: MarkId;
  readonly target: MarkTarget;
  /** Whose it is (Signer.key); it is printed only where that person still signs. */
  readonly signerKey: string;
  /** Their name when it was made; "" where not known. */
  readonly signerName: string;
  readonly method: (typeof MARK_METHODS)[number];
  readonly widthPx: number;
  readonly heightPx: number;
  readonly atMs: number;
  readonly actor: string;
  /** The act whose image was used once more. */
  readonly reusedFrom: MarkId | null;
}

/** A visible signature as documents take it. */
export interface DocumentMark extends Pick<
  Mark,
  'id' | 'target' | 'signerKey' | 'widthPx' | 'heightPx'
> {
  readonly base64: string;
}

const oneSession = { sessionId: sessionIdSchema };

export const markCalls = {
  /** Those of a session that are printed. */
  'marks.list': call('storage', () => z.object(oneSession), returns<readonly Mark[]>()),
  /** Who signs the documents of a session, block by block. */
  'marks.signatories': call('storage', () => z.object(oneSession), returns<readonly Signatory[]>()),
  /** Those that documents of these kinds print. */
  'marks.forDocuments': call(
    'storage',
    () => z.object({ ...oneSession, kinds: z.array(documentKindSchema).max(20) }),
    returns<readonly DocumentMark[]>(),
  ),
  /**
   * Keeps the image of one act of signing; it takes the place of one that the target has. Throws
   * `mark-used-before` { name } where the same image, or the picture it was made from, belongs to
   * another act already, unless `mayReuse`; `image-invalid` where it is no PNG of fitting size;
   * `not-found` where nobody signs there.
   */
  'marks.add': call(
    'storage',
    () =>
      z.object({
        ...oneSession,
        target: markTargetSchema,
        method: z.enum(MARK_METHODS),
        bytes: z
          .instanceof(Uint8Array)
          .refine(({ byteLength }) => byteLength > 0 && byteLength <= LARGEST_MARK_BYTES),
        /** SHA-256 of the picture that it was made from; null where it was drawn. */
        sourceSha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .nullable(),
        mayReuse: z.boolean(),
      }),
    returns<Mark>(),
  ),
  /** Takes it back: it is printed no more. The image stays in the archive as evidence. */
  'marks.remove': call(
    'storage',
    () => z.object({ ...oneSession, id: markIdSchema }),
    returns<void>(),
  ),
  /** The image as base64; null where there is none. */
  'marks.read': call(
    'storage',
    () => z.object({ id: markIdSchema }),
    returns<{ readonly base64: string } | null>(),
  ),
};
