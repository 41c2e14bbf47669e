import { AppError } from '../../shared/contract/errors.ts';
import type { CallsOf, ParsedInput } from '../../shared/contract/index.ts';
import type { KeptSearches } from '../../shared/contract/searches.ts';
import { MOST_ASKED } from '../../shared/contract/searches.ts';
import { savedSearchIdSchema } from '../../shared/ids.ts';
import type { ArchiveDatabase } from '../db/database.ts';
import { createSearchesStore } from './store.ts';

type SearchesCall = Extract<CallsOf<'storage'>, `searches.${string}`>;
export type SearchesHandlers = {
  readonly [Name in SearchesCall]: (input: ParsedInput<Name>) => KeptSearches;
};

interface SearchesServiceOptions {
  readonly db: ArchiveDatabase;
  /** UTC milliseconds. */
  readonly clock: () => number;
  readonly newId: () => string;
}

/** While one search is typed, each pause would leave a beginning of it: later ones take its place. */
const TYPING_ON_MS = 60_000;

/** Searches that have a name, and what was asked lately. */
export function createSearchesService({ db, clock, newId }: SearchesServiceOptions) {
  const store = createSearchesStore(db);
  const kept = (): KeptSearches => ({ saved: store.saved(), asked: store.asked() });

  /** Changes something and answers with all that is kept then. */
  const changed =
    <Input>(change: (input: Input) => void) =>
    (input: Input): KeptSearches =>
      db.transaction(() => {
        change(input);
        return kept();
      })();

  const handlers: SearchesHandlers = {
    'searches.get': kept,
    'searches.save': changed(({ name, query, sort }) => {
      const known = store.saved().find((one) => one.query === query && one.sort === sort);
      if (known !== undefined) store.rename(known.id, name);
      else {
        const id = savedSearchIdSchema.parse(newId());
        store.putSaved({ id, name, query, sort, createdAtMs: clock() });
      }
    }),
    'searches.rename': changed(({ id, name }) => {
      if (!store.rename(id, name)) throw new AppError('not-found', { what: 'search' });
    }),
    'searches.remove': changed(({ id }) => store.remove(id)),
    'searches.restore': changed(({ saved, asked }) => {
      for (const search of saved) store.putSaved(search);
      for (const search of asked.toReversed()) store.putAsked(search);
      store.trimAsked(MOST_ASKED);
    }),
    'searches.note': changed(({ query }) => {
      const nowMs = clock();
      const latest = store.asked()[0];
      if (latest !== undefined && query.startsWith(latest.query)) {
        if (nowMs - latest.askedAtMs < TYPING_ON_MS) store.forget(latest.query);
      }
      store.putAsked({ query, askedAtMs: nowMs });
      store.trimAsked(MOST_ASKED);
    }),
    'searches.clearAsked': changed(() => store.clearAsked()),
  };
  return handlers;
}
