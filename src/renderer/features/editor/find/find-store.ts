import type { StateStore } from '../desk/state-store.ts';
import { createStateStore } from '../desk/state-store.ts';
import type { Query } from './search.ts';
import { NO_QUERY } from './search.ts';

/** What the find bar shows. */
export interface FindState {
  readonly mode: 'closed' | 'find' | 'replace';
  readonly query: Query;
  readonly count: number;
  /** Number of the match that is shown, from 0; -1 where none is. */
  readonly index: number;
  /** Rises with each wish for the field, so that the same key works twice; 0: nobody asked for it. */
  readonly focusWish: number;
}

export type FindStore = StateStore<FindState>;

export const createFindStore = (): FindStore =>
  createStateStore<FindState>({
    mode: 'closed',
    query: NO_QUERY,
    count: 0,
    index: -1,
    focusWish: 0,
  });
