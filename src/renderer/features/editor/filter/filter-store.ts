import type { StateStore } from '../desk/state-store.ts';
import { createStateStore } from '../desk/state-store.ts';
import type { Criteria } from './criteria.ts';
import { SHOW_ALL } from './criteria.ts';

/** What the filter bar shows. */
export interface FilterState {
  readonly isOpen: boolean;
  readonly criteria: Criteria;
  readonly shown: number;
  readonly total: number;
  /** Rises with each wish for the bar, so that the same key works twice. */
  readonly focusWish: number;
}

export type FilterStore = StateStore<FilterState>;

export const createFilterStore = (): FilterStore =>
  createStateStore<FilterState>({
    isOpen: false,
    criteria: SHOW_ALL,
    shown: 0,
    total: 0,
    focusWish: 0,
  });
