import type { SealedEnvelope } from './envelope.ts';

/** What the preload script puts on `window.notula`; the typed client in the renderer wraps it. */
export interface Bridge {
  readonly invoke: (name: string, input: unknown) => Promise<SealedEnvelope>;
  /** Subscribes to all events of the main process; answers with the unsubscribe function. */
  /**
   * What files that were dropped on the window may be called in calls: only the main process learns
   * where they lie. They are the DOM's files; the answer has a name for each.
   */
  readonly keepDropped: (files: readonly unknown[]) => Promise<readonly string[]>;
  readonly onEvent: (listener: (name: string, payload: unknown) => void) => () => void;
}

export const CALL_CHANNEL = 'notula:call';
export const DROP_CHANNEL = 'notula:drop';
export const EVENT_CHANNEL = 'notula:event';
