import { z } from 'zod';

import { savedSearchIdSchema } from '../ids.ts';
import { singleLineText } from '../minutes/input-text.ts';
import { call, returns } from './define.ts';
import { LONGEST_SEARCH, SEARCH_SORTS } from './search.ts';

export const MAX_SEARCH_NAME_LENGTH = 120;
/** Searches of lately that are remembered. */
export const MOST_ASKED = 50;

const querySchema = z
  .string()
  .max(LONGEST_SEARCH)
  .transform(singleLineText)
  .pipe(z.string().min(1));
const nameSchema = z
  .string()
  .max(MAX_SEARCH_NAME_LENGTH)
  .transform(singleLineText)
  .pipe(z.string().min(1));
const sortSchema = z.enum(SEARCH_SORTS);

/** A search that was given a name. */
export const savedSearchSchema = z.object({
  id: savedSearchIdSchema,
  name: nameSchema,
  query: querySchema,
  sort: sortSchema,
  createdAtMs: z.number().int(),
});
export type SavedSearch = z.infer<typeof savedSearchSchema>;

/** What was asked lately, the latest first. */
export const askedSearchSchema = z.object({ query: querySchema, askedAtMs: z.number().int() });
export type AskedSearch = z.infer<typeof askedSearchSchema>;

export interface KeptSearches {
  /** By name. */
  readonly saved: readonly SavedSearch[];
  readonly asked: readonly AskedSearch[];
}

/** A list of results that was written. */
export interface SavedResults {
  readonly fileName: string;
  readonly hitCount: number;
  /** More was found than one answer holds. */
  readonly isCut: boolean;
  /** Not everything that may match was looked at. */
  readonly mayHaveMore: boolean;
}

/** Each but the last answers with all that is kept then. */
export const savedSearchCalls = {
  'searches.get': call('storage', () => z.object({}), returns<KeptSearches>()),
  /** One that is saved already takes the name instead. */
  'searches.save': call(
    'storage',
    () => z.object({ name: nameSchema, query: querySchema, sort: sortSchema }),
    returns<KeptSearches>(),
  ),
  'searches.rename': call(
    'storage',
    () => z.object({ id: savedSearchIdSchema, name: nameSchema }),
    returns<KeptSearches>(),
  ),
  'searches.remove': call(
    'storage',
    () => z.object({ id: savedSearchIdSchema }),
    returns<KeptSearches>(),
  ),
  /** Undoes a removal, or clearing what was asked. */
  'searches.restore': call(
    'storage',
    () =>
      z.object({
        saved: z.array(savedSearchSchema).max(10),
        asked: z.array(askedSearchSchema).max(MOST_ASKED),
      }),
    returns<KeptSearches>(),
  ),
  /** Remembers that this was asked. */
  'searches.note': call('storage', () => z.object({ query: querySchema }), returns<KeptSearches>()),
  'searches.clearAsked': call('storage', () => z.object({}), returns<KeptSearches>()),
  /** Asks for a place and writes there what the search finds; null where cancelled. */
  'searches.export': call(
    'main',
    () => z.object({ text: querySchema, sort: sortSchema, format: z.enum(['docx', 'csv']) }),
    returns<SavedResults | null>(),
  ),
};
