import { Worker } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import { sealEnvelope } from '../../shared/contract/envelope.ts';
import type { AppErrorCode, AppErrorDetails } from '../../shared/contract/errors.ts';
import type { FromWorker, ToWorker } from '../rpc/worker-messages.ts';

export type WorkerStart =
  | { readonly isReady: true }
  | {
      readonly isReady: false;
      readonly code: AppErrorCode;
      readonly details: AppErrorDetails;
    };

export interface WorkerClient {
  /** Settles once: the worker answers calls, or it could not start and says why. */
  readonly started: Promise<WorkerStart>;
  readonly call: (name: string, input: unknown) => Promise<SealedEnvelope>;
  /** Joins the worker to another one. */
  readonly connect: (port: MessagePort) => void;
  /** Lets the worker finish what was asked, close its database and end. */
  readonly stop: () => Promise<void>;
}

interface WorkerOptions {
  readonly url: URL;
  readonly workerData: unknown;
  /** The code that callers get once the worker has ended. */
  readonly goneCode: AppErrorCode;
  readonly log: (text: string) => void;
  /** The worker ended without having been asked to. */
  readonly onCrash: () => void;
}

/** Starts a worker thread and speaks the call protocol with it. */
export function startWorker(options: WorkerOptions): WorkerClient {
  const worker = new Worker(options.url, { workerData: options.workerData });
  const waiting = new Map<number, (envelope: SealedEnvelope) => void>();
  const gone = sealEnvelope({ ok: false, code: options.goneCode, details: {} });
  const started = Promise.withResolvers<WorkerStart>();
  const ended = Promise.withResolvers<void>();
  let nextId = 1;
  let hasEnded = false;
  let isStopping = false;

  const post = (message: ToWorker): void => worker.postMessage(message);

  worker.on('message', (message: FromWorker) => {
    switch (message.type) {
      case 'ready':
        started.resolve({ isReady: true });
        return;
      case 'failed':
        isStopping = true;
        started.resolve({ isReady: false, code: message.code, details: message.details });
        return;
      case 'log':
        options.log(message.text);
        return;
      case 'answer':
        waiting.get(message.id)?.(message.envelope);
        waiting.delete(message.id);
    }
  });
  worker.on('error', (error) => options.log(`worker: ${error.stack ?? error.message}`));
  worker.on('exit', () => {
    hasEnded = true;
    started.resolve({ isReady: false, code: options.goneCode, details: {} });
    for (const answer of waiting.values()) answer(gone);
    waiting.clear();
    ended.resolve();
    if (!isStopping) options.onCrash();
  });

  return {
    started: started.promise,
    call: (name, input) => {
      if (hasEnded || isStopping) return Promise.resolve(gone);
      const id = nextId;
      nextId += 1;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post({ type: 'call', id, name, input });
      });
    },
    connect: (port) => worker.postMessage({ type: 'connect', port } satisfies ToWorker, [port]),
    stop: () => {
      if (!isStopping) {
        isStopping = true;
        post({ type: 'stop' });
      }
      return ended.promise;
    },
  };
}
