import { describe, expect, it } from 'vitest';

import { corpusFiles, scoreCorpusFile } from '../fixtures/import/corpus.ts';
import type { FileScore } from '../fixtures/import/score.ts';

const FEWEST_RIGHT = 0.9;

describe('old minutes of the corpus', () => {
  const scores: FileScore[] = [];

  it.each(corpusFiles('dev'))('keeps every word of %s', async (module) => {
    const score = await scoreCorpusFile('dev', module);
    scores.push(score);
    expect(score.lost).toEqual([]);
  });

  it('recognises nine fields of ten, and says why it refuses a file', () => {
    const fields = scores.flatMap((score) => score.fields);
    const wrong = scores.flatMap(({ name, fields: all }) =>
      all.filter(({ isRight }) => !isRight).map((field) => ({ name, ...field })),
    );
    expect(fields.length).toBeGreaterThan(60);
    const isEnough = wrong.length <= fields.length * (1 - FEWEST_RIGHT);
    expect(isEnough ? [] : wrong).toEqual([]);
    expect(wrong.filter(({ field }) => field === 'outcome')).toEqual([]);
  });
});
