/** A word, about how many rows hold it, and its root where that is another word. */
export interface WordRow {
  readonly word: string;
  readonly rows: number;
  /** Undefined where nobody has looked for it yet. */
  readonly root: string | undefined;
}

/** How words are kept across runs by the index. */
export interface WordStore {
  /** Whether `load` reads what was saved; otherwise everything loaded has to be saved. */
  readonly areSaved: () => boolean;
  readonly load: () => Iterable<WordRow>;
  readonly save: (words: readonly WordRow[]) => void;
}

interface Known {
  rows: number;
  readonly root: string;
}

/** Words that are saved in one go. */
const WORDS_A_STEP = 4000;

/** New words wait outside the sorted list until there are this many. */
const MAX_UNSORTED = 2000;

/** The most frequent words with a beginning hardly change; they are looked for again now and then. */
const MAX_REMEMBERED = 2000;

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

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * All words of the index, in memory, to complete the word that is being typed and to find the words
 * of one family. An FTS5 prefix query must join the lists of every word with that beginning before it
 * gives its first row (0.1–0.4 s for one letter over 100,000 statements); a choice of whole words
 * streams. Each word's root is found once and kept.
 */
export function createVocabulary(store: WordStore, rootOf: (word: string) => string) {
  let sorted: string[] = [];
  let unsorted: string[] = [];
  let words: Map<string, Known> | null = null;
  let families = new Map<string, string[]>();
  let uses = 0;
  const changed = new Set<string>();
  const remembered = new Map<string, readonly string[]>();

  function learn(word: string, rows: number, root: string): void {
    words?.set(word, { rows, root });
    uses += rows;
    const family = families.get(root);
    if (family === undefined) families.set(root, [word]);
    else family.push(word);
  }

  function known(): Map<string, Known> {
    if (words === null) {
      const areSaved = store.areSaved();
      words = new Map();
      families = new Map();
      uses = 0;
      for (const { word, rows, root } of store.load()) {
        learn(word, rows, root ?? rootOf(word));
        if (!areSaved) changed.add(word);
      }
      sorted = [...words.keys()].toSorted(byCodeUnit);
      unsorted = [];
      remembered.clear();
    }
    return words;
  }

  const rowsOf = (word: string): number => known().get(word)?.rows ?? 0;

  function withBeginning(prefix: string): readonly string[] {
    const found = unsorted.filter((word) => word.startsWith(prefix));
    for (let at = lowerBound(sorted, prefix); at < sorted.length; at += 1) {
      const word = sorted[at] ?? '';
      if (!word.startsWith(prefix)) break;
      found.push(word);
    }
    return found.toSorted((a, b) => rowsOf(b) - rowsOf(a) || byCodeUnit(a, b));
  }

  return {
    /** Counts the words of rows; what is gone is not counted back, as only the order matters. */
    add(used: Iterable<readonly [word: string, rows: number]>): void {
      const all = known();
      for (const [word, rows] of used) {
        const one = all.get(word);
        if (one !== undefined) {
          one.rows += rows;
          uses += rows;
        } else {
          learn(word, rows, rootOf(word));
          unsorted.push(word);
        }
        changed.add(word);
      }
      if (unsorted.length > MAX_UNSORTED) {
        sorted = [...sorted, ...unsorted].toSorted(byCodeUnit);
        unsorted = [];
        remembered.clear();
      }
    },

    /** Keeps some of what was counted; true when everything is kept. */
    save(): boolean {
      const all = known();
      const some: string[] = [];
      for (const word of changed) {
        if (some.length === WORDS_A_STEP) break;
        some.push(word);
      }
      store.save(
        some.map((word) => {
          const { rows, root } = all.get(word) ?? { rows: 0, root: word };
          return { word, rows, root };
        }),
      );
      for (const word of some) changed.delete(word);
      return changed.size === 0;
    },

    /** About how many rows hold a word. */
    countOf: rowsOf,

    /** How many words there are in all rows together. */
    uses: (): number => (known(), uses),

    /** The most frequent words with a beginning, that one itself left out. */
    completions(prefix: string, limit: number): readonly string[] {
      known();
      let all = unsorted.length > 0 ? undefined : remembered.get(prefix);
      if (all === undefined) {
        all = withBeginning(prefix)
          .filter((word) => word !== prefix)
          .slice(0, MAX_REMEMBERED);
        if (remembered.size >= MAX_REMEMBERED) remembered.clear();
        remembered.set(prefix, all);
      }
      return all.slice(0, limit);
    },

    /** All words with the root that a word has, the word itself among them where it is known. */
    family(word: string): readonly string[] {
      const all = known();
      return families.get(all.get(word)?.root ?? rootOf(word)) ?? [];
    },
  };
}
export type Vocabulary = ReturnType<typeof createVocabulary>;
