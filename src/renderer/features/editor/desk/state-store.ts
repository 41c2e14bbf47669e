/** A few plain values that a part of the document shows in the window. */
export interface StateStore<State> {
  readonly current: () => State;
  readonly set: (changes: Partial<State>) => void;
  /** Calls back after each real change; the answer stops that. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStateStore<State extends object>(initial: State): StateStore<State> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    current: () => current,
    set(changes) {
      const next = { ...current, ...changes };
      const names = Object.keys(next) as (keyof State)[];
      if (names.every((name) => next[name] === current[name])) return;
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
