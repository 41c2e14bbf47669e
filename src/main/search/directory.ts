import type { RowRange, Stretch } from './row-key.ts';
import { rangeOf } from './row-key.ts';

/** What the index keeps of a session beside its words. */
export interface IndexedSession extends Stretch {
  /** Its number in the index of whole sessions. */
  readonly number: number;
  readonly id: string;
  readonly day: bigint;
  readonly startTime: string | null;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly kind: string;
  readonly series: string;
  readonly status: string;
  readonly sequence: number;
  readonly updatedAtMs: number;
}

/**
 * All sessions of the index, in memory and in the order of their rows: ten thousand of them are
 * filtered by kind, series, status and date faster than lists of an index are joined.
 */
export function createDirectory(load: () => readonly IndexedSession[]) {
  let ordered: IndexedSession[] = [];
  let byId = new Map<string, IndexedSession>();
  let byNumber = new Map<number, IndexedSession>();
  let isLoaded = false;
  let version = 0;

  function known(): readonly IndexedSession[] {
    if (!isLoaded) {
      ordered = [...load()];
      byId = new Map(ordered.map((one) => [one.id, one]));
      byNumber = new Map(ordered.map((one) => [one.number, one]));
      isLoaded = true;
      version += 1;
    }
    return ordered;
  }

  /** Place of the first session whose base is not before `base`. */
  function placeOf(base: bigint): number {
    let low = 0;
    let high = known().length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.base ?? 0n) < base) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function remove(id: string): void {
    const one = byId.get(id);
    if (one === undefined) return;
    ordered.splice(placeOf(one.base), 1);
    byId.delete(id);
    byNumber.delete(one.number);
    version += 1;
  }

  return {
    all: known,
    /** Grows with every change. */
    version: () => version,
    byId: (id: string): IndexedSession | null => (known(), byId.get(id) ?? null),
    byNumber: (number: number): IndexedSession | null => (known(), byNumber.get(number) ?? null),
    /** The session to which a row belongs. */
    at(rowid: bigint): IndexedSession | null {
      const found = known()[placeOf(rowid + 1n) - 1];
      return found !== undefined && rowid <= rangeOf(found).last ? found : null;
    },
    /** Sessions whose rows begin in a range. */
    between: (range: RowRange): readonly IndexedSession[] =>
      known().slice(placeOf(range.first), placeOf(range.last + 1n)),
    put(session: IndexedSession): void {
      known();
      remove(session.id);
      ordered.splice(placeOf(session.base), 0, session);
      byId.set(session.id, session);
      byNumber.set(session.number, session);
      version += 1;
    },
    remove: (id: string): void => (known(), remove(id)),
    /** What is in memory may not be what is stored: a transaction was rolled back. */
    forget: (): void => void (isLoaded = false),
  };
}
export type Directory = ReturnType<typeof createDirectory>;
