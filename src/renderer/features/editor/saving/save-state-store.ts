import type { SaveState } from './save-queue.ts';

/** Where the newest save state is kept for those who show it. */
export interface SaveStateStore {
  readonly current: () => SaveState | null;
  readonly set: (state: SaveState) => void;
  /** Calls back after each change; the answer stops that. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createSaveStateStore(): SaveStateStore {
  let current: SaveState | null = null;
  const listeners = new Set<() => void>();
  return {
    current: () => current,
    set(state) {
      current = state;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
