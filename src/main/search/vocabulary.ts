/** How often words occur, kept across runs by the index. */
export interface WordCounts {
  /** Whether `load` reads what was saved; otherwise everything loaded has to be saved. */
  readonly areSaved: () => boolean;
  readonly load: () => Iterable<readonly [word: string, rows: number]>;
  readonly save: (counts: readonly (readonly [word: string, rows: number])[]) => void;
}

/** Words that are saved in one go. */
const WORDS_A_STEP = 4000;

/** New words wait outside the sorted list until there are this many. */
const MAX_UNSORTED = 2000;

/** First place in a sorted list whose word is not before `word`. */
function lowerBound(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * All words of the index, in memory, to complete the word that is being typed. An FTS5 prefix query
 * must join the lists of every word with that beginning before it gives its first row (0.1–0.4 s
 * for one letter over 100,000 statements); a choice of whole words streams.
 */
export function createVocabulary(counts: WordCounts) {
  let sorted: string[] = [];
  let unsorted: string[] = [];
  let rowsOf: Map<string, number> | null = null;
  const changed = new Map<string, number>();

  function known(): Map<string, number> {
    if (rowsOf === null) {
      const areSaved = counts.areSaved();
      rowsOf = new Map(counts.load());
      if (!areSaved) for (const [word, rows] of rowsOf) changed.set(word, rows);
      sorted = [...rowsOf.keys()].toSorted(byCodeUnit);
    }
    return rowsOf;
  }

  return {
    /** Counts the words of one row; what is gone is not counted back, as only the order matters. */
    add(words: ReadonlySet<string>): void {
      const rows = known();
      for (const word of words) {
        const count = rows.get(word) ?? 0;
        if (count === 0) unsorted.push(word);
        rows.set(word, count + 1);
        changed.set(word, count + 1);
      }
      if (unsorted.length > MAX_UNSORTED) {
        sorted = [...sorted, ...unsorted].toSorted(byCodeUnit);
        unsorted = [];
      }
    },

    /** Keeps some of what was counted; true when everything is kept. */
    save(): boolean {
      known();
      const some = [...changed].slice(0, WORDS_A_STEP);
      counts.save(some);
      for (const [word] of some) changed.delete(word);
      return changed.size === 0;
    },

    /** The most frequent words with a beginning, which is one of them whether known or not. */
    completions(prefix: string, limit: number): readonly string[] {
      const rows = known();
      const found = unsorted.filter((word) => word.startsWith(prefix));
      for (let at = lowerBound(sorted, prefix); at < sorted.length; at += 1) {
        const word = sorted[at] ?? '';
        if (!word.startsWith(prefix)) break;
        found.push(word);
      }
      const frequent = found
        .filter((word) => word !== prefix)
        .toSorted((a, b) => (rows.get(b) ?? 0) - (rows.get(a) ?? 0));
      return [prefix, ...frequent.slice(0, limit - 1)];
    },
  };
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
