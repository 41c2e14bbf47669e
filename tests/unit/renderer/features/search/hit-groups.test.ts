import { describe, expect, test } from 'vitest';

import { blockIdSchema, sessionIdSchema } from '../../../../../src/shared/ids.ts';
import type { SearchHit } from '../../../../../src/shared/contract/search.ts';
import {
  groupHits,
  hitAtStep,
  wordsOfHit,
} from '../../../../../src/renderer/features/search/hit-groups.ts';

describe('hits on the screen', () => {
  const hit = (session: string, block: string | null): SearchHit => ({
    sessionId: sessionIdSchema.parse(session),
    sessionTitle: `Judul ${session}`,
    sessionTitlePieces: [],
    sessionKind: 'FGD',
    sessionDate: null,
    zone: 'WIB',
    blockId: block === null ? null : blockIdSchema.parse(block),
    field: block === null ? 'session' : 'block',
    blockType: null,
    statementKind: '',
    speaker: null,
    speakerPieces: [],
    speakerPosition: '',
    spokenAtMs: null,
    day: null,
    agenda: null,
    fileId: null,
    fileName: null,
    addendumNumber: null,
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
