import { AppError } from '../../shared/contract/errors.ts';
import type { OrganizationId, PersonId } from '../../shared/ids.ts';
import { organizationIdSchema, personIdSchema } from '../../shared/ids.ts';
import type {
  Organization,
  OrganizationFields,
  Person,
  PersonFields,
} from '../../shared/minutes/people.ts';
import { cleanLine, nameKey, splitTitles } from '../../shared/minutes/titles.ts';
import type { Given } from './given.ts';
import { given } from './given.ts';
import type { PeopleStore } from './store.ts';

type NewPersonFields = Given<PersonFields> & Pick<PersonFields, 'name'>;
type NewOrganizationFields = Given<OrganizationFields> & Pick<OrganizationFields, 'name'>;

/** Person and organization together make the identity: two people of one name stay two. */
const personKey = (name: string, organizationId: OrganizationId | null): string =>
  `${organizationId ?? ''}\n${nameKey(name)}`;

/** A typed name without its titles; titles given apart are kept as they are. */
function namedFields(fields: NewPersonFields): NewPersonFields {
  const isApart = Boolean(fields.titleBefore) || Boolean(fields.titleAfter);
  return isApart
    ? { ...fields, name: cleanLine(fields.name) }
    : { ...fields, ...splitTitles(fields.name) };
}

function assertNamed(name: string): void {
  if (name === '') throw new AppError('invalid-input', { field: 'name' });
}

/** The facts of `value`, with those it leaves blank taken from `fallback`. */
function fillBlanks(value: Person, fallback: NewPersonFields): Person {
  return {
    ...value,
    titleBefore: value.titleBefore || cleanLine(fallback.titleBefore ?? ''),
    titleAfter: value.titleAfter || cleanLine(fallback.titleAfter ?? ''),
    position: value.position || cleanLine(fallback.position ?? ''),
    nip: value.nip || cleanLine(fallback.nip ?? ''),
    rank: value.rank || cleanLine(fallback.rank ?? ''),
    phone: value.phone || cleanLine(fallback.phone ?? ''),
  };
}

/**
 * The people and organizations as they are now, for one write: finds who is known already and adds
 * who is not, so that each is kept once. Belongs to the transaction it is made in.
 */
export function openDirectory(store: PeopleStore, newId: () => string) {
  const organizations = new Map(store.organizations().map((each) => [nameKey(each.name), each]));
  const persons = new Map<string, Person>();
  for (const each of store.persons()) {
    const key = personKey(each.name, each.organizationId);
    if (!persons.has(key)) persons.set(key, each);
  }

  function ensureOrganization(fields: NewOrganizationFields): Organization {
    const name = cleanLine(fields.name);
    assertNamed(name);
    const known = organizations.get(nameKey(name));
    const organization: Organization = {
      id: known?.id ?? organizationIdSchema.parse(newId()),
      name: known?.name ?? name,
      shortName: known?.shortName || cleanLine(fields.shortName ?? ''),
      address: known?.address || (fields.address ?? '').trim(),
    };
    if (known === undefined) store.insertOrganization(organization);
    else store.updateOrganization(organization);
    organizations.set(nameKey(name), organization);
    return organization;
  }

  /** Null for a name of nothing but spaces: no organization is known then. */
  function organizationNamed(name: string): Organization | null {
    return cleanLine(name) === ''
      ? null
      : (organizations.get(nameKey(name)) ?? ensureOrganization({ name }));
  }

  /** Adds somebody, also where the same name is kept already for somebody else. */
  function addPerson(typed: NewPersonFields): Person {
    const fields = namedFields(typed);
    assertNamed(fields.name);
    const organizationId = fields.organizationId ?? null;
    const blank: Person = {
      id: personIdSchema.parse(newId()),
      name: fields.name,
      titleBefore: '',
      titleAfter: '',
      position: '',
      organizationId,
      organizationName: organizationId === null ? '' : requireOrganization(organizationId).name,
      nip: '',
      rank: '',
      phone: '',
    };
    const person = fillBlanks(blank, fields);
    store.insertPerson(person);
    persons.set(personKey(fields.name, organizationId), person);
    return person;
  }

  function ensurePerson(typed: NewPersonFields): Person {
    const fields = namedFields(typed);
    const key = personKey(fields.name, fields.organizationId ?? null);
    const known = persons.get(key);
    if (known === undefined) return addPerson(typed);
    const filled = fillBlanks(known, fields);
    if (JSON.stringify(filled) === JSON.stringify(known)) return known;
    store.updatePerson(filled);
    store.queueSessionsOfPerson(filled.id);
    persons.set(key, filled);
    return filled;
  }

  function requirePerson(id: PersonId): Person {
    const person = store.person(id);
    if (person === undefined) throw new AppError('not-found', { what: 'person' });
    return person;
  }

  function requireOrganization(id: OrganizationId): Organization {
    const organization = store.organization(id);
    if (organization === undefined) throw new AppError('not-found', { what: 'organization' });
    return organization;
  }

  function updatePerson(id: PersonId, changes: Given<PersonFields>): Person {
    const before = requirePerson(id);
    const merged = { ...before, ...given<PersonFields>(changes) };
    const person: Person = {
      id,
      name: cleanLine(merged.name),
      titleBefore: cleanLine(merged.titleBefore),
      titleAfter: cleanLine(merged.titleAfter),
      position: cleanLine(merged.position),
      organizationId: merged.organizationId,
      organizationName:
        merged.organizationId === null ? '' : requireOrganization(merged.organizationId).name,
      nip: cleanLine(merged.nip),
      rank: cleanLine(merged.rank),
      phone: cleanLine(merged.phone),
    };
    assertNamed(person.name);
    store.updatePerson(person);
    store.queueSessionsOfPerson(id);
    return person;
  }

  function updateOrganization(
    id: OrganizationId,
    changes: Given<OrganizationFields>,
  ): Organization {
    const merged = { ...requireOrganization(id), ...given<OrganizationFields>(changes) };
    const organization: Organization = {
      id,
      name: cleanLine(merged.name),
      shortName: cleanLine(merged.shortName),
      address: merged.address.trim(),
    };
    assertNamed(organization.name);
    const namesake = organizations.get(nameKey(organization.name));
    if (namesake !== undefined && namesake.id !== id) {
      throw new AppError('invalid-input', {
        field: 'name',
        reason: 'exists',
        name: namesake.name,
      });
    }
    store.updateOrganization(organization);
    store.queueSessionsOfOrganization(id);
    return organization;
  }

  return {
    ensureOrganization,
    organizationNamed,
    addPerson,
    ensurePerson,
    requirePerson,
    updatePerson,
    updateOrganization,
  };
}

export type Directory = ReturnType<typeof openDirectory>;
