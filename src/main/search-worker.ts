import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

import { createRootFinder } from '../shared/search/indonesian/root-finder.ts';
import { readRootWords } from '../shared/search/indonesian/root-words.ts';
import { openDatabase } from './db/database.ts';
import { sqliteAppError } from './db/sqlite-errors.ts';
import { describeError, serve } from './rpc/serve.ts';
import type { FromWorker, IndexMessage } from './rpc/worker-messages.ts';
import { ArchiveFailure } from './search/archive-reader.ts';
import { createSearchEngine } from './search/engine.ts';
import { startIndexLoop } from './search/index-loop.ts';
import { createSearchService } from './search/service.ts';

interface SearchWorkerData {
  readonly archiveFile: string;
  readonly searchFile: string;
  /** The dictionary whose root words tell which words are of one family. */
  readonly rootWordsFile: string;
  readonly nativeBinding: string | null;
}

if (parentPort !== null) start(parentPort, workerData as SearchWorkerData);

/** Without the dictionary the search still finds every word as it is typed. */
function readRootFinder(file: string, log: (text: string) => void): (word: string) => string {
  try {
    return createRootFinder(readRootWords(readFileSync(file, 'latin1'))).rootOf;
  } catch (error) {
    log(`root words: ${describeError(error)}`);
    return (word) => word;
  }
}

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
      rootOf: readRootFinder(data.rootWordsFile, log),
      clock: Date.now,
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
    serve<'search'>(port, createSearchService(engine, Date.now), {
      mapError: (error) => sqliteAppError(error instanceof ArchiveFailure ? error.cause : error),
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
    // The first key that is typed would otherwise wait for the words to be read.
    engine.use(({ index }) => index.vocabulary.uses());
  } catch (error) {
    log(`search worker: ${describeError(error)}`);
    send({ type: 'failed', code: 'search-unavailable', details: {} });
    port.close();
  }
}
