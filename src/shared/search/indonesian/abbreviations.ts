import { STARTER_EXPANSIONS } from '../../words/starter-expansions.ts';
import { foldedWords } from '../words.ts';
import { OFFICE_ABBREVIATIONS } from './office-abbreviations.ts';

type Words = readonly string[];

/** Writings of one thing, short and long, each as folded words. */
function meanings(): readonly (readonly Words[])[] {
  const starters = STARTER_EXPANSIONS
    // "pd" is "pada", "PD" is not: the index has no capitals to tell them apart.
    .filter(({ mode, isExact }) => !(mode === 'otomatis' && isExact))
    .flatMap(({ short, forms }) =>
      // "… (DPT)" is the form of a first mention, not another name.
      forms.filter((form) => !form.includes('(')).map((form) => [short, form]),
    );
  return [...starters, ...OFFICE_ABBREVIATIONS].map((writings) => writings.map(foldedWords));
}

/** By the words of each writing, the other ones of what it may mean. */
function buildTable(): ReadonlyMap<string, readonly Words[]> {
  const table = new Map<string, Map<string, Words>>();
  for (const writings of meanings()) {
    for (const writing of writings) {
      const key = writing.join(' ');
      const others = table.get(key) ?? new Map<string, Words>();
      for (const other of writings) {
        const otherKey = other.join(' ');
        if (otherKey !== key) others.set(otherKey, other);
      }
      table.set(key, others);
    }
  }
  return new Map([...table].map(([key, others]) => [key, [...others.values()]]));
}

const TABLE = buildTable();

/** How many words the longest writing has: longer stretches of a query need not be looked up. */
export const LONGEST_WRITING_WORDS = Math.max(
  ...[...TABLE.keys()].map((key) => key.split(' ').length),
);

/**
 * What a word or phrase (folded) is written as instead: "dpt" as "daftar pemilih tetap" and the
 * reverse; each alternative as folded words. An abbreviation of two things has the words of both.
 */
export function abbreviationsOf(words: Words): readonly Words[] {
  return TABLE.get(words.join(' ')) ?? [];
}
