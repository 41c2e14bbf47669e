import { describe, expect, it } from 'vitest';

import { fieldName } from '../../../src/renderer/api/field-names.ts';
import { contract } from '../../../src/shared/contract/index.ts';
import type { CallName } from '../../../src/shared/contract/index.ts';
import { inputFailure } from '../../../src/shared/contract/input-failure.ts';

const long = 'a'.repeat(10_000);

function failureOf(name: CallName, input: unknown) {
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) throw new Error('was accepted');
  const { code, details } = inputFailure(parsed.error);
  return { code, details };
}

describe('a text of 10,000 letters', () => {
  it.each<[CallName, object, string, number]>([
    ['sessions.update', { id: 's', changes: { title: long } }, 'Judul', 1000],
    ['sessions.update', { id: 's', changes: { hosts: [{ name: long }] } }, 'Nama', 300],
    ['people.create', { fields: { name: 'Budi Contoh', position: long } }, 'Jabatan', 300],
    [
      'attendance.add',
      { sessionId: 's', entries: [{ type: 'person', person: { name: long } }] },
      'Nama',
      200,
    ],
    ['attendance.update', { id: 'a', changes: { organizationName: long } }, 'Lembaga', 300],
    ['profile.update', { changes: { officeName: long } }, 'Nama kantor', 300],
  ])('in %s %# names the field and its limit', (name, input, label, limit) => {
    const { code, details } = failureOf(name, input);
    expect(code).toBe('text-too-long');
    expect(details['limit']).toBe(limit);
    expect(fieldName(String(details['field']), 'id')).toBe(label);
  });
});

it('says of anything else which part was refused', () => {
  expect(failureOf('sessions.update', { id: 's', changes: { zone: 'UTC' } })).toMatchObject({
    code: 'invalid-input',
    details: { field: 'changes.zone' },
  });
});
