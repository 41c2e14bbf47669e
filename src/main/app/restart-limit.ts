/** What keeps dying is not started more often than this … */
const MOST_RESTARTS = 5;
/** … within this time, so that a long meeting survives one death an hour. */
const WITHIN_MS = 10 * 60_000;

/** Answers for one part of the program whether it may be started again now; counts each yes. */
export function createRestartLimit(nowMs: () => number): () => boolean {
  let restartedAtMs: readonly number[] = [];
  return () => {
    const now = nowMs();
    restartedAtMs = restartedAtMs.filter((atMs) => now - atMs < WITHIN_MS);
    if (restartedAtMs.length >= MOST_RESTARTS) return false;
    restartedAtMs = [...restartedAtMs, now];
    return true;
  };
}
