/** Shorter ones are typed as fast as they are completed. */
const MIN_TERM_LENGTH = 6;
const MAX_PHRASE_WORDS = 6;
/** A word used once may be a slip; a proper name in full is worth completing the second time. */
const MIN_USES = 2;

const TOKEN = /\p{L}[\p{L}\p{M}\p{N}'’-]*/gu;
const startsUpper = (word: string): boolean => /^\p{Lu}/u.test(word);
/** What may stand inside a name: "Daftar Pemilih Tetap", "Hak Asasi Manusia dan Demokrasi". */
const LINKS = new Set(['dan', 'di', 'untuk', 'dari']);

/** Counts words and names of several words in texts, to complete them when they are typed again. */
export function createTermCounter() {
  const uses = new Map<string, number>();
  const count = (term: string): void => void uses.set(term, (uses.get(term) ?? 0) + 1);

  function countNames(words: readonly string[]): void {
    let from = 0;
    while (from < words.length) {
      let to = from;
      while (to < words.length && to - from < MAX_PHRASE_WORDS) {
        const word = words[to] ?? '';
        const isInside = to > from && LINKS.has(word) && startsUpper(words[to + 1] ?? '');
        if (!startsUpper(word) && !isInside) break;
        to += 1;
      }
      const name = words.slice(from, to);
      if (name.length >= 2) count(name.join(' '));
      // The first word of a sentence has its capital anyway.
      if (from === 0 && name.length >= 3) count(name.slice(1).join(' '));
      from = Math.max(to, from + 1);
    }
  }

  return {
    add(text: string): void {
      // A name does not run over a mark or a line.
      for (const piece of text.split(/[.,;:!?()[\]{}"“”/\n]+/u)) {
        const words = piece.match(TOKEN) ?? [];
        countNames(words);
        for (const [index, word] of words.entries()) {
          if (word.length < MIN_TERM_LENGTH) continue;
          // At the start of a sentence a capital says nothing of the word.
          count(index === 0 && !/\p{Lu}/u.test(word.slice(1)) ? word.toLowerCase() : word);
        }
      }
    },
    /** The most used first; where two differ in nothing but case, the more used one. */
    terms(limit: number): readonly string[] {
      const seen = new Set<string>();
      return [...uses]
        .filter(([, times]) => times >= MIN_USES)
        .toSorted(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
        .map(([term]) => term)
        .filter((term) => {
          const folded = term.toLowerCase();
          if (seen.has(folded)) return false;
          seen.add(folded);
          return true;
        })
        .slice(0, limit);
    },
  };
}
