import { describe, expect, test } from 'vitest';

import { blockIdSchema, sessionIdSchema } from '../../../../src/shared/ids.ts';
import type { SearchHit } from '../../../../src/shared/contract/search.ts';
import { readFilterDate } from '../../../../src/renderer/features/search/filter-dates.ts';
import {
  groupHits,
  hitAtStep,
  wordsOfHit,
} from '../../../../src/renderer/features/search/hit-groups.ts';

describe('dates as they are typed into the filter', () => {
  test.each([
    ['', null, null],
    ['9.5.2025', '2025-05-09', '2025-05-09'],
    ['9 Mei 2025', '2025-05-09', '2025-05-09'],
    ['Juli 2024', '2024-07-01', '2024-07-31'],
    ['2/2024', '2024-02-01', '2024-02-29'],
    ['12.2023', '2023-12-01', '2023-12-31'],
    ['2024', '2024-01-01', '2024-12-31'],
  ])('%j', (typed, from, to) => {
    expect(readFilterDate(typed, 'from')).toEqual({ date: from, isUnderstood: true });
    expect(readFilterDate(typed, 'to')).toEqual({ date: to, isUnderstood: true });
  });

  test.each(['31.02.2025', 'kemarin', '20', '13/2024', '9.5'])('%j is no date', (typed) => {
    expect(readFilterDate(typed, 'from')).toEqual({ date: null, isUnderstood: false });
  });
});

describe('hits on the screen', () => {
  const hit = (session: string, block: string | null): SearchHit => ({
    sessionId: sessionIdSchema.parse(session),
    sessionTitle: `Judul ${session}`,
    sessionKind: 'FGD',
    sessionDate: null,
    blockId: block === null ? null : blockIdSchema.parse(block),
    field: block === null ? 'session' : 'block',
    speaker: null,
    excerpt: [
      { text: 'satu', isMatch: true },
      { text: ' dan ', isMatch: false },
      { text: 'satu', isMatch: true },
      { text: 'Dua', isMatch: true },
    ],
  });
  const groups = groupHits([hit('s1', null), hit('s1', 'b1'), hit('s2', 'b1')]);
  const hits = groups.flatMap((group) => group.hits);

  test('stand under their sessions, each with a key of its own', () => {
    expect(groups.map((group) => [group.title, group.hits.length])).toEqual([
      ['Judul s1', 2],
      ['Judul s2', 1],
    ]);
    expect(new Set(hits.map((one) => one.key)).size).toBe(3);
  });

  test('are walked through from the field and back to it', () => {
    const [first, second, last] = hits.map((one) => one.key);
    expect(hitAtStep(hits, null, 1)).toBe(first);
    expect(hitAtStep(hits, first ?? '', 1)).toBe(second);
    expect(hitAtStep(hits, first ?? '', -1)).toBeNull();
    expect(hitAtStep(hits, null, 8)).toBe(last);
    expect(hitAtStep(hits, last ?? '', 1)).toBe(last);
    expect(hitAtStep([], null, 1)).toBeNull();
  });

  test('are opened with their words as they are written', () => {
    expect(wordsOfHit(hit('s1', 'b1'))).toEqual(['satu', 'Dua']);
  });
});
