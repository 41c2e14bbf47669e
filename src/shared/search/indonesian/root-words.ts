import { IRREGULAR_ROOTS, OLD_SPELLINGS } from './irregular-roots.ts';
import { SUPPLEMENT_ROOTS } from './supplement-roots.ts';

/** Root words with what is known of the affixes that each takes. */
export interface RootWords {
  /** Each word, folded, with the flags of all its entries; "" where none is known. */
  readonly flags: ReadonlyMap<string, string>;
}

/** An entry that never stands without an affix ("pengerti" in "berpengertian"). */
export const NEEDS_AFFIX: ReadonlySet<string> = new Set(['A2']);

/** Whether flags, each of two characters, have one of these. */
export function hasFlag(flags: string, wanted: ReadonlySet<string>): boolean {
  for (let at = 0; at < flags.length; at += 2) {
    if (wanted.has(flags.slice(at, at + 2))) return true;
  }
  return false;
}

/**
 * Reads the word list of the Hunspell dictionary id_ID ("abdi/D0DkMkP0Pao0" on each line) and adds
 * the words of meetings and elections that it lacks.
 */
export function readRootWords(dictionaryText: string): RootWords {
  const flags = new Map<string, string>();
  const add = (word: string, own: string): void => {
    const folded = word.toLowerCase();
    flags.set(folded, (flags.get(folded) ?? '') + own);
  };
  // The first line counts the others.
  for (const line of dictionaryText.split(/\r?\n/).slice(1)) {
    const [word = '', own = ''] = line.trim().split('/');
    if (/^\p{L}[\p{L}-]+$/u.test(word)) add(word, own);
  }
  for (const [word, own] of SUPPLEMENT_ROOTS) add(word, own);
  for (const word of IRREGULAR_ROOTS.keys()) add(word, '');
  for (const [old, now] of OLD_SPELLINGS) add(old, flags.get(now) ?? '');
  return { flags };
}
