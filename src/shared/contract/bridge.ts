import type { SealedEnvelope } from './envelope.ts';

/** What the preload script puts on `window.notula`; the typed client in the renderer wraps it. */
export interface Bridge {
  readonly invoke: (name: string, input: unknown) => Promise<SealedEnvelope>;
  /** Subscribes to all events of the main process; answers with the unsubscribe function. */
  readonly onEvent: (listener: (name: string, payload: unknown) => void) => () => void;
}

export const CALL_CHANNEL = 'notula:call';
export const EVENT_CHANNEL = 'notula:event';
