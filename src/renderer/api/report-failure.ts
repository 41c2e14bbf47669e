/**
 * Writes a failure that nobody expected into the log: what kind it was and where. Its message stays
 * out, because it may quote what was typed.
 */
export function reportFailure(failure: unknown): void {
  const { name, stack = '' } = failure instanceof Error ? failure : new Error('not an error');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const input = { name: name.slice(0, 100), frames: frames.join('\n').slice(0, 8000) };
  window.notula.invoke('app.reportFailure', input).catch(() => undefined);
}
