import type { Page } from '@playwright/test';

import type { Bridge } from '../../src/shared/contract/bridge.ts';
import { openEnvelope } from '../../src/shared/contract/envelope.ts';
import type { CallInput, CallName, CallResult } from '../../src/shared/contract/index.ts';

/** Makes a call as the window makes it, without its screens. */
export async function callApp<Name extends CallName>(
  window: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallResult<Name>> {
  const sealed = await window.evaluate(
    ([callName, callInput]) =>
      (globalThis as unknown as { readonly notula: Bridge }).notula.invoke(callName, callInput),
    [name, input] as const,
  );
  const envelope = openEnvelope(sealed);
  if (!envelope.ok) throw new Error(`${name}: ${envelope.code}`);
  return envelope.value as CallResult<Name>;
}
