import type { Ending, Unprefixed } from './affixes.ts';
import { endingsOf, withoutPrefixes } from './affixes.ts';
import { DOUBLED_WORDS, IRREGULAR_ROOTS } from './irregular-roots.ts';
import { groundOf } from './licences.ts';
import { borrowedRoot } from './loan-words.ts';
import type { RootWords } from './root-words.ts';
import { hasFlag, NEEDS_AFFIX } from './root-words.ts';

/** Finds the roots of Indonesian words by the rules of their forms and a list of roots. */
export interface RootFinder {
  /** The root of a folded word; the word itself where none is found. */
  readonly rootOf: (word: string) => string;
  /** Whether a folded word is in the list, or a form of one that is. */
  readonly isKnown: (word: string) => boolean;
}

/** A ground worse by one outweighs all else. */
const GROUND_COST = 100;
const ONE_SYLLABLE_GAIN = 20;
/** "tumpukan" is rather "tumpuk" and "-an" than "tumpu" and "-kan". */
const BARE_KAN_COST = 3;
const CLITIC_COST = 30;
const IRREGULAR_COST = 40;
/** "keseragaman" is of "seragam", not of "ragam", where both are in the list. */
const INNER_PREFIX_COST = 15;
/** Words that take many affixes are the common ones: "urus" and not "kurus" in "pengurus". */
const MOST_FLAGS_COUNTED = 20;
const SHORTEST_ROOT = 3;
const SHORTEST_UNKNOWN = 4;

/** Flags of the dictionary that allow "-kan", and particles and pronouns. */
const KAN_FLAGS: ReadonlySet<string> = new Set(['Mk', 'Dk', 'k0']);
const CLITIC_FLAGS: ReadonlySet<string> = new Set(['l0', 'nl', 'n0', 'o0']);

const FILTER_BITS = 18;

/** What the first three letters of a word add to its place in the filter. */
const beginningOf = (word: string): number =>
  ((word.charCodeAt(0) * 31 + word.charCodeAt(1)) * 31 + word.charCodeAt(2)) * 31;

/** Where words of this length with this beginning are marked in the filter. */
const filterCell = (beginning: number, length: number): number =>
  Math.imul(beginning + length, 0x9e3779b1) >>> (32 - FILTER_BITS);

export function createRootFinder({ flags }: RootWords): RootFinder {
  // Nine of ten look-ups find nothing; this tells it without cutting the word first.
  const filter = new Uint8Array(1 << FILTER_BITS);
  for (const word of flags.keys()) filter[filterCell(beginningOf(word), word.length)] = 1;

  const isListed = (word: string): boolean => flags.has(word);

  /** Nothing but the list speaks for a pronoun or particle on a short word. */
  function takesClitic(word: string, { clitic }: Ending): boolean {
    if (clitic === '') return true;
    const length = word.length - clitic.length;
    if (clitic.startsWith('nya')) return length >= 3;
    if (length >= 4) return true;
    return hasFlag(flags.get(word.slice(0, length)) ?? '', CLITIC_FLAGS);
  }

  function costOf(root: string, own: string, before: Unprefixed, after: Ending): number | null {
    const { prefix, isIrregular } = before;
    const { suffix, clitic } = after;
    const ground = groundOf({ prefix, suffix, clitic, root, flags: own });
    if (ground === null) return null;
    return (
      ground * GROUND_COST +
      (isIrregular ? IRREGULAR_COST : 0) +
      (prefix.includes('+') ? INNER_PREFIX_COST : 0) +
      (prefix === '' && suffix === 'kan' ? BARE_KAN_COST : 0) +
      (clitic === '' ? 0 : CLITIC_COST) -
      // "mengecek" is "menge-" and "cek", not "meng-" and "kecek".
      (prefix === 'menge' || prefix === 'penge' ? ONE_SYLLABLE_GAIN : 0) -
      Math.min(own.length / 2, MOST_FLAGS_COUNTED) -
      root.length / 100
    );
  }

  /** The root of a word that has affixes; null where no way to read it is founded. */
  function read(word: string): string | null {
    const endings = endingsOf(word).filter((ending) => takesClitic(word, ending));
    let best: string | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const before of withoutPrefixes(word)) {
      const { stem } = before;
      const beginning = beginningOf(stem);
      for (const after of endings) {
        const length = stem.length - after.length;
        if (length < SHORTEST_ROOT || length === word.length) continue;
        if (filter[filterCell(beginning, length)] === 0) continue;
        const root = after.length === 0 ? stem : stem.slice(0, length);
        const own = flags.get(root);
        if (own === undefined) continue;
        const cost = costOf(root, own, before, after);
        if (cost === null || cost >= bestCost) continue;
        best = root;
        bestCost = cost;
      }
    }
    return best;
  }

  /** "sahkan" stands in the list beside "sah", though it is a form of it. */
  function formOnKan(word: string): string | null {
    const root = word.endsWith('kan') ? word.slice(0, -3) : '';
    const own = flags.get(root);
    return own !== undefined && hasFlag(own, KAN_FLAGS) ? root : null;
  }

  /** What an entry of the list is a form of; the word itself where it is a root. */
  function listedRoot(word: string): string | null {
    const irregular = IRREGULAR_ROOTS.get(word);
    if (irregular !== undefined) return irregular === word ? word : simpleRoot(irregular);
    const own = flags.get(word);
    if (own === undefined) return null;
    if (hasFlag(own, NEEDS_AFFIX)) return read(word) ?? word;
    return formOnKan(word) ?? borrowedRoot(word, isListed) ?? word;
  }

  function simpleRoot(word: string): string | null {
    const listed = listedRoot(word) ?? borrowedRoot(word, isListed);
    if (listed !== null) return listed;
    const root = read(word);
    return root === null ? null : (listedRoot(root) ?? root);
  }

  /** "sebaik-baiknya" is "sebaiknya" doubled; "surat-menyurat" has one root on both sides. */
  function doubledRoot(word: string): string | null {
    const [front = '', back = '', ...more] = word.split('-').filter(Boolean);
    if (back === '' || more.length > 0) return null;
    for (let length = Math.min(front.length, back.length); length >= 3; length -= 1) {
      const half = back.slice(0, length);
      if (!front.endsWith(half)) continue;
      if (DOUBLED_WORDS.has(`${half}-${half}`)) return `${half}-${half}`;
      const root = simpleRoot(front + back.slice(length));
      if (root !== null) return root;
    }
    const root = simpleRoot(front);
    return root !== null && root === simpleRoot(back) ? root : null;
  }

  function find(word: string): string | null {
    if (word.includes('-')) return doubledRoot(word) ?? listedRoot(word);
    // "anak2", "kebijakan2nya": the digit says that the word is doubled.
    const doubled = !word.includes('2') ? null : /^(\p{L}{3,})2(\p{L}*)$/u.exec(word);
    return simpleRoot(doubled === null ? word : `${doubled[1] ?? ''}${doubled[2] ?? ''}`);
  }

  /** A word that is not in the list still shows the pronoun that any word takes: "webnya". */
  function withoutNya(word: string): string {
    const stem = /^(\p{L}+)nya(?:lah|kah|pun)?$/u.exec(word)?.[1] ?? '';
    return stem.length >= SHORTEST_UNKNOWN ? stem : word;
  }

  return {
    rootOf: (word) => find(word) ?? withoutNya(word),
    isKnown: (word) => find(word) !== null,
  };
}
