import { describe, expect, it } from 'vitest';

import {
  FILE_FILTERS,
  countsOf,
  isIn,
  nextToReview,
} from '../../../../src/renderer/features/imports/file-rows.ts';
import { marksByPiece, piecesOf } from '../../../../src/renderer/features/imports/marks.ts';
import { en } from '../../../../src/renderer/features/imports/texts-en.ts';
import { id } from '../../../../src/renderer/features/imports/texts-id.ts';
import { IMPORT_REASONS } from '../../../../src/shared/contract/imports.ts';
import type { ImportedFile } from '../../../../src/shared/contract/imports.ts';
import type { SessionId } from '../../../../src/shared/ids.ts';
import { NOTHING_GUESSED, named, sure } from '../../../fixtures/guessed-minutes.ts';

const file = (path: string, fields: Partial<ImportedFile> = {}): ImportedFile => ({
  path,
  sizeBytes: 1,
  state: 'masuk',
  reason: null,
  session: { id: path as SessionId, title: path, isTrashed: false },
  isReviewed: false,
  ...fields,
});

describe('the files of an import', () => {
  const files = [
    file('a'),
    file('b', { isReviewed: true }),
    file('c', { session: { id: 'c' as SessionId, title: '', isTrashed: true } }),
    file('d', { state: 'ganda' }),
    file('e', { state: 'ditolak', session: null, reason: 'no-text' }),
    file('f', { state: 'menunggu', session: null }),
    file('g'),
  ];

  it('are counted as the filters show them', () => {
    expect(countsOf(files)).toEqual({
      semua: 7,
      belum: 2,
      sudah: 1,
      ganda: 1,
      ditolak: 1,
      menunggu: 1,
    });
    const shown = FILE_FILTERS.map((filter) =>
      files
        .filter((each) => isIn(each, filter))
        .map(({ path }) => path)
        .join(''),
    );
    expect(shown).toEqual(['abcdefg', 'ag', 'b', 'd', 'e', 'f']);
  });

  it('are reviewed one after the other, and from the beginning again', () => {
    expect(nextToReview(files, 'a')?.path).toBe('g');
    expect(nextToReview(files, 'g')?.path).toBe('a');
    expect(nextToReview([file('a')], 'a')).toBeNull();
  });
});

describe('what was recognised', () => {
  const guess = {
    ...NOTHING_GUESSED,
    title: sure('Rapat', 1),
    days: [sure({ date: '2020-02-18', start: null, end: null }, 2, 3)],
    speakers: [{ ...named({ name: 'Budi' }), attendance: null, ...sure(null, 4) }],
    blocks: [
      { type: 'agendaItem' as const, text: 'Pembukaan', ...sure(null, 3) },
      {
        type: 'statement' as const,
        speaker: 0,
        kind: 'pernyataan',
        paragraphs: ['Ya.'],
        from: [4],
        confidence: 'dugaan' as const,
      },
    ],
  };

  it('is marked where the original says it', () => {
    expect([...marksByPiece(guess)].toSorted(([a], [b]) => a - b)).toEqual([
      [1, [{ key: 'title', kind: 'title', confidence: 'pasti' }]],
      [2, [{ key: 'day-0', kind: 'day', confidence: 'pasti' }]],
      [
        3,
        [
          { key: 'day-0', kind: 'day', confidence: 'pasti' },
          { key: 'block-0', kind: 'agendaItem', confidence: 'pasti' },
        ],
      ],
      [4, [{ key: 'block-1', kind: 'statement', confidence: 'dugaan' }]],
    ]);
  });

  it('leads to the pieces that say it', () => {
    expect(piecesOf(guess, 'day-0')).toEqual([2, 3]);
    expect(piecesOf(guess, 'block-1')).toEqual([4]);
    expect(piecesOf(guess, 'kind')).toEqual([]);
    expect(piecesOf(guess, null)).toEqual([]);
  });
});

it('has a sentence for every reason to leave a file out, in both languages', () => {
  for (const reason of IMPORT_REASONS) {
    expect(id[`reason_${reason}`]).not.toBe('');
    expect(en[`reason_${reason}`]).not.toBe('');
  }
});
