import { z } from 'zod';

import type { BlockType } from '../document/block.ts';
import type { BlockId, SessionId } from '../ids.ts';
import { blockIdSchema, sessionIdSchema } from '../ids.ts';
import type { SessionZone } from '../minutes/session.ts';
import type { SearchNote } from '../search/query/query.ts';
import { call, returns } from './define.ts';

/** Longest text that a search takes. */
export const LONGEST_SEARCH = 500;

/** The most hits that one answer has. */
export const MOST_HITS = 500;

/** Newest first, or the best matches of all times first. */
export const SEARCH_SORTS = ['terbaru', 'relevan'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];

/** Filters stand in the text, as operators: what is typed is all that is asked. */
export const searchQuerySchema = z.object({
  text: z.string().max(LONGEST_SEARCH),
  sort: z.enum(SEARCH_SORTS),
  limit: z.number().int().min(1).max(MOST_HITS),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** A piece of found text; matched pieces are shown highlighted. */
export interface TextPiece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Where something was found: in a block, a session's data, its attendance, an addendum, a file. */
export const SEARCH_FIELDS = ['block', 'session', 'attendance', 'addendum', 'file'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

export interface SearchHit {
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly sessionTitlePieces: readonly TextPiece[];
  readonly sessionKind: string;
  /** The first known date of the session. */
  readonly sessionDate: string | null;
  /** Whose clock the times of the session are told by. */
  readonly zone: SessionZone;
  /** Block to open at, also that of an addendum about one block; null for the session as a whole. */
  readonly blockId: BlockId | null;
  readonly field: SearchField;
  readonly blockType: BlockType | null;
  /** What a statement is, such as "paparan"; "" for everything else. */
  readonly statementKind: string;
  /** Who said it, where the hit is a statement with a known speaker. */
  readonly speaker: string | null;
  readonly speakerPieces: readonly TextPiece[];
  /** Position and organization at that session; "" where not known. */
  readonly speakerPosition: string;
  /** When it was said, UTC milliseconds; null where nobody knows. */
  readonly spokenAtMs: number | null;
  /** Date of the session's day that the block belongs to; null where not known. */
  readonly day: string | null;
  /** Title of the agenda item under which it stands. */
  readonly agenda: string | null;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly addendumNumber: number | null;
  /** The found words as written, with some text around them. */
  readonly excerpt: readonly TextPiece[];
}

/** A word of the query and the other words that were searched in its place too, as the archive has them. */
export interface WidenedWord {
  readonly word: string;
  readonly forms: readonly string[];
}

/** How the text was read. */
export interface SearchReading {
  /** The text that was searched where a typing error was forgiven: "Menampilkan hasil untuk …". */
  readonly corrected: string | null;
  readonly widened: readonly WidenedWord[];
  /** Parts that could not be read as they stand, and how they were read. */
  readonly notes: readonly SearchNote[];
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** More matches exist than the limit asked for. */
  readonly hasMore: boolean;
  /** Not all rows that may match were looked at: there may be more, also beyond any limit. */
  readonly isCut: boolean;
  /** How many matches there are; null where counting them would take longer than finding some. */
  readonly total: number | null;
  /** Changes that are saved but not in the index yet. */
  readonly pendingChanges: number;
  /** The index is being built: what is shown is right, and more may come. */
  readonly isRebuilding: boolean;
  readonly reading: SearchReading;
}

/** A block as the preview beside the results shows it. */
export interface PassageBlock {
  readonly blockId: BlockId;
  readonly blockType: BlockType;
  readonly statementKind: string;
  readonly speaker: string | null;
  readonly speakerPosition: string;
  readonly spokenAtMs: number | null;
  readonly day: string | null;
  readonly pieces: readonly TextPiece[];
  /** Whether it is the one that was asked for. */
  readonly isHit: boolean;
}

/** A hit and what stands around it. */
export interface SearchPassage {
  readonly sessionId: SessionId;
  readonly sessionTitle: string;
  readonly sessionKind: string;
  readonly sessionDate: string | null;
  readonly zone: SessionZone;
  readonly place: string;
  /** The agenda item under which the first of the blocks stands. */
  readonly agenda: string | null;
  /** The block and a few before and after; empty where the hit is none. */
  readonly blocks: readonly PassageBlock[];
  readonly hasMoreBefore: boolean;
  readonly hasMoreAfter: boolean;
  /** Facts of a session, lines of an attendance, an addendum, paragraphs of a file. */
  readonly lines: readonly (readonly TextPiece[])[];
  readonly fileName: string | null;
}

/** A name that can be searched for, and in how many sessions it occurs. */
export interface SearchCandidate {
  readonly name: string;
  readonly sessionCount: number;
}

/** What operators can be completed with, the most frequent first; years from the latest. */
export interface SearchCandidates {
  /** Names without titles. */
  readonly speakers: readonly SearchCandidate[];
  readonly organizations: readonly SearchCandidate[];
  readonly kinds: readonly SearchCandidate[];
  readonly series: readonly SearchCandidate[];
  readonly years: readonly SearchCandidate[];
}

export const searchCalls = {
  'search.query': call('search', () => searchQuerySchema, returns<SearchAnswer>()),
  /** Null where the hit is gone in the meantime. */
  'search.passage': call(
    'search',
    () =>
      z.object({
        sessionId: sessionIdSchema,
        blockId: blockIdSchema.nullable(),
        field: z.enum(SEARCH_FIELDS),
        fileId: z.string().max(64).nullable(),
        addendumNumber: z.number().int().nullable(),
        text: z.string().max(LONGEST_SEARCH),
      }),
    returns<SearchPassage | null>(),
  ),
  'search.candidates': call('search', () => z.object({}), returns<SearchCandidates>()),
};
