import { execFileSync } from 'node:child_process';

import type { WorkerClient } from '../../src/main/app/worker-client.ts';
import { startWorker } from '../../src/main/app/worker-client.ts';
import { answerIn } from '../../src/shared/contract/envelope.ts';
import type { SearchAnswer, SearchSort } from '../../src/shared/contract/search.ts';

/** As many as the search shows at first. */
export const LIMIT = 60;

export interface SearchFiles {
  readonly archiveFile: string;
  readonly searchFile: string;
  readonly rootWordsFile: string;
}

/** The search worker as the app starts it. */
export async function startSearch(files: SearchFiles): Promise<WorkerClient> {
  const client = startWorker({
    url: new URL('../../src/main/search-worker.ts', import.meta.url),
    workerData: { ...files, nativeBinding: null },
    goneCode: 'search-unavailable',
    log: (text) => process.stdout.write(`${text}\n`),
    onCrash: () => process.stdout.write('the search worker ended\n'),
  });
  const started = await client.started;
  if (!started.isReady) throw new Error(started.code);
  return client;
}

export async function ask(
  client: WorkerClient,
  text: string,
  sort: SearchSort,
): Promise<SearchAnswer> {
  const input = { text, sort, limit: LIMIT };
  return answerIn(await client.call('search.query', input)) as SearchAnswer;
}

/** From the question to the answer read, through the worker's own messages. */
export async function timed(client: WorkerClient, text: string, sort: SearchSort): Promise<number> {
  const startedMs = performance.now();
  await ask(client, text, sort);
  return performance.now() - startedMs;
}

export async function timesOf(
  client: WorkerClient,
  texts: readonly string[],
  sort: SearchSort,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (const text of texts) times.push(await timed(client, text, sort));
  return times;
}

export async function untilIndexed(client: WorkerClient): Promise<void> {
  for (;;) {
    const { isRebuilding, pendingChanges } = await ask(client, '', 'terbaru');
    if (!isRebuilding && pendingChanges === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Takes files out of the system's cache; false where that cannot be asked for. */
export function dropFromCache(files: readonly string[]): boolean {
  try {
    // posix_fadvise, as coreutils offers it.
    for (const file of files) {
      execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' });
    }
    return true;
  } catch {
    return false;
  }
}
