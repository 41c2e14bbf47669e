import type { AppError, AppErrorCode } from '../../../../shared/contract/errors.ts';

/** Longest time between the first unsaved key and its batch. */
export const SEND_WITHIN_MS = 250;
/** An unacknowledged change older than this shows as not saved. */
export const UNSAVED_AFTER_MS = 3000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 8000;

/** What the secretary is told about her words. */
export type SaveState =
  | { readonly type: 'saved'; readonly atMs: number }
  | { readonly type: 'saving' }
  | {
      readonly type: 'unsaved';
      /** When the oldest word that is not saved was typed. */
      readonly sinceMs: number;
      /** Why the last attempt failed; null while an answer is awaited. */
      readonly error: AppErrorCode | null;
    }
  | {
      /** All is saved but these blocks, which break a rule of the archive until they are changed. */
      readonly type: 'refused';
      readonly count: number;
      readonly failure: AppError;
      readonly show: () => void;
    };

export interface Timers {
  readonly nowMs: () => number;
  /** Calls back once; the answer cancels it. */
  readonly after: (delayMs: number, run: () => void) => () => void;
}

export interface SaveQueueOptions<Changes> {
  readonly nothing: Changes;
  readonly isEmpty: (changes: Changes) => boolean;
  readonly merge: (older: Changes, newer: Changes) => Changes;
  /** Sends one batch; the answer is the acknowledgement, a rejection means that nothing was kept. */
  readonly send: (changes: Changes) => Promise<{ readonly savedAtMs: number }>;
  readonly errorCode: (error: unknown) => AppErrorCode;
  readonly timers: Timers;
  readonly onState: (state: SaveState) => void;
}

export interface SaveQueue<Changes> {
  /** Takes changes in; they leave within 250 ms. */
  readonly add: (changes: Changes) => void;
  /** Sends everything now. True when all was acknowledged, false when it could not be saved. */
  readonly flush: () => Promise<boolean>;
  readonly hasUnsaved: () => boolean;
  /** Stops timers. Nothing is sent any more unless `flush` is called. */
  readonly dispose: () => void;
}

/**
 * Gathers changes and sends them one batch at a time. A batch that failed goes back into the queue
 * under what came after it, and is tried again with growing pauses; nothing is ever dropped.
 */
export function createSaveQueue<Changes>(options: SaveQueueOptions<Changes>): SaveQueue<Changes> {
  const { timers } = options;
  let waiting = options.nothing;
  let waitingSinceMs: number | null = null;
  let inFlight: { readonly sinceMs: number; readonly done: Promise<boolean> } | null = null;
  let lastError: AppErrorCode | null = null;
  let retryMs = FIRST_RETRY_MS;
  let cancelSend: (() => void) | null = null;
  let cancelAlarm: (() => void) | null = null;
  let isDisposed = false;

  const oldestMs = (): number | null => inFlight?.sinceMs ?? waitingSinceMs;

  function tell(): void {
    const sinceMs = oldestMs();
    if (sinceMs === null) return;
    const isLate = timers.nowMs() - sinceMs >= UNSAVED_AFTER_MS;
    options.onState(
      isLate || lastError !== null
        ? { type: 'unsaved', sinceMs, error: lastError }
        : { type: 'saving' },
    );
  }

  function watchAge(): void {
    cancelAlarm?.();
    cancelAlarm = null;
    const sinceMs = oldestMs();
    if (sinceMs === null || isDisposed) return;
    const leftMs = sinceMs + UNSAVED_AFTER_MS - timers.nowMs();
    if (leftMs > 0) cancelAlarm = timers.after(leftMs, tell);
  }

  function schedule(delayMs: number): void {
    if (cancelSend || isDisposed) return;
    cancelSend = timers.after(delayMs, () => {
      cancelSend = null;
      void sendNow();
    });
  }

  function cancelSchedule(): void {
    cancelSend?.();
    cancelSend = null;
  }

  async function attempt(changes: Changes, sinceMs: number): Promise<boolean> {
    try {
      const receipt = await options.send(changes);
      inFlight = null;
      lastError = null;
      retryMs = FIRST_RETRY_MS;
      if (waitingSinceMs === null) options.onState({ type: 'saved', atMs: receipt.savedAtMs });
      else schedule(Math.max(0, waitingSinceMs + SEND_WITHIN_MS - timers.nowMs()));
      return true;
    } catch (error) {
      inFlight = null;
      lastError = options.errorCode(error);
      waiting = options.merge(changes, waiting);
      waitingSinceMs = sinceMs;
      schedule(retryMs);
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      tell();
      return false;
    } finally {
      watchAge();
    }
  }

  function sendNow(): Promise<boolean> {
    if (inFlight) return inFlight.done;
    if (waitingSinceMs === null) return Promise.resolve(true);
    cancelSchedule();
    const changes = waiting;
    const sinceMs = waitingSinceMs;
    waiting = options.nothing;
    waitingSinceMs = null;
    const done = attempt(changes, sinceMs);
    inFlight = { sinceMs, done };
    return done;
  }

  return {
    add(changes) {
      if (options.isEmpty(changes)) return;
      waiting = options.merge(waiting, changes);
      const isFirst = waitingSinceMs === null;
      waitingSinceMs ??= timers.nowMs();
      if (isFirst && !inFlight) {
        tell();
        watchAge();
      }
      if (!inFlight) schedule(SEND_WITHIN_MS);
    },
    async flush() {
      while (oldestMs() !== null) {
        if (!(await sendNow())) return false;
      }
      return true;
    },
    hasUnsaved: () => oldestMs() !== null,
    dispose() {
      isDisposed = true;
      cancelSchedule();
      cancelAlarm?.();
    },
  };
}
