import { foldedWords } from '../../shared/search/words.ts';

/** s: who speaks or was there. p: position and organization, or a host. */
export type NameKind = 's' | 'p';

export interface StoredName {
  readonly id: number;
  readonly kind: NameKind;
  readonly name: string;
}

/**
 * First letter of the index's own words. It is a private-use character: the tokenizer keeps it, and
 * neither an indexed text nor a typed word can hold it.
 */
const TAG_MARK = '\uE000';
const PRIVATE_USE = /\p{Co}/gu;

/** A word of the index's own, of letters and digits; nobody can type it. */
export function tag(...parts: readonly (string | number)[]): string {
  return TAG_MARK + parts.join('');
}

/** A text as it may be indexed: without the characters that tags are made of. */
export function indexableText(text: string): string {
  return PRIVATE_USE.test(text) ? text.replace(PRIVATE_USE, ' ') : text;
}

/** One letter begins too many names to mean any. */
const SHORTEST_BEGINNING = 2;
/** Names that one word may stand for in what the index is asked: each costs the reading of a list. */
export const MOST_NAME_TAGS = 200;

interface NameStore {
  readonly load: () => readonly StoredName[];
  readonly insert: (name: StoredName) => void;
}

/**
 * Names of people, positions and organizations, each with a number. A row holds the number as one
 * word, so it costs a few bytes, and a filter by name is a list of numbers.
 */
export function createNames(store: NameStore) {
  let ids = new Map<string, number>();
  let byWord = new Map<string, string[]>();
  let isLoaded = false;
  let lastId = 0;

  const keyOf = (kind: NameKind, name: string): string => `${kind}${name}`;

  function take({ id, kind, name }: StoredName): void {
    ids.set(keyOf(kind, name), id);
    lastId = Math.max(lastId, id);
    for (const word of new Set(foldedWords(name))) {
      const tags = byWord.get(word);
      if (tags === undefined) byWord.set(word, [tag(kind, id)]);
      else tags.push(tag(kind, id));
    }
  }

  function ready(): void {
    if (isLoaded) return;
    ids = new Map();
    byWord = new Map();
    lastId = 0;
    store.load().forEach(take);
    isLoaded = true;
  }

  /** Tags of the names of some kinds that have a word, or one with that beginning. */
  function tagsWith(kinds: string, word: string, isPrefix: boolean): readonly string[] {
    ready();
    const ofKinds = (tags: readonly string[]): readonly string[] =>
      tags.filter((one) => kinds.includes(one.charAt(TAG_MARK.length)));
    if (!isPrefix || word.length < SHORTEST_BEGINNING) return ofKinds(byWord.get(word) ?? []);
    const found = new Set<string>();
    for (const [other, tags] of byWord) {
      if (other.startsWith(word)) for (const one of ofKinds(tags)) found.add(one);
    }
    return [...found];
  }

  return {
    /** The tag of a name; "" for a blank one. */
    tagOf: (kind: NameKind, name: string): string => {
      if (name.trim() === '') return '';
      ready();
      const known = ids.get(keyOf(kind, name));
      if (known !== undefined) return tag(kind, known);
      const added = { id: lastId + 1, kind, name };
      store.insert(added);
      take(added);
      return tag(kind, added.id);
    },

    tagsWith,

    /** Tags of the names that have all of some words; the last one may go on. */
    tagsWithAll(kinds: string, words: readonly string[], isPrefix: boolean): readonly string[] {
      const [first = [], ...others] = words.map((word, at) =>
        tagsWith(kinds, word, isPrefix && at === words.length - 1),
      );
      const sets = others.map((list) => new Set(list));
      return first.filter((one) => sets.every((set) => set.has(one)));
    },

    /** In how many names a word stands. */
    countOf(word: string): number {
      ready();
      return byWord.get(word)?.length ?? 0;
    },

    /** What is in memory may not be what is stored: a transaction was rolled back. */
    forget: (): void => void (isLoaded = false),
  };
}

const idOf = (one: string): number => Number(one.slice(TAG_MARK.length + 1));

/**
 * As many tags as the index is asked for at once. An index that is built anew meets the latest
 * sessions first, and later ones with the highest numbers: half of each.
 */
export function someTags(tags: readonly string[]): readonly string[] {
  if (tags.length <= MOST_NAME_TAGS) return tags;
  const ordered = tags.toSorted((a, b) => idOf(b) - idOf(a));
  return [...ordered.slice(0, MOST_NAME_TAGS / 2), ...ordered.slice(-MOST_NAME_TAGS / 2)];
}
export type Names = ReturnType<typeof createNames>;
