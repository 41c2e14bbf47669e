/** More than the rows of a few answers; what is asked next while typing is mostly among them. */
const MOST_KEPT = 3000;

/**
 * Remembers what was read while nobody writes to the archive: each key that is typed reads much of
 * what the one before has read.
 */
export function createUnchanged() {
  const caches: Map<unknown, unknown>[] = [];
  return {
    remember<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
      const known = new Map<Key, Value>();
      caches.push(known);
      return (key) => {
        if (known.has(key)) return known.get(key) as Value;
        const value = read(key);
        if (known.size >= MOST_KEPT) known.clear();
        known.set(key, value);
        return value;
      };
    },
    forget: (): void => {
      for (const cache of caches) cache.clear();
    },
  };
}
