import { MessageChannel } from 'node:worker_threads';

import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import { sealEnvelope } from '../../shared/contract/envelope.ts';
import type { Log } from './log.ts';
import { createRestartLimit } from './restart-limit.ts';
import { startWorker } from './worker-client.ts';
import type { WorkerClient, WorkerStart } from './worker-client.ts';

interface StorageOptions {
  readonly workerFiles: { readonly storage: URL; readonly search: URL };
  readonly archiveFile: string;
  readonly searchFile: string;
  readonly backupFolder: string;
  /** Whether the preferences name a session that was open when the app ended. */
  readonly wasSessionOpen: boolean;
  readonly examplesFile: string;
  readonly rootWordsFile: string;
  readonly nativeBinding: string | null;
  readonly log: Log;
}

export interface Storage {
  /** How the storage worker started last; it changes when the workers are started again. */
  readonly started: () => Promise<WorkerStart>;
  readonly callStorage: (name: string, input: unknown) => Promise<SealedEnvelope>;
  readonly callSearch: (name: string, input: unknown) => Promise<SealedEnvelope>;
  /** Ends both workers, so that no process holds the archive open. */
  readonly stop: () => Promise<void>;
  /** `isNewWanted`: the user chose to begin anew where an archive is missing. */
  readonly start: (wish?: { readonly isNewWanted: boolean }) => void;
}

interface Workers {
  readonly storage: WorkerClient;
  /** Settles once the search worker before has ended, if there was one: search.db has one writer. */
  search: Promise<WorkerClient | null>;
  /** Starts the search worker now (true), or not at all any more (false). */
  readonly wakeSearch: (isWanted: boolean) => void;
}

const SEARCH_GONE = sealEnvelope({ ok: false, code: 'search-unavailable', details: {} });

/** The first page needs the processor more than the index does; a first search does not wait. */
const SEARCH_START_MS = 2000;

/**
 * Runs the storage and the search worker, joined by a channel of their own, and starts each again
 * when it dies; unacknowledged saves are sent again by the window.
 */
export function createStorage(options: StorageOptions): Storage {
  const { archiveFile, searchFile, nativeBinding, log } = options;
  const { backupFolder, wasSessionOpen, examplesFile, rootWordsFile } = options;
  // Of the time since the program started: the computer's clock may be set.
  const limits = {
    storage: createRestartLimit(() => performance.now()),
    search: createRestartLimit(() => performance.now()),
  };
  let workers = spawn(Promise.resolve(null));

  function mayRestart(which: keyof typeof limits): boolean {
    const isAllowed = limits[which]();
    log(`the ${which} worker ended; ${isAllowed ? 'starting it again' : 'it stays off'}`);
    return isAllowed;
  }

  function spawn(formerSearch: Promise<WorkerClient | null>, isNewWanted = false): Workers {
    const storage = startWorker({
      url: options.workerFiles.storage,
      workerData: {
        archiveFile,
        searchFile,
        nativeBinding,
        backupFolder,
        wasSessionOpen,
        isNewWanted,
        examplesFile,
      },
      goneCode: 'storage-unavailable',
      log,
      onCrash: () => {
        if (!mayRestart('storage')) return;
        workers.wakeSearch(false);
        workers = spawn(workers.search);
      },
    });
    const awake = Promise.withResolvers<boolean>();
    // The archive exists and has its tables only after the storage worker has opened it.
    const start = async (): Promise<WorkerClient | null> => {
      await (await formerSearch)?.stop();
      const { isReady } = await storage.started;
      if (!isReady) return null;
      setTimeout(() => awake.resolve(true), SEARCH_START_MS);
      return (await awake.promise) ? spawnSearch(storage) : null;
    };
    return { storage, search: start(), wakeSearch: awake.resolve };
  }

  function spawnSearch(storage: WorkerClient): WorkerClient {
    const search = startWorker({
      url: options.workerFiles.search,
      workerData: { archiveFile, searchFile, rootWordsFile, nativeBinding },
      goneCode: 'search-unavailable',
      log,
      onCrash: () => {
        const isOurs = workers.storage === storage;
        if (isOurs && mayRestart('search')) workers.search = Promise.resolve(spawnSearch(storage));
      },
    });
    const { port1, port2 } = new MessageChannel();
    storage.connect(port1);
    search.connect(port2);
    return search;
  }

  return {
    started: () => workers.storage.started,
    callStorage: (name, input) => workers.storage.call(name, input),
    callSearch: async (name, input) => {
      workers.wakeSearch(true);
      return (await workers.search)?.call(name, input) ?? SEARCH_GONE;
    },
    stop: async () => {
      workers.wakeSearch(false);
      await (await workers.search)?.stop();
      await workers.storage.stop();
    },
    start: ({ isNewWanted } = { isNewWanted: false }) => {
      workers = spawn(Promise.resolve(null), isNewWanted);
    },
  };
}
