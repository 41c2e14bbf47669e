import { z } from 'zod';

import type { Block } from '../document/block.ts';
import { blockSchema } from '../document/block.ts';
import { blockIdSchema, sessionIdSchema } from '../ids.ts';
import type { SessionRecord } from '../minutes/record.ts';
import { call, returns } from './define.ts';

/** What changed in a document since the last batch that was sent. */
export const saveBatchSchema = z.object({
  sessionId: sessionIdSchema,
  upserts: z.array(blockSchema).max(20_000),
  deletions: z.array(blockIdSchema).max(20_000),
  /** Ids of all blocks in order, sent only when blocks came, went or moved. */
  order: z.array(blockIdSchema).max(50_000).nullable(),
});
export type SaveBatch = z.infer<typeof saveBatchSchema>;

export interface SaveReceipt {
  /** Number of the save in this session; grows by one with each batch. */
  readonly sequence: number;
  readonly savedAtMs: number;
  /** A speaker whose line had been removed stands in the attendance again. */
  readonly hasChangedAttendance: boolean;
}

export interface LoadedDocument extends Pick<SaveReceipt, 'sequence' | 'savedAtMs'> {
  readonly blocks: readonly Block[];
}

export const documentCalls = {
  'documents.load': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<LoadedDocument>(),
  ),
  /** Applies one batch in one synced transaction; the answer is the acknowledgement. */
  'documents.save': call('storage', () => saveBatchSchema, returns<SaveReceipt>()),
  'documents.record': call(
    'storage',
    () => z.object({ sessionId: sessionIdSchema }),
    returns<SessionRecord>(),
  ),
};
