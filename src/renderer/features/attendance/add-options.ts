import type { FoundPerson } from '../../../shared/contract/people.ts';
import type { Attendance, Organization, Person } from '../../../shared/minutes/people.ts';
import { nameKey } from '../../../shared/minutes/titles.ts';

/** What the field for adding offers, in this order: who is known, then making somebody new. */
export type AddOption =
  | { readonly type: 'person'; readonly person: Person; readonly listed: Attendance | null }
  | {
      readonly type: 'group';
      readonly organization: Organization;
      readonly listed: Attendance | null;
    }
  | { readonly type: 'new-person'; readonly text: string }
  | { readonly type: 'new-group'; readonly text: string };

/** Fewer letters than this find too much to be of use. */
export const FEWEST_LETTERS = 2;

const isListed = (option: AddOption): boolean =>
  (option.type === 'person' || option.type === 'group') && option.listed !== null;

export function addOptions(
  text: string,
  found: readonly FoundPerson[],
  lines: readonly Attendance[],
): readonly AddOption[] {
  const typed = text.trim();
  const known = found.map((each): AddOption => {
    if (each.type === 'person') {
      const listed = lines.find((line) => line.personId === each.person.id) ?? null;
      return { type: 'person', person: each.person, listed };
    }
    const key = nameKey(each.organization.name);
    const listed =
      lines.find((line) => line.type === 'group' && nameKey(line.name) === key) ?? null;
    return { type: 'group', organization: each.organization, listed };
  });
  // Somebody already listed cannot be added again, so those who can stand first.
  return [
    ...known.filter((option) => !isListed(option)),
    ...known.filter(isListed),
    { type: 'new-person', text: typed },
    { type: 'new-group', text: typed },
  ];
}

/** Position and organization of somebody found, for the second part of the option. */
export function placeOf(person: Person): string {
  return [person.position, person.organizationName].filter(Boolean).join(' — ');
}
