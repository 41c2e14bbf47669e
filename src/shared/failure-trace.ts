/** What kind a failure is of, and where it happened. */
export interface FailureTrace {
  readonly name: string;
  readonly frames: string;
}

/**
 * What the log may hold of a failure that nobody expected. Its message stays out: it may quote what
 * was typed, or name a file after it.
 */
export function failureTrace(failure: unknown): FailureTrace {
  if (!(failure instanceof Error)) return { name: typeof failure, frames: '' };
  const { name, stack = '' } = failure;
  const code = 'code' in failure ? ` ${String(failure.code)}` : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { name: name + code, frames: frames.join('\n') };
}
