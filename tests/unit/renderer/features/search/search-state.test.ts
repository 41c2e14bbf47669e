import { expect, test } from 'vitest';

import {
  FIRST_LIMIT,
  nextLimit,
} from '../../../../../src/renderer/features/search/search-state.ts';
import { contract } from '../../../../../src/shared/contract/index.ts';
import { MOST_HITS } from '../../../../../src/shared/contract/search.ts';

test('each time more hits are asked for, the search takes it, up to the most of an answer', () => {
  const limits = [FIRST_LIMIT];
  for (let step = 0; step < 4; step += 1) limits.push(nextLimit(limits.at(-1) ?? 0));
  for (const limit of limits) {
    const asked = { text: 'kpu', sort: 'terbaru', limit };
    expect(contract['search.query'].input.safeParse(asked).success).toBe(true);
  }
  expect(limits.at(-1)).toBe(MOST_HITS);
});
