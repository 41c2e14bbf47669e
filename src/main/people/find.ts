import type { FoundPerson } from '../../shared/contract/people.ts';
import type { Organization, Person } from '../../shared/minutes/people.ts';
import { foldedWords } from '../../shared/search/words.ts';

interface Entry {
  readonly found: FoundPerson;
  /** The whole name, folded: a name that begins with what was typed comes first. */
  readonly name: string;
  readonly nameWords: readonly string[];
  readonly otherWords: readonly string[];
}

/** Everything that can be found, folded once and asked many times. */
export interface PeopleIndex {
  readonly entries: readonly Entry[];
}

export function buildPeopleIndex(
  persons: readonly Person[],
  organizations: readonly Organization[],
): PeopleIndex {
  const shortNames = new Map(organizations.map((each) => [each.id, each.shortName]));
  const collator = new Intl.Collator('id');
  const people = persons.map((person): Entry => {
    const nameWords = foldedWords(person.name);
    const shortName =
      person.organizationId === null ? '' : (shortNames.get(person.organizationId) ?? '');
    const other = `${person.position} ${person.organizationName} ${shortName}`;
    return {
      found: { type: 'person', person },
      name: nameWords.join(' '),
      nameWords,
      otherWords: foldedWords(other),
    };
  });
  const groups = organizations.map((organization): Entry => {
    const nameWords = foldedWords(organization.name);
    return {
      found: { type: 'organization', organization },
      name: nameWords.join(' '),
      nameWords,
      otherWords: foldedWords(organization.shortName),
    };
  });
  const byName = (a: Entry, b: Entry): number => collator.compare(a.name, b.name);
  return { entries: [...people.sort(byName), ...groups.sort(byName)] };
}

const startsOne = (list: readonly string[], query: string): boolean =>
  list.some((word) => word.startsWith(query));

/** 0 is best; null: at least one typed word begins no word of the entry. */
function rank(entry: Entry, query: string, queryWords: readonly string[]): number | null {
  if (entry.name.startsWith(query)) return 0;
  if (queryWords.every((word) => startsOne(entry.nameWords, word))) return 1;
  const isFound = queryWords.every(
    (word) => startsOne(entry.nameWords, word) || startsOne(entry.otherWords, word),
  );
  return isFound ? 2 : null;
}

const RANKS = [0, 1, 2];

/**
 * People and organizations of which every typed word begins a word: names that begin with the text
 * first, then other words of names, then positions and organizations; each group by name.
 */
export function findPeople(
  index: PeopleIndex,
  text: string,
  limit: number,
): readonly FoundPerson[] {
  const queryWords = foldedWords(text);
  const query = queryWords.join(' ');
  if (queryWords.length === 0) return [];
  const ranked = index.entries.map((entry) => ({ entry, rank: rank(entry, query, queryWords) }));
  return RANKS.flatMap((wanted) =>
    ranked.filter((each) => each.rank === wanted).map((each) => each.entry.found),
  ).slice(0, limit);
}
