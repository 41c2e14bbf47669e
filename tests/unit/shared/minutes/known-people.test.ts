import { expect, test } from 'vitest';

import { organizationIdSchema, personIdSchema } from '../../../../src/shared/ids.ts';
import { createAcquaintances } from '../../../../src/shared/minutes/known-people.ts';
import type { Person } from '../../../../src/shared/minutes/people.ts';

const person = (id: string, name: string, organizationName = ''): Person => ({
  id: personIdSchema.parse(id),
  name,
  titleBefore: '',
  titleAfter: '',
  position: '',
  organizationId: organizationName === '' ? null : organizationIdSchema.parse(organizationName),
  organizationName,
  nip: '',
  rank: '',
  phone: '',
});

const who = createAcquaintances([
  person('budi', 'Budi Contoh', 'KPU Kota Contoh'),
  person('siti', 'Siti Misal', 'Bawaslu Kota Contoh'),
  person('siti2', 'Siti Misal', 'KPU Kota Misal'),
  person('rani', 'Rani Umpama Jaya'),
]);

const idsOf = (name: string, organization = ''): readonly string[] => {
  const found = who(name, organization);
  return found.type === 'perhaps' ? found.persons.map(({ id }) => id) : [];
};

test('the only one of a name is known, with titles too, unless the organization is another', () => {
  expect(who('Budi Contoh', '')).toMatchObject({ type: 'known', person: { id: 'budi' } });
  expect(who('Dr. Budi Contoh, S.H.', 'kpu kota contoh')).toMatchObject({ type: 'known' });
  expect(idsOf('Budi Contoh', 'Polres Contoh')).toEqual(['budi']);
});

test('two of one name are told apart by nobody but the user', () => {
  expect(idsOf('Siti Misal')).toEqual(['siti', 'siti2']);
  expect(idsOf('Siti Misal', 'KPU Kota Misal')).toEqual(['siti', 'siti2']);
});

test('another order of the names and one slip are proposed, never taken for the same', () => {
  expect(idsOf('Contoh, Budi')).toEqual(['budi']);
  expect(idsOf('Contoh Budi')).toEqual(['budi']);
  expect(idsOf('Rani Umpma Jaya')).toEqual(['rani']);
});

test('other people are new: two slips, a short name, a part of a name', () => {
  const names = ['Rany Umpma Jaya', 'Rani', 'Budi', 'Budi Umpama', ''];
  expect(names.filter((name) => who(name, '').type !== 'new')).toEqual([]);
});
