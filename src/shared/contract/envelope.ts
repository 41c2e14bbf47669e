import type { Envelope } from './errors.ts';

/**
 * An envelope as JSON. Answers cross threads, processes and the bridge into the window as one text:
 * each of those borders would otherwise copy a large answer object by object, the main thread's and
 * the bridge's the slowest of them. Only its maker writes it and only its reader reads it.
 */
export type SealedEnvelope = string & { readonly sealedEnvelope: never };

export function sealEnvelope(envelope: Envelope<unknown>): SealedEnvelope {
  // The one place that makes the type.
  return JSON.stringify(envelope) as SealedEnvelope;
}

export function openEnvelope(sealed: SealedEnvelope): Envelope<unknown> {
  // Sealed by `sealEnvelope`; a call without a result has no `value` after the way through JSON.
  return JSON.parse(sealed) as Envelope<unknown>;
}
