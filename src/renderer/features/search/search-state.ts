import { useSyncExternalStore } from 'react';

import type { SearchSort } from '../../../shared/contract/search.ts';
import { MOST_HITS } from '../../../shared/contract/search.ts';

/** What stands in the search, kept while the panel is closed so that coming back finds it again. */
export interface SearchState {
  readonly text: string;
  readonly sort: SearchSort;
  readonly limit: number;
  /** The chosen hit; null while the choice is in the field. */
  readonly activeKey: string | null;
  /** How often something else was asked. */
  readonly asked: number;
}

/** As many as a window shows at once, and some more: each letter asks for them anew. */
export const FIRST_LIMIT = 60;

const INITIAL: SearchState = {
  text: '',
  sort: 'terbaru',
  limit: FIRST_LIMIT,
  activeKey: null,
  asked: 0,
};

let state = INITIAL;
/** Not part of what is shown: scrolling must not render anything. */
let scrollTop = 0;
const listeners = new Set<() => void>();

function setSearchState(changes: Partial<SearchState>): void {
  state = { ...state, ...changes };
  for (const listener of listeners) listener();
}

/** Changes what is asked: the answer starts from its beginning again. */
export function askSearch(changes: Partial<Pick<SearchState, 'text' | 'sort'>>): void {
  scrollTop = 0;
  setSearchState({ ...changes, limit: FIRST_LIMIT, activeKey: null, asked: state.asked + 1 });
}

/** How many hits are asked for once so many are not enough. */
export const nextLimit = (limit: number): number => Math.min(limit * 3, MOST_HITS);

export function showMoreHits(): void {
  setSearchState({ limit: nextLimit(state.limit) });
}

export function chooseHit(activeKey: string | null): void {
  setSearchState({ activeKey });
}

export function rememberScroll(top: number): void {
  scrollTop = top;
}

export function rememberedScroll(): number {
  return scrollTop;
}

/** What is asked now, for whoever shows how to come back to it. */
export function askedText(): string {
  return state.text.trim();
}

export function useSearchState(): SearchState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
