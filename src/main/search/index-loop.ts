import type { SearchEngine } from './engine.ts';

interface LoopOptions {
  readonly engine: SearchEngine;
  /** Everything in the queue up to here is in the index. */
  readonly report: (doneSeq: number) => void;
  readonly log: (text: string) => void;
}

/** Looks at the queue this often when nobody says that it grew. */
const POLL_MS = 1000;
/** After a failure, as of a full disk. */
const RETRY_MS = 5000;

export interface IndexLoop {
  /** The queue grew. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** Indexes in the background: one step, then whatever questions came in, then the next step. */
export function startIndexLoop({ engine, report, log }: LoopOptions): IndexLoop {
  let timer: NodeJS.Timeout | null = null;
  let next: NodeJS.Immediate | null = null;
  let reportedSeq = -1;
  let lastFailure = '';

  function step(): void {
    next = null;
    let delayMs: number | null = null;
    try {
      const result = engine.use(({ indexer }) => {
        const outcome = indexer.step();
        const doneSeq = indexer.doneSeq();
        if (doneSeq > reportedSeq) report(doneSeq);
        reportedSeq = doneSeq;
        return outcome;
      });
      if (result === 'idle') delayMs = POLL_MS;
      lastFailure = '';
    } catch (error) {
      const failure = String(error);
      if (failure !== lastFailure) log(`indexing: ${failure}`);
      lastFailure = failure;
      delayMs = RETRY_MS;
    }
    if (delayMs === null) next = setImmediate(step);
    else timer = setTimeout(wake, delayMs);
  }

  function wake(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    next ??= setImmediate(step);
  }

  wake();
  return {
    wake,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      if (next !== null) clearImmediate(next);
    },
  };
}
