import { MessageChannel } from 'node:worker_threads';

import type { Envelope } from '../../shared/contract/errors.ts';
import type { Log } from './log.ts';
import { startWorker } from './worker-client.ts';
import type { WorkerClient, WorkerStart } from './worker-client.ts';

interface StorageOptions {
  readonly archiveFile: string;
  readonly searchFile: string;
  readonly backupFolder: string;
  readonly examplesFile: string;
  readonly nativeBinding: string | null;
  readonly log: Log;
}

export interface Storage {
  /** How the storage worker started last; it changes when the workers are started again. */
  readonly started: () => Promise<WorkerStart>;
  readonly callStorage: (name: string, input: unknown) => Promise<Envelope<unknown>>;
  readonly callSearch: (name: string, input: unknown) => Promise<Envelope<unknown>>;
  /** Ends both workers, so that no process holds the archive open. */
  readonly stop: () => Promise<void>;
  readonly start: () => void;
}

interface Workers {
  readonly storage: WorkerClient;
  /** Null where the archive could not be opened. */
  readonly search: Promise<WorkerClient | null>;
}

const SEARCH_GONE: Envelope<unknown> = { ok: false, code: 'search-unavailable', details: {} };

/** A worker that keeps dying is not started more often than this in one run. */
const MAX_RESTARTS = 5;

/**
 * Runs the storage and the search worker, joined by a channel of their own, and starts them again
 * when the storage worker dies; unacknowledged saves are sent again by the window.
 */
export function createStorage(options: StorageOptions): Storage {
  let restarts = 0;
  let workers = spawn();

  function spawn(): Workers {
    const { port1, port2 } = new MessageChannel();
    const { archiveFile, nativeBinding, log } = options;
    const storage = startWorker({
      url: new URL('./storage-worker.js', import.meta.url),
      workerData: {
        archiveFile,
        nativeBinding,
        backupFolder: options.backupFolder,
        examplesFile: options.examplesFile,
        indexPort: port1,
      },
      transferList: [port1],
      goneCode: 'storage-unavailable',
      log,
      onCrash: () => restart(),
    });
    // The archive exists and has its tables only after the storage worker has opened it.
    const search = storage.started.then(({ isReady }) =>
      isReady
        ? startWorker({
            url: new URL('./search-worker.js', import.meta.url),
            workerData: {
              archiveFile,
              searchFile: options.searchFile,
              nativeBinding,
              indexPort: port2,
            },
            transferList: [port2],
            goneCode: 'search-unavailable',
            log,
            onCrash: () => log('the search worker ended; search is off until the next start'),
          })
        : null,
    );
    return { storage, search };
  }

  function restart(): void {
    if (restarts >= MAX_RESTARTS) return;
    restarts += 1;
    options.log('the storage worker ended; starting it again');
    const old = workers;
    workers = spawn();
    void old.search.then((search) => search?.stop());
  }

  return {
    started: () => workers.storage.started,
    callStorage: (name, input) => workers.storage.call(name, input),
    callSearch: async (name, input) => (await workers.search)?.call(name, input) ?? SEARCH_GONE,
    stop: async () => {
      await (await workers.search)?.stop();
      await workers.storage.stop();
    },
    start: () => {
      workers = spawn();
    },
  };
}
