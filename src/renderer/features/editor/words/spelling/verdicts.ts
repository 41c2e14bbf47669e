import type { SpellerClient } from './speller-client.ts';

const MOST_KEPT = 20_000;

/** What is known of words already, so that each is asked about once. */
export interface Verdicts {
  /** Null: not known yet. */
  readonly isWrong: (word: string) => boolean | null;
  /** Asks about those that are not known yet; true when that taught anything. */
  readonly learn: (words: Iterable<string>) => Promise<boolean>;
  readonly ignore: (word: string) => void;
}

interface VerdictsOptions {
  readonly client: () => SpellerClient;
  /** Own words, names and abbreviations, in small letters: right whatever the dictionary says. */
  readonly knownWords: () => ReadonlySet<string>;
}

export function createVerdicts({ client, knownWords }: VerdictsOptions): Verdicts {
  const wrong = new Map<string, boolean>();
  const ignored = new Set<string>();
  const isOwn = (word: string): boolean => {
    const folded = word.toLowerCase();
    return ignored.has(folded) || knownWords().has(folded);
  };
  return {
    isWrong: (word) => (isOwn(word) ? false : (wrong.get(word) ?? null)),
    async learn(words) {
      const asked = [...new Set(words)].filter((word) => !wrong.has(word) && !isOwn(word));
      if (asked.length === 0) return false;
      const found = await client().wrongOf(asked);
      if (wrong.size > MOST_KEPT) wrong.clear();
      for (const word of asked) wrong.set(word, found.has(word));
      return true;
    },
    ignore: (word) => void ignored.add(word.toLowerCase()),
  };
}
