import { expect, it } from 'vitest';

import { failureTrace } from '../../../src/shared/failure-trace.ts';

it('says what failed and where, and nothing of what was typed', () => {
  let failure: unknown = null;
  try {
    JSON.parse('Rapat tertutup');
  } catch (error) {
    failure = error;
  }
  const { name, frames } = failureTrace(failure);
  expect(name).toBe('SyntaxError');
  expect(frames).toContain('failure-trace.test.ts');
  expect(name + frames).not.toContain('Rapat');
  expect(failureTrace(Object.assign(new Error('Notula Rapat.docx'), { code: 'EIO' })).name).toBe(
    'Error EIO',
  );
  expect(failureTrace('Rapat')).toEqual({ name: 'string', frames: '' });
});
