import type { Bridge } from '../../shared/contract/bridge.ts';
import { answerIn, sealInput } from '../../shared/contract/envelope.ts';
import type { AppEvents, EventName } from '../../shared/contract/events.ts';
import type { CallInput, CallName, CallResult } from '../../shared/contract/index.ts';

declare global {
  interface Window {
    readonly notula: Bridge;
  }
}

/** Calls whose input may be thousands of blocks: as one text they cross into the archive far cheaper. */
const LARGE_CALLS: ReadonlySet<CallName> = new Set(['documents.save']);

/** Makes one call; throws an AppError with a code from the closed list when it fails. */
export async function api<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
): Promise<CallResult<Name>> {
  const answer = answerIn(
    await window.notula.invoke(name, LARGE_CALLS.has(name) ? sealInput(input) : input),
  );
  // The contract ties the name to the type of its answer.
  return answer as CallResult<Name>;
}

/** Listens to one event of the main process; answers with the unsubscribe function. */
export function onAppEvent<Name extends EventName>(
  name: Name,
  listener: (payload: AppEvents[Name]) => void,
): () => void {
  return window.notula.onEvent((eventName, payload) => {
    if (eventName === name) listener(payload as AppEvents[Name]);
  });
}
