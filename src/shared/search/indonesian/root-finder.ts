import { withoutClitics, withoutPrefixes, withoutSuffix, isOneSyllable } from './affixes.ts';
import { IRREGULAR_ROOTS } from './irregular-roots.ts';
import { groundOf } from './licences.ts';
import type { RootWords } from './root-words.ts';
import { hasFlag, NEEDS_AFFIX } from './root-words.ts';

/** One way to read a word; the smaller the cost, the likelier. */
interface Reading {
  readonly root: string;
  readonly cost: number;
}

/** A ground worse by one outweighs all else. */
const GROUND_COST = 100;
const CLITIC_COST = 30;
const IRREGULAR_COST = 40;
/** Words that take many affixes are the common ones: "urus" and not "kurus" in "pengurus". */
const MOST_FLAGS_COUNTED = 20;

/** Whether nothing speaks against a pronoun or a particle on the word. */
function takesClitic(stem: string, clitic: string): boolean {
  if (clitic === '' || clitic.startsWith('nya')) return stem.length >= 3;
  return stem.length >= 4;
}

function better(best: Reading | null, other: Reading): Reading {
  return best === null || other.cost < best.cost ? other : best;
}

/** Finds the root of Indonesian words by the rules of their forms and a list of roots. */
export interface RootFinder {
  /** The root of a folded word; the word itself where none is found. */
  readonly rootOf: (word: string) => string;
  /** Whether the word is in the list, or a form of one that is. */
  readonly isKnown: (word: string) => boolean;
}

export function createRootFinder({ flags }: RootWords): RootFinder {
  function readStem(stem: string, clitic: string): Reading | null {
    let best: Reading | null = null;
    for (const { stem: inner, suffix } of withoutSuffix(stem)) {
      for (const { prefix, stem: root, isIrregular } of withoutPrefixes(inner)) {
        const own = flags.get(root);
        if (own === undefined) continue;
        if (prefix === '' && suffix === '' && clitic === '') continue;
        const ground = groundOf(prefix, suffix, root, own);
        if (ground === null) continue;
        // What is short has too many readings to be believed without the dictionary's word.
        if (ground > 0 && root.length < 3 && !isOneSyllable(root)) continue;
        const cost =
          ground * GROUND_COST +
          (isIrregular ? IRREGULAR_COST : 0) +
          (clitic === '' ? 0 : CLITIC_COST) -
          Math.min(own.length / 2, MOST_FLAGS_COUNTED) -
          root.length / 100;
        best = better(best, { root, cost });
      }
    }
    return best;
  }

  function read(word: string): Reading | null {
    let best: Reading | null = null;
    for (const { stem, clitic } of withoutClitics(word)) {
      if (!takesClitic(stem, clitic)) continue;
      const reading = readStem(stem, clitic);
      if (reading !== null) best = better(best, reading);
    }
    return best;
  }

  /** The word itself where it is a root; entries that are forms of others are none. */
  function listed(word: string): string | null {
    const irregular = IRREGULAR_ROOTS.get(word);
    if (irregular !== undefined) return irregular;
    const own = flags.get(word);
    if (own === undefined) return null;
    return hasFlag(own, NEEDS_AFFIX) ? (read(word)?.root ?? word) : word;
  }

  function simpleRoot(word: string): string | null {
    const own = listed(word);
    if (own !== null) return own;
    const reading = read(word);
    return reading === null ? null : (listed(reading.root) ?? reading.root);
  }

  function find(word: string): string | null {
    const own = listed(word);
    if (own !== null) return own;
    // "anak2", "kebijakan2nya": the digit says that the word is doubled.
    const doubled = /^(\p{L}{3,})2(\p{L}*)$/u.exec(word);
    if (doubled !== null) return simpleRoot(`${doubled[1] ?? ''}${doubled[2] ?? ''}`);
    if (word.includes('-')) return doubledRoot(word);
    return simpleRoot(word);
  }

  /** "sebaik-baiknya" is "sebaiknya" doubled; "surat-menyurat" has one root on both sides. */
  function doubledRoot(word: string): string | null {
    const parts = word.split('-').filter((part) => part !== '');
    const [front, back] = parts;
    if (front === undefined || back === undefined || parts.length !== 2) return null;
    const root = simpleRoot(front);
    if (root !== null && root === simpleRoot(back)) return root;
    for (let length = Math.min(front.length, back.length); length >= 3; length -= 1) {
      if (front.endsWith(back.slice(0, length))) return simpleRoot(front + back.slice(length));
    }
    return null;
  }

  return {
    rootOf: (word) => find(word) ?? word,
    isKnown: (word) => find(word) !== null,
  };
}
