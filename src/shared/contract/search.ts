import { z } from 'zod';

import type { BlockId, SessionId } from '../ids.ts';
import { isoDateSchema } from '../minutes/session.ts';
import { call, returns } from './define.ts';

export const searchQuerySchema = z.object({
  text: z.string().max(500),
  kinds: z.array(z.string().max(80)).max(50),
  dateFrom: isoDateSchema.nullable(),
  dateTo: isoDateSchema.nullable(),
  limit: z.number().int().min(1).max(500),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** A piece of found text; matched pieces are shown highlighted. */
export interface TextPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

export interface SearchHit {
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly sessionKind: string;
  readonly sessionDate: string | null;
  /** Block to open at; null where the session's data or attendance was found. */
  readonly blockId: BlockId | null;
  readonly field: 'block' | 'session' | 'attendance';
  /** Who said it, where the hit is a statement with a known speaker. */
  readonly speaker: string | null;
  readonly excerpt: readonly TextPiece[];
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** More matches exist than the limit asked for. */
  readonly hasMore: boolean;
  /** Changes that are saved but not in the index yet. */
  readonly pendingChanges: number;
}

export const searchCalls = {
  'search.query': call('search', () => searchQuerySchema, returns<SearchAnswer>()),
};
