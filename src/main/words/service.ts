import type { CallsOf, ParsedInput } from '../../shared/contract/index.ts';
import type { Words, WordsOrigin, WordsSettings } from '../../shared/contract/words.ts';
import { wordsSettingsSchema } from '../../shared/contract/words.ts';
import { singleLineText } from '../../shared/minutes/input-text.ts';
import type { MeetingTemplates, SentenceChanges } from '../../shared/minutes/meeting-sentences.ts';
import {
  MEETING_SENTENCES,
  MEETING_TEMPLATES,
  meetingTemplatesSchema,
} from '../../shared/minutes/meeting-sentences.ts';
import type { Expansion } from '../../shared/words/expansion.ts';
import { expansionSchema, isCased } from '../../shared/words/expansion.ts';
import type { Phrase } from '../../shared/words/phrases.ts';
import { phraseSchema } from '../../shared/words/phrases.ts';
import { STARTER_EXPANSIONS } from '../../shared/words/starter-expansions.ts';
import { STARTER_PHRASES } from '../../shared/words/starter-phrases.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createWordsStore } from './store.ts';

type WordsCall = Extract<CallsOf<'storage'>, `words.${string}`>;
export type WordsHandlers = {
  readonly [Name in WordsCall]: (input: ParsedInput<Name>) => Words;
};

const DEFAULT_SETTINGS: WordsSettings = { expands: true, completes: true, checksSpelling: true };

type Kept<Value> = Value & { readonly origin: WordsOrigin };

/**
 * What came from the start, with what the archive says of it: a value in its place, or null where
 * it was removed; then what was added. A row that cannot be read leaves things as they came.
 */
function merged<Value>(
  starters: ReadonlyMap<string, Value>,
  rows: ReadonlyMap<string, Value | null>,
): readonly Kept<Value>[] {
  const origin = (key: string): WordsOrigin => (starters.has(key) ? 'ubahan' : 'sendiri');
  const first = [...starters].flatMap(([key, value]): Kept<Value>[] => {
    const row = rows.get(key);
    if (row === undefined) return [{ ...value, origin: 'awal' }];
    return row === null ? [] : [{ ...row, origin: 'ubahan' }];
  });
  const added = [...rows].flatMap(([key, value]): Kept<Value>[] =>
    value === null || starters.has(key) ? [] : [{ ...value, origin: origin(key) }],
  );
  return [...first, ...added];
}

/** Rows as values; null stays null, and one that does not fit its schema is as if it were not there. */
function readRows<Value>(
  rows: readonly (readonly [key: string, value: string | null])[],
  parse: (json: unknown) => Value | undefined,
): ReadonlyMap<string, Value | null> {
  const read = new Map<string, Value | null>();
  for (const [key, text] of rows) {
    if (text === null) read.set(key, null);
    else {
      const value = parse(parsedJson(text));
      if (value !== undefined) read.set(key, value);
    }
  }
  return read;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function cleanExpansion(expansion: Expansion): Expansion {
  const forms = expansion.forms.map(singleLineText).filter((form) => form !== '');
  return {
    ...expansion,
    forms: [...new Set(forms)],
    isExact: expansion.isExact || isCased(expansion.short),
  };
}

const starterExpansions = new Map(STARTER_EXPANSIONS.map((one) => [one.short, one]));
const starterPhrases = new Map(STARTER_PHRASES.map((one) => [one.id, one]));

interface WordsServiceOptions {
  readonly db: ArchiveDatabase;
  readonly newId: () => string;
}

/** Abbreviations, standard phrases and the office's own words for the spell check. */
export function createWordsService({ db, newId }: WordsServiceOptions): WordsHandlers {
  const store = createWordsStore(db);

  function settings(): WordsSettings {
    const read = wordsSettingsSchema.safeParse({
      ...DEFAULT_SETTINGS,
      ...Object.fromEntries(store.settings()),
    });
    return read.success ? read.data : DEFAULT_SETTINGS;
  }

  /** As they come, but for those of the office; one that cannot be read is as it came. */
  function sentences(): MeetingTemplates {
    const own = new Map(store.sentences().map(({ key, text }) => [key, text]));
    const entries = MEETING_SENTENCES.map((key) => {
      const read = meetingTemplatesSchema.shape[key].safeParse(own.get(key));
      return [key, read.success ? read.data : MEETING_TEMPLATES[key]];
    });
    return { ...MEETING_TEMPLATES, ...Object.fromEntries(entries) };
  }

  function putSentences(changes: SentenceChanges): void {
    for (const key of MEETING_SENTENCES) {
      const given = changes[key];
      if (given === undefined) continue;
      const text = meetingTemplatesSchema.shape[key].parse(singleLineText(given));
      if (text === MEETING_TEMPLATES[key]) store.deleteSentence(key);
      else store.putSentence(key, text);
    }
  }

  function get(): Words {
    const expansionRows = readRows(
      store.expansions().map(({ short, value }) => [short, value] as const),
      (json) => expansionSchema.safeParse(json).data,
    );
    const phraseRows = readRows(
      store.phrases().map(({ id, value }) => [id, value] as const),
      (json) => phraseSchema.safeParse(json).data,
    );
    return {
      settings: settings(),
      expansions: merged<Expansion>(starterExpansions, expansionRows),
      phrases: merged<Phrase>(starterPhrases, phraseRows),
      sentences: sentences(),
      ownWords: store.ownWords(),
      hasChangedExpansions: [...expansionRows.keys()].some((key) => starterExpansions.has(key)),
      hasChangedPhrases: [...phraseRows.keys()].some((key) => starterPhrases.has(key)),
    };
  }

  /** One of the start is remembered as removed; an own one is gone. */
  function removeExpansion(short: string): void {
    if (starterExpansions.has(short)) store.putExpansion(short, null);
    else store.deleteExpansion(short);
  }

  function putExpansion(expansion: Expansion): void {
    const clean = expansionSchema.parse(cleanExpansion(expansion));
    const starter = starterExpansions.get(clean.short);
    if (starter && JSON.stringify(starter) === JSON.stringify(clean)) {
      store.deleteExpansion(clean.short);
    } else store.putExpansion(clean.short, JSON.stringify(clean));
  }

  /** Each change is one transaction, and answers with all there is after it. */
  const change = <Input>(work: (input: Input) => void) => {
    const transaction = db.transaction((input: Input): Words => {
      work(input);
      return get();
    });
    return (input: Input): Words => transaction.immediate(input);
  };

  return {
    'words.get': () => get(),
    'words.set': change(({ changes }) => {
      for (const [key, isOn] of Object.entries(changes)) {
        if (isOn !== undefined) store.putSetting(key, isOn);
      }
    }),
    'words.putExpansion': change(({ former, expansion }) => {
      if (former !== null && former !== expansion.short) removeExpansion(former);
      putExpansion(expansion);
    }),
    'words.removeExpansion': change(({ short }) => removeExpansion(short)),
    'words.restoreExpansions': change(() => {
      for (const short of starterExpansions.keys()) store.deleteExpansion(short);
    }),
    'words.import': change(({ expansions, sentences: given }) => {
      expansions.forEach(putExpansion);
      putSentences(given);
    }),
    'words.putPhrase': change(({ phrase }) => {
      const id = phrase.id ?? newId();
      const kept = phraseSchema.parse({
        ...phrase,
        id,
        title: singleLineText(phrase.title),
        text: singleLineText(phrase.text),
      });
      store.putPhrase(id, JSON.stringify(kept));
    }),
    'words.removePhrase': change(({ id }) => {
      if (starterPhrases.has(id)) store.putPhrase(id, null);
      else store.deletePhrase(id);
    }),
    'words.restorePhrases': change(() => {
      for (const id of starterPhrases.keys()) store.deletePhrase(id);
    }),
    'words.setSentences': change(({ changes }) => putSentences(changes)),
    'words.addOwnWord': change(({ word }) => store.addOwnWord(word)),
    'words.removeOwnWord': change(({ word }) => store.removeOwnWord(word)),
  };
}
