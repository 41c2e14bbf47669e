import { useSyncExternalStore } from 'react';

/** What stands in the search, kept while the panel is closed so that coming back finds it again. */
export interface SearchState {
  readonly text: string;
  readonly limit: number;
  /** The chosen hit; null while the choice is in the field. */
  readonly activeKey: string | null;
  /** How often something else was asked. */
  readonly asked: number;
}

export const FIRST_LIMIT = 60;
/** The most hits that the contract lets one answer have. */
export const LAST_LIMIT = 500;

const INITIAL: SearchState = {
  text: '',
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
export function askSearch(changes: Pick<SearchState, 'text'>): void {
  scrollTop = 0;
  setSearchState({ ...changes, limit: FIRST_LIMIT, activeKey: null, asked: state.asked + 1 });
}

export function showMoreHits(): void {
  setSearchState({ limit: state.limit < LAST_LIMIT / 2 ? state.limit * 3 : LAST_LIMIT });
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

export function useSearchState(): SearchState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}
