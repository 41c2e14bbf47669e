import { z } from 'zod';

import { sessionIdSchema } from '../ids.ts';
import { documentKindSchema } from '../official/document-kinds.ts';
import type { KnownDocument } from '../signing/verification.ts';
import { internalCall, returns } from './define.ts';

const sha256 = () => z.string().regex(/^[0-9a-f]{64}$/);

/** What tells a document again: its parts as they were given out, and its words however it is saved. */
const digests = () => ({ contentSha256: sha256(), textSha256: sha256() });

const issuedDocumentsSchema = () =>
  z.object({
    sessionId: sessionIdSchema,
    /** Which state of the final session they were made from. */
    version: z.number().int().min(0),
    documents: z
      .array(z.object({ kind: documentKindSchema, ...digests() }))
      .min(1)
      .max(100),
  });
/** Documents of one final session that are given out together. */
export type IssuedDocuments = z.output<ReturnType<typeof issuedDocumentsSchema>>;
export type DocumentDigests = Pick<
  IssuedDocuments['documents'][number],
  'contentSha256' | 'textSha256'
>;

/** What was given out of final sessions. */
export const issuedCalls = {
  /** Keeps by what documents are known again. Throws `session-not-final`. */
  'documents.issued': internalCall('storage', issuedDocumentsSchema, returns<void>()),
  /** Where a file is known from; null where this archive did not give it out. */
  'issued.find': internalCall(
    'storage',
    () => z.object(digests()),
    returns<KnownDocument | null>(),
  ),
};
