import type { PersonId } from '../ids.ts';
import { isOneTypoAway } from './near-words.ts';
import type { Person } from './people.ts';
import { nameKey, splitTitles } from './titles.ts';

/** Somebody on a list beside those who are kept already. */
export type Acquaintance =
  /** The only one of that name, and no other organization is told. */
  | { readonly type: 'known'; readonly person: Person }
  /** Written differently or of another organization: only the user can tell. */
  | { readonly type: 'perhaps'; readonly persons: readonly Person[] }
  | { readonly type: 'new' };

/** More would be no help in choosing. */
const MOST_PROPOSED = 5;

const wordsOf = (name: string): readonly string[] =>
  nameKey(splitTitles(name).name)
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean);

/** "Contoh, Budi" and "Budi Contoh". */
const inAnyOrder = (words: readonly string[]): string => words.toSorted().join(' ');

/** Whether two names of the same number of words differ by one slip in one word. */
function isOneSlip(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const different = a.flatMap((word, at) => (word === b[at] ? [] : [[word, b[at] ?? ''] as const]));
  const [first] = different;
  return different.length === 1 && first !== undefined && isOneTypoAway(first[0], first[1]);
}

/** Finds people of an archive by names as others write them: titles, order, one slip. */
export function createAcquaintances(people: readonly Person[]) {
  const known = people.map((person) => {
    const words = wordsOf(person.name);
    return { person, words, key: words.join(' '), anyOrder: inAnyOrder(words) };
  });
  const byOrder = Map.groupBy(known, ({ anyOrder }) => anyOrder);
  const byLength = Map.groupBy(known, (one) => one.words.length);

  return (name: string, organization: string): Acquaintance => {
    const words = wordsOf(name);
    if (words.length === 0) return { type: 'new' };
    const key = words.join(' ');
    const same = byOrder.get(inAnyOrder(words)) ?? [];
    const exact = same.filter((one) => one.key === key);
    const place = nameKey(organization);
    const [only] = exact;
    // Two people of one name stay two: nobody but the user chooses between them.
    if (only !== undefined && exact.length === 1) {
      const theirs = nameKey(only.person.organizationName);
      if (place === '' || theirs === '' || theirs === place) {
        return { type: 'known', person: only.person };
      }
    }
    const slips = (byLength.get(words.length) ?? []).filter(
      (one) =>
        !same.includes(one) &&
        (isOneSlip(one.words, words) || isOneSlip(one.words.toSorted(), words.toSorted())),
    );
    const persons = [...exact, ...same.filter((one) => !exact.includes(one)), ...slips]
      .slice(0, MOST_PROPOSED)
      .map(({ person }) => person);
    return persons.length === 0 ? { type: 'new' } : { type: 'perhaps', persons };
  };
}

/** What the user decided about somebody: one who is kept already, or somebody new. */
export type WhoItIs = PersonId | 'new';
