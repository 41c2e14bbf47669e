import { expect, it } from 'vitest';

import { canonicalJson } from '../../../../src/shared/final/canonical-json.ts';
import { isSameJson } from '../../../../src/shared/final/same-json.ts';

it('says of any two values what their canonical texts say', () => {
  const values = [
    null,
    true,
    false,
    0,
    1,
    '',
    '0',
    [],
    [null],
    [0],
    [0, 1],
    [[0]],
    {},
    { a: 1 },
    { a: undefined },
    { a: null },
    { b: 1, a: 1 },
    { a: 1, b: 1 },
    { a: 1, b: undefined },
    { a: { b: [1, { c: '' }] } },
    { a: { b: [1, { c: 'x' }] } },
    { 0: 1 },
  ];
  for (const a of values) {
    for (const b of values) {
      expect([a, b, isSameJson(a, b)]).toEqual([a, b, canonicalJson(a) === canonicalJson(b)]);
    }
  }
});
