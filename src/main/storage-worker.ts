import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

import { AppError } from '../shared/contract/errors.ts';
import { copyBeforeMigration } from './backup/before-migration.ts';
import { hasTraces } from './backup/traces.ts';
import { openArchive } from './db/archive.ts';
import type { ArchiveDatabase } from './db/database.ts';
import { createIndexQueue } from './db/index-queue.ts';
import { sqliteAppError } from './db/sqlite-errors.ts';
import { describeError, serve } from './rpc/serve.ts';
import type { FromWorker, IndexMessage } from './rpc/worker-messages.ts';
import { createStorageServices } from './storage-services.ts';

interface StorageWorkerData {
  readonly archiveFile: string;
  readonly searchFile: string;
  readonly backupFolder: string;
  /** The preferences name a session that was open when the app ended. */
  readonly wasSessionOpen: boolean;
  /** The user chose to begin anew where an archive is missing. */
  readonly isNewWanted: boolean;
  readonly examplesFile: string;
  readonly nativeBinding: string | null;
}

/** How often the search worker hears of new rows, at most. */
const ANNOUNCE_EVERY_MS = 100;

if (parentPort === null) throw new Error('runs as a worker thread only');
const port = parentPort;
const data = workerData as StorageWorkerData;
const send = (message: FromWorker): void => port.postMessage(message);
const clock = Date.now;

const db = open();
if (db !== null) work(db);

function open(): ArchiveDatabase | null {
  const { archiveFile, backupFolder, nativeBinding } = data;
  try {
    return openArchive(archiveFile, {
      nativeBinding,
      copyBeforeMigration: (older) =>
        copyBeforeMigration(older, { backupFolder, clock, nativeBinding }),
      hadArchive: () => !data.isNewWanted && hasTraces(data),
    });
  } catch (error) {
    const known = error instanceof AppError ? error : sqliteAppError(error);
    send({ type: 'log', text: `opening the archive: ${describeError(error)}` });
    send({
      type: 'failed',
      code: known?.code ?? 'storage-unavailable',
      details: known?.details ?? {},
    });
    return null;
  }
}

function work(archive: ArchiveDatabase): void {
  const announcer = announceQueue(archive);
  const lastSteps: (() => void)[] = [];
  const services = createStorageServices({
    db: archive,
    clock,
    newId: randomUUID,
    readExamples,
    after(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    report: (error) => send({ type: 'log', text: `keeping a version: ${describeError(error)}` }),
    whenStopping: (run) => lastSteps.push(run),
  });
  serve<'storage'>(port, services, {
    mapError: sqliteAppError,
    onConnect: announcer.connect,
    onStop: () => {
      announcer.stop();
      for (const finish of lastSteps) finish();
      archive.close();
    },
  });
  send({ type: 'ready' });
}

function readExamples(): string {
  try {
    return readFileSync(data.examplesFile, 'utf8');
  } catch (cause) {
    throw new AppError('examples-missing', {}, { cause });
  }
}

/** Tells the search worker of new rows in the queue, and drops those that it has taken in. */
function announceQueue(archive: ArchiveDatabase) {
  const queue = createIndexQueue(archive);
  let indexPort: MessagePort | null = null;
  let announced = -1;
  const timer = setInterval(() => {
    if (indexPort === null) return;
    const seq = queue.newestSeq();
    if (seq === announced) return;
    announced = seq;
    indexPort.postMessage({ type: 'queued', seq } satisfies IndexMessage);
  }, ANNOUNCE_EVERY_MS);
  return {
    connect: (next: MessagePort): void => {
      indexPort?.close();
      indexPort = next;
      announced = -1;
      next.on('message', (message: IndexMessage) => {
        if (message.type === 'indexed') queue.trim(message.seq);
      });
    },
    stop: (): void => {
      clearInterval(timer);
      indexPort?.close();
    },
  };
}
