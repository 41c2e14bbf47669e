import { afterAll, expect, test } from 'vitest';

import { openRelevanceArchive, readQuestions } from './search-relevance.ts';

const archive = openRelevanceArchive();
afterAll(() => archive.close());

const questions = readQuestions('dev');

test('of what is asked for, 95 of 100 passages are among the first ten answers', () => {
  expect(archive.recall(questions, 'relevan')).toBeGreaterThanOrEqual(0.95);
});

test('phrases in quotes are all found', () => {
  const phrases = questions.filter(({ type }) => type === 'phrase');
  expect(phrases.length).toBeGreaterThan(3);
  expect(archive.recall(phrases, 'relevan')).toBe(1);
  expect(archive.recall(phrases, 'terbaru')).toBe(1);
});
