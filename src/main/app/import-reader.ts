import { fileURLToPath } from 'node:url';

import { app, utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';

import type { ImportAnswer, ImportRequest, ServeImportsJob } from '../jobs/import-minutes.ts';
import type { Log } from './log.ts';

/** Longer than any whole file takes on a slow computer. */
const LIMIT_MS: Readonly<Record<ImportRequest['type'], number>> = {
  know: 120_000,
  read: 90_000,
  keep: 300_000,
};
/** What JavaScript may hold in the process. */
const HEAP_MEGABYTES = 768;
/** All that it may hold: buffers are not counted in the heap. */
const MOST_KILOBYTES = 1_500_000;
const LOOK_EVERY_MS = 500;
/** What reading leaves in memory goes with the process. */
const FILES_PER_PROCESS = 40;

interface Reader {
  readonly child: UtilityProcess;
  fileCount: number;
}

/** A process that reads files for an import; a new one wherever it hangs, grows or dies. */
export interface ImportReader {
  readonly ask: (request: ImportRequest) => Promise<ImportAnswer>;
  readonly stop: () => void;
}

export function createImportReader(folder: string, log: Log): ImportReader {
  let reader: Reader | null = null;

  function stop(): void {
    reader?.child.kill();
    reader = null;
  }

  function started(): Reader {
    const path = fileURLToPath(new URL('./job.js', import.meta.url));
    const child = utilityProcess.fork(path, ['serve-imports'], {
      serviceName: 'notula-import',
      stdio: ['ignore', 'inherit', 'pipe'],
      execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`],
    });
    child.stderr?.on('data', (trace: Buffer) => log(`import: ${trace.toString().trim()}`));
    child.postMessage({ type: 'serve-imports', folder } satisfies ServeImportsJob);
    return { child, fileCount: 0 };
  }

  const heldKilobytes = (pid: number | undefined): number =>
    app.getAppMetrics().find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0;

  async function ask(request: ImportRequest): Promise<ImportAnswer> {
    if (request.type === 'know' && (reader?.fileCount ?? 0) >= FILES_PER_PROCESS) stop();
    reader ??= started();
    if (request.type === 'know') reader.fileCount += 1;
    const { child } = reader;
    const answered = Promise.withResolvers<ImportAnswer>();
    const giveUp = (reason: 'timeout' | 'too-large' | 'crashed'): void => {
      answered.resolve({ type: 'refused', sha256: null, reason });
      if (reader?.child === child) stop();
    };
    const onGone = (): void => giveUp('crashed');
    const timer = setTimeout(() => giveUp('timeout'), LIMIT_MS[request.type]);
    const watch = setInterval(() => {
      if (heldKilobytes(child.pid) > MOST_KILOBYTES) giveUp('too-large');
    }, LOOK_EVERY_MS);
    child.once('message', answered.resolve);
    child.once('exit', onGone);
    child.postMessage(request);
    try {
      return await answered.promise;
    } finally {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('message', answered.resolve);
      child.off('exit', onGone);
    }
  }

  return { ask, stop };
}
