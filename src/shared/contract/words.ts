import { z } from 'zod';

import { sessionIdSchema } from '../ids.ts';
import type { MeetingTemplates } from '../minutes/meeting-sentences.ts';
import { meetingTemplatesSchema } from '../minutes/meeting-sentences.ts';
import type { Expansion } from '../words/expansion.ts';
import { expansionSchema, shortSchema } from '../words/expansion.ts';
import type { Phrase } from '../words/phrases.ts';
import { phraseIdSchema, phraseSchema } from '../words/phrases.ts';
import { call, returns } from './define.ts';

export const wordsSettingsSchema = z.object({
  /** Abbreviations are written out while typing. */
  expands: z.boolean(),
  /** Names and terms are proposed after the caret. */
  completes: z.boolean(),
  checksSpelling: z.boolean(),
});
export type WordsSettings = z.infer<typeof wordsSettingsSchema>;

/** awal: as it came; ubahan: came so, and was changed here; sendiri: added here. */
export type WordsOrigin = 'awal' | 'ubahan' | 'sendiri';

/** All that the office has for its words. */
export interface Words {
  readonly settings: WordsSettings;
  readonly expansions: readonly (Expansion & { readonly origin: WordsOrigin })[];
  readonly phrases: readonly (Phrase & { readonly origin: WordsOrigin })[];
  /** The official sentences of a meeting's course, as they are written. */
  readonly sentences: MeetingTemplates;
  /** Words that the spell check takes for right. */
  readonly ownWords: readonly string[];
  /** Whether something that came from the start was changed or removed. */
  readonly hasChangedExpansions: boolean;
  readonly hasChangedPhrases: boolean;
}

export const MAX_IMPORTED = 5000;
export const ownWordSchema = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\s]+$/u);

const nothing = z.object({});

export const wordsCalls = {
  'words.get': call('storage', () => nothing, returns<Words>()),
  'words.set': call(
    'storage',
    () => z.object({ changes: wordsSettingsSchema.partial() }),
    returns<Words>(),
  ),
  /** Keeps an abbreviation; `former` names the one that it takes the place of. */
  'words.putExpansion': call(
    'storage',
    () => z.object({ former: shortSchema.nullable(), expansion: expansionSchema }),
    returns<Words>(),
  ),
  'words.removeExpansion': call(
    'storage',
    () => z.object({ short: shortSchema }),
    returns<Words>(),
  ),
  /** Those of the start are again as they came; own ones stay. */
  'words.restoreExpansions': call('storage', () => nothing, returns<Words>()),
  /** All or none; those of the same abbreviation are replaced, and sentences that are named. */
  'words.import': call(
    'storage',
    () =>
      z.object({
        expansions: z.array(expansionSchema).max(MAX_IMPORTED),
        sentences: meetingTemplatesSchema.partial(),
      }),
    returns<Words>(),
  ),
  'words.putPhrase': call(
    'storage',
    () => z.object({ phrase: phraseSchema.extend({ id: phraseIdSchema.nullable() }) }),
    returns<Words>(),
  ),
  'words.removePhrase': call('storage', () => z.object({ id: phraseIdSchema }), returns<Words>()),
  'words.restorePhrases': call('storage', () => nothing, returns<Words>()),
  /** Words official sentences anew; one that is as it came is no change any more. */
  'words.setSentences': call(
    'storage',
    () => z.object({ changes: meetingTemplatesSchema.partial() }),
    returns<Words>(),
  ),
  'words.addOwnWord': call('storage', () => z.object({ word: ownWordSchema }), returns<Words>()),
  'words.removeOwnWord': call('storage', () => z.object({ word: ownWordSchema }), returns<Words>()),
  /** Terms that the sessions of a series use, most frequent first; of the session alone outside one. */
  'words.terms': call(
    'search',
    () => z.object({ sessionId: sessionIdSchema, limit: z.number().int().min(1).max(5000) }),
    returns<readonly string[]>(),
  ),
};
