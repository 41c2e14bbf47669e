import { AppError } from './errors.ts';
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

/** What a call answered. Throws the AppError with which it failed. */
export function answerIn(sealed: SealedEnvelope): unknown {
  const envelope = openEnvelope(sealed);
  if (!envelope.ok) throw new AppError(envelope.code, envelope.details);
  return envelope.value;
}

/** The input of a call as JSON, for the same reason; anything else that a call takes goes as it is. */
interface SealedInput {
  readonly sealedInput: string;
}

export const sealInput = (input: unknown): SealedInput => ({ sealedInput: JSON.stringify(input) });

/** The input as it was before it was sealed, if it was. Nothing is known of it yet. */
export function openInput(input: unknown): unknown {
  const isSealed = typeof input === 'object' && input !== null && 'sealedInput' in input;
  if (!isSealed || typeof input.sealedInput !== 'string') return input;
  try {
    return JSON.parse(input.sealedInput) as unknown;
  } catch {
    // No call takes this either: it is refused like any other input that does not fit.
    return input;
  }
}
