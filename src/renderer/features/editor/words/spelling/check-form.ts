import type { Affix, Dictionary } from './affix-rules.ts';

/** An affix taken off a word, and what is left of the word. */
interface Stripped {
  readonly rest: string;
  readonly affix: Affix;
}

const longest = (table: ReadonlyMap<string, unknown>): number =>
  Math.max(0, ...[...table.keys()].map((add) => add.length));

/**
 * Tells whether a word is in a dictionary, as it stands or as a form of one: with a prefix and up to
 * two suffixes ("di-sampai-kan-nya"), each of which the word or another affix must allow.
 */
export function createFormCheck(dictionary: Dictionary): (word: string) => boolean {
  const { words, prefixes, suffixes, circumfix, needsAffix } = dictionary;
  const longestPrefix = longest(prefixes);
  const longestSuffix = longest(suffixes);

  function withoutSuffix(word: string): readonly Stripped[] {
    const found: Stripped[] = [];
    for (let length = Math.min(longestSuffix, word.length - 1); length >= 0; length -= 1) {
      const stem = word.slice(0, word.length - length);
      for (const affix of suffixes.get(word.slice(word.length - length)) ?? []) {
        const rest = stem + affix.strip;
        if (affix.fits(rest)) found.push({ rest, affix });
      }
    }
    return found;
  }

  function withoutPrefix(word: string): readonly Stripped[] {
    const found: Stripped[] = [];
    for (let length = Math.min(longestPrefix, word.length - 1); length >= 0; length -= 1) {
      const stem = word.slice(length);
      for (const affix of prefixes.get(word.slice(0, length)) ?? []) {
        const rest = affix.strip + stem;
        if (affix.fits(rest)) found.push({ rest, affix });
      }
    }
    return found;
  }

  /** Whether some entry of the base takes all of these; suffixes from the inside out. */
  function isAllowed(base: string, prefix: Affix | null, suffix: readonly Affix[]): boolean {
    const affixes = prefix === null ? suffix : [prefix, ...suffix];
    const halves = suffix.some(({ allows }) => allows.has(circumfix));
    // A first half that the word itself takes stands alone too ("te-percik").
    if (suffix.length > 0 && (prefix?.allows.has(circumfix) ?? false) !== halves) return false;
    return (words.get(base) ?? []).some((flags) => {
      if (affixes.length === 0) return !flags.has(needsAffix);
      const isGranted = (flag: string, ...by: readonly (Affix | null | undefined)[]): boolean =>
        by.some((affix) => affix?.allows.has(flag) ?? false);
      return (
        (prefix === null || flags.has(prefix.flag) || isGranted(prefix.flag, ...suffix)) &&
        suffix.every(({ flag }, index) =>
          index === 0
            ? flags.has(flag) || isGranted(flag, prefix)
            : isGranted(flag, suffix[index - 1]),
        )
      );
    });
  }

  function hasBase(stem: string, suffix: readonly Affix[]): boolean {
    if (words.has(stem) && isAllowed(stem, null, suffix)) return true;
    return withoutPrefix(stem).some(
      ({ rest, affix }) => words.has(rest) && isAllowed(rest, affix, suffix),
    );
  }

  return (word) => {
    if (hasBase(word, [])) return true;
    return withoutSuffix(word).some(
      (outer) =>
        hasBase(outer.rest, [outer.affix]) ||
        withoutSuffix(outer.rest).some(
          (inner) =>
            inner.affix.allows.has(outer.affix.flag) &&
            hasBase(inner.rest, [inner.affix, outer.affix]),
        ),
    );
  };
}
