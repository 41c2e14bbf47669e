import { ipcMain } from 'electron';
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';

import { CALL_CHANNEL, DROP_CHANNEL, EVENT_CHANNEL } from '../../shared/contract/bridge.ts';
import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import { sealEnvelope } from '../../shared/contract/envelope.ts';
import { AppError } from '../../shared/contract/errors.ts';
import type { AppEvents, EventName } from '../../shared/contract/events.ts';
import { contract } from '../../shared/contract/index.ts';
import type { Handlers } from '../../shared/contract/index.ts';
import { answer, isCallName } from '../rpc/answer.ts';
import type { AnswerOptions } from '../rpc/answer.ts';

type Forward = (name: string, input: unknown) => Promise<SealedEnvelope>;

export interface CallRoutes extends AnswerOptions {
  readonly main: Handlers<'main'>;
  readonly storage: Forward;
  readonly search: Forward;
  /** Takes where files lie that were dropped on the window; answers with a name for each. */
  readonly keepDropped: (paths: readonly string[]) => readonly string[];
  /** Whether the sender is the main frame of our own window on our own page. */
  readonly isTrusted: (event: IpcMainInvokeEvent) => boolean;
}

/** Registers the channels through which the window calls and drops files; the contract says who answers. */
export function registerCalls(routes: CallRoutes): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!routes.isTrusted(event) || !isCallName(name) || contract[name].isInternal) {
      throw new AppError('invalid-input', { call: String(name).slice(0, 80) });
    }
    const { owner } = contract[name];
    return owner === 'main'
      ? sealEnvelope(await answer(routes.main, name, input, routes))
      : routes[owner](name, input);
  });
  ipcMain.handle(DROP_CHANNEL, (event, paths: unknown) => {
    if (!routes.isTrusted(event) || !Array.isArray(paths)) throw new AppError('invalid-input');
    return routes.keepDropped(paths.map(String));
  });
}

/** Tells the window something; a window that is gone hears nothing. */
export function sendEvent<Name extends EventName>(
  window: BrowserWindow,
  name: Name,
  payload: AppEvents[Name],
): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, payload);
}
