import type { z } from 'zod';

import { AppError } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** The issue itself, or those of the alternatives of which none fitted, each with its whole path. */
function detailed(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inner = issue.errors.flat().flatMap(detailed);
  return inner.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}

/**
 * What a user is told of an input that its schema refused: `text-too-long` with the field and its
 * limit where a text was too long, otherwise `invalid-input`.
 */
export function inputFailure(error: z.ZodError): AppError {
  const issues = error.issues.flatMap(detailed);
  const tooLong = issues.find((issue) => issue.code === 'too_big' && issue.origin === 'string');
  if (tooLong?.code === 'too_big') {
    const field = tooLong.path.map(String).join('.');
    return new AppError('text-too-long', { field, limit: Number(tooLong.maximum) });
  }
  const [first] = error.issues;
  const field = first?.path.map(String).join('.') ?? '';
  return new AppError('invalid-input', { field, reason: first?.message ?? '' });
}
