import { failureTrace } from '../../shared/failure-trace.ts';

/** Writes a failure that nobody expected into the log. */
export function reportFailure(failure: unknown): void {
  const { name, frames } = failureTrace(failure);
  const input = { name: name.slice(0, 100), frames: frames.slice(0, 8000) };
  window.notula.invoke('app.reportFailure', input).catch(() => undefined);
}
