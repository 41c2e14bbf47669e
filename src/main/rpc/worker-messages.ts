import type { MessagePort } from 'node:worker_threads';

import type { SealedEnvelope } from '../../shared/contract/envelope.ts';
import type { AppErrorCode, AppErrorDetails } from '../../shared/contract/errors.ts';

/** From the main process to a worker. */
export type ToWorker =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  /** Storage and search worker talk about the index queue over a channel of their own. */
  | { readonly type: 'connect'; readonly port: MessagePort }
  /** Closes the database and ends the thread. */
  | { readonly type: 'stop' };

/** From a worker to the main process. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly code: AppErrorCode; readonly details: AppErrorDetails }
  | { readonly type: 'answer'; readonly id: number; readonly envelope: SealedEnvelope }
  | { readonly type: 'log'; readonly text: string };

/** Between the storage worker and the search worker, over a port of their own. */
export type IndexMessage =
  /** Storage → search: there are rows up to this one in index_queue. */
  | { readonly type: 'queued'; readonly seq: number }
  /** Search → storage: everything up to this row is in search.db and may be dropped. */
  | { readonly type: 'indexed'; readonly seq: number };
