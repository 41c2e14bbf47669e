import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

import { openDatabase } from './db/database.ts';
import { sqliteAppError } from './db/sqlite-errors.ts';
import { describeError, serve } from './rpc/serve.ts';
import type { FromWorker, IndexMessage } from './rpc/worker-messages.ts';
import { createSearchEngine } from './search/engine.ts';
import { startIndexLoop } from './search/index-loop.ts';
import { createSearchService } from './search/service.ts';

interface SearchWorkerData {
  readonly archiveFile: string;
  readonly searchFile: string;
  readonly nativeBinding: string | null;
}

if (parentPort !== null) start(parentPort, workerData as SearchWorkerData);

/** The only writer of search.db. The archive is only read here. */
function start(port: MessagePort, data: SearchWorkerData): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  const log = (text: string): void => send({ type: 'log', text });
  try {
    const { nativeBinding } = data;
    let indexPort: MessagePort | null = null;
    let doneSeq: number | null = null;
    const report = (): void => {
      if (doneSeq !== null) {
        indexPort?.postMessage({ type: 'indexed', seq: doneSeq } satisfies IndexMessage);
      }
    };
    const archive = openDatabase(data.archiveFile, { nativeBinding, isReadOnly: true });
    const engine = createSearchEngine({
      archive,
      indexFile: data.searchFile,
      nativeBinding,
      log,
    });
    const loop = startIndexLoop({
      engine,
      log,
      report: (seq) => {
        doneSeq = seq;
        report();
      },
    });
    serve<'search'>(port, createSearchService(engine), {
      mapError: sqliteAppError,
      onConnect: (storagePort) => {
        indexPort?.close();
        indexPort = storagePort;
        storagePort.on('message', (message: IndexMessage) => {
          if (message.type === 'queued') loop.wake();
        });
        report();
      },
      onStop: () => {
        loop.stop();
        indexPort?.close();
        engine.close();
        archive.close();
      },
    });
    send({ type: 'ready' });
  } catch (error) {
    log(`search worker: ${describeError(error)}`);
    send({ type: 'failed', code: 'search-unavailable', details: {} });
    port.close();
  }
}
