import type { MessagePort } from 'node:worker_threads';

import { sealEnvelope } from '../../shared/contract/envelope.ts';
import type { CallOwner, Handlers } from '../../shared/contract/index.ts';
import { answer } from './answer.ts';
import type { ErrorMapper } from './answer.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

interface ServeOptions {
  readonly mapError: ErrorMapper;
  /** A worker that is joined to this one; the newest takes the place of the one before. */
  readonly onConnect: (port: MessagePort) => void;
  /** Runs before the thread ends; its own messages still arrive. */
  readonly onStop: () => void;
}

/** Answers the calls that arrive on a worker's port, one after the other in the order they came. */
export function serve<Owner extends CallOwner>(
  port: MessagePort,
  handlers: Handlers<Owner>,
  options: ServeOptions,
): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  const logError = (name: string, error: unknown): void =>
    send({ type: 'log', text: `${name}: ${describeError(error)}` });
  let queue = Promise.resolve();

  port.on('message', (message: ToWorker) => {
    queue = queue.then(async () => {
      switch (message.type) {
        case 'stop':
          options.onStop();
          port.close();
          return;
        case 'connect':
          options.onConnect(message.port);
          return;
        case 'call': {
          const { mapError } = options;
          const envelope = await answer(handlers, message.name, message.input, {
            mapError,
            logError,
          });
          send({ type: 'answer', id: message.id, envelope: sealEnvelope(envelope) });
        }
      }
    });
  });
}

export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
